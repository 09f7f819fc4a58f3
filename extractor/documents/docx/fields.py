"""Follow Word's fields, of which Word shows the result and not the instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.docx.names import OFF, find, qualify, read_number, read_switch
from extractor.documents.flow.boxes import CHECKED, UNCHECKED

ADDRESS = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
CONTENTS = re.compile(r"\s*(?:TOC|TOA|INDEX|RD)\b", re.IGNORECASE)


@dataclass
class Field:
    """One field between its begin and its end."""

    instruction: str = ""
    shown: bool = False
    """Whether its result has begun."""
    start: int = 0
    """Where its result begins in the paragraph."""

    @property
    def contents(self) -> bool:
        """Return whether the field makes a table of contents."""
        return CONTENTS.match(self.instruction) is not None

    @property
    def address(self) -> str | None:
        """Return the address a hyperlink field goes to, or none."""
        matched = ADDRESS.search(self.instruction)
        return matched[1] if matched else None


class FieldStack:
    """The fields that are open at a place in the document; they may run over paragraphs."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self.shown = True
        """Whether text here is shown: no instruction is open."""

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def in_contents(self) -> bool:
        """Return whether text here is a line of a table of contents."""
        return bool(self._open) and any(field.shown and field.contents for field in self._open)

    def begin(self) -> None:
        """Open a field; what follows is its instruction."""
        self._open.append(Field())
        self.shown = False

    def instruct(self, text: str) -> None:
        """Take down part of the innermost instruction."""
        if self._open:
            self._open[-1].instruction += text

    def separate(self, position: int) -> None:
        """Let the innermost result begin at this position of the paragraph."""
        if self._open:
            self._open[-1].shown = True
            self._open[-1].start = position
            self._find_shown()

    def end(self) -> Field | None:
        """Close the innermost field and return it; none when no field is open."""
        if not self._open:
            return None
        closed = self._open.pop()
        self._find_shown()
        return closed

    def end_paragraph(self) -> None:
        """Forget fields whose result never came, so that a broken field hides nothing more."""
        if self._open:
            self._open = [field for field in self._open if field.shown]
            self.shown = True
        for field in self._open:
            field.start = 0

    def end_contents(self) -> None:
        """Forget tables of contents: a heading shows that they are over."""
        self._open = [field for field in self._open if not field.contents]
        self._find_shown()

    def _find_shown(self) -> None:
        """Say anew whether text is shown, now that the open fields are others."""
        self.shown = all(field.shown for field in self._open)


def read_check_box(element: _Element) -> str:
    """Return a box as its state says, whatever sign the author chose to draw it with."""
    checked = find(element, "w14:checked")
    state = "0" if checked is None else checked.get(qualify("w14:val"), "1")
    return CHECKED if state not in OFF else UNCHECKED


def read_form_field(element: _Element) -> str:
    """Return what Word shows of an old form field that has no result: a box or a choice."""
    box = find(element, "w:ffData", "w:checkBox")
    if box is not None:
        checked = read_switch(box, "w:checked")
        state = read_switch(box, "w:default") if checked is None else checked
        return CHECKED if state else UNCHECKED
    choices = find(element, "w:ffData", "w:ddList")
    if choices is None:
        return ""
    entries = [
        entry.get(qualify("w:val"), "") for entry in choices.iterfind(qualify("w:listEntry"))
    ]
    chosen = read_number(choices, "w:result") or read_number(choices, "w:default") or 0
    return entries[chosen] if chosen < len(entries) else ""
