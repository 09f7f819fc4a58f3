"""What 50,000 decisions cost: their overview, their verification, and their size."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from processes import ROOT, run_measured
from sqlalchemy import Connection

from extractor.models import Claim, Decision, Draft
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.keeping import WorkspaceKeeper
from extractor.review.loading import summarise_drafts
from extractor.store import Store, open_store
from extractor.store.database import Database
from extractor.store.decisions import insert_decision
from extractor.store.dossiers import insert_dossier
from extractor.store.drafts import insert_draft
from extractor.store.engine import make_engine, read_url

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DOSSIERS = 500
ROUNDS = 4
FIELDS = 25
REPEATS = 5
DOSSIER = ROOT / "fixtures/dossiers/parkeercontrole-scanauto"


def measure() -> dict[str, Any]:
    """Return the costs of a workspace with 500 drafts, each decided four times over."""
    with TemporaryDirectory() as folder:
        workspace = Path(folder) / "werkmap"
        command = [sys.executable, str(ROOT / "cli.py")]
        run_measured([*command, "draft", str(DOSSIER), "--quiet"], str(workspace))
        fill(workspace)
        with open_store(workspace) as store:
            filling = time_overview(store)
            # Side by side: worked out from the drafts, and with what earlier overviews kept.
            pairs = [(time_truth(store), time_overview(store)) for _ in range(REPEATS)]
            truth, overview = (median(each) for each in zip(*pairs, strict=True))
            kept = time_kept(store)
            known = store.list_dossiers()
            decisions = sum(len(store.list_decisions(dossier.id)) for dossier in known)
        begun = time.monotonic()
        verified = run_measured([*command, "verify"], str(workspace))
        return {
            "decisions": decisions,
            "dossiers": len(known),
            "overview_filling_ms": round(filling * 1000),
            "overview_truth_ms": round(truth * 1000),
            "overview_ms": round(overview * 1000),
            **kept,
            "verify_seconds": round(time.monotonic() - begun, 1),
            "verify_peak_mb": round(verified.peak_mb),
            "database_mb": round((workspace / "bronvast.db").stat().st_size / 1e6, 1),
        }


def describe(measured: dict[str, Any]) -> str:
    """Return the costs as a table."""
    rows = [
        ("overview, all worked out from the drafts", f"{measured['overview_truth_ms']} ms", ""),
        ("… the very first, which keeps them", f"{measured['overview_filling_ms']} ms", ""),
        ("… of a new command, with what was kept", f"{measured['overview_ms']} ms", "300 ms"),
        ("overview of the page: its first one", f"{measured['page_first_ms']} ms", "300 ms"),
        ("… after a decision, median", f"{measured['page_again_ms']} ms", "300 ms"),
        ("`bronvast verify`, wall time", f"{measured['verify_seconds']} s", "60 s"),
        ("`bronvast verify`, peak memory", f"{measured['verify_peak_mb']} MB", "flat"),
        ("database", f"{measured['database_mb']} MB", ""),
    ]
    head = f"| {measured['decisions']} decisions, {measured['dossiers']} drafts | Took | Aim |"
    return "\n".join([head, "|--|--|--|", *(f"| {' | '.join(row)} |" for row in rows)])


def time_kept(store: Store) -> dict[str, int]:
    """Return the milliseconds of a first overview, and of one after each of ten choices."""
    keeper = WorkspaceKeeper(store)
    begun = time.perf_counter()
    rows = keeper.list_summaries(NOON.date())
    first = time.perf_counter() - begun
    again = []
    for row in rows[:10]:
        signature = Signature(reviewer="R. Lezer", at=NOON)
        decide_subject(store, row.draft, "tags", Choice(action="empty"), signature)
        begun = time.perf_counter()
        keeper.list_summaries(NOON.date())
        again.append(time.perf_counter() - begun)
    return {"page_first_ms": round(first * 1000), "page_again_ms": round(median(again) * 1000)}


def time_overview(store: Store) -> float:
    """Return the seconds of wall time of one overview, as a new command makes it."""
    begun = time.perf_counter()
    WorkspaceKeeper(store).list_summaries(NOON.date())
    return time.perf_counter() - begun


def time_truth(store: Store) -> float:
    """Return the seconds of one overview from the drafts and decisions alone."""
    begun = time.perf_counter()
    summarise_drafts(store, NOON.date())
    return time.perf_counter() - begun


def fill(workspace: Path) -> None:
    """Add copies of the workspace's draft, each under a dossier of its own, and decide them."""
    with open_store(workspace) as store:
        dossier = store.list_dossiers()[0]
        draft = store.get_draft(store.list_drafts()[0].id)
    url = read_url(f"sqlite:///{workspace / 'bronvast.db'}")
    database = Database(make_engine(url), "bronvast.db")

    def add(connection: Connection) -> None:
        for number in range(DOSSIERS):
            name = f"kopie-{number}"
            origin = f"{dossier.origin}/{number}"
            copied = dossier.model_copy(update={"id": name, "name": name, "origin": origin})
            insert_dossier(connection, copied, NOON)
            drafted = draft.model_copy(update={"id": name, "dossier": name})
            insert_draft(connection, drafted)
            decide(connection, drafted)

    database.write(add)
    database.close()


def decide(connection: Connection, draft: Draft) -> None:
    """Decide the draft's first fields, and replace each choice as often as there are rounds."""
    for proposal in draft.proposals[:FIELDS]:
        replaces = None
        claims: tuple[Claim, ...] = proposal.claims[:1]
        for turn in range(ROUNDS):
            decision = Decision(
                id=f"{draft.id}-{proposal.field}-{turn}",
                dossier=draft.dossier,
                draft=draft.id,
                subject=proposal.field,
                action="edit",
                value=f"Keuze {turn} voor {proposal.field}",
                claims=claims,
                replaces=replaces,
                reviewer="J. de Vries",
                decided_at=NOON,
            )
            insert_decision(connection, decision)
            replaces = decision.id
