"""Hand entries over one by one; what fails leaves the others alone, a rerun makes no doubles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extractor.errors import RegisterRefused
from extractor.submitting.client import ConnectionBroken, Register
from extractor.submitting.merging import find_listed, merge_bodies

BROKEN = "de verbinding brak af; geef de opdracht opnieuw, er komt geen dubbele beschrijving"


@dataclass(frozen=True)
class Handed:
    """An entry to hand over: its dossier, its body, and its code where that is known."""

    dossier: str
    body: dict[str, Any]
    lars: str | None


@dataclass(frozen=True)
class Submission:
    """What became of one entry."""

    dossier: str
    name: str
    state: Literal["new", "changed", "same", "failed"]
    lars: str | None = None
    kept: tuple[str, ...] = ()
    """Titles of fields that ours leaves empty and the register has: they stay there."""
    reason: str = ""


def submit_entries(
    register: Register,
    entries: Sequence[Handed],
    *,
    dry_run: bool = False,
) -> Iterator[Submission]:
    """Yield what became of each entry, or with `dry_run` what would.

    RegisterRefused where the list of what is there cannot be had: nothing is sent then.
    """
    try:
        listed = register.list_entries()
    except ConnectionBroken:
        raise RegisterRefused("het register is niet te bereiken") from None
    for entry in entries:
        yield _submit(register, entry, listed, dry_run=dry_run)


def _submit(
    register: Register, entry: Handed, listed: Sequence[dict[str, Any]], *, dry_run: bool
) -> Submission:
    name = str(entry.body["name"])
    try:
        found = find_listed(entry.body, listed, entry.lars)
        if found is None:
            lars = None if dry_run else _add(register, entry)
            return Submission(entry.dossier, name, "new", lars)
        lars = str(found["lars"])
        merged = merge_bodies(entry.body, register.get_entry(lars))
        if merged.is_changed and not dry_run:
            register.replace_entry(lars, merged.body)
        state: Literal["changed", "same"] = "changed" if merged.is_changed else "same"
        return Submission(entry.dossier, name, state, lars, merged.kept)
    except RegisterRefused as refused:
        return Submission(entry.dossier, name, "failed", reason=str(refused))
    except ConnectionBroken:
        return Submission(entry.dossier, name, "failed", reason=BROKEN)


def _add(register: Register, entry: Handed) -> str | None:
    """Return the new entry's code; where the answer got lost the list tells whether it is there."""
    try:
        return register.add_entry(entry.body)
    except ConnectionBroken:
        found = find_listed(entry.body, register.list_entries(), entry.lars)
        if found is None:
            raise
        return str(found["lars"])
