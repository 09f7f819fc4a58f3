"""What an organisation says of itself, for every entry: its name, contact, website and tags."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from typing import Annotated

from pydantic import Field, ValidationError, model_validator

from extractor.errors import ProfileUnusable
from extractor.models import Record

Text = Annotated[str, Field(min_length=1, max_length=200)]


class Service(Record):
    """A part of a ministry that has algorithms of its own, and since and until when it is one."""

    name: Text
    code: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Service:
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            message = "valid_until ligt voor valid_from"
            raise ValueError(message)
        return self


class OrganisationProfile(Record):
    """The organisation as the register knows it, and what its entries have in common."""

    name: Text
    code: str | None = None
    """As in the register of government organisations, such as `gm0363`."""
    contact: str | None = None
    website: str | None = None
    register_link: str | None = None
    """The organisation's own public register of algorithms."""
    processing_link: str | None = None
    """The public part of the organisation's register of processing activities."""
    tags: tuple[Text, ...] = ()
    services: tuple[Service, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Return what tells this profile from any other."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]

    def list_values(self) -> dict[str, str]:
        """Return the values of the register's fields that the profile gives."""
        given: dict[str, str | None] = {
            "organization": self.name,
            "contact_email": self.contact,
            "website": self.website,
            "url": self.register_link,
            "process_index_url": self.processing_link,
            "tags": ", ".join(self.tags) or None,
        }
        return {key: value for key, value in given.items() if value}


def parse_profile(text: str) -> OrganisationProfile:
    """Return the profile in a TOML file; refused with the key that is wrong, and why."""
    try:
        return OrganisationProfile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as broken:
        raise ProfileUnusable(f"het bestand is geen TOML: {broken}") from None
    except ValidationError as refused:
        raise ProfileUnusable(_explain(refused)) from None


_WRONG = {
    "missing": "ontbreekt",
    "extra_forbidden": "kent Bronvast niet",
    "string_too_short": "is leeg",
    "string_too_long": "is te lang",
    "string_type": "is geen tekst",
    "tuple_type": "is geen lijst",
    "model_type": "is geen onderdeel met een naam, zoals onder [[services]]",
    "date_type": "is geen datum zoals 2024-01-01",
    "date_parsing": "is geen datum zoals 2024-01-01",
    "date_from_datetime_parsing": "is geen datum zoals 2024-01-01",
    "date_from_datetime_inexact": "is geen datum zonder tijd, zoals 2024-01-01",
}
"""What is the matter with a value, by the kind of error."""


def _explain(refused: ValidationError) -> str:
    first = refused.errors()[0]
    key = ".".join(map(str, first["loc"])) or "het bestand"
    said = first["msg"].removeprefix("Value error, ")
    return f"{key}: {_WRONG.get(first['type'], said)}"
