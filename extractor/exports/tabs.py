"""An entry as a reader sees it: per tab of the register's form its fields, as plain blocks."""

from __future__ import annotations

from collections.abc import Container, Iterator
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

    key: str
    title: str
    blocks: tuple[TextBlock, ...]


def list_tabs(
    entry: RegisterEntry, also: Container[str] = ()
) -> Iterator[tuple[str, tuple[ShownField, ...]]]:
    """Yield each tab with its fields in form order: filled, always shown, or asked for."""
    shown = (
        field
        for field in load_fields()
        if field.always_shown or getattr(entry, field.key) or field.key in also
    )
    for tab, fields in groupby(shown, key=lambda field: field.tab):
        yield tab, tuple(_show_field(entry, each) for each in fields)


def _show_field(entry: RegisterEntry, field: Field) -> ShownField:
    return ShownField(field.key, field.title, tuple(_list_blocks(entry, field)))


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
