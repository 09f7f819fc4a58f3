"""Say what a paragraph is: a heading, a line of contents, a list item, or plain text."""

from __future__ import annotations

from extractor.documents.contents import LONGEST_LINE, is_dotted_line
from extractor.documents.docx.names import Properties, number_of, qualify
from extractor.documents.docx.styles import BODY_LEVEL, Style
from extractor.documents.flow.lists import TYPED_BULLET
from extractor.documents.flow.titles import LONGEST_HEADING
from extractor.models import BlockKind

OUTLINE = qualify("w:outlineLvl")


def tell_kind(
    text: str, style: Style, level: int | None, *, in_contents: bool
) -> tuple[BlockKind, int | None]:
    """Return a paragraph's kind, and its depth from 1 when it is a heading."""
    if level is not None and len(text) <= LONGEST_HEADING:
        return "heading", level
    if style.contents or (in_contents and len(text) <= LONGEST_LINE) or is_dotted_line(text):
        return "contents", None
    listed = style.listed or TYPED_BULLET.match(text.lstrip())
    return ("list_item" if listed else "paragraph"), None


def find_level(said: Properties, style: Style) -> int | None:
    """Return a paragraph's depth as a heading, its own word before its style's."""
    own = number_of(said.get(OUTLINE))
    if own is None:
        return style.heading
    return own + 1 if own < BODY_LEVEL else None
