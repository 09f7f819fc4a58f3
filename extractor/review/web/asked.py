"""What the page may ask of the API: shapes and sizes, refused beyond these."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict
from pydantic import Field as Shape

from extractor.candidates import OutcomeKind, Role
from extractor.errors import DecisionRefused
from extractor.models import Span
from extractor.review.choices import Choice, Seen

DraftPath = Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")]
FieldPath = Annotated[str, Path(pattern=r"^[a-z_]{2,40}$")]
ReadingPath = Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")]
LONGEST = 100_000
"""Characters of a typed value that are looked at."""


Words = Annotated[str, Shape(max_length=LONGEST)]


class Asked(BaseModel):
    """What a reviewer wants with one field, and the decision they had before them."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["accept", "edit", "choose", "empty", "withhold", "carry", "withdraw", "undo"]
    typed: Words = ""
    number: int = 0
    ground: Annotated[str, Shape(max_length=50)] = ""
    parts: tuple[int, ...] = ()
    note: Annotated[str, Shape(max_length=2000)] = ""
    seen: str
    """The id of the last decision on the field that the page showed; empty for none."""

    def to_choice(self) -> Choice:
        """Return the choice without who makes it."""
        asked = self.model_dump(exclude={"note", "seen"})
        return Choice(**asked, seen=self.to_seen())

    def to_seen(self) -> Seen:
        """Return what the reviewer had before them."""
        return Seen(decision=self.seen or None)


class Selected(BaseModel):
    """A passage of a stored document, in characters of its reading, for a field."""

    model_config = ConfigDict(extra="forbid")

    reading: Annotated[str, Shape(pattern=r"^[0-9a-f]{4,64}$")]
    start: Annotated[int, Shape(ge=0)]
    end: Annotated[int, Shape(ge=0)]
    note: Annotated[str, Shape(max_length=2000)] = ""
    seen: str


class Typed(BaseModel):
    """A value that is being typed."""

    model_config = ConfigDict(extra="forbid")

    typed: Annotated[str, Shape(max_length=LONGEST)]


class Left(BaseModel):
    """The fields that the reviewer saw listed as not found."""

    model_config = ConfigDict(extra="forbid")

    fields: list[str]


class Name(BaseModel):
    """Who a reviewer says to be."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Shape(min_length=1, max_length=100)]


class Copied(BaseModel):
    """The fields that stand in the register's own form, and the code it gave the entry."""

    model_config = ConfigDict(extra="forbid")

    fields: list[Annotated[str, Shape(max_length=40)]]
    lars: Annotated[str, Shape(max_length=20)] = ""


FolderPath = Annotated[str, Shape(max_length=4000)]


class Place(BaseModel):
    """A folder or document of this machine; empty for the home folder, where folders are listed."""

    model_config = ConfigDict(extra="forbid")

    path: FolderPath


class Run(Place):
    """A folder to draft, and by which drafter."""

    drafter: Literal["offline", "llm"] = "offline"


class Moved(Place):
    """Documents of a folder, as paths inside it, that belong to a dossier."""

    documents: list[Annotated[str, Shape(max_length=4000)]]
    dossier: Annotated[str, Shape(max_length=200)]
    also: bool = False


class ListPlace(Place):
    """A list of this machine, and how a person says it is to be read."""

    name: Annotated[str, Shape(max_length=400)] = ""
    """What the list is called; empty for the file's own name."""
    sheet: Annotated[str, Shape(max_length=400)] = ""
    columns: dict[Role, Annotated[str, Shape(max_length=40_000)]] = {}
    """The heading of the column with each role; empty where no column has it."""


class ChosenOutcome(BaseModel):
    """What became of a candidate; `derived` lets it follow from the work again."""

    model_config = ConfigDict(extra="forbid")

    kind: OutcomeKind | Literal["derived"]
    part_of: Annotated[str, Shape(max_length=40)] = ""
    ground: Annotated[str, Shape(max_length=50)] = ""
    note: Annotated[str, Shape(max_length=2000)] = ""


class LinkedDossier(BaseModel):
    """The id of the dossier that is about a candidate; empty for none."""

    model_config = ConfigDict(extra="forbid")

    dossier: Annotated[str, Shape(max_length=200)]


def make_span(start: int, end: int) -> Span:
    """Return the span; refused where it runs backward."""
    if end < start:
        raise DecisionRefused("deze plek in een document bestaat niet")
    return Span(start=start, end=end)
