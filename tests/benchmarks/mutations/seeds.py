"""Choose a document and what befalls it: the same for the same number, on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from mutations.damage import BYTES, Damage
from mutations.json_values import JSON_VALUES
from mutations.packages import PACKAGES
from mutations.pdf_objects import PDF_OBJECTS

FIXTURES = Path(__file__).parents[3] / "fixtures"
FOLDERS = (FIXTURES / "dossiers", FIXTURES / "form-exports", FIXTURES / "frozen")
MOST_SEEDS = 3
"""Documents of each kind, the smallest ones: as much damage as possible in a given time."""


@dataclass(frozen=True)
class Mutation:
    """A document and what befell it."""

    suffix: str
    damage: str
    content: bytes


def mutate(number: int) -> Mutation:
    """Return the mutation of this number; each kind of document gets as many."""
    random = Random(number)  # noqa: S311 - not for secrets
    kinds = list_seeds()
    suffix = list(kinds)[number % len(kinds)]
    content = random.choice(kinds[suffix]).read_bytes()
    damages = list_damages(content)
    name = random.choice(list(damages))
    return Mutation(suffix, name, damages[name](content, random))


def list_damages(content: bytes) -> dict[str, Damage]:
    """Return what can befall a document of this kind, by name."""
    if content.startswith(b"PK"):
        return BYTES | PACKAGES
    if content.startswith(b"%PDF"):
        return BYTES | PDF_OBJECTS
    return BYTES | JSON_VALUES if content.startswith(b"{") else BYTES


@cache
def list_seeds() -> dict[str, tuple[Path, ...]]:
    """Return documents of every kind there is among the fixtures, by suffix."""
    files = [path for folder in FOLDERS for path in folder.rglob("*") if path.is_file()]
    files.sort(key=lambda path: (path.stat().st_size, path))
    suffixes = sorted({path.suffix for path in files})
    return {
        suffix: tuple([path for path in files if path.suffix == suffix][:MOST_SEEDS])
        for suffix in suffixes
    }
