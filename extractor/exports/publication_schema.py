"""Entries in the vocabulary of the publication standard's JSON Schema 1.0.0 (register.md 1.4).

That vocabulary holds one title and one link of each grouping, and is stricter than the ingest API;
what it cannot hold is told, never lost in silence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from extractor.exports.api import write_bodies
from extractor.exports.export import Export
from extractor.models import LinkedTitle, Record
from extractor.standard.catalogue import find_field
from extractor.standard.entry import RegisterEntry
from extractor.standard.plain_text import to_plain


class Property(Record):
    """A property of the schema, and the field of the ingest API that it is made of."""

    key: str
    field: str
    part: Literal["title", "titles", "link"] | None = None
    """Of a grouping: what of its items the property holds."""
    longest: int | None = None
    required: bool = False


class Vocabulary(Record):
    """All properties in the order of the form, and the choices that are worded otherwise."""

    property: tuple[Property, ...]
    words: dict[str, str]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary of 1.0.0; read from disk once."""
    text = Path(__file__).with_name("publication_schema.toml").read_text(encoding="utf-8")
    return Vocabulary.model_validate(tomllib.loads(text))


def render_publication_schema(export: Export) -> bytes:
    """Return UTF-8 JSON: one entry is an object, several are a list; what is empty is left out."""
    return write_bodies([translate_entry(each) for each in export.entries])


def translate_entry(entry: RegisterEntry) -> dict[str, str | list[str]]:
    """Return the entry under the names and choices of 1.0.0, rich text as plain text."""
    found = ((each.key, _read(entry, each)) for each in load_vocabulary().property)
    return {key: value for key, value in found if value}


def list_losses(entries: Iterable[RegisterEntry]) -> tuple[str, ...]:
    """Return what 1.0.0 cannot hold or asks beside the ingest API, a Dutch sentence for each."""
    return tuple(f"{entry.name}: {loss}" for entry in entries for loss in _list_losses(entry))


def _read(entry: RegisterEntry, made_of: Property) -> str | list[str]:
    value = getattr(entry, made_of.field)
    words = load_vocabulary().words
    if not value:
        return ""
    if made_of.part is not None:
        return _read_items([each for each in value if isinstance(each, LinkedTitle)], made_of.part)
    if isinstance(value, str):
        plain = to_plain(value) if find_field(made_of.field).rich else value
        return words.get(plain, plain)
    return [str(each) for each in value]


def _read_items(items: list[LinkedTitle], part: Literal["title", "titles", "link"]) -> str:
    if part == "titles":
        return ", ".join(item.title for item in items)
    kept = _find_kept(items)
    return kept.title if part == "title" else kept.link or ""


def _find_kept(items: list[LinkedTitle]) -> LinkedTitle:
    """Return the item whose title and link stay: the first that has a link, else the first."""
    return next((item for item in items if item.link), items[0])


def _list_losses(entry: RegisterEntry) -> Iterator[str]:
    for each in load_vocabulary().property:
        value = _read(entry, each)
        if each.required and not value:
            yield f"{each.key} is verplicht in schema 1.0.0 en staat er niet in"
        if each.longest is not None and len(value) > each.longest:
            yield f"{each.key} heeft {len(value)} tekens, hooguit {each.longest} in schema 1.0.0"
        if each.part == "link":
            yield from _list_dropped(entry, each.field)


def _list_dropped(entry: RegisterEntry, key: str) -> Iterator[str]:
    items = list(getattr(entry, key) or ())
    if not items:
        return
    kept = _find_kept(items)
    titles = any(e.field == key and e.part == "titles" for e in load_vocabulary().property)
    for item in items:
        if item is kept or (titles and not item.link):
            continue
        told = f"{item.title} ({item.link})" if item.link else item.title
        yield f"weggelaten uit {find_field(key).title}: {told}"
