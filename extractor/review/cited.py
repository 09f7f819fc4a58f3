"""What citations stand in, and a citation as it is shown and as JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from extractor.documents.profile import DocumentProfile
from extractor.models import Citation, Reading, Twin
from extractor.presenting import present
from extractor.review.labels import name_place, name_voice


class CitedDocuments(Protocol):
    """The documents of a dossier, to show a citation from."""

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Return what was read, by id."""
        ...

    @property
    def profiles(self) -> Mapping[str, DocumentProfile]:
        """Return what each document is, by its reading."""
        ...

    def name_document(self, reading: str) -> str:
        """Return the file's name of a reading."""
        ...


def quote_as_shown(cited: CitedDocuments, citation: Citation) -> str:
    """Return the cited words without line ends, furniture and characters nobody sees."""
    return present(cited.readings[citation.reading], citation.span).text


def name_citation(cited: CitedDocuments, citation: Citation) -> str:
    """Return in Dutch which document the words stand in, of when, whose, and where in it."""
    profile = cited.profiles[citation.reading]
    facts = (profile.date or "zonder datum", name_voice(profile.voice))
    name = f"{cited.name_document(citation.reading)} ({', '.join(filter(None, facts))})"
    return f"{name}, {name_place(citation.locator)}"


def describe_citation(citation: Citation) -> dict[str, Any]:
    """Return a citation as JSON values, after the contract of format 1."""
    described: dict[str, Any] = {
        "document": citation.reading,
        "span": [citation.span.start, citation.span.end],
        "quote": citation.quote,
        "locator": citation.locator.model_dump(),
    }
    twins = [_describe_twin(twin) for twin in citation.twins]
    return described | ({"twins": twins} if twins else {})


def _describe_twin(twin: Twin) -> dict[str, Any]:
    return {"span": [twin.span.start, twin.span.end], "locator": twin.locator.model_dump()}
