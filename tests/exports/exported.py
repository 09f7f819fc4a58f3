"""Exports to render in tests."""

from __future__ import annotations

from extractor.exports.export import Export
from extractor.standard.entry import RegisterEntry

HEAD = "3f" * 32
"""The head of a decision log, invented."""


def make_export(*entries: RegisterEntry) -> Export:
    """Return an export of these entries as they leave for the public."""
    return Export(entries, HEAD)
