"""Confirmed values for the register's own form: by hand, or as a file."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import StringConstraints

from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render_copying

FormatName = Literal["api", "csv", "xlsx", "html", "docx"]
DraftId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{4,64}$")]
_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "api": ("application/json", "json"),
    "csv": ("text/csv; charset=utf-8", "csv"),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", "xlsx"),
    "html": ("text/html; charset=utf-8", "html"),
    "docx": (f"{_OFFICE}.wordprocessingml.document", "docx"),
}
"""The media type and the file's ending of each format."""


def make_copying(desk: Desk) -> APIRouter:
    """Return the pages on which an entry leaves."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/overnemen/{draft}")
    def show_copying(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], request: Request
    ) -> HTMLResponse:
        reviewer = request.state.session.reviewer
        page = desk.open_draft(draft)
        return HTMLResponse(render_copying(page, desk.find_registration(page), reviewer))

    @pages.get("/uitvoer")
    def download_all(
        form: FormatName, concept: Annotated[list[DraftId] | None, Query()] = None
    ) -> Response:
        return _send(desk.render_entries(concept or (), form), form, "algoritmebeschrijvingen")

    @pages.get("/uitvoer/{draft}/{form}")
    def download(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], form: FormatName
    ) -> Response:
        content = desk.render_entries([draft], form)
        return _send(content, form, f"algoritmebeschrijving-{draft}")

    return pages


def _send(content: bytes, form: FormatName, name: str) -> Response:
    media_type, ending = TYPES[form]
    return Response(
        content,
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}.{ending}"'},
    )
