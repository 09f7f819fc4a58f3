"""Say what a document is, with the words that tell."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from extractor.documents.language import tell_language
from extractor.documents.profile.front import read_front
from extractor.documents.profile.kinds import find_kind, find_voice
from extractor.documents.profile.markings import find_marking, find_markings
from extractor.documents.profile.profiles import Aspect, DocumentProfile, Sign, Told
from extractor.documents.profile.signs import load_signs
from extractor.documents.profile.statuses import find_status
from extractor.documents.profile.versions import find_date, find_version
from extractor.locators import SameReading
from extractor.models import Reading

SAMPLE = 20_000
"""Characters by which its language is told."""


def describe_reading(reading: Reading, path: str) -> DocumentProfile:
    """Return what the document says it is: on its first pages before its name and its folder.

    The path is the one inside the dossier's folder, with slashes.
    """
    return _describe(SameReading(reading), path)


@lru_cache(maxsize=32)
def _describe(same: SameReading, path: str) -> DocumentProfile:
    """Return what a document is; drafting and an open page ask for the same ones many times."""
    reading = same.reading
    signs = load_signs()
    front = read_front(reading, path, signs.labels)
    kind = find_kind(front, signs, reading.text)
    voice = find_voice(front, signs, reading.text, kind)
    version = find_version(front, signs)
    status = find_status(front, signs, version)
    date = find_date(front, signs)
    marking = find_marking(front, signs.marking)
    told: dict[Aspect, Told[str] | None] = {
        "kind": kind,
        "voice": voice,
        "status": status,
        "date": date,
        "version": version,
        "marking": marking,
    }
    found: dict[Aspect, Sign] = {aspect: each.sign for aspect, each in told.items() if each}
    return DocumentProfile(
        kind=kind.value if kind else "other",
        voice=voice.value if voice else "own",
        status=status.value if status else None,
        date=date.value if date else None,
        version=version.value if version else None,
        language=tell_language(reading.text[:SAMPLE]),
        marking=marking.value if marking else None,
        signs=found,
    )


def list_markings(reading: Reading, path: str) -> tuple[str, ...]:
    """Return all markings of confidentiality a document bears, in its own name too, each once.

    They are as they are written, the heaviest kind first.
    """
    signs = load_signs()
    front = read_front(reading, path, signs.labels)
    named = replace(front, running=(*front.running, front.name))
    return tuple(dict.fromkeys(told.value for told in find_markings(named, signs.marking)))
