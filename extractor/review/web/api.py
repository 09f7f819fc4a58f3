"""The JSON API: the same actions as the page, with OpenAPI."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict
from pydantic import Field as Shape

from extractor.errors import DecisionRefused
from extractor.models import Span
from extractor.review.choices import Choice, Seen
from extractor.review.description import describe_review
from extractor.review.labels import KINDS
from extractor.review.web.adding import AddingRoom
from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render, render_card, render_progress, render_source

DraftPath = Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")]
FieldPath = Annotated[str, Path(pattern=r"^[a-z_]{2,40}$")]
ReadingPath = Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")]
Offset = Annotated[int, Query(ge=0)]
LONGEST = 100_000
"""Characters of a typed value that are looked at."""


class Asked(BaseModel):
    """What a reviewer wants with one field, and the decision they had before them."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["accept", "edit", "choose", "empty", "withdraw"]
    typed: Annotated[str, Shape(max_length=LONGEST)] = ""
    number: int = 0
    seen: str
    """The id of the last decision on the field that the page showed; empty for none."""


class Typed(BaseModel):
    """A value that is being typed."""

    model_config = ConfigDict(extra="forbid")

    typed: Annotated[str, Shape(max_length=LONGEST)]


class Left(BaseModel):
    """The fields that the reviewer saw listed as not found."""

    model_config = ConfigDict(extra="forbid")

    fields: list[str]


class Name(BaseModel):
    """Who a reviewer says to be."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Shape(min_length=1, max_length=100)]


def make_api(desk: Desk) -> APIRouter:
    """Return the routes under `/api`."""
    api = APIRouter(prefix="/api", tags=["review"])

    @api.get("/drafts")
    def list_drafts() -> list[dict[str, Any]]:
        """Return the newest draft of each dossier."""
        return [vars(row) for row in desk.list_drafts()]

    @api.get("/drafts/{draft}")
    def get_draft(draft: DraftPath) -> dict[str, Any]:
        """Return the draft as `bronvast show --json` writes it."""
        return describe_review(desk.open_draft(draft).review)

    @api.post("/drafts/{draft}/fields/{key}/decision")
    def add_decision(
        draft: DraftPath, key: FieldPath, asked: Asked, request: Request
    ) -> dict[str, Any]:
        """Decide one field; 409 when it changed since it was seen."""
        asked_for = asked.model_dump(include={"action", "typed", "number"})
        choice = Choice(**asked_for, seen=Seen(decision=asked.seen or None))
        desk.decide(draft, key, choice, require_name(request))
        return _describe_card(desk, draft, key)

    @api.post("/drafts/{draft}/unread")
    def decide_unread(draft: DraftPath, asked: Asked, request: Request) -> dict[str, str]:
        """Decide that the entry can do without what was not read, or take that back."""
        choice = Choice(action=asked.action, seen=Seen(decision=asked.seen or None))
        desk.decide(draft, "unread", choice, require_name(request))
        return {"progress": render_progress(desk.open_draft(draft))}

    @api.get("/drafts/{draft}/fields/{key}/card")
    def get_card(draft: DraftPath, key: FieldPath) -> dict[str, Any]:
        """Return the card as it is now."""
        return _describe_card(desk, draft, key)

    @api.post("/drafts/{draft}/fields/{key}/trial")
    def try_value(draft: DraftPath, key: FieldPath, typed: Typed) -> dict[str, Any]:
        """Return how a value would be judged; nothing is kept."""
        return vars(desk.try_value(draft, key, typed.typed))

    @api.post("/drafts/{draft}/absent")
    def leave_empty(draft: DraftPath, left: Left, request: Request) -> dict[str, str]:
        """Leave all listed fields empty where nothing was found."""
        desk.leave_empty(draft, require_name(request), left.fields)
        return {"progress": render_progress(desk.open_draft(draft))}

    @api.post("/name")
    def set_name(name: Name, request: Request) -> dict[str, str]:
        """Keep under which name this browser decides, where its address has none."""
        request.state.doorkeeper.rename(request.state.key, name.name.strip())
        return {"name": name.name.strip()}

    return api


class Place(BaseModel):
    """A folder or document of this machine."""

    model_config = ConfigDict(extra="forbid")

    path: Annotated[str, Shape(min_length=1, max_length=4000)]


def make_folder_api(room: AddingRoom) -> APIRouter:
    """Return the routes under `/api/folders`: from a folder of this machine to drafts."""
    api = APIRouter(prefix="/api/folders", tags=["folders"])

    @api.post("/scan")
    def scan(place: Place) -> dict[str, str]:
        """Return what is in a folder, as html; nothing is kept."""
        return {"html": render("scanned.html", dossiers=room.scan(place.path), kinds=KINDS)}

    @api.post("/drafts")
    def start(place: Place) -> dict[str, Any]:
        """Begin to draft the dossiers of a folder."""
        return vars(room.start(place.path))

    @api.get("/drafts")
    def look() -> dict[str, Any]:
        """Return how far the drafting is."""
        return vars(room.look())

    return api


def make_source_api(desk: Desk) -> APIRouter:
    """Return the routes under `/api/sources`: places in stored documents."""
    api = APIRouter(prefix="/api/sources", tags=["sources"])

    @api.get("/{reading}")
    def show_source(
        reading: ReadingPath, start: Offset, end: Offset, page: Annotated[int, Query(ge=0)] = 0
    ) -> dict[str, Any]:
        """Return the place of a span: the page's marks, or the text around it, as html."""
        if end < start:
            raise DecisionRefused("deze plek in een document bestaat niet")
        span = Span(start=start, end=end)
        turned = desk.sources.turn(reading, page, span) if page else None
        return {"html": render_source(turned or desk.sources.show(reading, span), span)}

    @api.get("/{reading}/pages/{page}.png")
    def draw_page(reading: ReadingPath, page: Annotated[int, Path(ge=1)]) -> Response:
        """Return a page of a stored PDF as a picture."""
        kept = {"Cache-Control": "private, max-age=86400, immutable"}
        return Response(desk.sources.draw(reading, page), media_type="image/png", headers=kept)

    return api


def require_name(request: Request) -> str:
    """Return who decides; refused while nobody has said so."""
    name: str | None = request.state.session.reviewer
    if not name:
        raise DecisionRefused("er staat niet wie kiest", "Vul eerst uw naam in.")
    return name


def _describe_card(desk: Desk, draft: str, key: str) -> dict[str, Any]:
    card, page = desk.show_card(draft, key)
    return {"html": render_card(card, page), "progress": render_progress(page), "seen": card.seen}
