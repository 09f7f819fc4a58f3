"""The table of laws: by which names each is known, and where its text stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.facts.addresses import find_addresses

TABLE = Path(__file__).with_name("laws.toml")
_TINY = 2
"""Letters of an abbreviation that in capitals may be anything."""
_DUTCH = "https://wetten.overheid.nl/{}"
_EUROPEAN = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{}"


@dataclass(frozen=True)
class LawRow:
    """A law of the table."""

    title: str
    """The citation title."""
    also: tuple[str, ...]
    short: tuple[str, ...]
    loose: tuple[str, ...]
    """Those of its names that may mean another law as well."""
    bwb: str | None
    celex: str | None

    @property
    def link(self) -> str | None:
        """Return where its text stands; none where no source vouches for a number."""
        if self.bwb:
            return _DUTCH.format(self.bwb)
        return _EUROPEAN.format(self.celex) if self.celex else None

    def stands_at(self, address: str) -> bool:
        """Return whether the address leads to this law, to whichever date or part of it."""
        if self.bwb:
            return re.search(rf"\b{self.bwb}\b", address) is not None
        return self.celex is not None and _names_celex(address, self.celex)


def _names_celex(address: str, celex: str) -> bool:
    """Return whether the address has the number, as `CELEX:32016R0679` or `eli/reg/2016/679`."""
    year, kind, number = celex[1:5], celex[5], str(int(celex[6:]))
    eli = {"R": "reg", "L": "dir"}[kind]
    return re.search(rf"\b{celex}\b|\beli/{eli}/{year}/{number}\b", address) is not None


def fold_name(name: str) -> str:
    """Return a name as it is known: over lines or with hyphens in it, it is the same."""
    return re.sub(r"[\s-]+", " ", name.lower())


@cache
def load_laws() -> dict[str, LawRow]:
    """Return the laws of the table by their titles."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["law"]
    return {
        row["title"]: LawRow(
            title=row["title"],
            also=tuple(row.get("also", ())),
            short=tuple(row.get("short", ())),
            loose=tuple(row.get("loose", ())),
            bwb=row.get("bwb"),
            celex=row.get("celex"),
        )
        for row in rows
    }


@cache
def load_titles() -> dict[str, frozenset[str]]:
    """Return the titles of the laws that a name may be of, by each folded name."""
    titles: dict[str, frozenset[str]] = {}
    for law in load_laws().values():
        for name in (law.title, *law.also, *law.short):
            titles[fold_name(name)] = titles.get(fold_name(name), frozenset()) | {law.title}
    return titles


@cache
def load_loose() -> frozenset[str]:
    """Return the folded names that do not tell for certain which law is meant."""
    shared = {name for name, titles in load_titles().items() if len(titles) > 1}
    loose = {fold_name(name) for law in load_laws().values() for name in law.loose}
    return frozenset(shared | loose)


@cache
def load_names() -> re.Pattern[str]:
    """Return the pattern of the names that are written in full, in any case."""
    names = [name for law in load_laws().values() for name in (law.title, *law.also)]
    longest = sorted(names, key=len, reverse=True)
    spaced = (re.escape(name).replace(r"\ ", r"[\s-]+") for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


@cache
def load_short() -> re.Pattern[str]:
    """Return the pattern of abbreviations, as they are written or in capitals."""
    listed = [short for law in load_laws().values() for short in law.short]
    shapes = {*listed, *(short.upper() for short in listed if len(short) > _TINY)}
    longest = sorted(shapes, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


def is_same_address(address: str, other: str) -> bool:
    """Return whether both lead to one place: a closing slash or `www.` makes no other."""
    places = [[found.place for found in find_addresses(each)] for each in (address, other)]
    return len(places[0]) == 1 and places[0] == places[1]
