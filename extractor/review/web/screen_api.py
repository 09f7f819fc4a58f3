"""The JSON API around the review: the quick screen before it, the register after it."""

from __future__ import annotations

from fastapi import APIRouter, Request

from extractor.review.choices import Choice
from extractor.review.profile_values import Chosen
from extractor.review.screen_deciding import ScreenForm, judge_answers, write_answered
from extractor.review.web.asked import Copied, DraftPath
from extractor.review.web.deciding_api import sign
from extractor.review.web.desk import Desk


def make_screen_api(desk: Desk) -> APIRouter:
    """Return the routes under `/api` for the quick screen and for copying by hand."""
    api = APIRouter(prefix="/api", tags=["screen"])

    @api.post("/profile")
    def confirm_profile(chosen: Chosen, request: Request) -> dict[str, str]:
        """Take one value of the organisation's profile over in the chosen drafts."""
        desk.confirm_profile(chosen, sign(desk, request))
        return {}

    @api.post("/drafts/{draft}/registration")
    def register(draft: DraftPath, copied: Copied, request: Request) -> dict[str, str]:
        """Keep which fields stand in the register's own form, and the code it gave."""
        desk.register(draft, copied.fields, copied.lars, sign(desk, request))
        return {}

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
