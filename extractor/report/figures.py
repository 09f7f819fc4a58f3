"""The figures of a report: counts per service, and no name or text of an algorithm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import Field, model_validator

from extractor.models import Record
from extractor.report.periods import Quarter
from extractor.report.states import (
    CATEGORIES,
    PHASES,
    UNSTARTED,
    Category,
    Count,
    Known,
    Left,
    Phase,
    Status,
)

ServiceName = Annotated[str, Field(min_length=1, max_length=200)]
GroundKey = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
PerCategory = Mapping[Category, Count]
PerQuarter = Mapping[Quarter, PerCategory]
Key = TypeVar("Key", bound=str)


class Bandwidth(Record):
    """How many entries there will be, while for some algorithms it is open how many they are."""

    waiting: Count = 0
    """Algorithms of which nobody said yet whether they are one, several or none."""
    fewest: Count = 0
    most: Count = 0
    open_fewest: Count = 0
    """Of those that are not confirmed yet."""
    open_most: Count = 0

    @model_validator(mode="after")
    def _spans(self) -> Bandwidth:
        if self.fewest > self.most or self.open_fewest > self.open_most:
            message = "het minimum is hoger dan het maximum"
            raise ValueError(message)
        return self


class QualityFigures(Record):
    """How complete the confirmed entries are."""

    entries: Count = 0
    complete: Count = 0
    """Entries of which every field that is always shown is filled."""
    filled: Count = 0
    shown: Count = 0
    passed: Count = 0
    asked: Count = 0


class TrailFigures(Record):
    """What the reader of a report must know of how the figures came about."""

    drafts: Count = 0
    unreviewed: Count = 0
    """Drafts on which nobody decided anything yet."""
    unread: Count = 0
    """Drafts that do not rest on all pages."""
    pages_unread: Count = 0
    decisions: Count = 0
    unchecked: Count = 0


class Changes(Record):
    """What is different from the earlier reference date."""

    new: Count = 0
    changed: Count = 0
    withdrawn: Count = 0
    dropped: Count = 0
    """Algorithms that since then turned out to get no entry."""


class ServiceFigures(Record):
    """The counts of one service; a count of nothing is left out."""

    service: ServiceName
    progress: Mapping[Category, Mapping[Phase, Count]] = Field(default_factory=dict)
    left: Mapping[Left, Count] = Field(default_factory=dict)
    grounds: Mapping[GroundKey, Count] = Field(default_factory=dict)
    """Of the algorithms that are not published at all."""
    partly: Count = 0
    """Entries of which a part is not published."""
    withheld: Mapping[GroundKey, Count] = Field(default_factory=dict)
    """On which grounds; an entry can rest on several."""
    proposed: PerCategory = Field(default_factory=dict)
    """Of the algorithms without a category: what the quick screen proposes."""
    statuses: Mapping[Status, Count] = Field(default_factory=dict)
    dpia: Mapping[Known, Count] = Field(default_factory=dict)
    iama: Mapping[Known, Count] = Field(default_factory=dict)
    bandwidth: Bandwidth = Bandwidth()
    quality: QualityFigures = QualityFigures()
    trail: TrailFigures = TrailFigures()
    drafted_from: date | None = None
    drafted_until: date | None = None
    minutes: tuple[Count, ...] = ()
    """What each confirmed entry took, the shortest first."""
    published: PerQuarter = Field(default_factory=dict)
    targets: PerQuarter = Field(default_factory=dict)
    before: Mapping[Phase, Count] = Field(default_factory=dict)
    """The phases at the earlier reference date."""
    changes: Changes | None = None
    """None where nothing was compared, or counts alone."""

    @model_validator(mode="after")
    def _adds_up(self) -> ServiceFigures:
        for counts in (self.statuses, self.dpia, self.iama):
            if sum(counts.values()) != self.included:
                message = "de aantallen tellen niet op tot hetzelfde totaal"
                raise ValueError(message)
        return self

    @property
    def included(self) -> int:
        """Return how many algorithms get an entry of their own."""
        return sum(self.count_phases().values())

    @property
    def known(self) -> int:
        """Return how many algorithms were inventoried."""
        return self.included + sum(self.left.values())

    @property
    def remaining(self) -> int:
        """Return how many algorithms still need work before their entry is confirmed."""
        return sum(self.count_phases()[phase] for phase in UNSTARTED)

    def count_phases(self) -> dict[Phase, int]:
        """Return the counts of all phases, nothing included."""
        return {
            phase: sum(self.progress.get(each, {}).get(phase, 0) for each in CATEGORIES)
            for phase in PHASES
        }

    def count_categories(self) -> dict[Category, int]:
        """Return the counts of all categories, nothing included."""
        return {each: sum(self.progress.get(each, {}).values()) for each in CATEGORIES}


class Figures(Record):
    """The counts at a reference date, per service in the order of their names."""

    bronvast: Literal["figures"] = "figures"
    format: Literal[1] = 1
    as_of: date
    since: date | None = None
    services: Annotated[tuple[ServiceFigures, ...], Field(max_length=1000)]

    @model_validator(mode="after")
    def _names_services_once(self) -> Figures:
        names = [each.service for each in self.services]
        if names != sorted(set(names)):
            message = "elke dienst hoort er een keer te staan, op volgorde van naam"
            raise ValueError(message)
        return self


def drop_nothing(counts: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """Return the counts that are not nothing."""
    return {key: count for key, count in counts if count}
