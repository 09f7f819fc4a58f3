"""What one passage states on a topic, and two sides that cannot both be so."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.drafting.offline.answers import Answer


@dataclass(frozen=True)
class Statement:
    """What a passage says on a topic, and of what it says so."""

    topic: str
    side: str
    """Which of the topic's sides it takes, or its value as written."""
    subject: frozenset[str]
    """Stems of what it speaks of; none when that is the dossier's own system."""
    about: frozenset[str]
    """Stems of the content words that say more of it."""
    answer: Answer
    value: str | None = None
    """The value for a field that holds one; none where only the sentence says it."""


@dataclass(frozen=True)
class Side:
    """What one or more passages say together."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Contradiction:
    """A topic on which passages say what cannot all be so."""

    topic: str
    fields: tuple[str, ...]
    sides: tuple[Side, ...]
