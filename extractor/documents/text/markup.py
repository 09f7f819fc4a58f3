"""Find the signs of Markdown inside a text: what is no word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.models import Block, Span

SIGNS = re.compile(
    r"(?P<image>!\[[^\]\r\n]{0,300}\]\([^)\r\n]{0,500}\))"
    r"|(?P<open>\[)(?P<words>[^\[\]\r\n]{1,300})(?P<close>\])(?P<target>\([^()\s]{1,500}\))"
    r"|(?P<note>\[\^[^\]\s]{1,40}\])"
    r"|(?P<comment><!--[^\r\n]{0,300}?-->)"
    r"|(?P<tag></?(?:br|b|i|u|p|a|em|strong|div|span|img|details|summary|code|pre|center|font|kbd)"
    r"(?:\s[^<>\r\n]{1,200}=[^<>\r\n]{1,200})?\s{0,3}/?>)"
    r"|(?P<strong>\*\*|__|(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*]))"
    r"|(?P<code>`)"
    r"|(?P<break>\\(?=\r?\n|\Z))"
)
"""All that can repeat is bounded, so that hostile lines take linear time.

Raised and lowered text keeps its tags: without them 10<sup>6</sup> would read as 106.
"""

ADDRESS = re.compile(r"\((?:https?://|mailto:)")
"""How the target of a link begins when it means something outside the file's own folder."""


def find_marks(text: str, span: Span) -> Iterator[Block]:
    """Yield the signs in a stretch of text as marks; the address of a link is one of its own."""
    for found in SIGNS.finditer(text, span.start, span.end):
        if found.lastgroup != "target":
            yield make_mark(found.start(), found.end())
            continue
        yield make_mark(found.start("open"), found.end("open"))
        yield from find_marks(text, Span(start=found.start("words"), end=found.end("words")))
        if ADDRESS.match(found["target"]) and found["words"] not in found["target"]:
            yield make_mark(found.start("close"), found.end("close"))
            yield make_mark(found.start("target"), found.end("target"))
        else:
            yield make_mark(found.start("close"), found.end("target"))


def make_mark(start: int, end: int) -> Block:
    """Return a stretch that is no word of the text."""
    return Block(kind="footnote_mark", span=Span(start=start, end=end))
