"""Read letters that nobody sees or that only look alike as what they stand for."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from extractor.models import Span

TAGS = range(0xE0020, 0xE007F)
"""Characters that no screen shows, each for one of ASCII."""
_TAG = 0xE0000
_LOOKS = str.maketrans("аеіорсхуѕјһԁАВЕЅІЈКМНОРСТХαοινρ", "aeiopcxysjhdABESIJKMHOPCTXaoivp")
"""Cyrillic and Greek letters by the Latin ones that they look like."""
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe"
_ODD = re.compile(
    "[\u202d\u202e](?P<turned>[^\u202c\n]{1,2000})\u202c?"
    f"|(?P<unseen>[{_UNSEEN}]+(?:\\s*[\r\n]\\s*(?=[a-z]))?)"
    "|(?P<broken>(?<=[a-z])-[ \t]*\r?\n\\s*(?=[a-z]))"
    "|(?P<tags>[\U000e0020-\U000e007e]+)"
    "|(?P<other>[\u0370-\u03ff\u0400-\u052f\uff01-\uff5e\U0001d400-\U0001d7ff\u2100-\u214f\ufb00-\ufb06]+)"
    "|(?P<spaced>(?<!\\S)(?:[^\\W\\d_] ){4,}[^\\W\\d_](?!\\S)"
    "(?: {2,4}(?:[^\\W\\d_] )+[^\\W\\d_](?!\\S))*)"
    "|(?P<blank>\\s{2,}|[\t\r\n\u00a0])"
)


@dataclass(frozen=True)
class Unmasked:
    """A text as it may be meant, and where each part of it stands in the source."""

    text: str
    _starts: tuple[int, ...]
    """Where each piece begins in this text."""
    _sources: tuple[tuple[int, int, bool], ...]
    """Where it begins and ends in the source, and whether it stands there to the letter."""

    def find_source(self, start: int, end: int) -> Span:
        """Return the range of the source for a half-open range of this text."""
        first = self._locate(start)
        last = self._locate(end - 1)
        return Span(start=first[0], end=last[1])

    def _locate(self, place: int) -> tuple[int, int]:
        piece = bisect_right(self._starts, place) - 1
        begin, end, literal = self._sources[piece]
        at = begin + place - self._starts[piece]
        return (at, at + 1) if literal else (begin, end)


def unmask(text: str) -> Unmasked:
    """Return the text with every disguise taken off, white space as one space or one line end."""
    pieces: list[str] = []
    sources: list[tuple[int, int, bool]] = []
    reached = 0
    for match in _ODD.finditer(text):
        if match.start() > reached:
            pieces.append(text[reached : match.start()])
            sources.append((reached, match.start(), True))
        pieces.append(_read(match))
        sources.append((*match.span(), False))
        reached = match.end()
    pieces.append(text[reached:])
    sources.append((reached, len(text), True))
    kept = [(piece, source) for piece, source in zip(pieces, sources, strict=True) if piece]
    starts, length = [], 0
    for piece, _ in kept:
        starts.append(length)
        length += len(piece)
    return Unmasked(
        "".join(piece for piece, _ in kept), tuple(starts), tuple(source for _, source in kept)
    )


def _read(match: re.Match[str]) -> str:
    """Return what a part of the source stands for."""
    words = match[0]
    match match.lastgroup:
        case "turned":
            return unmask(match["turned"][::-1]).text
        case "tags":
            return "".join(chr(ord(each) - _TAG) for each in words)
        case "other":
            return unicodedata.normalize("NFKC", words).translate(_LOOKS)
        case "spaced":
            return re.sub(r" {2,}| (?=\S)", lambda gap: " " if len(gap[0]) > 1 else "", words)
        case "blank":
            return "\n" if re.search(r"\n\s*\n|\r\n?\s*\r", words) else " "
        case _:
            return ""
