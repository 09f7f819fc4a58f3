"""Tell a concept from a final document; an empty place for a signature tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.profile.front import Front
from extractor.documents.profile.profiles import Place, Sign, Status, Told
from extractor.documents.profile.signs import Signs, StatusSigns

HISTORY = re.compile(r"v?\d{1,2}\.\d|\d{1,2}\s")
"""How a row of a table of versions begins; its words are about that version."""

UNFINISHED = re.compile(r"0\.\d")
"""Versions before the first that counts."""


def find_status(front: Front, signs: Signs, version: Told[str] | None) -> Told[Status] | None:
    """Return the status by a label, else words on the page, the name, the version, the folder.

    A version 0.x is a concept; one from 1.0 on may be either.
    """
    return next(_list_statuses(front, signs.status, version), None)


def _list_statuses(
    front: Front, signs: StatusSigns, version: Told[str] | None
) -> Iterator[Told[Status]]:
    yield from _read_labels(front.lines, "page", signs)
    yield from _read_labels(front.running, "header", signs)
    yield from _read_sentences(front.lines, signs)
    for place, lines in front.places():
        for line in lines:
            if not HISTORY.match(line) or place != "page":
                yield from _read_words(line, place, signs)
    if version is not None and UNFINISHED.match(version.value):
        yield Told("concept", version.sign)
    yield from _read_words(front.folder, "folder", signs)


def _read_labels(
    lines: tuple[str, ...], place: Place, signs: StatusSigns
) -> Iterator[Told[Status]]:
    """Yield what a label for the status is followed by."""
    for line in lines:
        label = signs.label.match(line)
        if label is None:
            continue
        words = line[label.end() :]
        if found := signs.concept.search(words):
            yield Told("concept", Sign(words, place))
        elif (found := signs.final.search(words)) and not signs.open.search(words[found.end() :]):
            yield Told("final", Sign(words, place))


def _read_sentences(lines: tuple[str, ...], signs: StatusSigns) -> Iterator[Told[Status]]:
    for line in lines:
        if found := signs.unsettled.search(line):
            yield Told("concept", Sign(found[0], "page"))


def _read_words(line: str, place: Place, signs: StatusSigns) -> Iterator[Told[Status]]:
    """Yield what a title, a running line or a name says of the status in passing."""
    if signs.about.search(line):
        return
    named = place in {"name", "folder"}
    if found := signs.said_concept.search(line):
        yield Told("concept", Sign(found[0], place))
    found = signs.said_final.search(line) or (signs.named_final.search(line) if named else None)
    if found:
        yield Told("final", Sign(found[0], place))
    if signs.settled.search(line) and not signs.open.search(line):
        yield Told("final", Sign(line, place))
