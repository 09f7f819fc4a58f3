"""Keep a download as a source, and what it says of the organisation's own algorithms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from extractor.comparing.sheet import read_row
from extractor.downloads import Download, Row
from extractor.errors import DownloadUnusable
from extractor.instruments.folding import fold
from extractor.models import Source
from extractor.organisation import OrganisationProfile
from extractor.published import Publication, PublishedEntry
from extractor.store import Store

_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
"""As the register names its downloads: Algoritmebeschrijvingen 20260808.csv."""

_NAME_IT = "Geef met --organisation de naam zoals die in het register staat."


@dataclass(frozen=True)
class DownloadedFile:
    """The bytes of a download, with how and when they came here."""

    source: Source
    content: bytes
    day: date


def find_day(name: str, today: date) -> date:
    """Return the day in the name of a download, as the register names it, else today."""
    for found in _DAY_IN_NAME.finditer(name):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            continue
    return today


def list_names(profile: OrganisationProfile | None, given: Iterable[str]) -> tuple[str, ...]:
    """Return whose entries count: those named, else the organisation and its services."""
    named = tuple(given)
    if named or profile is None:
        return named
    return (profile.name, *(service.name for service in profile.services))


def choose_entries(
    download: Download, names: Sequence[str]
) -> tuple[tuple[Row, PublishedEntry], ...]:
    """Return the entries of these organisations, of each code the last; of one alone all.

    Refused is a download of several organisations without any of these names.
    """
    wanted = {fold(name) for name in names}
    found = {fold(row.read("organization")) for row, _ in download.entries}
    if len(found) > 1 and not wanted & found:
        message = f"heeft beschrijvingen van {len(found)} organisaties"
        message += f", en geen van {', '.join(names)}" if names else ""
        raise DownloadUnusable(message, _NAME_IT)
    own = wanted & found or found
    chosen = {
        entry.lars: (row, entry)
        for row, entry in download.entries
        if entry.lars and fold(row.read("organization")) in own
    }
    if not chosen:
        raise DownloadUnusable("heeft geen beschrijving met een LARS-code")
    return tuple(chosen.values())


def keep_entries(
    store: Store,
    file: DownloadedFile,
    entries: Iterable[tuple[Row, PublishedEntry]],
    at: datetime,
) -> tuple[Publication, ...]:
    """Return what the register now says of these entries, kept with the file as their source.

    Of an entry of which a later download was read before, that one still counts.
    """
    store.add_source(file.source, file.content)
    known = {each.entry.lars: each.downloaded_on for each in store.list_publications()}
    codes = set()
    for row, entry in entries:
        lars = entry.lars or ""
        codes.add(lars)
        if known.get(lars, file.day) > file.day:
            continue
        reading, places = read_row(row, lars, file.source)
        store.add_reading(reading)
        store.add_publication(
            Publication(
                entry=entry,
                reading=reading.id,
                places=places,
                document=file.source.name,
                downloaded_on=file.day,
                added_at=at,
            )
        )
    return tuple(each for each in store.list_publications() if each.entry.lars in codes)
