"""See headings in paragraphs that only look like one: short, bold, and followed by text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.documents.docx.parts import Paragraph, Part

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

    A numbered one lies as deep below the last styled heading as its number has parts; one
    without a number lies one below the last heading that was not such a line itself.
    """
    found: list[Part] = []
    styled = level = 0
    for place, part in enumerate(parts):
        after = parts[place + 1] if place + 1 < len(parts) else None
        if not isinstance(part, Paragraph):
            found.append(part)
        elif _heads_contents(part, after):
            found.append(replace(part, kind="contents", level=None))
        elif part.kind == "heading":
            styled = level = part.level or 1
            found.append(part)
        elif looks_like_title(part) and _is_text(after):
            numbered = NUMBERED.match(part.text)
            depth = len(re.findall(r"\w+", numbered[0])) if numbered else 0
            level = styled + depth if numbered else level
            found.append(replace(part, kind="heading", level=level if numbered else level + 1))
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
    """Return whether there is something for a title to head; a lower title is."""
    return part is not None and (not isinstance(part, Paragraph) or part.kind != "contents")


def _heads_contents(paragraph: Paragraph, after: Part | None) -> bool:
    """Return whether a paragraph is the title of a table of contents."""
    listed = isinstance(after, Paragraph) and after.kind == "contents"
    return listed and CONTENTS_TITLE.fullmatch(paragraph.text.strip()) is not None
