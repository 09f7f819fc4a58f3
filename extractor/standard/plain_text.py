"""Plain text read back from the register's rich text."""

from __future__ import annotations

import re
from html import unescape

from extractor.standard.rich_text import protect_ampersands

TAG = re.compile(r"<(/?)([A-Za-z]*)[^<>]*>")

BLOCK_TAGS = frozenset({"div", "p", "ul", "ol", "li"})


def to_plain(html: str) -> str:
    """Return the text as a person types it: what `to_html` made the html of.

    Paragraphs stand a blank line apart, list items start with `- `, numbered ones with `1. `.
    """
    writer = _PlainWriter()
    position = 0
    for tag in TAG.finditer(html):
        writer.write(html[position : tag.start()])
        writer.pass_tag(tag[2].lower(), closing=bool(tag[1]))
        position = tag.end()
    writer.write(html[position:])
    return writer.finish()


class _PlainWriter:
    """Gathers text between tags into paragraphs and list items."""

    def __init__(self) -> None:
        self._blocks: list[tuple[bool, str]] = []
        self._pieces: list[str] = []
        self._marker = ""
        self._numbers: list[int | None] = []
        """Per open list: the number of its last item, or none where it has bullets."""

    def write(self, piece: str) -> None:
        """Take a piece of text; its own newlines are only white space."""
        if piece:
            self._pieces.append(unescape(protect_ampersands(piece)).replace("\n", " "))

    def pass_tag(self, name: str, *, closing: bool) -> None:
        """Start a line at `<br>`, a block at every other tag the register knows."""
        if name == "br":
            self._pieces.append("\n")
        elif name in BLOCK_TAGS:
            self._end_block()
            if name in {"ul", "ol"}:
                self._pass_list(name, closing=closing)
            elif name == "li":
                self._marker = "" if closing else self._next_marker()

    def finish(self) -> str:
        """Return all blocks; items of a list follow each other, the rest stands apart."""
        self._end_block()
        text = ""
        previous: bool | None = None
        for listed, block in self._blocks:
            gap = "" if previous is None else "\n" if listed and previous else "\n\n"
            text += gap + block
            previous = listed
        return text

    def _pass_list(self, name: str, *, closing: bool) -> None:
        self._marker = ""
        if not closing:
            self._numbers.append(0 if name == "ol" else None)
        elif self._numbers:
            self._numbers.pop()

    def _next_marker(self) -> str:
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            return "- "
        self._numbers[-1] = number + 1
        return f"{number + 1}. "

    def _end_block(self) -> None:
        lines = [line.strip() for line in "".join(self._pieces).split("\n")]
        self._pieces = []
        if not any(lines):
            return
        if self._marker:
            self._blocks.append((True, self._marker + " ".join(filter(None, lines))))
            self._marker = ""
        else:
            self._blocks.append((False, re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))))
