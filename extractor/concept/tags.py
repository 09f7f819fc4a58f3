"""How an answer box says which field of which draft it is about."""

from __future__ import annotations

from extractor.models import Record

_MARK = "bronvast"
NAME_TAG = f"{_MARK}:naam"
DATE_TAG = f"{_MARK}:datum"


class BoxTag(Record):
    """The draft and the field that a box asks about."""

    draft: str
    field: str


def write_tag(draft: str, field: str) -> str:
    """Return the tag of a content control; Word holds at most 64 characters of it."""
    return f"{_MARK}:{draft}:{field}"


def read_tag(tag: str) -> BoxTag | None:
    """Return what a tag says, none where it is not one of an answer box."""
    mark, _, rest = tag.partition(":")
    draft, _, field = rest.partition(":")
    return BoxTag(draft=draft, field=field) if mark == _MARK and field else None


def write_label(draft: str, field: str) -> str:
    """Return the line above a box: in a document of several drafts no other line is the same."""
    return f"Uw antwoord ({field} · {draft})"
