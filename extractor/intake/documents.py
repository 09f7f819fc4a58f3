"""Read a dossier's documents into the store, and say what of them stays unread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from extractor.documents.folders import FoundDossier
from extractor.evidence import describe_left_out
from extractor.intake.families import Families
from extractor.intake.reading import DocumentReader
from extractor.intake.recalling import find_kept
from extractor.models import (
    REMARKS,
    Chunk,
    Coverage,
    Proposal,
    Reading,
    ReplacedDocument,
    UnreadPages,
)
from extractor.store import Store


@dataclass(frozen=True)
class ReadDocument:
    """A document of a dossier: its path inside the folder, and what was read of it."""

    path: str
    reading: Reading
    kept: bool
    """Whether its bytes could be loaded, and so are in the store."""


def read_documents(
    found: FoundDossier, store: Store, reader: DocumentReader
) -> tuple[ReadDocument, ...]:
    """Return the readings of a dossier's files; source bytes and readings are kept.

    What the store holds a reading of, also of an earlier run, is not read again.
    """
    documents = []
    find = partial(find_kept, store)
    for file, loaded, reading in reader.read(found, fetch=store.get_reading, find=find):
        kept = loaded.problem is None
        if kept:
            store.add_source(reading.source, loaded.content)
            store.add_reading(reading)
        documents.append(ReadDocument(path=file.shown, reading=reading, kept=kept))
    return tuple(documents)


def measure_coverage(
    documents: Sequence[ReadDocument],
    families: Families,
    proposals: Sequence[Proposal],
    left: Sequence[Chunk] = (),
    kept_back: Mapping[str, str] | None = None,
) -> Coverage:
    """Return how many pages were read, and which pages or documents were not, and why.

    A document without pages counts as one page; one that another version replaces as none. Of
    what was kept back from the drafter, by reading, the reason stands for the whole document.
    """
    documents = [document for document in documents if document.path not in families.replaced]
    paths = {document.reading.id: document.path for document in documents}
    readings = {document.reading.id: document.reading for document in documents}
    unread = (
        *(part for document in documents for part in _list_unread(document, kept_back or {})),
        *describe_left_out(readings, paths, left),
    )
    pages = sum(len(document.reading.pages) or 1 for document in documents)
    lost = sum(len(part.pages) or _count_all(part, documents) for part in unread)
    failed = {proposal.origin.at for proposal in proposals if proposal.origin.failure}
    return Coverage(
        pages_read=max(pages - lost, 0),
        pages_unread=unread,
        calls_failed=len(failed),
        replaced=tuple(
            ReplacedDocument(document=path, by=each.by, reason=each.reason)
            for path, each in families.replaced.items()
        ),
        in_doubt=families.doubts,
    )


def _list_unread(document: ReadDocument, kept_back: Mapping[str, str]) -> Iterator[UnreadPages]:
    if reason := kept_back.get(document.reading.id):
        yield UnreadPages(document=document.path, reason=reason)
        return
    for problem in document.reading.problems:
        if problem.code not in REMARKS:
            yield UnreadPages(document=document.path, pages=problem.pages, reason=problem.message)


def _count_all(part: UnreadPages, documents: Sequence[ReadDocument]) -> int:
    pages = (len(each.reading.pages) or 1 for each in documents if each.path == part.document)
    return next(pages, 0)
