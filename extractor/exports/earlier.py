"""Know an earlier export from any other file, which may be somebody's only copy."""

from __future__ import annotations

import json

from extractor.exports.archive import is_exported
from extractor.exports.entry_page import MARK
from extractor.exports.register_csv import render_register_csv

REPORT_MARK = "<!-- Bronvast rapport -->"
"""The first line of every progress report in Markdown."""

FIGURES_MARK = '{"bronvast":"figures",'
"""How every file with the figures of a report begins."""


def is_earlier_export(content: bytes) -> bool:
    """Return whether this is a file that an export or report made, or one that holds nothing."""
    return (
        not content
        or _is_register_csv(content)
        or _is_api(content)
        or content.startswith(
            (f"<!doctype html>\n{MARK}".encode(), REPORT_MARK.encode(), FIGURES_MARK.encode())
        )
        or is_exported(content)
    )


def _is_register_csv(content: bytes) -> bool:
    """Return whether the first line is the header; a byte order mark or CRLF makes no odds."""
    header = render_register_csv([]).decode("utf-8-sig").strip()
    first = content.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip(b"\r")
    return first == header.encode()


def _is_api(content: bytes) -> bool:
    """Return whether this is an entry, or a list of entries."""
    if not content.startswith((b"{", b"[")):
        return False
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        return False
    entries = parsed if isinstance(parsed, list) else [parsed]
    return all(isinstance(entry, dict) and "standard_version" in entry for entry in entries)
