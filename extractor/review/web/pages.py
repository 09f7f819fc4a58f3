"""The pages: the way in, the overview and one draft."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from extractor.review.web.desk import Desk
from extractor.review.web.guard import ENTRANCE
from extractor.review.web.rendering import render, render_draft, render_overview, render_screen
from extractor.review.web.sessions import COOKIE, Doorkeeper

_DAY = 24 * 60 * 60


def make_pages(desk: Desk, doorkeeper: Doorkeeper) -> APIRouter:
    """Return the routes of the pages."""
    pages = APIRouter(include_in_schema=False)

    @pages.get(ENTRANCE)
    def enter(ticket: Annotated[str, Query(max_length=100)] = "") -> Response:
        key = doorkeeper.admit(ticket)
        if key is None:
            return HTMLResponse(render("used.html"), 403)
        # A page and no redirect: a browser sends a strict cookie only to a page of its own site.
        response = HTMLResponse(render("enter.html"))
        response.set_cookie(COOKIE, key, max_age=_DAY, httponly=True, samesite="strict")
        return response

    @pages.get("/")
    def show_overview(request: Request) -> HTMLResponse:
        reviewer = request.state.session.reviewer
        return HTMLResponse(
            render_overview(desk.list_drafts(), desk.list_profile_values(), reviewer)
        )

    @pages.get("/concept/{draft}")
    def show_draft(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], request: Request
    ) -> HTMLResponse:
        reviewer = request.state.session.reviewer
        head = desk.head()
        return HTMLResponse(render_draft(desk.open_draft(draft), reviewer, head))

    @pages.get("/toets/{draft}")
    def show_screen(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], request: Request
    ) -> HTMLResponse:
        reviewer = request.state.session.reviewer
        return HTMLResponse(render_screen(desk.open_draft(draft), reviewer))

    return pages


def render_refusal(request: Request, message: str, status: int) -> Response:
    """Return a page that says what is wrong and leads back."""
    session = getattr(request.state, "session", None)
    reviewer = session.reviewer if session else None
    return HTMLResponse(render("refused.html", message=message, reviewer=reviewer), status)
