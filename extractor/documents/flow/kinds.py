"""Say what a paragraph is: a heading, a line of contents, a list item, or plain text."""

from __future__ import annotations

import re

from extractor.documents.contents import is_dotted_line
from extractor.models import BlockKind

LONGEST_HEADING = 250
"""Characters above which a heading style was used for its looks."""

TYPED_BULLET = re.compile(r"(?:[-–—•·▪●○□*]|[a-z]\)|\d{1,2}\))[ \t\u00a0]+\S")
"""A list item whose sign was typed instead of made by the program."""


def tell_kind(
    text: str, level: int | None, *, contents: bool, listed: bool
) -> tuple[BlockKind, int | None]:
    """Return a paragraph's kind, and its depth from 1 when it is a heading.

    `contents` and `listed` say what its style or its place makes of it.
    """
    if contents:
        return "contents", None
    if level is not None and len(text) <= LONGEST_HEADING:
        return "heading", level
    if is_dotted_line(text):
        return "contents", None
    listed = listed or TYPED_BULLET.match(text.lstrip()) is not None
    return ("list_item" if listed else "paragraph"), None
