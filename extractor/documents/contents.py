"""Know a line of a table of contents when its format does not say so."""

from __future__ import annotations

import re

DOT_LEADER = re.compile(r"\S.*(?:\.{5,}|…{3,}|(?: \.){5,})\s*\d{1,4}\s*", re.DOTALL)
"""A title, dots and a page number."""

LONGEST_LINE = 300
"""Characters above which a paragraph in a table of contents is no line of it."""


def is_dotted_line(text: str) -> bool:
    """Return whether a line is a title with dots and a page number behind it."""
    # Looking for the number first spares the pattern for nearly every line of a document.
    numbered = len(text) <= LONGEST_LINE and text.rstrip()[-1:].isdecimal()
    return numbered and DOT_LEADER.fullmatch(text) is not None
