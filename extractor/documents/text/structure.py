"""Say what each line of a Markdown text is, as CommonMark has it, tables included.

markdown-it-py goes through the blocks only: the text inside them stays as it is, and a block is
known by its lines. Two things are read otherwise than CommonMark does. Code that runs to the end
of the text for want of a closing fence swallows nothing, and indented sentences and items are no
code: who writes a DPIA indents those far more often than code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

LineKind = Literal["heading", "paragraph", "row", "delimiters", "code", "rule"]

KINDS: dict[str, LineKind] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "tr_open": "row",
    "fence": "code",
    "code_block": "code",
    "hr": "rule",
}
"""What the tokens say that stand for lines of their own."""

LINE_END = re.compile(r"\r\n|\r")
CLOSING = re.compile(r"[\s>]*(`{3,}|~{3,})\s*")
TEXT = re.compile(r"\s*(?:(?:[-*+•]|\d{1,3}[.)])\s.*|(?:\S+\s+){4,}\S+[.?!:]\s*)")
"""An indented line that is no code: an item, or five words or more that end a sentence."""

CODE = re.compile(r"[{}<>=$\\]|--|\w\(")
"""A sign that indented code has somewhere and indented words do not."""

MOST_OPEN = 20
"""Fences that never close and are taken out of the text, one after the other."""


@dataclass
class Structure:
    """The blocks of a Markdown text by line, from 0."""

    kinds: dict[int, LineKind] = field(default_factory=dict)
    begins: dict[int, int] = field(default_factory=dict)
    """The lines at which a block begins, each with the line after its last."""
    items: set[int] = field(default_factory=set)
    """The lines at which an item of a list begins."""


def outline_markdown(text: str) -> Structure:
    """Return the structure of a Markdown text; a line that belongs to no block is not in it."""
    lines = LINE_END.sub("\n", text).split("\n")
    tokens = parse_blocks(lines)
    structure = Structure()
    for token in tokens:
        if token.map is None:
            continue
        first, after = token.map
        if token.type == "list_item_open":
            structure.items.add(first)
        elif token.type == "table_open":
            structure.kinds[first + 1] = "delimiters"
        elif token.type == "code_block" and not is_code(lines[first:after]):
            continue
        elif token.type in KINDS:
            structure.begins[first] = after
            structure.kinds.update(dict.fromkeys(range(first, after), KINDS[token.type]))
    return structure


def is_code(lines: list[str]) -> bool:
    """Return whether indented lines are code and not text that somebody indented."""
    return any(map(CODE.search, lines)) and not any(map(TEXT.fullmatch, lines))


def parse_blocks(lines: list[str]) -> list[Token]:
    """Return the tokens of the blocks in these lines; a fence that never closes is made blank."""
    parser = MarkdownIt("commonmark").enable("table").disable("reference")
    lines = list(lines)
    for _ in range(MOST_OPEN):
        tokens: list[Token] = []
        parser.block.parse("\n".join(lines), parser, {}, tokens)
        never_closed = find_open_fence(tokens, lines)
        if never_closed is None:
            break
        lines[never_closed] = ""
    return tokens


def find_open_fence(tokens: list[Token], lines: list[str]) -> int | None:
    """Return the line of a fence that makes all the rest of the text code, or none."""
    fences = [token for token in tokens if token.type == "fence" and token.map is not None]
    if not fences or fences[-1].map is None:
        return None
    first, after = fences[-1].map
    closed = after - first > 1 and CLOSING.fullmatch(lines[after - 1]) is not None
    to_the_end = not any(line.strip() for line in lines[after:])
    return first if to_the_end and not closed else None
