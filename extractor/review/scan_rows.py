"""What a scan shows of each document: its facts in columns, and what a person must know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.intake.scanning import ScannedDocument, ScannedDossier
from extractor.models import REMARKS, Problem
from extractor.review.labels import KINDS, STATUSES, count_things, name_voice

COLUMNS = ("Soort", "Status", "Datum", "Versie", "Omvang")

Tone = Literal["problem", "remark", "replaced", "hint"]

MARKS: dict[Tone, str] = {"problem": "!", "remark": "·", "replaced": "~", "hint": " "}
"""What a note begins with."""


@dataclass(frozen=True)
class ScanNote:
    """Something to know about a document, or to do about it."""

    tone: Tone
    text: str

    def __str__(self) -> str:
        return f"{MARKS[self.tone]} {self.text}"


@dataclass(frozen=True)
class ScanRow:
    """A document with its facts, in the order of `COLUMNS`, and its notes."""

    path: str
    facts: tuple[str, ...]
    about: str
    """What is not so of most documents: another's words, English, a marking."""
    notes: tuple[ScanNote, ...]
    replaced: bool


def list_rows(dossier: ScannedDossier) -> tuple[ScanRow, ...]:
    """Return a row for each document."""
    doubts = {path: paths for paths in dossier.in_doubt for path in paths}
    return tuple(
        ScanRow(
            path=document.path,
            facts=_list_facts(document),
            about=_write_about(document),
            notes=tuple(_list_notes(document, doubts.get(document.path, ()))),
            replaced=document.replaced_by is not None,
        )
        for document in dossier.documents
    )


def write_scan(scanned: Sequence[ScannedDossier]) -> str:
    """Return the dossiers with their documents as plain lines."""
    lines = [line for dossier in scanned for line in _write_dossier(dossier)]
    return "\n".join([*lines, sum_up(scanned)])


def sum_up(scanned: Sequence[ScannedDossier]) -> str:
    """Return the totals in one line."""
    documents = [document for dossier in scanned for document in dossier.documents]
    pages = sum(document.pages or 0 for document in documents)
    troubled = sum(not document.is_read for document in documents)
    replaced = sum(document.replaced_by is not None for document in documents)
    counts = (
        count_things(len(scanned), "algoritmedossier", "algoritmedossiers"),
        count_things(len(documents), "document", "documenten"),
        count_things(pages, "pagina", "pagina's"),
    )
    unread = f"{troubled} niet of niet helemaal gelezen" if troubled else "alles gelezen"
    return f"{', '.join(counts)}; {unread}{f', {replaced} vervangen' if replaced else ''}"


def _list_facts(document: ScannedDocument) -> tuple[str, ...]:
    size = count_things(document.words, "woord", "woorden") if document.words else ""
    told = document.kind != "other" or document.words
    return (
        KINDS[document.kind] if told else "niet gelezen",
        STATUSES[document.status] if document.status else "",
        document.date or "",
        document.version or "",
        count_things(document.pages, "pagina", "pagina's") if document.pages else size,
    )


def _write_about(document: ScannedDocument) -> str:
    voice = name_voice(document.voice)
    language = "Engels" if document.language == "en" else None
    marking = f"rubricering: {document.marking}" if document.marking else None
    return " · ".join(filter(None, (voice, language, marking)))


def _list_notes(document: ScannedDocument, doubt: Sequence[str]) -> Iterator[ScanNote]:
    if document.replaced_by:
        because = document.replaced_because
        yield ScanNote("replaced", f"vervangen door {document.replaced_by} ({because})")
    others = [path for path in doubt if path != document.path]
    if others:
        text = f"versie van hetzelfde document als {' en '.join(others)}; niet te zeggen welke"
        yield ScanNote("problem", f"{text} de laatste is, dus beide tellen mee")
        yield ScanNote("hint", "Haal de andere uit de map, of zet er een status of datum in.")
    for problem in document.problems:
        if document.replaced_by and problem.code in REMARKS:
            continue
        text = _write_problem(problem, document.pages)
        yield ScanNote("remark" if problem.code in REMARKS else "problem", text)
        yield ScanNote("hint", problem.hint)


def _write_problem(problem: Problem, pages: int | None) -> str:
    """Return what is the matter, with the pages where these are not all or named already."""
    if len(problem.pages) in {0, pages} or "pagina " in problem.message:
        return problem.message
    return f"{problem.message} (pagina {', '.join(_list_runs(problem.pages))})"


def _list_runs(pages: Sequence[int]) -> Iterator[str]:
    """Yield pages and runs of pages: 2, 5-7."""
    first = last = pages[0]
    for page in (*pages[1:], 0):
        if page == last + 1:
            last = page
            continue
        yield str(first) if first == last else f"{first}-{last}"
        first = last = page


def _write_dossier(dossier: ScannedDossier) -> Iterator[str]:
    yield dossier.name
    for row in list_rows(dossier):
        yield f"  {row.path}"
        yield f"    {write_facts(row)}"
        yield from (f"    {note}" for note in row.notes)
    yield ""


def write_facts(row: ScanRow) -> str:
    """Return the facts that are known on one line."""
    version = row.facts[3]
    named = (*row.facts[:3], f"versie {version}" if version else "", row.facts[4], row.about)
    return " · ".join(filter(None, named))
