"""See headings in paragraphs that only look like one: short, bold, and followed by text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from extractor.documents.flow.parts import Paragraph, Part

LONGEST_TITLE = 120
"""Characters; a longer bold paragraph is an emphasised sentence."""

NUMBERED = re.compile(r"(?:[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
"""A letter or a number of one or more parts in front of a title."""

CONTENTS_TITLE = re.compile(
    r"inhoud(?:sopgave)?|(?:table of )?contents|lijst met (?:figuren|tabellen|afbeeldingen)",
    re.IGNORECASE,
)

SENTENCE_END = (".", "!", "?", ";", ",")


def find_titles(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts with bold lines that head the text after them made headings.

    A numbered one has the level of the headings numbered alike, or lies as deep below the last
    styled heading as its number has parts; one without a number lies one below the last heading
    that was not such a line itself.
    """
    found: list[Part] = []
    styled = level = 0
    alike: dict[str, int] = {}
    for part, after in zip_longest(parts, parts[1:]):
        if not isinstance(part, Paragraph):
            found.append(part)
        elif _heads_contents(part, after):
            found.append(part._replace(kind="contents", level=None))
        elif part.kind == "heading":
            styled = level = part.level or 1
            alike[_shape_number(part.text)] = level
            found.append(part)
        elif looks_like_title(part) and _is_text(after):
            shape = _shape_number(part.text)
            level = (
                alike.get(shape, styled + shape.count("1") + shape.count("A")) if shape else level
            )
            found.append(part._replace(kind="heading", level=level if shape else level + 1))
        else:
            found.append(part)
    return tuple(found)


def looks_like_title(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is a bold line of its own that ends no sentence."""
    text = paragraph.text.strip()
    if not paragraph.bold or len(text) > LONGEST_TITLE or "\n" in text:
        return False
    if paragraph.kind == "list_item" and not NUMBERED.match(text):
        return False
    return any(character.isalpha() for character in text) and not text.endswith(SENTENCE_END)


def _is_text(part: Part | None) -> bool:
    """Return whether there is something for a title to head."""
    if isinstance(part, Paragraph):
        return part.kind not in {"contents", "heading"}
    return part is not None


def _shape_number(text: str) -> str:
    """Return what kind of number a title has, such as `1.1` or `A`; empty without one."""
    numbered = NUMBERED.match(text)
    if numbered is None:
        return ""
    return re.sub(r"[A-Z]", "A", re.sub(r"\d+", "1", numbered[0].strip().rstrip(".")))


def _heads_contents(paragraph: Paragraph, after: Part | None) -> bool:
    """Return whether a paragraph is the title of a table of contents."""
    listed = isinstance(after, Paragraph) and after.kind == "contents"
    return listed and CONTENTS_TITLE.fullmatch(paragraph.text.strip()) is not None
