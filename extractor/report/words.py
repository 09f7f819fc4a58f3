"""How a report calls what it counts, and writes numbers."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from extractor.grounds import load_grounds
from extractor.models import Record

OTHER_GROUND = "Een andere grond"
NONE = "–"
"""Stands where there is nothing to tell."""


class Words(Record):
    """The Dutch words, colours and signs of `words.toml`."""

    phases: dict[str, str]
    left: dict[str, str]
    categories: dict[str, str]
    statuses: dict[str, str]
    known: dict[str, str]
    colours: dict[str, str]
    signs: dict[str, str]
    counts: dict[str, str]

    def name_part(self, table: str, key: str) -> str:
        """Return how a count is called, by the table of figures it stands in and its key there."""
        named: dict[str, dict[str, str]] = {
            "progress": {**self.categories, **self.phases},
            "before": self.phases,
            "left": self.left,
            "statuses": self.statuses,
            "proposed": self.categories,
            "published": self.categories,
            "targets": self.categories,
            "dpia": self.known,
            "iama": self.known,
        }
        if table in {"grounds", "withheld"}:
            return name_ground(key)
        return named.get(table, self.counts).get(key, key)


@cache
def load_words() -> Words:
    """Return the words of the table."""
    text = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    return Words.model_validate(tomllib.loads(text))


def name_ground(key: str) -> str:
    """Return a ground with the article it rests on."""
    ground = next((each for each in load_grounds() if each.key == key), None)
    return f"{ground.label} ({ground.law})" if ground else OTHER_GROUND


def name_service(name: str) -> str:
    """Return the name of a service as the first words of a row."""
    return f"{name[:1].upper()}{name[1:]}"


def count_words(count: int, one: str, several: str) -> str:
    """Return the count with its noun."""
    return f"{count} {one if count == 1 else several}"


def write_share(part: int, whole: int) -> str:
    """Return a part of a whole as a percentage that never rounds to all or nothing."""
    if not whole:
        return NONE
    share = round(100 * part / whole)
    if part < whole:
        share = min(share, 99)
    return f"{max(share, 1) if part else 0}%"


def write_span(fewest: int, most: int) -> str:
    """Return a range, or one number where there is no more to it."""
    return str(fewest) if fewest == most else f"{fewest}–{most}"


def join_words(words: list[str]) -> str:
    """Return the words as a list in a sentence."""
    if len(words) < 2:  # noqa: PLR2004 - one word has no "en"
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"
