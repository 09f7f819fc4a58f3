"""Write long invented documents: sections of sentences, rows, notes and sentences that recur."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
SENTENCES, PARAGRAPHS, ROWS = 4, 7, 5
"""Of a paragraph, and of a section."""

NOTED, LOWER = 0.5, 0.4
"""How often a section has a footnote, and stands below the heading before it."""


WORDS_BEFORE_MARK = 4


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it."""

    title: str
    level: int
    paragraphs: Sequence[Sequence[str]]
    """Each a number of sentences."""
    rows: Sequence[Sequence[str]]
    """Each a number of cells."""
    note: str | None
    """Called within the first sentence, after its fourth word."""


class Writer:
    """Fills templates with chance, and never writes a sentence twice."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.wording = _read("wording.toml")
        self._written: set[str] = set()

    def write_sections(self, count: int, signs: str) -> tuple[Section, ...]:
        """Return so many sections; their comparisons use these signs."""
        return tuple(self._write_section(number, signs) for number in range(1, count + 1))

    def write_others(self, count: int) -> tuple[str, ...]:
        """Return sentences of documents about something else."""
        templates = _read("other_wording.toml")["sentences"]
        return tuple(self._fill(self.random.choice(templates), "<>") for _ in range(count))

    def _write_section(self, number: int, signs: str) -> Section:
        choose = self.random.choice
        paragraphs = [
            [self._write_new(self.wording["templates"], signs) for _ in range(SENTENCES)]
            for _ in range(PARAGRAPHS)
        ]
        paragraphs[-1][1] = choose(self.wording["repeated"])
        rows = [
            [self._fill(cell, signs) for cell in choose(self.wording["cells"])] for _ in range(ROWS)
        ]
        noted = self.random.random() < NOTED
        return Section(
            title=f"{number} {choose(self.wording['titles'])}",
            level=2 if number > 1 and self.random.random() < LOWER else 1,
            paragraphs=paragraphs,
            rows=rows,
            note=self._write_new(self.wording["notes"], signs) if noted else None,
        )

    def _write_new(self, templates: Sequence[str], signs: str) -> str:
        while (text := self._fill(self.random.choice(templates), signs)) in self._written:
            continue
        self._written.add(text)
        return text

    def _fill(self, template: str, signs: str) -> str:
        filled = dict(self._fill_slots(signs))
        for name in ("wie", "wat"):
            filled[name.title()] = filled[name][0].upper() + filled[name][1:]
        return template.format_map(filled)

    def _fill_slots(self, signs: str) -> Iterator[tuple[str, str]]:
        random = self.random
        for name, words in self.wording["slots"].items():
            yield name, random.choice(words)
        day, month = random.randint(10, 28), random.randint(10, 12)
        yield "teken", random.choice(signs)
        yield "getal", str(random.randint(12, 98))
        yield "klein", str(random.randint(11, 39))
        yield "procent", f"{random.randint(2, 97)},{random.randint(1, 9)}"
        yield "duizend", f"{random.randint(11, 989)}.{random.randint(0, 999):03}"
        yield "jaar", str(random.randint(2015, 2026))
        yield "datum", f"{day}-{month}-{random.randint(2015, 2026)}"
        yield "kenmerk", f"{random.choice('BDKRV')}{random.randint(1000, 99999)}"


def read_heads() -> tuple[str, ...]:
    """Return what stands above the columns of the tables."""
    return tuple(_read("wording.toml")["heads"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
