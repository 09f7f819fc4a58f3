"""Find the marking of confidentiality in headers, footers and on the first page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.profile.front import Front
from extractor.documents.profile.profiles import Place, Sign, Told
from extractor.documents.profile.signs import MarkingSigns, Pattern

PART = re.compile(r"\s*[|·•–]\s*|\s{2,}|\t")
"""What parts of a running line are set apart by."""


def find_marking(front: Front, signs: MarkingSigns) -> Told[str] | None:
    """Return the heaviest marking, as it is written; running lines before the first page."""
    return next(find_markings(front, signs), None)


def find_markings(front: Front, signs: MarkingSigns) -> Iterator[Told[str]]:
    """Yield all markings as they are written, the heaviest kind first."""
    places: tuple[tuple[Place, tuple[str, ...]], ...] = (
        ("header", front.running),
        ("page", front.labels),
    )
    for pattern in signs.sure:
        for place, lines in places:
            for line in lines:
                for found in pattern.finditer(line):
                    yield Told(found[0], Sign(line, place))
    for pattern in signs.plain:
        for place, lines in places:
            for line in lines:
                for words in _find_plain(pattern, line, signs):
                    yield Told(words, Sign(line, place))


def _find_plain(pattern: Pattern, line: str, signs: MarkingSigns) -> Iterator[str]:
    """Yield a word that is a marking by where or how it stands."""
    unlabelled = signs.label.sub("", line)
    for part in (unlabelled, *PART.split(unlabelled)):
        if pattern.fullmatch(part.strip(" :.")):
            yield part.strip(" :.")
    for found in pattern.finditer(line):
        if found[0].isupper() and not line.isupper():
            yield found[0]
