"""The inventory: its page, and the JSON API under `/api/inventory`."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from extractor.grounds import load_grounds
from extractor.inventory.choosing import KINDS, OutcomeForm, label_kind
from extractor.inventory.columns import ROLES
from extractor.inventory.describing import describe_inventory
from extractor.inventory.keeping import ListChoices
from extractor.review.web.adding import open_path
from extractor.review.web.asked import ChosenOutcome, LinkedDossier, ListPlace, Place
from extractor.review.web.browsing import show_folder
from extractor.review.web.deciding_api import sign
from extractor.review.web.desk import Desk
from extractor.review.web.inventory import InventoryRoom
from extractor.review.web.rendering import render

ROLE_LABELS = dict(
    zip(
        ROLES,
        (
            "naam",
            "nummer of kenmerk",
            "dienst",
            "proces",
            "leverancier",
            "status",
            "categorie",
            "contact",
        ),
        strict=True,
    )
)
"""What a column says, as the page calls it."""

CandidatePath = Annotated[str, Path(pattern=r"^[0-9a-f]{12}$")]


def make_inventory_pages(room: InventoryRoom, desk: Desk) -> APIRouter:
    """Return the page of the inventory."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/inventaris")
    def show_inventory(request: Request) -> HTMLResponse:
        dossiers = sorted(desk.list_dossier_names().items(), key=lambda each: each[1].casefold())
        return HTMLResponse(
            render(
                "inventory.html",
                **_show(room),
                reviewer=request.state.session.reviewer,
                dossiers=dossiers,
                grounds=load_grounds(),
            )
        )

    return pages


def make_inventory_api(room: InventoryRoom, desk: Desk) -> APIRouter:
    """Return the routes under `/api/inventory`."""
    api = APIRouter(prefix="/api/inventory", tags=["inventory"])

    @api.get("")
    def list_candidates() -> list[dict[str, Any]]:
        """Return the candidates as `bronvast inventory --json` writes them."""
        return describe_inventory(room.show())

    @api.post("/files")
    def list_files(place: Place) -> dict[str, str]:
        """Return the sub-folders of a folder and the lists in it, as html."""
        return {"html": render("lists.html", view=show_folder(place.path))}

    @api.post("/preview")
    def preview(place: ListPlace) -> dict[str, str]:
        """Return what would be read of a list, as html; nothing is kept."""
        found = room.preview(open_path(place.path), _read_choices(place))
        return {"html": render("preview.html", preview=found, roles=ROLE_LABELS)}

    @api.post("/lists")
    def keep(place: ListPlace) -> dict[str, str]:
        """Read a list, and return what became of it and the candidates as they are now."""
        kept = room.keep(open_path(place.path), _read_choices(place))
        told = render("kept.html", kept=kept, roles=ROLE_LABELS)
        return {"told": told, "html": _render_candidates(room)}

    @api.post("/candidates/{candidate}/outcome")
    def choose(candidate: CandidatePath, chosen: ChosenOutcome, request: Request) -> dict[str, str]:
        """Say what became of a candidate."""
        form = OutcomeForm(
            candidate=candidate,
            kind=None if chosen.kind == "derived" else chosen.kind,
            part_of=chosen.part_of or None,
            ground=chosen.ground or None,
            note=chosen.note,
        )
        room.choose(form, sign(desk, request))
        return {"html": _render_candidates(room)}

    @api.post("/candidates/{candidate}/dossier")
    def link(candidate: CandidatePath, linked: LinkedDossier, request: Request) -> dict[str, str]:
        """Say which dossier is about a candidate, or that none is."""
        room.link(candidate, linked.dossier or None, sign(desk, request))
        return {"html": _render_candidates(room)}

    return api


def _read_choices(place: ListPlace) -> ListChoices:
    columns = {role: heading or None for role, heading in place.columns.items()}
    return ListChoices(name=place.name or None, sheet=place.sheet or None, columns=columns)


def _render_candidates(room: InventoryRoom) -> str:
    return render("candidates.html", **_show(room))


def _show(room: InventoryRoom) -> dict[str, Any]:
    """Return what the list of candidates shows."""
    inventory = room.show()
    counts = Counter(row.listed.outcome.kind for row in inventory.rows)
    return {
        "inventory": inventory,
        "drafts": room.find_drafts(),
        "names": {row.listed.id: row.listed.name for row in inventory.rows},
        "kinds": {kind: label_kind(kind) for kind in KINDS},
        "counts": counts,
        "services": sorted({row.listed.service for row in inventory.rows if row.listed.service}),
        "lists": sorted({row.candidate.list for row in inventory.rows}),
    }
