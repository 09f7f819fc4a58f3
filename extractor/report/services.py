"""Which service an algorithm belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from extractor.organisation import OrganisationProfile
from extractor.report.known import KnownAlgorithm
from extractor.standard.characters import HARMFUL

UNKNOWN = "dienst onbekend"


def find_service(
    profile: OrganisationProfile | None,
    candidate: KnownAlgorithm,
    organization: str | None,
    day: date,
) -> str:
    """Return the service's name: as listed, else one of the profile that its facts name exactly.

    These are, in turn: the organisation of the entry, the process, and the folders of the dossier.
    An organisation without services is a service itself.
    """
    if candidate.service and candidate.service.strip():
        return _clean(candidate.service)
    if profile is None:
        return UNKNOWN
    names = {_fold(each): each for each in _list_services(profile, day)}
    if not names:
        return _clean(profile.name)
    known = {**names, _fold(profile.name): profile.name}
    facts = (
        *_list_facts(organization, known),
        *_list_facts(candidate.process, names),
        *_list_folders(candidate, names),
    )
    return _clean(next(iter(facts), UNKNOWN))


def _list_services(profile: OrganisationProfile, day: date) -> Iterator[str]:
    """Yield the services that there are on the day."""
    for each in profile.services:
        begun = each.valid_from is None or each.valid_from <= day
        if begun and (each.valid_until is None or day <= each.valid_until):
            yield each.name


def _list_facts(said: str | None, names: dict[str, str]) -> Iterator[str]:
    if said and _fold(said) in names:
        yield names[_fold(said)]


def _list_folders(candidate: KnownAlgorithm, names: dict[str, str]) -> Iterator[str]:
    """Yield the services that a folder is named for, the innermost folder first."""
    parts: Iterable[str] = PurePosixPath((candidate.origin or "").replace("\\", "/")).parts
    yield from (names[_fold(part)] for part in reversed(tuple(parts)) if _fold(part) in names)


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _clean(name: str) -> str:
    return " ".join(HARMFUL.sub(" ", name).split())[:200] or UNKNOWN
