"""The JSON API that decides: the same actions as the page, with OpenAPI."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from extractor.review.choices import Choice, Seen, Signature
from extractor.review.signing import SignOffForm
from extractor.review.web.api import describe_card
from extractor.review.web.asked import Asked, DraftPath, FieldPath, Left, Name, Selected, make_span
from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render_progress, render_signing
from extractor.review.web.sessions import Session


def make_deciding_api(desk: Desk) -> APIRouter:
    """Return the routes under `/api` that decide something."""
    api = APIRouter(prefix="/api", tags=["review"])

    @api.post("/drafts/{draft}/fields/{key}/decision")
    def add_decision(
        draft: DraftPath, key: FieldPath, asked: Asked, request: Request
    ) -> dict[str, Any]:
        """Decide one field; 409 when it changed since it was seen."""
        desk.decide(draft, key, asked.to_choice(), sign(desk, request, asked.note))
        return describe_card(desk, draft, key)

    @api.post("/drafts/{draft}/fields/{key}/passage")
    def put_passage(
        draft: DraftPath, key: FieldPath, selected: Selected, request: Request
    ) -> dict[str, Any]:
        """Put a passage of a source into the field, with its citation."""
        span = make_span(selected.start, selected.end)
        seen = Seen(decision=selected.seen or None)
        signature = sign(desk, request, selected.note)
        desk.put_passage(draft, key, (selected.reading, span), seen, signature)
        return describe_card(desk, draft, key)

    @api.post("/drafts/{draft}/unread")
    def decide_unread(draft: DraftPath, asked: Asked, request: Request) -> dict[str, str]:
        """Decide that the entry can do without what was not read, or take that back."""
        desk.decide(draft, "unread", asked.to_choice(), sign(desk, request, asked.note))
        return {"progress": render_progress(desk.open_draft(draft))}

    @api.post("/drafts/{draft}/signoff")
    def sign_off(draft: DraftPath, form: SignOffForm, request: Request) -> dict[str, str]:
        """Sign off the entry as a whole; a later decision voids it."""
        desk.sign_off(draft, form, sign(desk, request))
        return {"html": render_signing(desk.open_draft(draft))}

    @api.post("/drafts/{draft}/signoff/withdrawal")
    def take_back(draft: DraftPath, request: Request) -> dict[str, str]:
        """Take all sign-offs of the entry back."""
        desk.decide(draft, "signoff", Choice(action="withdraw"), sign(desk, request))
        return {"html": render_signing(desk.open_draft(draft))}

    @api.post("/drafts/{draft}/absent")
    def leave_empty(draft: DraftPath, left: Left, request: Request) -> dict[str, str]:
        """Leave all listed fields empty where nothing was found."""
        desk.leave_empty(draft, left.fields, sign(desk, request))
        return {"progress": render_progress(desk.open_draft(draft))}

    @api.post("/name")
    def set_name(name: Name, request: Request) -> dict[str, str]:
        """Keep under which name this browser decides, where its address has none."""
        request.state.doorkeeper.rename(request.state.key, name.name.strip())
        return {"name": name.name.strip()}

    return api


def sign(desk: Desk, request: Request, note: str = "") -> Signature:
    """Return who decides, with their remark; refused while nobody has said who they are."""
    session: Session = request.state.session
    return desk.sign(session, note)
