"""Turn records into text or compact bytes that say their format, and back."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from extractor.errors import WorkspaceUnusable

FORMAT = 1
"""The format this program writes. It reads no other, as there is no older one yet."""

OPENING = f'{{"format":{FORMAT},"record":'
"""How every payload of this format begins; stripping it spares parsing a long text twice."""

LEVEL = 3
"""Of zlib: packs a long reading in half the time of level 6, a tenth larger."""

RecordType = TypeVar("RecordType", bound=BaseModel)


def render_payload(record: BaseModel) -> str:
    """Return the record as JSON with its format."""
    return f"{OPENING}{record.model_dump_json()}}}"


def parse_payload(kind: type[RecordType], payload: str) -> RecordType:
    """Return the record in the JSON; a newer format or a damaged payload is refused."""
    if not payload.startswith(OPENING):
        raise _explain_opening(payload)
    try:
        return kind.model_validate_json(payload[len(OPENING) : -1])
    except ValidationError:
        # Without its cause: that one quotes the payload, which is document text.
        raise report_damage() from None


def pack_text(text: str) -> bytes:
    """Return the text compressed."""
    return zlib.compress(text.encode(), LEVEL)


def unpack_text(packed: bytes) -> str:
    """Return the text that was compressed; damaged bytes are refused."""
    try:
        return zlib.decompress(packed).decode()
    except (zlib.error, UnicodeDecodeError):
        raise report_damage() from None


def pack_record(record: BaseModel) -> bytes:
    """Return the record as compressed JSON with its format."""
    return pack_text(render_payload(record))


def unpack_record(kind: type[RecordType], packed: bytes) -> RecordType:
    """Return the record in the compressed JSON; see `parse_payload` for what is refused."""
    return parse_payload(kind, unpack_text(packed))


def render_moment(moment: datetime) -> str:
    """Return the moment in UTC as ISO text that sorts by time; a naive one is refused."""
    if moment.tzinfo is None:
        message = "a moment without a time zone cannot be kept"
        raise ValueError(message)
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def report_damage() -> WorkspaceUnusable:
    """Return the error that says something in the database cannot be understood."""
    return WorkspaceUnusable(
        "een gegeven in de database is beschadigd",
        "Bekijk de schade met `bronvast verify` en zet een reservekopie terug.",
    )


def _explain_opening(payload: str) -> WorkspaceUnusable:
    try:
        content = from_json(payload)
    except ValueError:
        return report_damage()
    found = content.get("format") if isinstance(content, dict) else None
    if not isinstance(found, int) or found <= FORMAT:
        return report_damage()
    return WorkspaceUnusable(
        f"een gegeven in de database heeft indeling {found}, dit programma kent {FORMAT}",
        "Werk Bronvast bij naar de nieuwste versie.",
    )
