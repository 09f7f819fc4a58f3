"""An entry as a reader sees it: per tab of the register's form its fields, as plain blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from extractor.models import LinkedTitle
from extractor.standard.catalogue import Field, load_fields
from extractor.standard.entry import RegisterEntry
from extractor.standard.plain_text import to_plain

EMPTY = "Niet ingevuld"


@dataclass(frozen=True)
class TextBlock:
    """A paragraph or an item of a list."""

    kind: Literal["paragraph", "item"]
    text: str
    link: str | None = None


@dataclass(frozen=True)
class ShownField:
    """A field with its value as blocks; none where the entry has no value."""

    title: str
    blocks: tuple[TextBlock, ...]


def list_tabs(entry: RegisterEntry) -> Iterator[tuple[str, tuple[ShownField, ...]]]:
    """Yield each tab with its fields in form order: the filled ones, and those always shown."""
    shown = (field for field in load_fields() if field.always_shown or _has_value(entry, field))
    for tab, fields in groupby(shown, key=lambda field: field.tab):
        yield (
            tab,
            tuple(ShownField(each.title, tuple(_list_blocks(entry, each))) for each in fields),
        )


def _has_value(entry: RegisterEntry, field: Field) -> bool:
    return bool(getattr(entry, field.key))


def _list_blocks(entry: RegisterEntry, field: Field) -> Iterator[TextBlock]:
    value = getattr(entry, field.key)
    if not value:
        return
    if isinstance(value, str):
        yield from _cut_text(to_plain(value) if field.rich else value)
        return
    for item in value:
        if isinstance(item, LinkedTitle):
            yield TextBlock("item", item.title, item.link or None)
        else:
            yield TextBlock("item", str(item))


def _cut_text(plain: str) -> Iterator[TextBlock]:
    for line in filter(None, plain.split("\n")):
        if line.startswith("- "):
            yield TextBlock("item", line.removeprefix("- "))
        else:
            yield TextBlock("paragraph", line)
