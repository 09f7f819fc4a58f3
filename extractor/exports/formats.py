"""The formats an entry can leave in, each with its writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from extractor.errors import OutputRefused
from extractor.exports.annex_viii import KIND, render_annex_viii
from extractor.exports.api import render_api
from extractor.exports.entry_document import render_document
from extractor.exports.entry_page import render_page
from extractor.exports.export import Export, Variant
from extractor.exports.publication_schema import list_losses, render_publication_schema
from extractor.exports.register_csv import render_register_csv
from extractor.exports.register_xlsx import render_register_xlsx

Writer = Callable[[Export], bytes]

FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "api": render_api,
        "csv": render_register_csv,
        "xlsx": render_register_xlsx,
        "html": render_page,
        "docx": render_document,
        "jsonschema": render_publication_schema,
        KIND: render_annex_viii,
    }
)
"""Every writer returns the whole file, and the same file for the same entries."""

CLOSED = frozenset({"api", "csv", "jsonschema"})
"""Formats of the register itself that have no room for the head of the log."""
WITH_VARIANTS = ("html", "docx")


def require_format(name: str, variant: Variant = "extern") -> None:
    """Pass where the format exists, and in this variant; OutputRefused tells which there are."""
    if name not in FORMATS:
        message = f"het formaat {name} bestaat niet"
        raise OutputRefused(message, f"Kies met --format uit: {', '.join(FORMATS)}.")
    if variant == "intern" and name not in WITH_VARIANTS:
        message = f"het formaat {name} heeft geen interne variant"
        hint = f"Kies met --format uit: {', '.join(WITH_VARIANTS)}, of laat --variant weg."
        raise OutputRefused(message, hint)


def needs_background(name: str, variant: Variant) -> bool:
    """Return whether the format tells what stands behind an entry."""
    return variant == "intern" or name == KIND


def render_export(name: str, export: Export) -> bytes:
    """Return the entries as a file in the named format; refuse a format that is not there."""
    require_format(name, export.variant)
    return FORMATS[name](export)


def tell_losses(name: str, export: Export) -> tuple[str, ...]:
    """Return what the format cannot hold of the entries, a Dutch sentence for each."""
    return list_losses(export.entries) if name == "jsonschema" else ()
