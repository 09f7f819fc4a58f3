"""Number foot- and endnotes as Word does: in the order in which the text refers to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from lxml.etree import _Element

from extractor.documents.docx.names import qualify, read_value
from extractor.documents.docx.numbering import format_count

FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word numbers notes when a document says nothing about it."""

SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""Notes that only draw the line above the notes."""


class NoteNumbers:
    """The numbers of a document's notes while it is read from front to back."""

    def __init__(self, find_settings: Callable[[], _Element | None]) -> None:
        self._find_settings = find_settings
        self._given: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()

    @cached_property
    def _forms(self) -> dict[str, str]:
        """Return how each kind of note is numbered; most documents have no notes to ask it for."""
        settings = self._find_settings()
        return {
            kind: read_value(settings, f"w:{kind}Pr", "w:numFmt") or form
            for kind, form in FORMS.items()
        }

    def give(self, kind: str, note_id: str) -> str:
        """Return the number of a note, the next one of its kind when it is new."""
        if (kind, note_id) not in self._given:
            self._counts[kind] += 1
            self._given[kind, note_id] = format_count(self._counts[kind], self._forms[kind])
        return self._given[kind, note_id]


def index_notes(root: _Element | None, kind: str) -> dict[tuple[str, str], _Element]:
    """Return the notes of a part by kind and id, without those that only draw a line."""
    if root is None:
        return {}
    return {
        (kind, element.get(qualify("w:id"), "")): element
        for element in root.iterfind(qualify(f"w:{kind}"))
        if element.get(qualify("w:type"), "normal") not in SEPARATORS
    }
