"""The workspace's drafts beside what the register published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from extractor.comparing.changes import Change, list_changes
from extractor.comparing.defaults import bring_defaults
from extractor.comparing.due import Due, find_due
from extractor.comparing.likeness import Likeness, find_alike
from extractor.comparing.linking import Candidate, How, Link, link_entries
from extractor.published import Publication
from extractor.review.loading import list_reviews, load_review
from extractor.review.reviewed import Review
from extractor.store import Store


@dataclass(frozen=True)
class ComparedEntry:
    """A published entry beside the newest draft of its dossier."""

    publication: Publication
    draft: str
    dossier: str
    """The dossier's name."""
    how: How
    changes: tuple[Change, ...]
    due: Due


@dataclass(frozen=True)
class DraftLeft:
    """A draft without a published entry."""

    draft: str
    dossier: str
    lars: str | None
    """The code that the dossier has, where the download holds no entry with it."""


@dataclass(frozen=True)
class Comparison:
    """All that came of it."""

    on: date
    compared: tuple[ComparedEntry, ...]
    alike: tuple[Likeness, ...]
    entries_left: tuple[Publication, ...]
    drafts_left: tuple[DraftLeft, ...]
    due: tuple[Due, ...]
    """Of all entries, the first to be looked at first."""
    brought: int
    """Published values that were put beside a field."""


def compare(
    store: Store, publications: Sequence[Publication], at: datetime, years: int
) -> Comparison:
    """Return drafts and published entries side by side; published values go beside the fields."""
    candidates = list(_list_candidates(store, at.date()))
    links = link_entries(publications, candidates)
    codes = {link.publication.entry.lars for link in links}
    dossiers = {link.candidate.dossier for link in links}
    left = tuple(each for each in publications if each.entry.lars not in codes)
    free = tuple(each for each in candidates if each.dossier not in dossiers)
    brought = bring_defaults(store, links, at)
    compared = tuple(_compare(store, link, at.date(), years) for link in links)
    due = [each.due for each in compared] + [find_due(each, None, years) for each in left]
    return Comparison(
        on=at.date(),
        compared=compared,
        alike=find_alike(left, [each for each in free if not each.lars], store.get_reading),
        entries_left=left,
        drafts_left=tuple(_describe_left(each) for each in free),
        due=tuple(sorted(due, key=lambda each: each.day)),
        brought=brought,
    )


def _list_candidates(store: Store, today: date) -> Iterator[Candidate]:
    for review in list_reviews(store, today):
        registered = store.find_registration(review.draft.dossier)
        yield Candidate(review, registered.lars if registered else None)


def _compare(store: Store, link: Link, today: date, years: int) -> ComparedEntry:
    """Return one entry beside its draft; only now are the draft's documents loaded."""
    review: Review = load_review(store, link.candidate.review.draft.id, today)
    return ComparedEntry(
        publication=link.publication,
        draft=review.draft.id,
        dossier=review.name,
        how=link.how,
        changes=tuple(list_changes(link.publication, review)),
        due=find_due(link.publication, review, years),
    )


def _describe_left(candidate: Candidate) -> DraftLeft:
    review = candidate.review
    return DraftLeft(review.draft.id, review.name, candidate.lars)
