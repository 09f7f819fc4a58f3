"""Tell what the columns of a list say: by their headings, or as a person says."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from extractor.candidates import Role
from extractor.errors import ListUnusable
from extractor.inventory.grid import Grid, name_column

ROLES: tuple[Role, ...] = get_args(Role)
Chosen = Mapping[Role, str | None]
"""The heading of the column with each role, as a person says; none where no column has it."""

_TRIED = 20
"""Rows among which the headings are looked for."""
_MOST_SHOWN = 12
_LONGEST_SHOWN = 60
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Column:
    """A column of a list, with what it says of a candidate."""

    number: int
    heading: str
    role: Role | None


@dataclass(frozen=True)
class Header:
    """The row with the headings of a sheet, and what each column says."""

    row: int
    columns: tuple[Column, ...]

    def find(self, role: Role) -> Column | None:
        """Return the column with this role, or none."""
        return next((column for column in self.columns if column.role == role), None)


def find_header(grid: Grid, chosen: Chosen) -> Header | None:
    """Return the row of a sheet that heads most columns Bronvast knows, one of them the name.

    Columns that a person chose by their headings must all be there; none where there is no such
    row.
    """
    found: Header | None = None
    for row in range(1, min(grid.last_row, _TRIED) + 1):
        header = _read_header(grid, row, chosen)
        if header is None:
            continue
        if found is None or _count_known(header) > _count_known(found):
            found = header
    return found


def guess_header(grid: Grid) -> Header:
    """Return the fullest row near the top, as headings of which no role is known."""
    rows = range(1, min(grid.last_row, _TRIED) + 1)
    row = max(rows, key=lambda each: len(_read_headings(grid, each)), default=1)
    headings = _read_headings(grid, row)
    return Header(row, tuple(Column(number, each, None) for number, each in headings.items()))


def refuse_headings(grid: Grid, chosen: Chosen) -> ListUnusable:
    """Return the error that says which headings were seen where no column holds names."""
    shown = [column.heading[:_LONGEST_SHOWN] for column in guess_header(grid).columns]
    seen = ", ".join(shown[:_MOST_SHOWN]) + (" …" if len(shown) > _MOST_SHOWN else "")
    lacking = ", ".join(f"“{heading}”" for heading in chosen.values() if heading)
    what = f"heeft geen rij met {lacking} en een naam" if lacking else "heeft geen kolom met namen"
    return ListUnusable(
        f"{what}; gezien: {seen or 'niets'}",
        "Zeg welke kolom de naam heeft, bijvoorbeeld: --column name=KOPJE.",
    )


def fold_words(text: str) -> str:
    """Return the words of a text without case, accents and punctuation.

    >>> fold_words("Naam van het Algoritme (werktitel)*")
    'naam van het algoritme werktitel'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(_WORD.findall(kept))


def fold_name(name: str) -> str:
    """Return the name's words, or the name itself where it has none."""
    return fold_words(name) or name


def name_value(role: Role, text: str | None) -> str | None:
    """Return what the register calls a value of a list, else the list's own words."""
    if text is None:
        return None
    return _load_values(role).get(fold_words(text), text)


def show_text(text: str) -> str:
    """Return a cell's text on one line, without characters that nobody sees."""
    kept = (each if each.isprintable() else " " if each.isspace() else "" for each in text)
    return " ".join("".join(kept).split())


def _read_header(grid: Grid, row: int, chosen: Chosen) -> Header | None:
    headings = _read_headings(grid, row)
    roles: dict[int, Role] = {}
    for role, wanted in chosen.items():
        if wanted is None:
            continue
        offered = headings if role == "name" else _name_all(grid, headings)
        number = next((n for n, each in offered.items() if _is_same(each, wanted)), None)
        if number is None:
            return None
        roles[number] = role
    for role in (each for each in ROLES if each not in chosen):
        free = {number: each for number, each in headings.items() if number not in roles}
        best = min(free, key=lambda number: _rank(role, free[number]), default=None)
        is_known = best is not None and _rank(role, free[best]) < len(_load_words(role))
        if best is not None and is_known:
            roles[best] = role
    if "name" not in roles.values():
        return None
    named = _name_all(grid, headings).items()
    return Header(row, tuple(Column(number, each, roles.get(number)) for number, each in named))


def _name_all(grid: Grid, headings: Mapping[int, str]) -> dict[int, str]:
    """Return what every column is called; one without a heading by its letters."""
    return {each: headings.get(each, f"kolom {name_column(each)}") for each in grid.columns}


def _read_headings(grid: Grid, row: int) -> dict[int, str]:
    """Return the heading in each column; one that spans rows heads the lowest of them too."""
    places = {column: grid.find((row, column)) for column in grid.columns}
    return {column: show_text(found[1]) for column, found in places.items() if found}


def _is_same(heading: str, wanted: str) -> bool:
    return fold_words(heading) == fold_words(wanted)


def _rank(role: Role, heading: str) -> int:
    """Return how well a heading names the role: lower is better, as many as there are is not."""
    bare = _BRACKETED.sub(" ", heading)
    words = _load_words(role)
    told = {fold_words(heading), fold_words(bare), *map(fold_words, bare.split("/"))}
    return next((rank for rank, word in enumerate(words) if word in told), len(words))


def _count_known(header: Header) -> int:
    return sum(column.role is not None for column in header.columns)


@cache
def _load_file() -> dict[str, dict[str, object]]:
    text = Path(__file__).with_name("columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _load_words(role: Role) -> tuple[str, ...]:
    words = _load_file()["roles"][role]
    return tuple(fold_words(str(word)) for word in words) if isinstance(words, list) else ()


@cache
def _load_values(role: Role) -> dict[str, str]:
    """Return the register's value for each of the words that lists write."""
    listed = _load_file()["values"].get(role, {})
    values = listed.items() if isinstance(listed, dict) else ()
    return {fold_words(word): value for value, words in values for word in (value, *words)}
