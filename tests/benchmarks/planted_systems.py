"""List the other systems of planted documents, and compare them with what a person listed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from planted_screens import FOLDER

from extractor.documents.reading import read_document
from extractor.models import Reading
from extractor.screening.screening import screen_readings

_FRONT = "# Systeembeschrijving\n\n## Werking\n\n"


@dataclass(frozen=True)
class PlantedSystems:
    """A short document, the name of its dossier, and the other systems a person lists."""

    name: str
    own: str
    reading: Reading
    expected: frozenset[str]

    def list_found(self) -> frozenset[str]:
        """Return the names that the screen lists."""
        screen = screen_readings((self.own,), {self.reading.id: self.reading})
        return frozenset(each.name for each in screen.others)


def load_systems(half: str) -> list[PlantedSystems]:
    """Return the documents of one half of the set."""
    table = tomllib.loads((FOLDER / f"systems_{half}.toml").read_text(encoding="utf-8"))
    return [
        PlantedSystems(
            name=row["name"],
            own=row["own"],
            reading=read_document(f"{_FRONT}{row['text']}".encode(), "stuk.md"),
            expected=frozenset(row["others"]),
        )
        for row in table["case"]
    ]


def count_systems(half: str) -> dict[str, int]:
    """Return how many names were listed rightly, wrongly and not at all."""
    counts = {"right": 0, "wrong": 0, "missed": 0}
    for planted in load_systems(half):
        found = planted.list_found()
        counts["right"] += len(found & planted.expected)
        counts["wrong"] += len(found - planted.expected)
        counts["missed"] += len(planted.expected - found)
    return counts
