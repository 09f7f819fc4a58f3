"""The JSON API under `/api/folders`: from a folder of this machine to drafts."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from extractor.intake.grouping import (
    find_grouped,
    find_grouping,
    keep_grouping,
    list_groups,
    move_documents,
    undo_grouping,
)
from extractor.review.labels import KINDS
from extractor.review.web.adding import AddingRoom, open_path
from extractor.review.web.asked import Moved, Place, Run
from extractor.review.web.browsing import show_folder
from extractor.review.web.deciding_api import sign
from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render


def make_folder_api(room: AddingRoom, desk: Desk) -> APIRouter:
    """Return the routes under `/api/folders`: from a folder of this machine to drafts."""
    api = APIRouter(prefix="/api/folders", tags=["folders"])

    @api.post("/list")
    def list_folders(place: Place) -> dict[str, str]:
        """Return the sub-folders of a folder, as html."""
        return {"html": render("folders.html", view=show_folder(place.path))}

    @api.post("/scan")
    def scan(place: Place) -> dict[str, str]:
        """Return what is in a folder, as html; nothing is kept."""
        return {"html": _render_scanned(room, place.path)}

    @api.post("/grouping")
    def move(moved: Moved, request: Request) -> dict[str, str]:
        """Put documents in a dossier, and return the folder as it is grouped now."""
        who = sign(desk, request)
        folder = open_path(moved.path)
        groups = list_groups(find_grouped(folder, room.store), folder)
        after = move_documents(folder, groups, moved.documents, moved.dossier, also=moved.also)
        keep_grouping(room.store, folder, after, (who.reviewer, who.at))
        return {"html": _render_scanned(room, moved.path)}

    @api.post("/grouping/undo")
    def undo(place: Place, request: Request) -> dict[str, str]:
        """Take the last correction of the grouping back."""
        who = sign(desk, request)
        undo_grouping(room.store, open_path(place.path), (who.reviewer, who.at))
        return {"html": _render_scanned(room, place.path)}

    @api.post("/plan")
    def plan(run: Run) -> dict[str, str]:
        """Return what drafting sends where and what it takes; nothing is sent."""
        return {"told": room.describe_plan(run.path, run.drafter)}

    @api.post("/drafts")
    def start(run: Run) -> dict[str, Any]:
        """Begin to draft the dossiers of a folder."""
        return vars(room.start(run.path, run.drafter))

    @api.get("/drafts")
    def look() -> dict[str, Any]:
        """Return how far the drafting is."""
        return vars(room.look())

    @api.post("/drafts/stop")
    def stop() -> dict[str, Any]:
        """Let the drafting end tidily."""
        return vars(room.stop())

    return api


def _render_scanned(room: AddingRoom, path: str) -> str:
    """Return the dossiers of a folder with their documents, to draft or to group otherwise."""
    folder = open_path(path)
    dossiers = room.scan(path)
    grouped = list_groups(find_grouped(folder, room.store), folder)
    return render(
        "scanned.html",
        dossiers=dossiers,
        paths=grouped,
        corrected=find_grouping(folder, room.store) is not None,
        kinds=KINDS,
        has_llm="llm" in room.drafters,
    )
