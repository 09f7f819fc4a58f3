"""Values as a person types and reads them."""

from __future__ import annotations

from datetime import datetime

from extractor.composing import FieldValue
from extractor.models import LinkedTitle
from extractor.standard.catalogue import Field
from extractor.standard.rich_text import count_characters, to_html


def write_typed(value: FieldValue) -> str:
    """Return a value as a person types it: of a grouping a line is `title | link`."""
    if value is None or isinstance(value, str):
        return value or ""
    if any(isinstance(item, LinkedTitle) for item in value):
        return "\n".join(_write_item(item) for item in value)
    return ", ".join(str(item) for item in value)


def _write_item(item: str | LinkedTitle) -> str:
    if isinstance(item, str):
        return item
    return f"{item.title} | {item.link}" if item.link else item.title


def count_value(field: Field, value: FieldValue) -> int:
    """Return the characters of a text as the register counts them; 0 for other kinds."""
    if not isinstance(value, str):
        return 0
    return count_characters(to_html(value) if field.rich else value)


def name_moment(at: datetime) -> str:
    """Return a moment as the page writes it, in the time of this machine."""
    return at.astimezone().strftime("%d-%m-%Y %H:%M")


def name_item(item: str | LinkedTitle) -> str:
    """Return an item as a person reads it: of a linked one the link in brackets."""
    if isinstance(item, str):
        return item
    return f"{item.title} ({item.link})" if item.link else item.title
