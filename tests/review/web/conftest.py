"""A workspace with drafts that real readers made, served."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.models import Draft
from extractor.pipeline import draft_dossier
from extractor.review.web.sessions import COOKIE
from extractor.store import open_store
from tests.review.web.site_server import Site, run_site

# A browser on a busy machine is slow; what does not come at all is still told.
PATIENCE = 60_000
FIXTURES = Path(__file__).parents[3] / "fixtures" / "dossiers"
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture(autouse=True, scope="session")
def patience() -> None:
    """Let every expectation of a page wait that long, in milliseconds."""
    if find_spec("playwright"):
        from playwright.sync_api import expect  # noqa: PLC0415 - where a browser is at hand

        expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def drafted(
    tmp_path_factory: pytest.TempPathFactory, reader: DocumentReader
) -> tuple[Path, tuple[Draft, ...]]:
    """Return a workspace with two drafts: one of a form, one with PDF pages and contradictions."""
    folder = tmp_path_factory.mktemp("werkmap")
    with open_store(folder) as store:
        found = [
            each
            for name in ("parkeercontrole-scanauto", "slootschouw-beelden")
            for each in find_dossiers(FIXTURES / name)
        ]
        drafts = tuple(
            draft_dossier(
                each, store, reader, lambda r: OfflineDrafter(r, lambda: NOON), lambda: NOON
            )
            for each in found
        )
    return folder, drafts


@pytest.fixture
def site(drafted: tuple[Path, tuple[Draft, ...]], tmp_path: Path) -> Iterator[Site]:
    """Return a running server on a copy of the workspace, not yet entered."""
    folder = tmp_path / "werkmap"
    shutil.copytree(drafted[0], folder)
    with open_store(folder) as store:
        yield from run_site(store, drafted[1])


@pytest.fixture
def entered(site: Site) -> Site:
    """Return the server with a browser that was let in under no name."""
    site.enter()
    assert site.cookie.startswith(f"{COOKIE}=")
    return site
