"""Exports of the form tool: the invented ones on disk, and small ones made for a test."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from extractor.documents.reading import read_document
from extractor.models import Block, Reading, Span

EXPORTS = Path(__file__).parents[3] / "fixtures" / "form-exports"


def read_export(name: str) -> Reading:
    """Return the reading of an invented export."""
    return read_document((EXPORTS / name).read_bytes(), name)


def write_form(answers: Mapping[str, object], urn: str = "urn:nl:dpia:3.0") -> bytes:
    """Return an export with these answers; a bare value is wrapped as the tool wraps it."""
    wrapped = {
        key: value if isinstance(value, list | dict) else {"value": value, "lastEditedAt": "2026"}
        for key, value in answers.items()
    }
    form = {"metadata": {"urn": urn, "createdAt": "2026-02-18T10:02:33Z"}, "answers": wrapped}
    return json.dumps(form).encode()


def read_form(answers: Mapping[str, object], urn: str = "urn:nl:dpia:3.0") -> Reading:
    """Return the reading of an export with these answers."""
    return read_document(write_form(answers, urn), "dpia.json")


def list_outer(reading: Reading) -> list[tuple[str, str | None, str]]:
    """Return kind, label and text of the blocks that follow each other, without the front."""
    inner = ("cell", "instruction", "footnote_mark")
    return [
        (block.kind, block.label, block.span.of(reading.text))
        for block in reading.blocks
        if block.kind not in inner and block.label is not None
    ]


def find(reading: Reading, words: str) -> Span:
    """Return where the words stand, the last time that they do."""
    start = reading.text.rindex(words)
    return Span(start=start, end=start + len(words))


def find_block(reading: Reading, words: str) -> Block:
    """Return the smallest block that holds the words."""
    span = find(reading, words)
    holding = (block for block in reading.blocks if block.span.holds(span))
    return min(holding, key=lambda block: block.span.end - block.span.start)
