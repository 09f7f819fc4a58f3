"""Confirmed values for the register's own form: by hand, or as a file."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response

from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render_copying

FormatName = Literal["api", "csv"]
TYPES = {"api": ("application/json", "json"), "csv": ("text/csv; charset=utf-8", "csv")}
"""The media type and the file's ending of each format."""


def make_copying(desk: Desk) -> APIRouter:
    """Return the pages on which an entry leaves."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/overnemen/{draft}")
    def show_copying(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], request: Request
    ) -> HTMLResponse:
        reviewer = request.state.session.reviewer
        return HTMLResponse(render_copying(desk.open_draft(draft), reviewer))

    @pages.get("/uitvoer/{draft}/{form}")
    def download(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], form: FormatName
    ) -> Response:
        media_type, ending = TYPES[form]
        name = f'attachment; filename="algoritmebeschrijving-{draft}.{ending}"'
        return Response(
            desk.render_entry(draft, form),
            media_type=media_type,
            headers={"Content-Disposition": name},
        )

    return pages
