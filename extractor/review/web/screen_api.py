"""The JSON API of the quick screen."""

from __future__ import annotations

from fastapi import APIRouter, Request

from extractor.review.choices import Choice
from extractor.review.screen_deciding import ScreenForm, judge_answers, write_answered
from extractor.review.web.asked import DraftPath
from extractor.review.web.deciding_api import sign
from extractor.review.web.desk import Desk


def make_screen_api(desk: Desk) -> APIRouter:
    """Return the routes under `/api` by which a person answers the quick screen."""
    api = APIRouter(prefix="/api", tags=["screen"])

    @api.post("/drafts/{draft}/screen")
    def answer_screen(draft: DraftPath, form: ScreenForm, request: Request) -> dict[str, str]:
        """Keep the answers to the quick screen; 409 when another answered meanwhile."""
        desk.screen(draft, form, sign(desk, request))
        return {"outcome": write_answered(judge_answers(form.answers))}

    @api.post("/drafts/{draft}/screen/trial")
    def try_screen(draft: DraftPath, form: ScreenForm) -> dict[str, str]:
        """Return what the answers lead to; nothing is kept."""
        desk.open_draft(draft)
        return {"outcome": write_answered(judge_answers(form.answers))}

    @api.post("/drafts/{draft}/screen/undo")
    def undo_screen(draft: DraftPath, request: Request) -> dict[str, str]:
        """Go back to the answers from before."""
        desk.decide(draft, "screen", Choice(action="undo"), sign(desk, request))
        return {}

    return api
