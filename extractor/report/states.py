"""What one algorithm is at the reference date, as far as a report counts it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from extractor.models import Record

Phase = Literal["not started", "draft", "confirmed", "delivered", "published", "withdrawn"]
"""Delivered entries stand in the register under a code; published ones can be read there."""

Left = Literal["no algorithm", "part of", "not published", "prohibited practice"]
"""Why an algorithm gets no entry of its own."""

Category = Literal["A", "B", "C", "undetermined"]
Status = Literal["in development", "in use", "out of use", "undetermined"]
Known = Literal["yes", "no", "unknown"]

PHASES: tuple[Phase, ...] = get_args(Phase)
LEFT: tuple[Left, ...] = get_args(Left)
CATEGORIES: tuple[Category, ...] = get_args(Category)
STATUSES: tuple[Status, ...] = get_args(Status)

UNSTARTED: tuple[Phase, ...] = ("not started", "draft")
"""Phases in which work is left for persons."""

Count = Annotated[int, Field(ge=0, le=10_000_000)]


class Quality(Record):
    """How complete one confirmed entry is."""

    filled: Count
    shown: Count
    """Fields that the public page shows, filled or not."""
    passed: Count
    asked: Count
    """Questions that a good entry answers, such as who is affected."""


class Trail(Record):
    """What a report must reserve about one algorithm."""

    drafted_on: date
    unread: bool
    """Whether the draft does not rest on all pages."""
    pages_unread: Count
    reviewed: bool
    decisions: Count
    unchecked: Count
    """Decisions of which the reviewer's name was typed, not checked."""


class AlgorithmState(Record):
    """One algorithm at the reference date; it leaves the workspace only as a count."""

    id: str
    dossier: str | None = None
    """An algorithm that gets another id, as an inventory comes later, is known by its dossier."""
    service: str
    phase: Phase
    left: Left | None = None
    ground: str | None = None
    """Of what is not published: the key of the ground."""
    category: Category = "undetermined"
    proposed: Category = "undetermined"
    """What the quick screen proposes where nobody determined the category."""
    status: Status = "undetermined"
    fewest: Count = 1
    most: Count = 1
    """How many entries it can still turn out to be."""
    withheld: tuple[str, ...] = ()
    """The grounds on which a part of the entry stays out of the register."""
    dpia: Known = "unknown"
    iama: Known = "unknown"
    quality: Quality | None = None
    """None where there is no confirmed entry here."""
    minutes: Count | None = None
    """Of a confirmed entry: the time that reviewers were at it; none where that shows nowhere."""
    trail: Trail | None = None
    """None where there is no draft."""
    published_in: str | None = None
    """The quarter of publication, where that was looked at."""
    digest: str | None = None
    """Of a confirmed entry: what tells it from any other."""
