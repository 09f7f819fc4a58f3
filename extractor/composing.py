"""Claims and plain values into one another, after the kind of field."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.errors import ValueRefused
from extractor.models import Claim, ClaimValue, LinkedTitle
from extractor.sentences import cut_sentences
from extractor.standard.catalogue import Field

FieldValue = str | tuple[ClaimValue, ...] | None
"""What a field holds as a person sees it: plain text or a choice, a list, or nothing."""

LIST_KINDS = frozenset({"choices", "links"})
"""Kinds of field whose claims are the items of a list."""


def takes_several(field: Field) -> bool:
    """Return whether claims of this field stand together; of others they are alternatives."""
    return field.kind == "text" or field.kind in LIST_KINDS or field.key == "description_short"


def compose_value(field: Field, claims: Sequence[Claim]) -> FieldValue:
    """Return the value that the claims make together; nothing without claims."""
    if not claims:
        return None
    if field.kind in LIST_KINDS:
        return tuple(claim.value for claim in claims)
    if not field.rich:
        return " ".join(str(claim.value) for claim in claims)
    text = ""
    for claim in claims:
        joint = "" if not text else _choose_joint(text, claim)
        text += joint + str(claim.value)
    return text


def _choose_joint(text: str, claim: Claim) -> str:
    item = str(claim.value).startswith("- ")
    follows_item = text.rsplit("\n", 1)[-1].startswith("- ")
    if item and follows_item:
        return "\n"
    return "\n\n" if claim.starts_paragraph or item or follows_item else " "


def list_parts(field: Field, value: FieldValue) -> tuple[ClaimValue, ...]:
    """Return what a value says one by one: sentences, the items of a list, or a single value.

    A sign that starts a list item is no part of it.
    """
    if value is None or isinstance(value, tuple):
        return value or ()
    if not takes_several(field):
        return (value,)
    parts = (value[start:end].removeprefix("- ") for start, end in cut_sentences(value))
    return tuple(part for part in parts if part)


def parse_value(field: Field, typed: str) -> FieldValue:
    """Return what a person typed as this field's value.

    Choices are separated by commas; of a grouping each line is `title | link`.
    """
    text = typed.strip()
    if not text:
        raise ValueRefused(field.key, ["er staat niets; gebruik --empty om een veld leeg te laten"])
    if field.kind == "choices":
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if field.kind == "links":
        return tuple(_parse_item(line) for line in text.splitlines() if line.strip())
    return text


def _parse_item(line: str) -> LinkedTitle:
    title, _, link = line.partition("|")
    return LinkedTitle(title=title.strip(), link=link.strip() or None)
