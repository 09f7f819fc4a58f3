"""The web application: guarded, on one workspace, with nothing from any other host."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.base import BaseHTTPMiddleware

from extractor.batch import choose_offline
from extractor.errors import (
    BronvastError,
    CandidateNotFound,
    ChangedMeanwhile,
    DraftNotFound,
    FieldUnknown,
    ReasonNeeded,
)
from extractor.review.web.adding import AddingRoom, Drafters
from extractor.review.web.api import make_api
from extractor.review.web.copying import make_copying
from extractor.review.web.deciding_api import make_deciding_api
from extractor.review.web.desk import Desk
from extractor.review.web.folder_api import make_folder_api
from extractor.review.web.guard import Guard
from extractor.review.web.inventory import InventoryRoom
from extractor.review.web.inventory_pages import make_inventory_api, make_inventory_pages
from extractor.review.web.pages import make_pages, render_refusal
from extractor.review.web.screen_api import make_screen_api
from extractor.review.web.sessions import Doorkeeper
from extractor.review.web.source_api import make_source_api
from extractor.review.web.sources import PlaceUnknown
from extractor.store import Store

_STATIC = Path(__file__).with_name("static")
_NOT_FOUND = (CandidateNotFound, DraftNotFound, FieldUnknown, PlaceUnknown)


def make_app(
    store: Store,
    doorkeeper: Doorkeeper,
    hosts: frozenset[str],
    clock: Callable[[], datetime],
    drafters: Drafters | None = None,
) -> FastAPI:
    """Return the application; it answers these hosts alone, to browsers that were let in."""
    desk = Desk(store, clock)
    app = FastAPI(title="Bronvast", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.include_router(make_pages(desk, doorkeeper))
    app.include_router(make_copying(desk))
    app.include_router(make_api(desk))
    app.include_router(make_deciding_api(desk))
    app.include_router(make_screen_api(desk))
    app.include_router(make_source_api(desk))
    room = AddingRoom(store, clock, drafters or {"offline": lambda: choose_offline(clock)})
    app.include_router(make_folder_api(room, desk))
    lists = InventoryRoom(store, clock)
    app.include_router(make_inventory_pages(lists, desk))
    app.include_router(make_inventory_api(lists, desk))
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.add_middleware(BaseHTTPMiddleware, dispatch=Guard(doorkeeper, hosts))
    app.add_exception_handler(BronvastError, _tell)
    return app


async def _tell(request: Request, error: Exception) -> Response:
    """Return what is wrong, as a page or as JSON after what was asked for."""
    status = _choose_status(error)
    if request.url.path.startswith("/api/"):
        wants_reason = isinstance(error, ReasonNeeded)
        return JSONResponse({"fout": str(error), "reden": wants_reason}, status)
    return render_refusal(request, str(error), status)


def _choose_status(error: Exception) -> int:
    if isinstance(error, _NOT_FOUND):
        return 404
    return 409 if isinstance(error, ChangedMeanwhile) else 422
