"""What the register answers, in Dutch: what is wrong, with which field, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.standard.catalogue import load_fields

_TOLD: Mapping[int, str] = {
    400: "het register kan dit nu niet: {detail}",
    401: "het token is niet geldig of verlopen; vraag een nieuw token",
    403: "dit token mag hier niet schrijven: {detail}",
    404: "het register kent deze organisatie of beschrijving niet: {detail}",
    409: "in het register staat intussen een andere versie: {detail}",
    422: "het register neemt de beschrijving niet aan: {detail}",
    429: "het register is te druk; probeer het over een minuut opnieuw",
}
_ELSE = "het register antwoordt met een fout ({status}); probeer het later opnieuw"
_LONGEST = 300
"""Characters of what the register says that are shown."""


def explain_reply(status: int, body: object) -> str:
    """Return why the register did not take a request; a field by its official title."""
    detail = body.get("detail") if isinstance(body, dict) else None
    told = _TOLD.get(status, _ELSE)
    return told.format(status=status, detail=_read_detail(detail)[:_LONGEST])


def _read_detail(detail: object) -> str:
    if isinstance(detail, list):
        return "; ".join(_read_objection(each) for each in detail if isinstance(each, dict))
    return " ".join(str(detail).split()) if detail else "zonder uitleg"


def _read_objection(objection: Mapping[str, Any]) -> str:
    titles = {field.key: field.title for field in load_fields()}
    place = objection.get("loc")
    keys = [str(part) for part in place] if isinstance(place, list) else []
    named = next((titles[key] for key in keys if key in titles), "")
    told = " ".join(str(objection.get("msg", "niet aangenomen")).split())
    return f"{named}: {told}" if named else told
