"""What can be said of a document, and the words that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

DocumentKind = Literal[
    "DPIA",
    "IAMA",
    "AIIA",
    "pre-scan",
    "system document",
    "audit",
    "supplier document",
    "advice",
    "decision",
    "policy",
    "work instruction",
    "other",
]

Voice = Literal["own", "supplier", "auditor", "adviser", "other"]
"""Whose words a document holds; the organisation's own where nothing tells otherwise."""

Status = Literal["concept", "final"]

Language = Literal["nl", "en"]

Place = Literal["page", "header", "name", "folder"]
"""Where a sign stands: the first pages, a running header or footer, the file's name, its folder."""

Aspect = Literal["kind", "voice", "status", "date", "version", "marking"]

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True)
class Sign:
    """The words something was decided on, and where they stand."""

    words: str
    place: Place


@dataclass(frozen=True)
class Told(Generic[Value_co]):
    """A value with its sign."""

    value: Value_co
    sign: Sign


@dataclass(frozen=True)
class DocumentProfile:
    """What a document says it is; none where it does not say so."""

    kind: DocumentKind
    voice: Voice
    status: Status | None
    date: str | None
    """`2023-11-21`, or `2023-11`."""
    version: str | None
    language: Language | None
    marking: str | None
    """A marking of confidentiality, as it is written there."""
    signs: Mapping[Aspect, Sign]
    """Of each aspect that something told; a kind `other` and an own voice may have none."""
