"""The field catalogue: what publication standard 1.0 says of each of the 29 fields."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from extractor.errors import FieldUnknown
from extractor.models import Record

FieldKind = Literal[
    "text", "line", "choice", "choices", "month", "contact", "link", "links", "constant"
]
"""`text` is rich text, `line` plain text, `links` a grouping of titles with links."""


class Field(Record):
    """One field of the register's form; lengths are characters, inclusive (register.md 1.2)."""

    key: str
    title: str
    tab: str
    kind: FieldKind
    guidance: str
    """Plain Dutch: what belongs in the field."""
    required: bool
    """The register refuses an entry without it."""
    always_shown: bool
    """The public page shows the field even when it is empty."""
    max_length: int | None = None
    advised_length: int | None = None
    """The handbook's stricter maximum, where it differs (register.md 1.4)."""
    column_length: int | None = None
    """What the register's database holds; of rich text including the markup."""
    choices: tuple[str, ...] = ()
    title_max: int | None = None
    link_max: int | None = None
    link_required: bool = False
    """An item without the key `link` is refused; an empty link is not."""
    recommended_titles: tuple[str, ...] = ()
    constant: str | None = None
    decided_by_person: bool = True

    @property
    def rich(self) -> bool:
        """Whether the register keeps the field as html."""
        return self.kind == "text"


@cache
def load_fields() -> tuple[Field, ...]:
    """Return all fields in the order of the register's form."""
    text = Path(__file__).with_name("fields.toml").read_text(encoding="utf-8")
    return tuple(Field.model_validate(row) for row in tomllib.loads(text)["field"])


@cache
def _index_fields() -> dict[str, Field]:
    return {field.key: field for field in load_fields()}


def find_field(key: str) -> Field:
    """Return the field with this key; refuse a key the register does not have."""
    field = _index_fields().get(key)
    if field is None:
        raise FieldUnknown(key)
    return field


@cache
def list_decided_fields() -> tuple[Field, ...]:
    """Return the fields a person decides: all but language, standard version and source id."""
    return tuple(field for field in load_fields() if field.decided_by_person)
