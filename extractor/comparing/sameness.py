"""Whether two values say the same, up to what the register's downloads lose of them."""

from __future__ import annotations

import re

from extractor.composing import FieldValue
from extractor.models import ClaimValue, LinkedTitle
from extractor.standard.catalogue import Field

_MARKER = re.compile(r"^\s*(?:[-•]|\d+\.)\s+", re.MULTILINE)
"""Of a list: a download drops it with its tag."""


def is_same(field: Field, one: FieldValue, other: FieldValue) -> bool:
    """Return whether both say the same: white space, signs of lists and order of themes aside."""
    return _squeeze(field, one) == _squeeze(field, other)


def is_said(field: Field, part: ClaimValue, whole: FieldValue) -> bool:
    """Return whether a value already says what a claim says: of prose anywhere in the text."""
    if isinstance(whole, tuple):
        return _squeeze_item(part) in {_squeeze_item(item) for item in whole}
    squeezed = _squeeze_text(whole or "")
    if field.rich or field.key == "description_short":
        return _squeeze_item(part) in squeezed
    return _squeeze_item(part) == squeezed


def _squeeze(field: Field, value: FieldValue) -> object:
    if isinstance(value, tuple):
        items = [_squeeze_item(item) for item in value]
        return frozenset(items) if field.kind == "choices" else tuple(items)
    return _squeeze_text(value or "")


def _squeeze_item(item: ClaimValue) -> str:
    if isinstance(item, LinkedTitle):
        return f"{_squeeze_text(item.title)}|{item.link or ''}"
    return _squeeze_text(item)


def _squeeze_text(text: str) -> str:
    return "".join(_MARKER.sub("", text).split())
