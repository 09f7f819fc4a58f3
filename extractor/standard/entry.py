"""The entry as the register's ingest API takes it. It refuses or accepts, and changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from extractor.models import LinkedTitle, Record
from extractor.standard.catalogue import find_field, load_fields
from extractor.standard.objections import list_value_objections

Choices = Annotated[tuple[str, ...], Field(strict=False)]
Links = Annotated[tuple[LinkedTitle, ...], Field(strict=False)]
"""Lists are taken as they come from JSON; nothing in them is converted."""


END = "end_date"


class Objection(Record):
    """Why an entry is refused: the field, and in Dutch what to change."""

    field: str
    message: str


class RegisterEntry(Record):
    """The body of the ingest API 1.0, in form order; rich text is html (register.md 1.1).

    What the register accepts and then loses, changes or cannot read back is refused here too.
    """

    model_config = ConfigDict(strict=True, hide_input_in_errors=True)

    name: str
    description_short: str
    organization: str
    category: Choices | None = None
    status: str
    begin_date: str | None = None
    end_date: str | None = None
    contact_email: str
    website: str | None = None
    publication_category: str
    url: str | None = None
    goal: str | None = None
    proportionality: str | None = None
    human_intervention: str | None = None
    risks: str | None = None
    lawful_basis: str | None = None
    lawful_basis_grouping: Links | None = None
    process_index_url: str | None = None
    impacttoetsen: str | None = None
    impacttoetsen_grouping: Links | None = None
    source_data: str | None = None
    source_data_grouping: Links | None = None
    methods_and_models: str | None = None
    provider: str | None = None
    publiccode: str | None = None
    lang: Literal["nld"]
    standard_version: Literal["1.0"] = "1.0"
    source_id: str | None = None
    tags: str | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _is_allowed(cls, value: object, info: ValidationInfo) -> object:
        """Refuse in Dutch before pydantic refuses in English; the value passes untouched."""
        field = find_field(info.field_name or "")
        objections = list_value_objections(field, value)
        if objections:
            raise _refuse(field.key, "; ".join(objections))
        return value

    @model_validator(mode="after")
    def _dates_fit_status(self) -> RegisterEntry:
        """Refuse an end while the algorithm is not out of use, or before the begin (4.2)."""
        if self.end_date and self.status != "Buiten gebruik":
            raise _refuse(END, "past niet bij de status: laat hem leeg, of kies Buiten gebruik")
        if self.end_date and self.begin_date and self.end_date < self.begin_date:
            raise _refuse(END, "ligt voor de begindatum: verander een van de twee")
        return self


def list_date_objections(entry: RegisterEntry, today: date) -> tuple[Objection, ...]:
    """Return what cannot be true on this day: in use from a month still to come (4.2)."""
    if entry.status != "In gebruik" or (entry.begin_date or "") <= f"{today:%Y-%m}":
        return ()
    message = "ligt in de toekomst: kies In ontwikkeling, of verander de begindatum"
    return (Objection(field="begin_date", message=message),)


def to_body(entry: RegisterEntry) -> dict[str, object]:
    """Return what to send, in form order: empty fields left out, the standard version always in.

    An empty link stays where the register wants the key, and is left out elsewhere (1.2, 2).
    """
    body: dict[str, object] = {}
    for field in load_fields():
        value = getattr(entry, field.key)
        if field.kind == "links" and value:
            value = [_write_item(item, keep_link=field.link_required) for item in value]
        elif isinstance(value, tuple):
            value = list(value)
        if value:
            body[field.key] = value
    return body


def _write_item(item: LinkedTitle, *, keep_link: bool) -> dict[str, str]:
    written = {"title": item.title}
    if item.link or keep_link:
        written["link"] = item.link or ""
    return written


def _refuse(field: str, message: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "{message}", {"field": field, "message": message})
