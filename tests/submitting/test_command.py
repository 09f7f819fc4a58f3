"""`bronvast submit`, as somebody types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.standard.catalogue import list_decided_fields
from extractor.store import open_store
from tests.submitting.register_server import ORG, TOKEN, RegisterServer, run_register

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TYPED = {
    "name": "Parkeerrechten controleren",
    "description_short": "Een auto leest kentekens.",
    "organization": "Gemeente Duinrade",
    "status": "In gebruik",
    "begin_date": "2023-03",
    "contact_email": "parkeren@duinrade.example",
    "publication_category": "Impactvolle algoritmes",
}


@pytest.fixture
def server() -> Iterator[RegisterServer]:
    """Return a running register."""
    with run_register() as running:
        yield running


@pytest.fixture
def workspace(tmp_path: Path, reader: DocumentReader) -> Path:
    """Return a workspace with one confirmed entry."""
    path = tmp_path / "scanauto.md"
    path.write_text("# Systeem\n\nHet systeem is sinds maart 2023 in gebruik.\n", "utf-8")
    with open_store(tmp_path / "w") as store:
        draft = draft_dossier(
            find_dossiers(path)[0],
            store,
            reader,
            lambda readings: OfflineDrafter(readings, lambda: NOON),
            lambda: NOON,
        )
        signature = Signature(reviewer="R. Lezer", at=NOON, note="nagegaan")
        for field in list_decided_fields():
            choice = Choice(
                action="edit" if field.key in TYPED else "empty", typed=TYPED.get(field.key, "")
            )
            decide_subject(store, draft.id, field.key, choice, signature)
    return tmp_path / "w"


def run(workspace: Path, server: RegisterServer, *options: str) -> subprocess.CompletedProcess[str]:
    """Return what the command did."""
    command = [sys.executable, str(ROOT / "cli.py"), "submit", "--org", ORG]
    return subprocess.run(  # noqa: S603 - our own command
        [*command, "--register", server.address, "--workspace", str(workspace), *options],
        env={**os.environ, "BRONVAST_REGISTER_TOKEN": TOKEN},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_a_confirmed_entry_is_handed_over_and_known_again(
    workspace: Path, server: RegisterServer
) -> None:
    """With its code in the workspace; the second time nothing changes there."""
    tried = run(workspace, server, "--dry-run")
    assert (tried.returncode, server.entries) == (0, {})
    first, again = run(workspace, server), run(workspace, server)

    (lars,) = server.entries
    assert (first.returncode, again.returncode) == (0, 0)
    assert f"nieuw in het register (LARS {lars})" in first.stderr
    assert "staat er al zo" in again.stderr
    listed = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "cli.py"), "drafts", "--json", "--workspace", str(workspace)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(listed.stdout)[0]["lars"] == lars


def test_the_token_is_kept_and_told_nowhere(workspace: Path, server: RegisterServer) -> None:
    """Not on the screen, not when it fails, and in no file of the workspace."""
    done = run(workspace, server)
    server.answers = [500]
    failed = run(workspace, server)

    assert failed.returncode == 1
    assert TOKEN not in done.stdout + done.stderr + failed.stdout + failed.stderr
    kept = b"".join(path.read_bytes() for path in workspace.rglob("*") if path.is_file())
    assert TOKEN.encode() not in kept


def test_a_refused_entry_ends_with_3(workspace: Path, server: RegisterServer) -> None:
    """The list names it, with the reason."""
    server.refuse_connections = 1

    done = run(workspace, server, "--json")

    assert done.returncode == 3
    assert json.loads(done.stdout)["state"] == "failed"
