"""The JSON API under `/api/folders`: from a folder of this machine to drafts."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from extractor.review.labels import KINDS
from extractor.review.web.adding import AddingRoom
from extractor.review.web.asked import Place
from extractor.review.web.rendering import render


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
