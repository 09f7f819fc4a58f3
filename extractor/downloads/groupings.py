"""Lists as the downloads write them in one cell, read back."""

from __future__ import annotations

from extractor.models import LinkedTitle
from extractor.standard.addresses import list_link_objections

_FIRST = "1: "


def read_themes(text: str) -> tuple[str, ...]:
    """Return the items of `Economie, Werk`; no official theme has a comma of its own."""
    return tuple(item for part in text.split(",") if (item := part.strip()))


def read_titles(text: str) -> tuple[LinkedTitle, ...]:
    """Return a list of names, as version 0.4 keeps the impact assessments, as titles."""
    return tuple(LinkedTitle(title=item) for item in read_themes(text))


def read_grouping(text: str) -> tuple[LinkedTitle, ...] | None:
    """Return the items of `1: title, link. 2: title`; none where it is no such list.

    A title that itself holds `. 2: ` cannot be told from a second item: the layout lost that.
    """
    rest = text.strip()
    if not rest.startswith(_FIRST):
        return None
    rest = rest.removeprefix(_FIRST)
    items = []
    number = 2
    while (at := _find_next(rest, f". {number}: ")) >= 0:
        items.append(_read_item(rest[:at]))
        rest = rest[at + len(f". {number}: ") :]
        number += 1
    return (*items, _read_item(rest))


def _find_next(text: str, mark: str) -> int:
    """Return where the next item begins: rather behind a link than inside a title."""
    places = []
    at = text.find(mark)
    while at >= 0:
        places.append(at)
        at = text.find(mark, at + 1)
    linked = (place for place in places if _read_item(text[:place]).link)
    return next(linked, places[0] if places else -1)


def _read_item(text: str) -> LinkedTitle:
    """Return a title with the link behind its last comma, where that is a link."""
    title, comma, link = text.rpartition(", ")
    if comma and not list_link_objections(link):
        return LinkedTitle(title=title, link=link)
    return LinkedTitle(title=text)
