"""Confirmed values for the register's own form: by hand, or as a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import StringConstraints

from extractor.exports.export import Variant
from extractor.review.exporting import list_schema_losses
from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render_copying

FormatName = Literal[
    "api",
    "csv",
    "xlsx",
    "html",
    "html-intern",
    "docx",
    "docx-intern",
    "jsonschema",
    "eu-annex-viii",
]
DraftId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{4,64}$")]
_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "api": ("application/json", "json"),
    "csv": ("text/csv; charset=utf-8", "csv"),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", "xlsx"),
    "html": ("text/html; charset=utf-8", "html"),
    "docx": (f"{_OFFICE}.wordprocessingml.document", "docx"),
    "jsonschema": ("application/json", "schema.json"),
    "eu-annex-viii": ("application/json", "annex-viii.json"),
}
"""The media type and the file's ending of each format."""
INTERN = "-intern"
"""Behind a format: the variant with sources and decisions."""
HEAD_SHOWN = 12
"""So many characters of the decision log's head stand in a file's name, for every format."""


def make_copying(desk: Desk) -> APIRouter:
    """Return the pages on which an entry leaves."""
    pages = APIRouter(include_in_schema=False)

    def send(draft_ids: Sequence[str], chosen: FormatName, name: str) -> Response:
        form = chosen.removesuffix(INTERN)
        variant: Variant = "intern" if chosen.endswith(INTERN) else "extern"
        head, content = desk.render_export(draft_ids, form, variant)
        media_type, ending = TYPES[form]
        named = f"{name}-{head[:HEAD_SHOWN]}.{ending}"
        return Response(
            content,
            media_type=media_type,
            headers={"Content-Disposition": f'attachment; filename="{named}"'},
        )

    @pages.get("/overnemen/{draft}")
    def show_copying(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], request: Request
    ) -> HTMLResponse:
        reviewer = request.state.session.reviewer
        page = desk.open_draft(draft)
        losses = list_schema_losses(page.review)
        return HTMLResponse(render_copying(page, desk.find_registration(page), losses, reviewer))

    @pages.get("/uitvoer")
    def download_all(
        form: FormatName, concept: Annotated[list[DraftId] | None, Query()] = None
    ) -> Response:
        return send(concept or (), form, "algoritmebeschrijvingen")

    @pages.get("/uitvoer/{draft}/{form}")
    def download(
        draft: Annotated[str, Path(pattern=r"^[0-9a-f]{4,64}$")], form: FormatName
    ) -> Response:
        return send([draft], form, f"algoritmebeschrijving-{draft}")

    return pages
