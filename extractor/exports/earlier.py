"""Know an earlier export from any other file, which may be somebody's only copy."""

from __future__ import annotations

import json

from extractor.exports import annex_viii, provenance
from extractor.exports.archive import is_exported
from extractor.exports.attention_csv import render_attention
from extractor.exports.entry_page import MARK
from extractor.exports.register_csv import write_rows

_KINDS = (annex_viii.KIND, provenance.KIND)

REPORT_MARK = "<!-- Bronvast rapport -->"
"""The first line of every progress report in Markdown."""

FIGURES_MARK = '{"bronvast":"figures",'
"""How every file with the figures of a report begins."""


def is_earlier_export(content: bytes) -> bool:
    """Return whether this is a file that an export or report made, or one that holds nothing."""
    return (
        not content
        or _is_our_csv(content)
        or _is_exported_json(content)
        or content.startswith(
            (
                f"<!doctype html>\n{MARK}".encode(),
                MARK.encode(),
                REPORT_MARK.encode(),
                FIGURES_MARK.encode(),
            )
        )
        or is_exported(content)
    )


def _is_our_csv(content: bytes) -> bool:
    """Return whether the first line is the header; a byte order mark or CRLF makes no odds."""
    headers = (rows.decode("utf-8-sig").strip() for rows in (write_rows([]), render_attention([])))
    first = content.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip(b"\r")
    return first in {header.encode() for header in headers}


def _is_exported_json(content: bytes) -> bool:
    """Return whether this is an entry in one of its vocabularies, a list of them, or about them."""
    if not content.startswith((b"{", b"[")):
        return False
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        return False
    entries = parsed if isinstance(parsed, list) else [parsed]
    return all(isinstance(entry, dict) and _is_ours(entry) for entry in entries)


def _is_ours(found: dict[str, object]) -> bool:
    if found.get("kind") in _KINDS:
        return True
    return "standard_version" in found or {"schema", "publication_category"} <= found.keys()
