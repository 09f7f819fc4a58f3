"""An organisation's own list of what may be an algorithm: its rows, and what became of each."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from extractor.models import Locator, Record, Span

Role = Literal[
    "name", "identifier", "service", "process", "supplier", "status", "category", "contact"
]
"""What a column of a list says of a candidate."""

OutcomeKind = Literal[
    "to do",
    "draft",
    "confirmed",
    "delivered",
    "published",
    "no algorithm",
    "part of",
    "not published",
    "prohibited practice",
]
"""What became of a candidate; the first five follow from the work unless a person says so."""


class CandidateCell(Record):
    """A cell of a list: what it says, and where that stands."""

    column: str
    """The heading of its column, as shown."""
    role: Role | None
    """None of a column that Bronvast has no use for; it is kept all the same."""
    text: str
    """As shown: on one line, without characters nobody sees."""
    span: Span
    """Where the cell's own characters stand in the reading of the list."""
    locator: Locator


class Candidate(Record):
    """A row of a list that may be an algorithm, with or without documents."""

    id: str
    """Stays the same however often the list is read again."""
    list: str
    """What the list is called: by default the file's own name."""
    sheet: str = ""
    """The sheet it stands on; empty where the file has none."""
    reading: str
    """The reading of the list in which the cells stand."""
    row: int
    name: str
    cells: tuple[CandidateCell, ...]
    is_listed: bool = True
    """Whether the list still has it; what is gone from it counts no more."""
    added_at: datetime

    def find(self, role: Role) -> CandidateCell | None:
        """Return the cell in the column with this role, or none."""
        return next((cell for cell in self.cells if cell.role == role), None)

    def get(self, role: Role) -> str | None:
        """Return what the list says in the column with this role, or none."""
        cell = self.find(role)
        return cell.text if cell else None


class OutcomeChoice(Record):
    """What a person says became of a candidate."""

    candidate: str
    kind: OutcomeKind | None
    """None where an earlier choice is taken back: the outcome follows from the work again."""
    part_of: str | None = None
    """The candidate that it is a part of."""
    ground: str | None = None
    """Of what is not published: the key of the ground."""
    note: str | None = None
    reviewer: str
    at: datetime


class CandidateLink(Record):
    """The dossier that a person says is about a candidate; none where they say there is none."""

    candidate: str
    dossier: str | None
    reviewer: str
    at: datetime


class Outcome(Record):
    """What became of a candidate, and of what a person chose who did so, and when."""

    kind: OutcomeKind
    part_of: str | None = None
    ground: str | None = None
    note: str | None = None
    reviewer: str | None = None
    at: datetime | None = None


class ListedCandidate(Record):
    """A candidate as it stands now: what its list says, its dossier, and its outcome."""

    id: str
    name: str
    service: str | None
    process: str | None
    supplier: str | None
    status: str | None
    """As the register calls it, where the list's own words can be told; else those words."""
    category: str | None
    """As for the status; the category that a person decided in the dossier goes first."""
    contact: str | None
    dossier: str | None
    outcome: Outcome
