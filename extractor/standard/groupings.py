"""Titles with links; the register itself checks neither (register.md 1.2)."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.models import LinkedTitle
from extractor.standard.addresses import list_link_objections
from extractor.standard.catalogue import Field
from extractor.standard.characters import list_line_objections
from extractor.standard.lengths import list_length_objections


def list_grouping_objections(field: Field, value: object) -> tuple[str, ...]:
    """Return why the grouping may not hold these items, each with the item's number from 1."""
    if not isinstance(value, list | tuple):
        return ("is geen lijst: geef een lijst van titels met links",)
    return tuple(
        f"punt {number}: {objection}"
        for number, item in enumerate(value, start=1)
        for objection in _object_to_item(field, item)
    )


def _object_to_item(field: Field, item: object) -> tuple[str, ...]:
    parts = item.model_dump() if isinstance(item, LinkedTitle) else item
    if not isinstance(parts, Mapping) or not set(parts) <= {"title", "link"}:
        return ("geef een titel en een link, en niets anders",)
    return _object_to_title(field, parts.get("title")) + _object_to_link(field, parts.get("link"))


def _object_to_title(field: Field, title: object) -> tuple[str, ...]:
    if not isinstance(title, str) or not title.strip():
        return ("de titel ontbreekt: geef een titel",)
    objections = list_line_objections(title) or list_length_objections(title, field.title_max)
    return tuple(f"de titel {objection}" for objection in objections)


def _object_to_link(field: Field, link: object) -> tuple[str, ...]:
    """Accept an empty link; without a link at all only where the register takes that."""
    if link is None and field.link_required:
        return ("de link ontbreekt: geef een link, of een lege link als die niet bekend is",)
    if link is None or link == "":
        return ()
    if not isinstance(link, str):
        return ("de link is geen tekst: geef tekst",)
    objections = (
        list_line_objections(link)
        or list_length_objections(link, field.link_max)
        or list_link_objections(link)
    )
    return tuple(f"de link {objection}" for objection in objections)
