"""What the register's own server does with a body, encoded apart from the product.

After register.md 1.2 and 2, with the library the register itself cleans html with; nothing here
comes from `extractor/`, and the limits are written out once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html.entities import name2codepoint

from lxml.etree import ParserError, XPath
from lxml.html import document_fromstring
from lxml_html_clean import Cleaner

ALLOWED = frozenset({"div", "br", "p", "ul", "ol", "li"})
TEXTS = {
    "goal": (2500, 5000),
    "proportionality": (2500, 5000),
    "human_intervention": (2500, 5000),
    "risks": (2500, 5000),
    "lawful_basis": (2500, 5000),
    "impacttoetsen": (2500, 5000),
    "source_data": (2500, 5000),
    "methods_and_models": (5000, 10000),
    "tags": (2500, 2500),
}
"""Rich text: characters as counted, and what the column holds."""
LINES = {
    "name": (100, 1024),
    "description_short": (400, 5000),
    "organization": (100, 1024),
    "begin_date": (7, 7),
    "end_date": (7, 7),
    "contact_email": (500, 1024),
    "website": (500, 1024),
    "url": (500, 1024),
    "process_index_url": (500, 500),
    "provider": (200, 5000),
    "publiccode": (500, 1024),
    "source_id": (100, 100),
}
"""Plain text, with the same two limits."""
CHOICES = {
    "status": {"In ontwikkeling", "In gebruik", "Buiten gebruik"},
    "publication_category": {
        "Hoog-risico AI-systeem",
        "Impactvolle algoritmes",
        "Overige algoritmes",
    },
    "lang": {"nld"},
    "standard_version": {"1.0"},
}
THEMES = {
    "Organisatie en bedrijfsvoering",
    "Cultuur en recreatie",
    "Economie",
    "Overheidsfinanciën",
    "Wonen",
    "Internationaal",
    "Migratie en integratie",
    "Natuur en milieu",
    "Onderwijs en wetenschap",
    "Openbare orde en veiligheid",
    "Recht",
    "Ruimte en infrastructuur",
    "Sociale zekerheid",
    "Verkeer",
    "Werk",
    "Zorg en gezondheid",
}
REQUIRED = (
    "name",
    "description_short",
    "organization",
    "status",
    "contact_email",
    "publication_category",
    "lang",
)
GROUPINGS = {"lawful_basis_grouping": True, "impacttoetsen_grouping": False}
GROUPINGS |= {"source_data_grouping": True}
"""Lists of titles with links; true where the key `link` must be there with a text."""

_CLEANER = Cleaner(
    allow_tags=ALLOWED, remove_unknown_tags=False, safe_attrs_only=True, safe_attrs=frozenset()
)


def strip_html(value: str) -> str:
    """Return all text nodes joined by one space."""
    if not value.strip():
        return value
    nodes = XPath("//text()")(document_fromstring(_see_as_server(value)))
    assert isinstance(nodes, list)
    return " ".join(str(node) for node in nodes)


def store_value(key: str, value: str) -> str:
    """Return what the database gets: cleaned html, or text without tags."""
    if key not in TEXTS:
        return strip_html(value)
    return str(_CLEANER.clean_html(_see_as_server(value)))


def _see_as_server(value: str) -> str:
    """Return the value as the server's older parser takes it.

    Bare text is a paragraph there, and `&copy` without its end is no character.
    """
    seen = re.sub(r"&(?!#)(?!(\w+);)", "&amp;", value.replace("\x00", " "))
    seen = re.sub(r"&(\w+);", lambda found: _see_entity(found[1]), seen)
    return seen if "<" in seen else f"<p>{seen}</p>"


def _see_entity(name: str) -> str:
    """Return an entity of HTML 4 as it is; any other one is text."""
    return f"&{name};" if name in name2codepoint or name == "apos" else f"&amp;{name};"


def find_refusals(body: Mapping[str, object]) -> list[str]:
    """Return the fields for which the server answers 422 or fails with 500."""
    return [
        *(key for key in REQUIRED if not isinstance(body.get(key), str)),
        *(key for key in (*TEXTS, *LINES) if not _fits(key, body.get(key))),
        *(key for key, known in CHOICES.items() if body.get(key, None) not in {None, *known}),
        *_list_refused_lists(body),
    ]


def _fits(key: str, value: object) -> bool:
    if value is None or value == "":
        return True
    if not isinstance(value, str):
        return False
    longest, column = (TEXTS | LINES)[key]
    if value.strip() and not value.replace("\x00", "").strip():
        return False
    if key in TEXTS and not value.strip():
        return False
    try:
        return len(strip_html(value)) <= longest and _is_stored(store_value(key, value), column)
    except (ParserError, ValueError):
        # The server fails on what its parser cannot take.
        return False


def _is_stored(stored: str, column: int) -> bool:
    return len(stored) <= column and "\x00" not in stored and _is_unicode(stored)


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _list_refused_lists(body: Mapping[str, object]) -> Iterator[str]:
    themes = body.get("category")
    if themes is not None and not (isinstance(themes, list) and set(themes) <= THEMES):
        yield "category"
    for key, needs_link in GROUPINGS.items():
        items = body.get(key)
        if items is not None and not (
            isinstance(items, list) and all(_is_item(item, needs_link) for item in items)
        ):
            yield key


def _is_item(item: object, needs_link: bool) -> bool:  # noqa: FBT001 - of the group, not an option
    if not isinstance(item, dict) or not isinstance(item.get("title"), str):
        return False
    if needs_link:
        return isinstance(item.get("link"), str)
    return item.get("link") is None or isinstance(item["link"], str)


def find_eaten(body: Mapping[str, object]) -> list[str]:
    """Return the fields of which the register keeps other words than were given."""
    changed = []
    for key in (*TEXTS, *LINES):
        value = body.get(key)
        if isinstance(value, str) and value and not _keeps_words(key, value):
            changed.append(key)
    return changed


def _keeps_words(key: str, value: str) -> bool:
    stored = store_value(key, value)
    if key in LINES:
        return stored == value
    return _list_words(strip_html(stored)) == _list_words(strip_html(value))


def _list_words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


def is_month(value: str) -> bool:
    """Return whether the public page can read a date."""
    try:
        return bool(date.fromisoformat(f"{value}-01"))
    except ValueError:
        return False
