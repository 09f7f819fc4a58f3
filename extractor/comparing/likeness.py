"""Entries and dossiers that are alike without being certain: shown for a person to link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.checks.copies import find_copied
from extractor.comparing.linking import Candidate, list_own_names
from extractor.instruments.folding import list_stems
from extractor.intake.similarity import ComparedText, take_runs
from extractor.models import Reading
from extractor.published import Publication
from extractor.review.reviewed import write_entry
from extractor.standard.catalogue import find_field

_LEAST_IN_DOCUMENTS = 0.2
"""Of an entry's runs of words that stand in a dossier's documents."""
_FEWEST_RUNS = 20
"""Of an entry: shorter texts are alike by chance."""
_LEAST_IN_NAMES = 0.5
"""Of the words of two names that both have."""
_MOST = 3
"""Dossiers named beside one entry."""

FindReading = Callable[[str], Reading | None]


@dataclass(frozen=True)
class Likeness:
    """An entry and a dossier with what they share, in Dutch."""

    publication: Publication
    candidate: Candidate
    share: int
    """Percent, of the strongest evidence."""
    evidence: tuple[str, ...]


def find_alike(
    publications: Sequence[Publication], candidates: Sequence[Candidate], find: FindReading
) -> tuple[Likeness, ...]:
    """Return for each entry the dossiers most like it, the most alike first; none is a link."""
    measure = _Measure(find)
    found = []
    for publication in publications:
        pairs = (measure.compare(publication, candidate) for candidate in candidates)
        alike = sorted((pair for pair in pairs if pair.evidence), key=lambda pair: -pair.share)
        found += alike[:_MOST]
    return tuple(found)


class _Measure:
    """Compares entries with dossiers; the runs of words of a text are taken once."""

    def __init__(self, find: FindReading) -> None:
        self._find = find
        self._runs = lru_cache(maxsize=None)(self._take_runs)

    def compare(self, publication: Publication, candidate: Candidate) -> Likeness:
        told = list(self._tell(publication, candidate))
        share = max((share for share, _ in told), default=0)
        return Likeness(publication, candidate, share, tuple(text for _, text in told))

    def _tell(self, publication: Publication, candidate: Candidate) -> Iterator[tuple[int, str]]:
        own = "\n".join(write_entry(candidate.review).values())
        copied = find_copied(_write_texts(publication), {"": own})
        if copied:
            yield copied.percent, f"{copied.percent}% van de tekst staat ook in het concept"
        inside = self._measure_documents(publication, candidate)
        if inside >= _LEAST_IN_DOCUMENTS:
            percent = round(100 * inside)
            yield percent, f"{percent}% van de woorden staat zo in de documenten"
        named = _measure_names(publication, candidate)
        if named >= _LEAST_IN_NAMES:
            percent = round(100 * named)
            yield percent, f"{percent}% van de woorden in de naam is gelijk"

    def _measure_documents(self, publication: Publication, candidate: Candidate) -> float:
        runs = take_runs(_write_texts(publication))
        if len(runs) < _FEWEST_RUNS:
            return 0.0
        read = (self._runs(document.reading) for document in candidate.review.draft.documents)
        return len(set().union(*(runs & each for each in read))) / len(runs)

    def _take_runs(self, reading_id: str) -> frozenset[int]:
        reading = self._find(reading_id)
        return ComparedText(reading).runs if reading else frozenset()


def _measure_names(publication: Publication, candidate: Candidate) -> float:
    published = set(list_stems(publication.entry.name))
    shares = [0.0]
    for name in list_own_names(candidate.review):
        own = set(list_stems(name))
        shares.append(len(own & published) / len(own | published) if own | published else 0.0)
    return max(shares)


def _write_texts(publication: Publication) -> str:
    """Return the prose of an entry, a field on each line; words of a law are of many entries."""
    values = publication.entry.values.items()
    told = (str(value) for key, value in values if find_field(key).rich and key != "lawful_basis")
    return "\n".join(told)
