"""Cut a text into lines, and know lines by how they look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
QUOTED = re.compile(r"(?: {0,3}>)+ ?")
FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})")
COMMENT = re.compile(r"\s*<!--")
RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,})")
UNDERLINE = re.compile(r" {0,3}(?P<sign>=|-)(?P=sign)+[ \t]*")
HEADING = re.compile(r" {0,3}(?P<signs>#{1,6})[ \t]+(?P<title>[^\s#].*)")
BOLD_LINE = re.compile(r" {0,3}(?P<sign>\*\*|__)(?P<title>[^*_\s][^*_]{0,118})(?P=sign):?[ \t\\]*")
DELIMITERS = re.compile(r"[ \t|:-]*-[ \t|:-]*")
LIST_ITEM = re.compile(
    r"[ \t]*(?:(?P<sign>[-*+•·–▪●○])|(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+(?=\S)"
)
NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,40}\]:[ \t]*(?=\S)")
IMAGES = re.compile(
    r"[ \t]*\[?!\[[^\]]{0,300}\](?:\([^)]{0,500}\)(?:\]\([^)]{0,500}\))?|\[[^\]]{0,100}\])[ \t]*"
)
IMAGE_DATA = re.compile(r" {0,3}\[[^\]]{1,100}\]:[ \t]*<?data:image/\S*[ \t]*")
TAGS = re.compile(r"\s*(?:</?[a-zA-Z][^<>]{0,200}>\s*)+")
HARD_BREAK = re.compile(r".*(?:\\|[ ]{2,}|<br\s?/?>\s{0,9})")
KEYED = re.compile(r"[^\W\d_][^:.]{0,40}:(?:[ ]{2,}|\t+)\S.*")
NUMBERED_TITLE = re.compile(
    r"[ \t]*(?P<number>[A-H]\.|\d{1,2}(?:\.\d{1,2}){0,5}\.?)[ \t]+"
    r"[A-ZÀ-Þ].{0,100}(?<![.;:,!?\s])[ \t]*"
)
CAPITALS = re.compile(r"[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9 '’&/(),-]{3,80}")
ANCHOR = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+\[[^\[\]]{1,300}\]\(#[^)\s]{0,300}\)")
FRONT_MATTER = re.compile(r"[\w-]+:.*|\s.*|- .*|#.*|")

LONG = 160
"""Characters of a line that nobody breaks by hand."""

FEW_LONG = 0.01
"""The share of long lines above which a text was not broken into lines for its width."""


@dataclass(frozen=True)
class TextLine:
    """One line; the signs that say it is quoted, and its line end, are outside it."""

    start: int
    """Where its text starts, behind the quote signs."""
    end: int
    text: str
    quote: int
    """Where its quote signs start; equal to `start` without them."""

    @property
    def blank(self) -> bool:
        """Return whether nothing stands on the line."""
        return not self.text.strip()


def cut_lines(text: str) -> Iterator[TextLine]:
    """Yield the lines of a text in order."""
    for found in LINE.finditer(text):
        content = found[0].rstrip("\r\n")
        quoted = QUOTED.match(content)
        width = quoted.end() if quoted else 0
        yield TextLine(
            start=found.start() + width,
            end=found.start() + len(content),
            text=content[width:],
            quote=found.start(),
        )


def is_wrapped(lines: Sequence[TextLine]) -> bool:
    """Return whether lines end for want of room; else every line is a paragraph."""
    filled = [line for line in lines if not line.blank]
    return sum(len(line.text) > LONG for line in filled) <= FEW_LONG * len(filled)


def shape_number(text: str) -> str:
    """Return what kind of number a line begins with, such as `1.1` or `A`; empty without one."""
    titled = NUMBERED_TITLE.match(text)
    if titled is None:
        return ""
    return re.sub(r"[A-H]", "A", re.sub(r"\d+", "1", titled["number"].rstrip(".")))
