"""The signs that documents are told by, as read from `signs.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.documents.dates import DateFinder
from extractor.documents.profile.profiles import DocumentKind, Voice

Pattern = re.Pattern[str]


@dataclass(frozen=True)
class KindSign:
    """What tells one kind of document."""

    kind: DocumentKind
    titles: Pattern
    hints: Pattern | None


@dataclass(frozen=True)
class VoiceSigns:
    """What tells whose words a document holds."""

    of_kind: Mapping[DocumentKind, Voice]
    senders: Pattern
    subjects: Pattern
    subject_kinds: frozenset[DocumentKind]
    others: Pattern
    firm: Pattern
    claims: Pattern
    sales: tuple[Pattern, ...]
    least_sales: int


@dataclass(frozen=True)
class StatusSigns:
    """What tells a concept from a final document."""

    label: Pattern
    concept: Pattern
    final: Pattern
    said_concept: Pattern
    said_final: Pattern
    named_final: Pattern
    settled: Pattern
    unsettled: Pattern
    open: Pattern
    about: Pattern


@dataclass(frozen=True)
class MarkingSigns:
    """What a marking of confidentiality looks like."""

    sure: tuple[Pattern, ...]
    plain: tuple[Pattern, ...]
    label: Pattern


@dataclass(frozen=True)
class Signs:
    """All signs together."""

    labels: Pattern
    """What may stand above what it labels."""
    kinds: tuple[KindSign, ...]
    voices: VoiceSigns
    status: StatusSigns
    marking: MarkingSigns
    of_others: Pattern
    """Before a version: whose it is, when not the document's."""
    instruments: Pattern
    dates: DateFinder
    dated: Pattern
    not_dated: Pattern
    placed: Pattern


@cache
def load_signs() -> Signs:
    """Return the signs the package holds."""
    table = tomllib.loads(Path(__file__).with_name("signs.toml").read_text(encoding="utf-8"))
    return Signs(
        labels=_compile(table["lines"]["labels"]),
        kinds=tuple(_read_kind(kind) for kind in table["kinds"]),
        voices=_read_voices(table["voices"]),
        status=StatusSigns(**{key: _compile(value) for key, value in table["status"].items()}),
        marking=MarkingSigns(
            sure=_compile_each(table["marking"]["sure"]),
            plain=_compile_each(table["marking"]["plain"]),
            label=_compile(table["marking"]["label"]),
        ),
        of_others=_compile(table["version"]["of_others"]),
        instruments=_compile(table["version"]["instruments"]),
        dates=DateFinder(months=table["months"]),
        dated=_compile(table["dates"]["label"]),
        not_dated=_compile(table["dates"]["not_label"]),
        placed=re.compile(table["dates"]["place"]),
    )


def _read_kind(table: Mapping[str, Any]) -> KindSign:
    hints = table.get("hints")
    return KindSign(
        kind=table["kind"],
        titles=_compile(table["titles"]),
        hints=_compile(hints) if hints else None,
    )


def _read_voices(table: Mapping[str, Any]) -> VoiceSigns:
    return VoiceSigns(
        of_kind=table["of_kind"],
        senders=_compile(table["senders"]),
        subjects=_compile(table["subjects"]),
        subject_kinds=frozenset(table["subject_kinds"]),
        others=_compile(table["others"]),
        firm=re.compile(table["firm"]),
        claims=_compile(table["claims"]),
        sales=_compile_each(table["sales"]),
        least_sales=table["least_sales"],
    )


def _compile(patterns: str | Sequence[str]) -> Pattern:
    joined = patterns if isinstance(patterns, str) else "|".join(f"(?:{each})" for each in patterns)
    return re.compile(joined, re.IGNORECASE)


def _compile_each(patterns: Sequence[str]) -> tuple[Pattern, ...]:
    return tuple(_compile(pattern) for pattern in patterns)
