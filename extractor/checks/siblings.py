"""Tell what siblings have in the same field: entries that share a document, or were split."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from extractor.checks.rules import Finding, make_finding

_NAMED = 3
"""Entries named; a policy document may be shared by a hundred."""
_SHOWN = 160
"""Characters of another entry's value."""


def check_siblings(text: str, siblings: Mapping[str, str]) -> Iterator[Finding]:
    """Yield which siblings have another value for a field, with theirs, and which have the same.

    `siblings` holds the same field's text by the entry's name. What stands nowhere is not told,
    nor that a sibling has nothing.
    """
    own = " ".join(text.split())
    values = {name: " ".join(other.split()) for name, other in siblings.items()}
    others = {name: value for name, value in values.items() if value and value != own}
    for name, value in list(others.items())[:_NAMED]:
        shown = textwrap.shorten(value, _SHOWN, placeholder=" …")
        yield make_finding("sibling_differs", fact=name, instead=shown)
    if len(others) > _NAMED:
        yield make_finding("more_siblings_differ", count=len(others) - _NAMED)
    same = [name for name, value in values.items() if value and value == own]
    if same:
        yield make_finding("sibling_same", fact=_list_names(same))


def _list_names(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join([*names[:_NAMED], *([f"en nog {more}"] if more > 0 else [])])
