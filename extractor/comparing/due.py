"""Which entries are due for review, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.comparing.review_dates import ReviewDate, find_review_dates
from extractor.downloads.mapping import read_day
from extractor.models import Citation
from extractor.published import Publication
from extractor.review.cited import name_citation
from extractor.review.labels import name_place
from extractor.review.reviewed import Review

_REVISION = "revision_date"
"""The column of earlier versions of the standard that says when an entry is revised."""
_LEAP_DAY = 28


@dataclass(frozen=True)
class Due:
    """When an entry is to be looked at again, and by what."""

    name: str
    lars: str | None
    day: date
    basis: str
    """In Dutch: the document with the place, or the default."""
    quote: str | None
    """The words that say so; none by default."""


def find_due(publication: Publication, review: Review | None, years: int) -> Due:
    """Return when the entry is due: by its documents, else by the register, else by default.

    A day before the entry was last published says nothing any more: it was looked at since.
    """
    found = next(_list_stated(publication, review), None)
    if found is not None:
        day, basis, quote = found
    else:
        day, quote = add_years(publication.day, years), None
        since = "publicatie" if publication.entry.published_on else "download"
        basis = f"{years} jaar na de {since} van {publication.day:%d-%m-%Y} (standaard)"
    return Due(publication.entry.name, publication.entry.lars, day, basis, quote)


def add_years(day: date, years: int) -> date:
    """Return the same day so many years on; of the 29th of February the day before."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=_LEAP_DAY)


def _list_stated(
    publication: Publication, review: Review | None
) -> Iterator[tuple[date, str, str]]:
    """Yield the days that are stated, that of the newest document first."""
    if review is not None:
        for stated in _list_in_documents(review):
            if stated.day > publication.day:
                yield stated.day, name_citation(review, stated.citation), stated.citation.quote
    cell = publication.places.get(_REVISION)
    day = read_day(cell.quote) if cell else None
    if cell and day and day > publication.day:
        yield day, _name_cell(publication, cell), cell.quote


def _list_in_documents(review: Review) -> list[ReviewDate]:
    """Return what the draft's own documents announce, those of the newest document first."""
    own = {each.reading for each in review.draft.documents if not each.replaced_by}
    dated = sorted(own, key=lambda each: review.profiles[each].date or "", reverse=True)
    return [found for each in dated for found in _list_coming(review, each)]


def _list_coming(review: Review, reading: str) -> Iterator[ReviewDate]:
    """Yield the days that were still to come when the document was made."""
    made = review.profiles[reading].date or ""
    for found in find_review_dates(review.readings[reading]):
        if found.day.isoformat() > made:
            yield found


def _name_cell(publication: Publication, cell: Citation) -> str:
    return f"{publication.document}, {name_place(cell.locator)}"
