"""Gold files: what a dossier's documents say about each field, and what must not be made of it."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, ValidationError
from pydantic_core import PydanticCustomError

from extractor.errors import GoldUnusable
from extractor.models import LinkedTitle, Record


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern, re.IGNORECASE | re.DOTALL)
    except re.error:
        raise PydanticCustomError("pattern", "is geen geldig patroon") from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]
"""A regex, case-insensitive, whose dot takes line ends."""


class GoldDocument(Record):
    """A document of the dossier, by its path in the dossier's folder."""

    file: str
    sha256: str
    pages: int | None


class Evidence(Record):
    """Where a fact stands; no page in a document without pages."""

    file: str
    page: int | None
    quote: str


class Fact(Record):
    """Something a good value says."""

    fact: str
    pattern: Pattern
    weight: int
    evidence: tuple[Evidence, ...]


class Forbidden(Record):
    """Something no value may say."""

    claim: str
    pattern: Pattern
    why: str


class ConflictingValue(Record):
    """One side of a contradiction."""

    value: str
    pattern: Pattern
    evidence: tuple[Evidence, ...]


class Conflict(Record):
    """What the documents contradict each other about."""

    topic: str
    values: tuple[ConflictingValue, ...]
    why: str


class GoldField(Record):
    """What is known of one field."""

    answerable: bool
    why: str
    expected: tuple[str | LinkedTitle, ...]
    abstain_ok: bool
    tolerated: tuple[Pattern, ...]
    facts: tuple[Fact, ...]
    forbidden: tuple[Forbidden, ...]
    conflicts: tuple[Conflict, ...]


class Gold(Record):
    """What is known of one dossier."""

    dossier: str
    documents: tuple[GoldDocument, ...]
    fields: dict[str, GoldField]

    @cached_property
    def hashes(self) -> frozenset[str]:
        """Return the hashes of its documents."""
        return frozenset(document.sha256 for document in self.documents)


_REASONS = {
    "missing": "ontbreekt",
    "extra_forbidden": "hoort er niet in",
    "json_invalid": "is geen JSON",
    "pattern": "is geen geldig patroon",
}
"""By pydantic's name of an error, what is wrong."""


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """Return the gold files of a folder; refuse one that is not of the right form."""
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
    if not paths or not all(path.is_file() for path in paths):
        raise GoldUnusable(str(folder), "er staan geen bestanden met bekende antwoorden")
    return tuple(_load(path) for path in paths)


def _load(path: Path) -> Gold:
    try:
        return Gold.model_validate_json(path.read_bytes())
    except OSError:
        raise GoldUnusable(str(path), "kan niet worden gelezen") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "het bestand"
        reason = _REASONS.get(first["type"], "heeft niet de juiste vorm")
        raise GoldUnusable(str(path), f"{place} {reason}") from None
