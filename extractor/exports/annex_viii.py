"""What the EU database asks of a high-risk AI system, filled as far as it is known (register.md 6).

Nothing here is sent to that database, and no link between the two registers exists.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from extractor.exports.export import EntryBackground, Evidence, Export
from extractor.exports.register_csv import write_items
from extractor.models import Record
from extractor.standard.catalogue import find_field
from extractor.standard.entry import RegisterEntry
from extractor.standard.plain_text import to_plain

KIND = "eu-annex-viii"
"""Stands in the file, by which an earlier export is known."""
CONFIRMED = "uit de bevestigde beschrijving"
PROPOSED = "voorstel, nog te bevestigen"
ASKED = "nog te vragen"
NOTE = (
    "Werkbestand voor de inschrijving in de EU-databank; niet openbaar. Welke onderdelen gelden, "
    "hangt af van de rol van de organisatie en van het moment waarop de plicht ingaat."
)


class Item(Record):
    """One thing that Annex VIII asks, and where its answer may stand."""

    number: str
    title: str
    fields: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """Of the official forms, as `dpia_3_0:18`."""
    noted: str | None = None
    """The field of which what the reviewer remarked is a proposal."""
    proposed: str | None = None
    partly: str | None = None
    """Of an answer that the fields never give whole: what is still to be asked, in Dutch."""


class Section(Record):
    """A section of Annex VIII: who registers, and what."""

    key: str
    title: str
    item: tuple[Item, ...]


@cache
def load_sections() -> tuple[Section, ...]:
    """Return sections A, B and C; read from disk once."""
    text = Path(__file__).with_name("annex_viii.toml").read_text(encoding="utf-8")
    return tuple(Section.model_validate(row) for row in tomllib.loads(text)["section"])


def list_questions() -> tuple[str, ...]:
    """Return the questions of the official forms whose answers are wanted, as `dpia_3_0:18`."""
    items = (item for section in load_sections() for item in section.item)
    return tuple(dict.fromkeys(question for item in items for question in item.questions))


def render_annex_viii(export: Export) -> bytes:
    """Return UTF-8 JSON: for each entry all items of A, B and C, each with how sure it is."""
    behind = export.backgrounds or (EntryBackground(),) * len(export.entries)
    content = {
        "format": 1,
        "kind": KIND,
        "note": NOTE,
        "decision_log_head": export.head,
        "entries": [
            _describe_entry(entry, background)
            for entry, background in zip(export.entries, behind, strict=True)
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _describe_entry(entry: RegisterEntry, background: EntryBackground) -> dict[str, Any]:
    return {
        "name": entry.name,
        "publication_category": entry.publication_category,
        "sections": {
            section.key: {
                "title": section.title,
                "items": [_describe_item(item, entry, background) for item in section.item],
            }
            for section in load_sections()
        },
    }


def _describe_item(item: Item, entry: RegisterEntry, background: EntryBackground) -> dict[str, Any]:
    told = {"number": item.number, "title": item.title}
    found = [each for key in item.questions for each in background.answers.get(key, ())]
    if found:
        value = "\n".join(each.words for each in found)
        return {**told, "status": PROPOSED, "value": value, "sources": list(_cite(found))}
    values = {key: _write_value(entry, key) for key in item.fields}
    filled = {key: value for key, value in values.items() if value}
    if filled:
        status = PROPOSED if item.questions else CONFIRMED
        more = {"still_to_ask": item.partly} if item.partly else {}
        value = "\n".join(filled.values())
        return {**told, "status": status, "value": value, "fields": list(filled), **more}
    behind = background.fields.get(item.noted or "")
    proposed = (behind and behind.note) or item.proposed
    return {**told, "status": PROPOSED if proposed else ASKED, "value": proposed}


def _cite(found: list[Evidence]) -> Iterator[str]:
    yield from dict.fromkeys(each.place for each in found)


def _write_value(entry: RegisterEntry, key: str) -> str:
    value = getattr(entry, key)
    if not value:
        return ""
    if find_field(key).rich:
        return to_plain(value)
    return value if isinstance(value, str) else write_items(value)
