"""What an llm is tried out with: an invented document, and what stands in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from extractor.documents.reading import read_document
from extractor.models import Reading, Record
from extractor.standard.catalogue import Field, find_field

DOCUMENT = "proefdocument (verzonnen).md"
_ROOM = Path(__file__).parent
Place = Literal["begin", "end"]


class ProbeLines(Record):
    """What long questions are made of."""

    begin: str
    end: str
    filler: tuple[str, ...]


class Probe(Record):
    """What is asked of the document, and what stands in it."""

    dossier: str
    order: str
    absent: tuple[str, ...]
    answerable: Mapping[str, str]
    contradictions: Mapping[str, tuple[str, ...]]
    lines: ProbeLines
    words: Mapping[Place, str]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields that are asked about."""
        return tuple(find_field(key) for key in (*self.answerable, *self.absent))


@cache
def load_probe() -> Probe:
    """Return what is asked."""
    return Probe.model_validate(tomllib.loads((_ROOM / "probe.toml").read_text(encoding="utf-8")))


def load_document() -> bytes:
    """Return the document's bytes."""
    return (_ROOM / "document.md").read_bytes()


@cache
def read_probe_document() -> Reading:
    """Return the reading of the document, made as of any other."""
    return read_document(load_document(), DOCUMENT)
