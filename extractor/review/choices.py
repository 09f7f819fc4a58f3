"""What a person asks for when they decide, and who they are."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from extractor.models import Claim, Record


class Seen(Record):
    """What a reviewer had before them: the last decision on the subject then, if any."""

    decision: str | None


class Choice(Record):
    """What a person wants to do with one subject."""

    action: Literal["accept", "edit", "choose", "empty", "withhold", "carry", "withdraw", "undo"]
    typed: str = ""
    """The value a person typed, with `edit`."""
    added: tuple[Claim, ...] = ()
    """Passages that a person put into the value, cut from the stored reading."""
    number: int = 0
    """Which alternative, from 1, with `choose`."""
    ground: str = ""
    """Why it stays out of the register, with `withhold`."""
    parts: tuple[int, ...] = ()
    """Which sentences or items of the proposal are withheld, from 1; none for the whole field."""
    seen: Seen | None = None
    """Where it is told, another decision since then refuses this one."""


class Signature(Record):
    """Who decides, when, and what they remark."""

    reviewer: str
    at: datetime
    note: str | None = None
    checked: bool = False
    """Whether the name came with a token of the reviewer's own."""
