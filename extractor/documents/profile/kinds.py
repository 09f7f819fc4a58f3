"""Tell what kind of document it is, and whose words it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.documents.profile.front import Front
from extractor.documents.profile.profiles import DocumentKind, Place, Sign, Told, Voice
from extractor.documents.profile.signs import Signs

SAMPLE = 20_000
"""Characters in which a text shows that it sells."""

MADE_BY_OTHERS: frozenset[DocumentKind] = frozenset({"system document", "other"})
"""Kinds that a supplier writes too; an assessment is the organisation's, whoever typed it."""


def find_kind(front: Front, signs: Signs, text: str) -> Told[DocumentKind] | None:
    """Return the kind by a title, else the name, a selling text, hints in these, the folder."""
    return next(_list_kinds(front, signs, text), None)


def find_voice(
    front: Front, signs: Signs, text: str, kind: Told[DocumentKind] | None
) -> Told[Voice] | None:
    """Return whose words these are where something tells; none means the organisation's own."""
    voices = signs.voices
    if kind is not None and kind.value in voices.of_kind:
        return Told(voices.of_kind[kind.value], kind.sign)
    if kind is not None and kind.value not in MADE_BY_OTHERS:
        return None
    places: tuple[tuple[Place, tuple[str, ...]], ...] = (
        ("page", front.titles),
        ("name", (front.name,)),
    )
    for place, lines in places:
        for line in lines:
            if found := voices.others.search(line):
                return Told("other", Sign(found[0], place))
    for line in front.running:
        if voices.firm.search(line) and voices.claims.search(line):
            return Told("supplier", Sign(line, "header"))
    sold = _find_sale(signs, text)
    return Told("supplier", sold) if sold else None


def _list_kinds(front: Front, signs: Signs, text: str) -> Iterator[Told[DocumentKind]]:
    """Yield what tells a kind, the most telling first."""
    subjects = tuple(line for line in front.labels if signs.voices.subjects.search(line))
    yield from _search_titles((*front.titles, *subjects), signs)
    yield from _search(front.name, "name", signs)
    sold = _find_sale(signs, text)
    if sold:
        yield Told("supplier document", sold)
    for line in front.titles:
        if not signs.voices.senders.search(line):
            yield from _search_hints(line, "page", signs)
    yield from _search_hints(front.name, "name", signs)
    yield from _search(front.folder, "folder", signs)
    yield from _search_hints(front.folder, "folder", signs)


def _search_titles(titles: Sequence[str], signs: Signs) -> Iterator[Told[DocumentKind]]:
    """Yield the kinds of the titles in their order; a letter or memo is what its subject says."""
    voices = signs.voices
    letter = False
    for line in titles:
        if voices.subjects.search(line):
            letter = True
            for told in _search(line, "page", signs):
                if told.value in voices.subject_kinds:
                    yield told
        elif not voices.senders.search(line) and not letter:
            yield from _search(line, "page", signs)


def _search(line: str, place: Place, signs: Signs) -> Iterator[Told[DocumentKind]]:
    for sign in signs.kinds:
        if found := sign.titles.search(line):
            yield Told(sign.kind, Sign(found[0], place))


def _search_hints(line: str, place: Place, signs: Signs) -> Iterator[Told[DocumentKind]]:
    for sign in signs.kinds:
        if sign.hints and (found := sign.hints.search(line)):
            yield Told(sign.kind, Sign(found[0], place))


def _find_sale(signs: Signs, text: str) -> Sign | None:
    """Return the words by which a text sells, where it does so in enough ways."""
    sample = text[:SAMPLE]
    found = [matched for pattern in signs.voices.sales if (matched := pattern.search(sample))]
    if len(found) < signs.voices.least_sales:
        return None
    return Sign(" … ".join(matched[0] for matched in found), "page")
