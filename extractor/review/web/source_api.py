"""The JSON API under `/api/sources`: places in stored documents."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from extractor.review.web.asked import ReadingPath, make_span
from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render_source

Offset = Annotated[int, Query(ge=0)]


def make_source_api(desk: Desk) -> APIRouter:
    """Return the routes under `/api/sources`: places in stored documents."""
    api = APIRouter(prefix="/api/sources", tags=["sources"])

    @api.get("/{reading}")
    def show_source(
        reading: ReadingPath, start: Offset, end: Offset, page: Annotated[int, Query(ge=0)] = 0
    ) -> dict[str, Any]:
        """Return the place of a span: the page's marks, or the text around it, as html."""
        span = make_span(start, end)
        turned = desk.sources.turn(reading, page, span) if page else None
        return {"html": render_source(turned or desk.sources.show(reading, span), span)}

    @api.get("/{reading}/pages/{page}.png")
    def draw_page(reading: ReadingPath, page: Annotated[int, Path(ge=1)]) -> Response:
        """Return a page of a stored PDF as a picture."""
        kept = {"Cache-Control": "private, max-age=86400, immutable"}
        return Response(desk.sources.draw(reading, page), media_type="image/png", headers=kept)

    return api
