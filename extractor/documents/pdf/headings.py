"""Find headings: by their number, their print and their place in the table of contents.

An item of a list or a sentence is no heading, however bold. A line that is merely bold is one
only if it is short and stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from extractor.documents.pdf.flow import fits, is_open, starts_small
from extractor.documents.pdf.layout import Layout
from extractor.documents.pdf.numbering import is_caption, read_item_marker
from extractor.documents.pdf.titles import (
    SAME_PRINT,
    Signs,
    Text,
    Title,
    gather_title,
    may_open_title,
)

LONGEST, LONGEST_BOLD = 160, 90
"""Characters of a heading, and of one that nothing but its bold print gives away."""

RUNNING_WORDS = 8
"""A plain line of this many words is running text; pages before any are front matter."""

RUNNING_LINES, RUNNING_PART = 3, 0.3
"""So many lines of running text, or such a part of its lines, make a page one of text."""

SENTENCE = re.compile(r"[.;,!]$")


def find_titles(layout: Layout, places: Sequence[int], signs: Signs) -> tuple[Title, ...]:
    """Return the headings among lines that are nothing else yet, in the order of the text."""
    text = Text(layout, places, signs)
    front = _find_front(text)
    titles: list[Title] = []
    at = 0
    while at < len(places):
        if not may_open_title(text, at):
            at += 1
            continue
        title = gather_title(text, at)
        expected = title.page > front or signs.is_known(title)
        if expected and _is_heading(text, at, title):
            titles.append(title)
            at += len(title.places)
        else:
            at += 1
    return tuple(_drop_document_title(text, titles))


def _find_front(text: Text) -> int:
    """Return the last page of the front matter, where lines stand alone without being headings."""
    lines: Counter[int] = Counter()
    running: Counter[int] = Counter()
    for place in text.places:
        line = text.layout.lines[place]
        lines[line.page] += 1
        running[line.page] += len(line.words) >= RUNNING_WORDS and not text.is_styled(line)
    telling = (
        page
        for page in sorted(lines)
        if running[page] >= min(RUNNING_LINES, RUNNING_PART * lines[page]) > 0
    )
    return next(telling, 1) - 1


def _is_heading(text: Text, at: int, title: Title) -> bool:
    """Return whether the title is a heading."""
    if not _looks_like_title(title) or _has_neighbour(text, at, title):
        return False
    if text.signs.find_bookmark(title) is not None:
        return True
    styled = text.is_styled(title)
    if (
        text.signs.is_listed(title)
        and not is_caption(title.text)
        and (styled or title.number is not None)
    ):
        return True
    if title.number:
        return styled or (title.number.depth > 1 and _stands_apart(text, at, title))
    if read_item_marker(title.text) or is_caption(title.text):
        return False
    short = len(title.lines) == 1 and len(title.text) <= LONGEST_BOLD
    marked = text.is_large(title) or text.signs.is_listed(title) or (styled and short)
    return marked and _stands_apart(text, at, title)


def _looks_like_title(title: Title) -> bool:
    """Return whether the text is short, begins as a title does and does not end as a sentence."""
    bare = title.text[title.number.end :] if title.number else title.text
    letters = sum(map(str.isalpha, bare))
    begins = bare.lstrip("(‘’“\"'")[:1]
    return (
        letters > 1
        and len(title.text) <= LONGEST
        and SENTENCE.search(title.text) is None
        and (begins.isupper() or begins.isdigit())
    )


def _has_neighbour(text: Text, at: int, title: Title) -> bool:
    """Return whether other text stands on the same baseline, as beside a label."""
    ends = (
        (text.line(at - 1), title.lines[0]),
        (text.line(at + len(title.places)), title.lines[-1]),
    )
    return any(
        other is not None and other.page == line.page and abs(other.baseline - line.baseline) <= 1
        for other, line in ends
    )


def _stands_apart(text: Text, at: int, title: Title) -> bool:
    """Return whether no sentence runs into it from above or out of it below."""
    return not _is_run_into(text, at, title) and not _runs_out(text, at, title)


def _is_run_into(text: Text, at: int, title: Title) -> bool:
    """Return whether the line above breaks off in a sentence that goes on here."""
    before = text.line(at - 1)
    return (
        before is not None
        and text.layout.steps_down(before, title.lines[0])
        and is_open(before)
        and not fits(before, title.lines[0], text.limit(at - 1))
    )


def _runs_out(text: Text, at: int, title: Title) -> bool:
    """Return whether the line below goes on with it, as with the first line of a paragraph."""
    end = at + len(title.places)
    after, last = text.line(end), title.lines[-1]
    if after is None or not text.layout.steps_down(last, after):
        return False
    alike = after.bold == last.bold and abs(after.size - last.size) <= SAME_PRINT
    return (alike or starts_small(after)) and not fits(last, after, text.limit(end - 1))


def _drop_document_title(text: Text, titles: Sequence[Title]) -> Sequence[Title]:
    """Return the headings without those that open page 1 in a large print no other heading has."""
    largest = max((title.size for title in titles), default=0.0) - SAME_PRINT
    opening = list(
        takewhile(
            lambda title: (
                title.page == 1
                and title.size >= largest
                and text.is_large(title)
                and not text.signs.is_known(title)
            ),
            titles,
        )
    )
    others = titles[len(opening) :]
    return titles if any(title.size >= largest for title in others) else others
