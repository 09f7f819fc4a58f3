"""Find what stands in a text without answering anything: code, front matter, comments, rules."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.documents.text import lines as looks
from extractor.documents.text.lines import TextLine

FRONT_LINES = 5
"""Lines within which front matter begins."""

LONGEST_CODE = 2000
"""Lines after which code that never ends is taken for an ordinary text."""


def count_apart(lines: Sequence[TextLine], place: int) -> int:
    """Return how many lines from this one on are no part of the text itself; often none."""
    line = lines[place]
    if looks.COMMENT.match(line.text):
        return _count_comment(lines, place)
    if place < FRONT_LINES and line.text.rstrip() == "---":
        found = _count_front_matter(lines, place)
        if found:
            return found
    forms = (looks.RULE, looks.IMAGES, looks.IMAGE_DATA, looks.TAGS)
    return int(any(form.fullmatch(line.text) for form in forms))


def count_code(lines: Sequence[TextLine], place: int) -> int:
    """Return the lines of a piece of code with its fences; the fence alone when it never closes."""
    opening = looks.FENCE.match(lines[place].text)
    if opening is None:
        return 0
    for count, line in enumerate(lines[place + 1 : place + LONGEST_CODE], start=2):
        closing = looks.FENCE.fullmatch(line.text.rstrip())
        if closing and closing["fence"].startswith(opening["fence"]):
            return count
    return 1


def _count_comment(lines: Sequence[TextLine], place: int) -> int:
    """Return the lines of a comment; none when text follows it, or when it never closes."""
    for count, line in enumerate(lines[place : place + LONGEST_CODE], start=1):
        _, closed, rest = line.text.partition("-->")
        if closed:
            return 0 if rest.strip() else count
    return 0


def _count_front_matter(lines: Sequence[TextLine], place: int) -> int:
    """Return the lines of front matter, keys and values between two rules; else none."""
    for count, line in enumerate(lines[place + 1 : place + LONGEST_CODE], start=2):
        if line.text.rstrip() in {"---", "..."}:
            return count if count > 2 else 0  # noqa: PLR2004 - two rules with nothing between
        if not looks.FRONT_MATTER.fullmatch(line.text):
            return 0
    return 0
