"""The JSON API on drafts: what there is, how it stands, and what was looked for."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from extractor.review.description import describe_review
from extractor.review.web.asked import DraftPath, FieldPath, Typed
from extractor.review.web.desk import Desk
from extractor.review.web.rendering import (
    render_card,
    render_found,
    render_progress,
    render_signing,
)


def make_api(desk: Desk) -> APIRouter:
    """Return the routes under `/api`."""
    api = APIRouter(prefix="/api", tags=["review"])

    @api.get("/drafts")
    def list_drafts() -> list[dict[str, Any]]:
        """Return the newest draft of each dossier."""
        return [vars(row) for row in desk.list_drafts()]

    @api.get("/drafts/{draft}/search")
    def search(
        draft: DraftPath, words: Annotated[str, Query(min_length=1, max_length=200)]
    ) -> dict[str, str]:
        """Return the passages of the dossier that are most about these words, as html."""
        return {"html": render_found(desk.search(draft, words))}

    @api.get("/drafts/{draft}")
    def get_draft(draft: DraftPath) -> dict[str, Any]:
        """Return the draft as `bronvast show --json` writes it."""
        return describe_review(desk.open_draft(draft).review)

    @api.get("/drafts/{draft}/state")
    def get_state(
        draft: DraftPath, head: Annotated[str, Query(max_length=64)] = ""
    ) -> dict[str, Any]:
        """Return which decision each field shows now; the head alone where nothing was decided."""
        now = desk.head()
        if now == head:
            return {"head": now}
        page = desk.open_draft(draft)
        return {
            "head": now,
            "seen": {card.field.key: card.seen for card in page.cards},
            "progress": render_progress(page),
            "signing": render_signing(page),
        }

    @api.get("/drafts/{draft}/fields/{key}/card")
    def get_card(draft: DraftPath, key: FieldPath) -> dict[str, Any]:
        """Return the card as it is now."""
        return describe_card(desk, draft, key)

    @api.post("/drafts/{draft}/fields/{key}/trial")
    def try_value(draft: DraftPath, key: FieldPath, typed: Typed) -> dict[str, Any]:
        """Return how a value would be judged; nothing is kept."""
        return vars(desk.try_value(draft, key, typed.typed))

    return api


def describe_card(desk: Desk, draft: str, key: str) -> dict[str, Any]:
    """Return a field's card as html, with how far the review is."""
    card, page = desk.show_card(draft, key)
    return {"html": render_card(card, page), "progress": render_progress(page), "seen": card.seen}
