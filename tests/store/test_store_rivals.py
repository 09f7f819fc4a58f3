"""Several people and processes may work at once, and a killed one harms nobody."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from extractor.errors import DecisionRefused, WorkspaceUnusable
from extractor.models import Decision, Source
from extractor.store import Store, engine, open_store

ROOT = Path(__file__).parents[2]

OPEN = """
import sys
from pathlib import Path
from extractor.store import open_store
store = open_store(Path(sys.argv[1]))
"""

DECIDE = f"""
{OPEN}
from extractor.errors import DecisionRefused
from extractor.models import Decision
name, template = sys.argv[2], Decision.model_validate_json(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
won = 0
for number in range(20):
    update = {{"id": f"{{name}}-{{number}}", "subject": f"veld-{{number}}", "reviewer": name}}
    try:
        won += store.add_decision(template.model_copy(update=update))
    except DecisionRefused:
        pass
print(won)
"""

STOP_IN_TRANSACTION = f"""
{OPEN}
from sqlalchemy import insert
from extractor.store.tables import DOSSIER
def stop(connection):
    connection.execute(insert(DOSSIER).values(id="half"))
    print("ready", flush=True)
    sys.stdin.readline()
store._database.write(stop)
"""

STOP_IN_SOURCE = f"""
{OPEN}
import os, signal
from extractor.models import Source
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
store.add_source(Source.model_validate_json(sys.argv[2]), sys.argv[3].encode())
"""


def start(script: str, workspace: Path, *arguments: str) -> subprocess.Popen[str]:
    """Return a process that runs the script on the workspace."""
    return subprocess.Popen(  # noqa: S603 - the scripts stand above
        [sys.executable, "-c", script, str(workspace), *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def await_line(process: subprocess.Popen[str]) -> str:
    """Return the next line that the process prints."""
    assert process.stdout is not None
    return process.stdout.readline()


def test_of_eight_threads_one_is_first(filled: Store, decision: Decision) -> None:
    """When eight people decide on one field at one moment, one succeeds and seven are told."""
    together = Barrier(8)

    def decide(number: int) -> bool:
        together.wait()
        try:
            return filled.add_decision(decision.model_copy(update={"id": f"keuze-{number}"}))
        except DecisionRefused:
            return False

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(decide, range(8))) == [False] * 7 + [True]
    assert len(filled.list_decisions(decision.dossier)) == 1
    assert filled.verify() == ()


def test_two_processes_decide_at_once(filled: Store, workspace: Path, decision: Decision) -> None:
    """Each field gets one first decision, and the log stays one chain."""
    rivals = [start(DECIDE, workspace, name, decision.model_dump_json()) for name in "ab"]
    assert [await_line(rival) for rival in rivals] == ["ready\n"] * 2

    for rival in rivals:
        assert rival.stdin is not None
        rival.stdin.write("go\n")
        rival.stdin.flush()
    won = [int(rival.communicate()[0]) for rival in rivals]

    decisions = filled.list_decisions(decision.dossier)
    assert sum(won) == len(decisions) == 20
    assert len({decision.subject for decision in decisions}) == 20
    assert filled.verify() == ()


def test_processes_may_open_a_new_workspace_at_once(workspace: Path) -> None:
    """The tables are made by one of them, the others wait and find them."""
    rivals = [start(OPEN, workspace) for _ in range(4)]

    for rival in rivals:
        rival.communicate()
    assert [rival.returncode for rival in rivals] == [0] * 4


def test_a_new_workspace_waits_for_who_fills_it(workspace: Path) -> None:
    """Setting the journal of a file in use, which SQLite refuses at once, is tried again."""
    workspace.mkdir()
    with closing(sqlite3.connect(workspace / "bronvast.db")) as other:
        other.executescript("PRAGMA user_version = 1; BEGIN IMMEDIATE;")
        with ThreadPoolExecutor(1) as threads:
            opening = threads.submit(open_store, workspace)
            with pytest.raises(TimeoutError):
                opening.result(timeout=0.2)
            other.rollback()
            opening.result().close()


def test_a_write_that_is_killed_leaves_nothing(filled: Store, workspace: Path) -> None:
    """The others read on during an unfinished write, and after a kill it never happened."""
    victim = start(STOP_IN_TRANSACTION, workspace)
    assert await_line(victim) == "ready\n"

    assert [dossier.id for dossier in filled.list_dossiers()] == ["scanauto"]
    victim.kill()
    victim.communicate()
    assert [dossier.id for dossier in filled.list_dossiers()] == ["scanauto"]
    assert filled.add_request("vraag", "antwoord", filled.list_drafts()[0].created_at)
    assert filled.verify() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills at once")
def test_a_source_is_there_wholly_or_not(
    store: Store, workspace: Path, source: Source, content: bytes
) -> None:
    """After a kill halfway there is no source, and adding it again succeeds."""
    victim = start(STOP_IN_SOURCE, workspace, source.model_dump_json(), content.decode())
    victim.communicate()

    assert victim.returncode < 0
    assert not store.has_source(source.sha256)
    assert store.add_source(source, content)
    assert store.read_source(source.sha256) == content


def test_a_busy_database_is_explained(
    monkeypatch: pytest.MonkeyPatch, workspace: Path, decision: Decision
) -> None:
    """Who has waited in vain for another program hears that, and may try again."""
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)

    with (
        open_store(workspace) as store,
        closing(sqlite3.connect(workspace / "bronvast.db")) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceUnusable, match="in gebruik"):
            store.add_request("vraag", "antwoord", decision.decided_at)
        other.rollback()
        assert store.add_request("vraag", "antwoord", decision.decided_at)
