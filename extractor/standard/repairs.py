"""What could be meant by a value the register refuses: offered to a person, never applied.

Only what keeps the words: signs nobody sees, white space, the form of a date or an address, the
official spelling of a choice. A person takes it over or not (design.md, rule 3).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from extractor.models import Record
from extractor.standard.catalogue import Field, find_field
from extractor.standard.characters import HARMFUL, HIDDEN, TURNING
from extractor.standard.values import list_objections

_MONTH_NAMES = (
    "januari februari maart april mei juni juli augustus september oktober november december"
)
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.]\d{1,2})?")
_DAY_FIRST = re.compile(r"(?:\d{1,2}[-/.])?(\d{1,2})[-/.]((?:19|20)\d\d)")
_WORDS = re.compile(r"(?:\d{1,2} )?([a-z]+) ((?:19|20)\d\d)")
_BARE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


class Repair(Record):
    """A value that the register takes, and in Dutch what is different."""

    value: str
    told: str


def offer_repair(key: str, typed: str) -> Repair | None:
    """Return a value the register takes that says the same; none where a person must rewrite it.

    None too where the typed value is taken as it is.
    """
    field = find_field(key)
    if field.kind in {"links", "choices", "constant"} or not list_objections(key, typed):
        return None
    value = typed
    told: list[str] = []
    for change, what in _list_changes(field):
        changed = change(value)
        if changed != value:
            value, told = changed, [*told, what]
    if not told or not value.strip() or list_objections(key, value):
        return None
    return Repair(value=value, told=f"{' en '.join(told)}.".capitalize())


def _list_changes(field: Field) -> Iterator[tuple[Callable[[str], str], str]]:
    """Yield what may be changed in a field of this kind, in order, and how that is called."""
    yield _drop_unseen, "zonder onzichtbare tekens"
    yield _drop_formula, "zonder = aan het begin"
    if not field.rich:
        yield _join_lines, "op één regel, zonder spaties eromheen"
        yield _decode, "met het teken zelf in plaats van een code"
        yield _name_signs, "met woorden in plaats van < en >"
    if field.kind in _FORMS:
        yield _FORMS[field.kind]
    if field.key == "organization":
        yield (lambda text: text.translate(_PLAIN)), "met rechte aanhalingstekens en streepjes"
    if field.choices:
        yield (lambda text: _spell_choice(field, text)), "zoals het register het schrijft"


def _drop_unseen(text: str) -> str:
    kept = text.replace("\r\n", "\n").replace("\t", " ")
    return TURNING.sub("", HIDDEN.sub("", HARMFUL.sub("", kept)))


def _drop_formula(text: str) -> str:
    return text.lstrip("= ") if text.startswith("=") else text


def _join_lines(text: str) -> str:
    return " ".join(text.split())


def _decode(text: str) -> str:
    return unescape(text)


def _name_signs(text: str) -> str:
    named = re.sub(r"\s*<\s*(?=\d)", " kleiner dan ", text)
    return re.sub(r"\s*>\s*(?=\d)", " groter dan ", named).strip()


def _write_month(text: str) -> str:
    words = " ".join(text.lower().split())
    year_first, day_first = _YEAR_FIRST.fullmatch(words), _DAY_FIRST.fullmatch(words)
    named = _WORDS.fullmatch(words)
    if year_first:
        return f"{year_first[1]}-{int(year_first[2]):02}"
    if day_first:
        return f"{day_first[2]}-{int(day_first[1]):02}"
    if named and named[1] in MONTHS:
        return f"{named[2]}-{MONTHS[named[1]]:02}"
    return text


def _write_link(text: str) -> str:
    return f"https://{text}" if _BARE.fullmatch(text) else text


def _write_contact(text: str) -> str:
    bare = text.removeprefix("mailto:")
    return bare if "@" in bare else _write_link(bare)


_FORMS: Mapping[str, tuple[Callable[[str], str], str]] = {
    "month": (_write_month, "als jaar en maand"),
    "link": (_write_link, "met https:// ervoor"),
    "contact": (_write_contact, "als adres"),
}


def _spell_choice(field: Field, text: str) -> str:
    wanted = _fold(text)
    return next((choice for choice in field.choices if _fold(choice) == wanted), text)


def _fold(text: str) -> str:
    """Return the words without capitals, in composed letters, without a category's letter."""
    plain = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    return re.sub(r"\s*\((?:categorie )?[abc]\)$", "", plain).rstrip(".")
