"""Which entry of the register is ours, and what a new version of it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.standard.catalogue import load_fields

Body = Mapping[str, Any]


@dataclass(frozen=True)
class MergedBody:
    """What to send, and which fields stand in the register that ours leaves empty."""

    body: Body
    kept: tuple[str, ...]
    """Titles of fields that only the register has: they stay."""
    is_changed: bool


def find_listed(ours: Body, listed: Sequence[Body], known: str | None) -> Body | None:
    """Return the entry of the list that is ours: by its code, its `source_id`, else its name.

    A name counts only where one entry has it and that one has no `source_id` of its own.
    """
    for key, wanted in (("lars", known), ("source_id", ours.get("source_id"))):
        found = [each for each in listed if wanted and each.get(key) == wanted]
        if found:
            return found[0]
    named = [each for each in listed if each.get("name") == ours["name"]]
    return named[0] if len(named) == 1 and not named[0].get("source_id") else None


def merge_bodies(ours: Body, theirs: Body) -> MergedBody:
    """Return our entry over theirs, for a new version replaces all of it (register.md 2)."""
    merged: dict[str, Any] = {}
    kept = []
    for field in load_fields():
        value, other = ours.get(field.key), theirs.get(field.key)
        if value:
            merged[field.key] = value
        elif other:
            merged[field.key] = other
            kept.append(field.title)
    merged["standard_version"] = "1.0"
    same = all((theirs.get(key) or None) == value for key, value in merged.items())
    return MergedBody(merged, tuple(kept), is_changed=not same)
