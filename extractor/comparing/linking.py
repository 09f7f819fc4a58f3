"""Which published entry is of which dossier: what is certain is linked, what is alike shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.instruments.folding import fold
from extractor.published import Publication
from extractor.review.reviewed import Review, find_value
from extractor.standard.catalogue import find_field
from extractor.standing import find_proposal

How = Literal["lars", "source_id", "name"]


@dataclass(frozen=True)
class Candidate:
    """A dossier's newest draft, with the code under which a person says it is published."""

    review: Review
    lars: str | None

    @property
    def dossier(self) -> str:
        """Return the dossier's id."""
        return self.review.draft.dossier


@dataclass(frozen=True)
class Link:
    """A published entry with the dossier it is of."""

    publication: Publication
    candidate: Candidate
    how: How


def link_entries(
    publications: Sequence[Publication], candidates: Sequence[Candidate]
) -> tuple[Link, ...]:
    """Return the links that are certain: by code, by source id, else by the very same name.

    A name counts where one entry and one dossier have it. A dossier that has a code belongs to no
    entry with another code.
    """
    links: list[Link] = []
    links += _match(publications, candidates, "lars")
    links += _match(*_leave_out(publications, candidates, links), "source_id")
    links += _match(*_leave_out(publications, candidates, links), "name")
    return tuple(links)


def _match(
    publications: Iterable[Publication], candidates: Iterable[Candidate], how: How
) -> Iterator[Link]:
    """Yield the pairs that share a key which no other of either kind has."""
    keyed = [(key, each) for each in publications for key in _list_published_keys(each, how)]
    owned = [(key, each) for each in candidates for key in _list_own_keys(each, how)]
    entries, dossiers = (Counter(key for key, _ in pairs) for pairs in (keyed, owned))
    taken: set[str] = set()
    for key, publication in keyed:
        for other, candidate in owned:
            single = entries[key] == 1 and dossiers[key] == 1
            if key == other and single and candidate.dossier not in taken:
                taken.add(candidate.dossier)
                yield Link(publication, candidate, how)


def _leave_out(
    publications: Iterable[Publication], candidates: Iterable[Candidate], links: Sequence[Link]
) -> tuple[list[Publication], list[Candidate]]:
    """Return what is not linked yet; a dossier with a code of its own is not linked otherwise."""
    entries = {link.publication.entry.lars for link in links}
    dossiers = {link.candidate.dossier for link in links}
    return (
        [each for each in publications if each.entry.lars not in entries],
        [each for each in candidates if each.dossier not in dossiers and not each.lars],
    )


def _list_published_keys(publication: Publication, how: How) -> Iterator[str]:
    entry = publication.entry
    value = entry.lars if how == "lars" else entry.values.get(how)
    if isinstance(value, str) and value:
        yield fold(value) if how == "name" else value


def _list_own_keys(candidate: Candidate, how: How) -> Iterator[str]:
    if how == "source_id":
        yield candidate.dossier
    elif how == "lars":
        yield from filter(None, (candidate.lars,))
    else:
        yield from {fold(name) for name in list_own_names(candidate.review)} - {""}


def list_own_names(review: Review) -> tuple[str, ...]:
    """Return what a dossier is called: its own name, and the name in its draft."""
    field = find_field("name")
    value = find_value(review, field, find_proposal(review.draft, "name"))
    return (review.name, value) if isinstance(value, str) else (review.name,)
