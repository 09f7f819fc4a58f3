"""Find the names of persons in a text, by how Dutch writes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_GAP = r"[^\S\n]+"
_WORD = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:[A-Z][a-zß-ÿ]+)?"
_SURNAME = rf"{_WORD}(?:-{_WORD})*"
_SMALL = rf"(?:(?:van|de[nr]?|het|te[nr]?|[’']t|el|al|op|von|du|la|le){_GAP})"
_EITHER = (
    rf"(?:(?:[Vv]an|[Dd]e[nr]?|[Hh]et|[Tt]e[nr]?|[’']t|[EeAa]l|[Oo]p|[Vv]on|[Dd]u|[Ll][ae]){_GAP})"
)
_CAPITAL = rf"(?:(?:Van|De[nr]?|Te[nr]?|El|Al|Op|Von){_GAP})"
"""Particles before a surname: small after a given name, with a capital where none comes before."""
_INITIALS = r"(?:[A-ZÀ-Þ]\.[^\S\n]?){1,5}"
_TITLE = (
    r"(?:[Dd]e heer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.|[Mm]w\.?|[Mm]eneer"
    r"|(?:[Mm]r|[Dd]rs|[Dd]r|[Ii]r|[Ii]ng|[Pp]rof)\.)"
)
_AFTER_FIRM = re.compile(
    rf"(?:{_GAP}(?:&|en|[A-ZÀ-Þ][\w&-]*)){{0,3}}{_GAP}(?:[BN]\.?V\b|V\.?O\.?F\b)|{_GAP}&"
)
_HAS_PARTICLE = re.compile(rf"{_EITHER}[^\W\d_]+$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[^\w]*$")
_NEXT_WORD = re.compile(rf"(?:{_GAP}|-)([^\W\d_]+)")


def find_persons(text: str) -> Iterator[str]:
    """Yield the names of persons in the text, without title, as they are written.

    A name needs a title, initials, a common given name or a function before it; what is called
    after a person (a street, a law, a firm) is none.

    >>> [*find_persons("De heer Bakker en M. van Dam wonen in de Jan Steenstraat.")]
    ['Bakker', 'M. van Dam']
    """
    taken: list[tuple[int, int]] = []
    for pattern in _load_patterns():
        for match in pattern.finditer(text):
            start, end = match.span("name")
            overlaps = any(start < other_end and end > other for other, other_end in taken)
            if not overlaps and not _is_called_after(text, match.start(), end):
                taken.append((start, end))
    yield from (text[start:end].strip() for start, end in sorted(taken))


def _is_called_after(text: str, start: int, end: int) -> bool:
    """Return whether the words name a thing that is called after a person, or a firm."""
    before = _LAST_WORD.search(text[max(0, start - 40) : start])
    behind = _NEXT_WORD.match(text, end)
    last = _LAST_WORD.search(text[start:end])
    return (
        text[:start].endswith(("-", "–", "/", "@"))
        or (before is not None and before[1].lower() in _load_words("called_before"))
        or (behind is not None and _is_called(behind[1]))
        or _AFTER_FIRM.match(text, end) is not None
        or (last is not None and _is_street(last[1]))
        or (last is not None and _is_called(last[1]) and not _HAS_PARTICLE.search(text[start:end]))
    )


def _is_called(word: str) -> bool:
    """Return whether the word says what kind of thing bears a person's name."""
    return word.lower() in _load_words("called_after")


def _is_street(word: str) -> bool:
    """Return whether the word is a surname with what a street or building ends in."""
    lower = word.lower()
    return any(lower.endswith(e) and len(lower) >= len(e) + 3 for e in _load_words("street_ends"))


@cache
def _load_patterns() -> tuple[re.Pattern[str], ...]:
    """Return how a name may be written, the surest first."""
    given = "|".join(sorted(_load_words("given"), key=len, reverse=True))
    roles = "|".join(_load_words("roles"))
    no_initials = "|".join(r"\.".join(each) + r"\.(?!\w\.)" for each in _load_words("no_initials"))
    first = rf"(?:{given})(?:-(?:{given}))?(?:{_GAP}(?:{given}))?"
    some = rf"(?<![\w.])(?!{no_initials})"
    full = rf"(?P<name>(?:{_INITIALS}[^\S\n]*)?(?:{first}{_GAP})?{_EITHER}{{0,3}}{_SURNAME}"
    full += rf"(?:{_GAP}{_SMALL}{{0,3}}{_SURNAME})?)"
    written = (
        rf"\b{_TITLE}(?:{_GAP}{_TITLE})*{_GAP}{full}",
        rf"{some}(?P<name>{_INITIALS}[^\S\n]*{_SMALL}{{1,3}}{_SURNAME})",
        rf"{some}(?P<name>(?:[A-ZÀ-Þ]\.[^\S\n]?){{2,5}}[^\S\n]*{_SURNAME})",
        rf"(?:\bdoor|(?i:\b(?:{roles})):?){_GAP}(?P<name>[A-ZÀ-Þ]\.[^\S\n]?{_SURNAME})",
        rf"{some}(?P<name>[A-ZÀ-Þ]\.[^\S\n]?{_SURNAME})(?=,?{_GAP}\(?(?i:{roles})\b)",
        rf"(?<![\w.-])(?P<name>{first}{_GAP}{_EITHER}{{0,3}}{_SURNAME})",
        rf"\b(?i:{roles}){_GAP}(?P<name>{_CAPITAL}{_EITHER}{{0,2}}{_SURNAME})",
    )
    return tuple(re.compile(each) for each in written)


@cache
def _load_words(name: str) -> frozenset[str]:
    text = Path(__file__).with_name("persons.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())
