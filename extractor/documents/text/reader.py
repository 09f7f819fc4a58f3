"""Read a text file; one that holds no text becomes a problem of the reading."""

from __future__ import annotations

from extractor.documents.identity import make_reading_id
from extractor.documents.problems import describe_problem
from extractor.documents.text.decoding import decode_text
from extractor.documents.text.markdown import find_blocks
from extractor.models import Problem, Reading, Source

READER = "text@3"

LARGEST_TEXT = 20_000_000
"""Bytes; above this a text file is a log or a table, and no document."""


def read_text(content: bytes, source: Source) -> Reading:
    """Return the reading of a text or Markdown file; undecodable bytes give a problem."""
    if len(content) > LARGEST_TEXT:
        limit = str(LARGEST_TEXT // 1_000_000)
        return _make_reading(source, "", describe_problem("too_large", limit=limit))
    text = decode_text(content)
    if text is None:
        return _make_reading(source, "", describe_problem("unreadable_text"))
    if not text.strip():
        return _make_reading(source, text, describe_problem("text_no_text"))
    return _make_reading(source, text)


def _make_reading(source: Source, text: str, *problems: Problem) -> Reading:
    """Return the reading of a text."""
    return Reading(
        id=make_reading_id(source.sha256, READER),
        source=source,
        reader=READER,
        text=text,
        blocks=find_blocks(text),
        problems=problems,
    )
