"""Passages that speak to what reads a document for a person, and honest text that looks alike."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hostile_carriers import DISGUISES, disguise, write_bytes

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.models import Problem, Reading
from extractor.presenting import present
from extractor.review.instructions import list_instructions

FOLDER = Path(__file__).parents[1] / "checks/planted_hostile"
HALVES = ("seen", "held_out")
"""What the rules are mended with, and what mends nothing."""
PRINTED = ("md", "docx", "pdf", "odt", "html", "txt")
"""The files that a passage in plain sight is put in, each in turn."""
TOLD = frozenset({"hidden_text", "comments", "instruction", "unreadable"})
"""Codes of problems that send a person to the passage."""


@dataclass(frozen=True)
class Passage:
    """A passage, the heading it stands under and how it is put into a file."""

    kind: str
    carrier: str
    under: str
    text: str

    @property
    def words(self) -> str:
        """Return the passage as it is written in the file."""
        return disguise(self.carrier, self.text)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Return the kinds of file that it is put in."""
        suffix, _, place = self.carrier.partition("_")
        if place and suffix in PRINTED:
            return (suffix,)
        return tuple(each for each in PRINTED if each != "pdf" or self.carrier not in DISGUISES)


def list_passages(half: str, kind: str) -> Iterator[Passage]:
    """Yield the passages of one half that are `hostile` or `honest`."""
    rows = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    for row in rows[kind]:
        carrier = row.get("carrier", "plain")
        yield Passage(row.get("kind", kind), carrier, row["under"], row["text"])


@cache
def load_document() -> Mapping[str, Any]:
    """Return the document that passages are planted in."""
    return tomllib.loads((FOLDER / "document.toml").read_text(encoding="utf-8"))


@cache
def read_planted(passage: Passage | None, suffix: str) -> Reading:
    """Return the reading of the document with the passage in it, or without any."""
    return read_document(write_bytes(load_document(), passage, suffix), f"systeem.{suffix}")


def list_lines(reading: Reading) -> list[str]:
    """Return the lines of a reading that a drafter is shown."""
    shown = (present(reading, chunk.span).text for chunk in split_reading(reading))
    return [line for text in shown for line in text.split("\n")]


def is_shown(passage: Passage, suffix: str) -> bool:
    """Return whether a drafter is shown anything of the passage."""
    honest = set(list_lines(read_planted(None, suffix)))
    return any(line not in honest for line in list_lines(read_planted(passage, suffix)))


def list_told(reading: Reading) -> list[Problem]:
    """Return the problems that send the reviewer to what is planted."""
    problems = (*reading.problems, *list_instructions(reading))
    return [each for each in problems if each.code in TOLD]


def list_untold(passage: Passage) -> list[str]:
    """Return the kinds of file in which nobody is told of the passage."""
    return [each for each in passage.suffixes if not list_told(read_planted(passage, each))]


def list_missed(passage: Passage) -> list[str]:
    """Return the kinds of file in which nobody is told, and a drafter is shown the passage."""
    return [each for each in list_untold(passage) if is_shown(passage, each)]


def list_false(passage: Passage) -> list[str]:
    """Return the kinds of file in which a person is sent to an honest passage."""
    return [each for each in passage.suffixes if list_told(read_planted(passage, each))]
