"""The formats an entry can leave in, each with its writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from extractor.errors import OutputRefused
from extractor.exports.api import render_api
from extractor.exports.entry_document import render_document
from extractor.exports.entry_page import render_page
from extractor.exports.register_csv import render_register_csv
from extractor.exports.register_xlsx import render_register_xlsx
from extractor.standard.entry import RegisterEntry

Writer = Callable[[Sequence[RegisterEntry]], bytes]

FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "api": render_api,
        "csv": render_register_csv,
        "xlsx": render_register_xlsx,
        "html": render_page,
        "docx": render_document,
    }
)
"""Every writer returns the whole file, and the same file for the same entries."""


def render_entries(name: str, entries: Sequence[RegisterEntry]) -> bytes:
    """Return the entries as a file in the named format; refuse a format that is not there."""
    writer = FORMATS.get(name)
    if writer is None:
        message = f"het formaat {name} bestaat niet"
        raise OutputRefused(message, f"Kies met --format uit: {', '.join(FORMATS)}.")
    return writer(entries)
