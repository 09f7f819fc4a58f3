"""Say what a paragraph is: a heading, a line of contents, a list item, or plain text."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.documents.contents import LONGEST_LINE, is_dotted_line
from extractor.documents.docx.line import Line
from extractor.documents.docx.names import Properties, number_of, qualify
from extractor.documents.docx.styles import BODY_LEVEL, Style
from extractor.documents.flow.lists import TYPED_BULLET
from extractor.documents.flow.parts import Mark
from extractor.documents.flow.titles import LONGEST_HEADING
from extractor.models import BlockKind

OUTLINE = qualify("w:outlineLvl")


def tell_kind(
    text: str, line: Line, level: int | None, style: Style
) -> tuple[BlockKind, int | None]:
    """Return a paragraph's kind, and its depth from 1 when it is a heading."""
    if level is not None and len(text) <= LONGEST_HEADING:
        return "heading", level
    in_contents = line.in_contents and len(text) <= LONGEST_LINE
    if style.contents or in_contents or is_dotted_line(text):
        return "contents", None
    listed = style.listed or TYPED_BULLET.match(text.lstrip())
    return ("list_item" if listed else "paragraph"), None


def find_level(said: Properties, style: Style) -> int | None:
    """Return a paragraph's depth as a heading, its own word before its style's."""
    own = number_of(said.get(OUTLINE))
    if own is None:
        return style.heading
    return own + 1 if own < BODY_LEVEL else None


def shift_marks(marks: Sequence[Mark], width: int) -> tuple[Mark, ...]:
    """Return the marks of a line that a printed number of this width was put before."""
    if not width:
        return tuple(marks)
    return tuple(
        Mark(kind=mark.kind, start=mark.start + width, end=mark.end + width) for mark in marks
    )


def mark_prompt(line: Line, lead: str) -> tuple[Mark, ...]:
    """Return the marks of a line that is nothing but the prompt of an empty content control."""
    whole = Mark(kind="instruction", start=0, end=len(lead) + len(line.text))
    return (whole, *shift_marks(line.marks, len(lead)))
