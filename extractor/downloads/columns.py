"""The columns of the downloads, by key or by title, of every version of the standard."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from extractor.models import Record
from extractor.standard.catalogue import load_fields

ISSUED = ("lars", "publication_dt")
"""The columns that the register itself fills."""


class Column(Record):
    """A column under its key, with what else it is called."""

    key: str
    titles: tuple[str, ...] = ()
    field: str | None = None
    """Of an earlier version: the field of 1.0 that asks the same."""
    why: str = ""
    """Of an earlier version: why it is no field of 1.0, and where it may belong."""


class _Columns(Record):
    """The file as it stands."""

    column: tuple[Column, ...]
    earlier: tuple[Column, ...]


def find_key(name: str, version: str) -> str | None:
    """Return the key of a column with this key or title; none where no version has it.

    A key is told from a title by its small letters: `impacttoetsen` is not Impacttoetsen.
    """
    if name.strip() in _list_keys():
        return name.strip()
    return (_index_earlier() if is_earlier(version) else _index_titles()).get(_fold(name))


def find_column(key: str, version: str) -> Column:
    """Return what the column is in this version of the standard."""
    earlier = {each.key: each for each in _load().earlier} if is_earlier(version) else {}
    return earlier.get(key) or Column(key=key)


def show_column(name: str) -> str:
    """Return a column's name fit for a message: a known key, else a word for it."""
    return name if name in _list_keys() else "van eigen makelij"


def is_earlier(version: str) -> bool:
    """Return whether the version is one before 1.0."""
    return version.startswith("0")


@cache
def _load() -> _Columns:
    text = Path(__file__).with_name("columns.toml").read_text(encoding="utf-8")
    return _Columns.model_validate(tomllib.loads(text))


@cache
def _list_keys() -> frozenset[str]:
    columns = (*_load().column, *_load().earlier)
    return frozenset([each.key for each in columns] + [each.key for each in load_fields()])


@cache
def _index_titles() -> dict[str, str]:
    """Return the key of each title, what 1.0 calls a column before what others do."""
    titles = {_fold(each.title): each.key for each in load_fields()}
    return _list_names(_load().earlier) | _list_names(_load().column) | titles


@cache
def _index_earlier() -> dict[str, str]:
    return _index_titles() | _list_names(_load().earlier)


def _list_names(columns: tuple[Column, ...]) -> dict[str, str]:
    return {_fold(title): each.key for each in columns for title in each.titles}


def _fold(title: str) -> str:
    return " ".join(title.split()).casefold().replace("’", "'")
