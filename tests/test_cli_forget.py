"""`bronvast forget` leaves no sentence of a dossier in the workspace, and nothing else touched."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from traces import count_pieces, find_sentences, read_blobs
from typer.testing import CliRunner, Result

from cli import app
from extractor.errors import BronvastError, DossierNotFound, ForgettingRefused, WorkspaceUnusable
from extractor.models import (
    Answer,
    CopiedField,
    GroupedDossier,
    Grouping,
    Reading,
    Registration,
    Source,
)
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.forgetting import write_scope
from extractor.standard.catalogue import list_decided_fields
from extractor.store import Store, open_store

ROOT = Path(__file__).parents[1]
RUNNER = CliRunner()
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SOUTH = (
    "Het doel van de zuidelijke wacht is dat bruggen sneller opengaan.",
    "De zuidelijke wacht gebruikt het aantal meldingen per sluisdeur.",
    "Café De Kolk klaagde over de zuidelijke wacht.",
)
NORTH = (
    "Het doel van de noordelijke wacht is dat straten schoner worden.",
    "De noordelijke wacht gebruikt het aantal volle bakken per wijk.",
)
SHARED = "Beide wachten vallen onder de afdeling Waterwerken."
TYPED = {
    "name": "Getypte naam van {0}",
    "description_short": "Een getypte zin over {0}.",
    "organization": "Gemeente Duinrade",
    "status": "In gebruik",
    "begin_date": "2023-03",
    "contact_email": "wacht@duinrade.example",
    "publication_category": "Impactvolle algoritmes",
}
KILL = """
import importlib, os, signal, sys
module, _, path = sys.argv.pop(1).partition(":")
owner = importlib.import_module(module)
*holders, name = path.split(".")
for holder in holders:
    owner = getattr(owner, holder)
setattr(owner, name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
from cli import main
main()
"""
"""Runs the command and kills it where it would call the function that is named first."""

STAGES = (
    "extractor.store.forgetting.removing:seal_removal",
    "extractor.store.forgetting.forgetting:remove_files",
    "extractor.store.database:Database.clean",
    "extractor.store.forgetting.forgetting:_mark_cleaned",
)
"""Before the rows are gone for good, before the files are, before the database is cleaned, and
after."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two dossiers that share a document."""
    folder = tmp_path / "map"
    for name, sentences in (("Wacht Zuid", SOUTH), ("Wacht Noord", NORTH)):
        (folder / name).mkdir(parents=True)
        text = "\n\n".join([f"# Systeembeschrijving {name}", "## Doel", *sentences])
        (folder / name / "systeem.md").write_text(f"{text}\n", encoding="utf-8")
        (folder / name / "afdeling.md").write_text(f"# Afdeling\n\n{SHARED}\n", encoding="utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path: Path, folder: Path) -> Path:
    """Return a workspace in which both dossiers are drafted and decided, with all that is kept."""
    workspace = tmp_path / "werkmap"
    run(workspace, "draft", str(folder), "--quiet")
    with open_store(workspace) as store:
        for dossier in store.list_dossiers():
            fill(store, dossier.id, dossier.name, folder)
        store.add_request("oud", json.dumps({"text": SOUTH[1]}), NOON)
    return workspace


def fill(store: Store, dossier: str, name: str, folder: Path) -> None:
    """Decide on every field twice, and add all else that can be kept of a dossier."""
    draft = store.latest_draft(dossier)
    assert draft is not None
    signature = Signature(reviewer="R. Lezer", at=NOON, note=f"Een notitie over {name}.")
    for field in list_decided_fields():
        typed = TYPED.get(field.key, "").format(name)
        action = "edit" if typed else "empty"
        decide_subject(store, draft.id, field.key, Choice(action=action, typed=typed), signature)
    claims = [claim for proposal in draft.proposals for claim in proposal.claims]
    cited = next(claim.citations[0] for claim in claims if claim.citations)
    store.add_answer(
        Answer(
            dossier=dossier,
            draft=draft.id,
            field="goal",
            citation=cited.model_copy(update={"quote": f"Een antwoord over {name}."}),
            name="M. de Wit",
            answered_on=NOON.date(),
            document="terug.docx",
            added_at=NOON,
        )
    )
    store.add_registration(
        Registration(
            dossier=dossier,
            copied=(CopiedField(field="goal", decision="x"),),
            lars="12345678",
            reviewer=f"De aantekenaar van {name}",
            at=NOON,
        )
    )
    store.add_request(name, json.dumps({"text": f"Het taalmodel over {name}."}), NOON, dossier)
    others = GroupedDossier(name="Wacht Noord", documents=("Wacht Noord/systeem.md",))
    own = GroupedDossier(name=name, documents=(f"{name}/systeem.md",))
    grouped = (others, own) if name != others.name else (own,)
    store.add_grouping(
        Grouping(folder=str(folder), dossiers=grouped, reviewer="J. Vos", decided_at=NOON)
    )


def list_said(name: str) -> tuple[str, ...]:
    """Return what was said of a dossier beside its documents, and how it and they are called."""
    return (
        f"Een getypte zin over {name}.",
        f"Een notitie over {name}.",
        f"Een antwoord over {name}.",
        f"Het taalmodel over {name}.",
        f"De aantekenaar van {name}",
        f"{name}/systeem.md",
        name,
    )


FREED = "Deze zin staat in een vrije bladzijde van de database."
GONE = (*SOUTH, *list_said("Wacht Zuid"))
LEFT = (*NORTH, *list_said("Wacht Noord"), SHARED)


def free_page(workspace: Path, sentence: str) -> None:
    """Leave the sentence in a page that the database does not use any more."""
    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        database.execute("PRAGMA secure_delete=OFF")
        database.execute("CREATE TABLE freed (sentence TEXT)")
        database.execute("INSERT INTO freed VALUES (?)", (sentence,))
        database.commit()
        database.execute("DROP TABLE freed")
        database.commit()


def call(workspace: Path, *arguments: str, typed: str | None = None) -> Result:
    """Return what the command did."""
    return RUNNER.invoke(app, [*arguments, "--workspace", str(workspace)], input=typed)


def run(workspace: Path, *arguments: str, typed: str | None = None) -> str:
    """Return what the command writes to stdout; it must succeed."""
    result = call(workspace, *arguments, typed=typed)
    assert result.exit_code == 0, (result.output, result.exception)
    return result.stdout


def start(workspace: Path, stage: str) -> int:
    """Return the exit code of forgetting in a process of its own that is killed at the stage."""
    arguments = ["forget", "Wacht Zuid", "--yes", "--workspace", str(workspace)]
    killed = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", KILL, stage, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    return killed.returncode


def read_other(workspace: Path, folder: Path) -> tuple[Any, ...]:
    """Return all that is kept of the dossier that stays, as rows, as shown and as exported."""
    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        (dossier,) = database.execute(
            "SELECT dossier FROM dossier_version WHERE name = 'Wacht Noord'"
        ).fetchone()
        tables = ("draft", "decision", "dossier_document", "answer", "registration")
        rows = [
            database.execute(f"SELECT * FROM {table} WHERE dossier = ?", (dossier,)).fetchall()  # noqa: S608 - above
            for table in tables
        ]
    out = folder.parent / "uit.json"
    run(workspace, "export", "wacht-noord", "--format", "api", "--out", str(out))
    shown = json.loads(run(workspace, "show", "wacht-noord", "--json"))
    for field in shown["fields"].values():
        # What its sibling had in the field goes with the sibling.
        field["checks"] = [each for each in field["checks"] if "sibling" not in each["rule"]]
    return (*rows, shown, out.read_bytes())


def test_no_sentence_is_left_and_the_other_dossier_is_as_it_was(
    workspace: Path, folder: Path
) -> None:
    """Neither in a file nor packed in the database, nor in a free page or journal of it."""
    before, packed = read_other(workspace, folder), read_blobs(workspace)
    free_page(workspace, FREED)
    everything = {*GONE, *LEFT, FREED}
    assert find_sentences(workspace, everything) == everything
    run(workspace, "verify")

    run(workspace, "forget", "Wacht Zuid", "--yes")

    assert find_sentences(workspace, everything) == set(LEFT)
    left = read_blobs(workspace)
    assert count_pieces(workspace, set(packed) - set(left), left) == 0
    assert read_other(workspace, folder) == before
    assert "Geen afwijkingen" in run(workspace, "verify")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills at once")
@pytest.mark.parametrize("stage", STAGES)
def test_a_kill_halfway_is_made_good_by_the_same_command(
    workspace: Path, folder: Path, stage: str
) -> None:
    """Until then it has not happened at all, or `verify` says that it is not finished."""
    before, packed = read_other(workspace, folder), read_blobs(workspace)

    assert start(workspace, stage) == -signal.SIGKILL
    told = call(workspace, "verify").stdout
    happened = stage != STAGES[0]
    assert ("is niet afgemaakt" in told, "Geen afwijkingen" in told) == (happened, not happened)

    run(workspace, "forget", "Wacht Zuid", "--yes")
    assert find_sentences(workspace, (*GONE, *LEFT)) == set(LEFT)
    left = read_blobs(workspace)
    assert count_pieces(workspace, set(packed) - set(left), left) == 0
    assert read_other(workspace, folder) == before
    run(workspace, "verify")


def test_an_unfinished_forgetting_is_not_copied(workspace: Path, tmp_path: Path) -> None:
    """A backup would take along what is still in the free pages."""
    start(workspace, STAGES[2])

    refused = call(workspace, "backup", str(tmp_path / "kopie"))
    assert isinstance(refused.exception, WorkspaceUnusable)
    run(workspace, "forget", "wacht-zuid", "--yes")
    run(workspace, "backup", str(tmp_path / "kopie"))
    assert find_sentences(tmp_path / "kopie", (*GONE, *LEFT)) == set(LEFT)


def test_the_same_folder_makes_a_fresh_dossier(workspace: Path, folder: Path) -> None:
    """With an id, a draft and decisions of its own; and that one can be forgotten too."""
    with open_store(workspace) as store:
        known = {dossier.id for dossier in store.list_dossiers()}
    run(workspace, "forget", "Wacht Zuid", "--yes")
    run(workspace, "draft", str(folder), "--quiet")

    with open_store(workspace) as store:
        (fresh,) = (each for each in store.list_dossiers() if each.name == "Wacht Zuid")
        assert fresh.id not in known
        assert store.latest_draft(fresh.id)
        assert store.list_decisions(fresh.id) == ()
        assert store.verify() == ()
    assert set(SOUTH) <= find_sentences(workspace, SOUTH)
    run(workspace, "forget", "Wacht Zuid", "--yes")
    assert find_sentences(workspace, GONE) == set()
    assert run(workspace, "verify").count("Vergeten: dossier wacht-zuid-") == 2


def test_a_shared_document_goes_with_the_last_dossier_that_has_it(workspace: Path) -> None:
    """The command says which dossier keeps it, and nothing is left in the end."""
    assert "hoort ook bij Wacht Noord" in run(workspace, "forget", "Wacht Zuid", "--dry-run")

    run(workspace, "forget", "Wacht Zuid", "--yes")
    assert "hoort ook bij" not in run(workspace, "forget", "Wacht Noord", "--dry-run")
    run(workspace, "forget", "Wacht Noord", "--yes")
    assert find_sentences(workspace, (*GONE, *LEFT)) == set()
    assert not [path for path in (workspace / "sources").rglob("*") if path.is_file()]
    run(workspace, "verify")


@pytest.mark.parametrize("typed", ["", "Wacht Noord\n", "ja\n"])
def test_nothing_goes_without_the_name(workspace: Path, typed: str) -> None:
    """Another name, yes, and nothing at all are refused; the name itself is enough."""
    refused = call(workspace, "forget", "wacht-zuid", typed=typed)

    assert isinstance(refused.exception, ForgettingRefused)
    assert find_sentences(workspace, GONE) == set(GONE)
    run(workspace, "forget", "wacht-zuid", typed="Wacht Zuid\n")
    assert find_sentences(workspace, GONE) == set()


def test_a_dry_run_lists_and_changes_nothing(workspace: Path) -> None:
    """What goes, what stays and what is out of reach, in counts and names of documents."""
    before = (workspace / "bronvast.db").read_bytes()

    told = run(workspace, "forget", "Wacht Zuid", "--dry-run")

    assert "  1 document\n    systeem.md\n" in told
    assert " keuzen, alleen de inhoud\n" in told
    assert "2 antwoorden van een taalmodel" in told
    assert "bij 1 niet bekend" in told
    assert "reservekopieën" in told
    assert "databaseserver" not in told
    with open_store(workspace) as store:
        dossier = next(each for each in store.list_dossiers() if each.name == "Wacht Zuid")
        scope = store.open_forgetting().find_scope(dossier.id)
    assert "wat de databaseserver zelf nog bewaart" in write_scope(scope, cleans_database=False)
    assert (workspace / "bronvast.db").read_bytes() == before
    assert find_sentences(workspace, GONE) == set(GONE)


def test_what_is_forgotten_takes_nothing_in(workspace: Path) -> None:
    """Its drafts are not there for any command; somebody who still has one open is told."""
    with open_store(workspace) as store:
        dossier = next(each for each in store.list_dossiers() if each.name == "Wacht Zuid")
        draft = store.latest_draft(dossier.id)
        assert draft is not None
        decision = store.list_decisions(dossier.id)[0]
        run(workspace, "forget", "Wacht Zuid", "--yes")

        added: tuple[Callable[[], object], ...] = (
            lambda: store.add_dossier(dossier, NOON),
            lambda: store.add_draft(draft),
            lambda: store.add_decision(decision.model_copy(update={"id": "nieuw"})),
            lambda: store.add_request("later", "antwoord", NOON, dossier.id),
        )
        for add in added:
            with pytest.raises(BronvastError, match="is vergeten"):
                add()
        assert store.list_decisions(dossier.id) == ()
        assert store.list_drafts(dossier.id) == ()
    assert "Wacht Zuid" not in run(workspace, "drafts")
    assert call(workspace, "show", draft.id).exit_code == 1
    assert find_sentences(workspace, GONE) == set()


def test_of_two_dossiers_with_one_name_none_is_forgotten(workspace: Path) -> None:
    """Their ids are named, and an id is enough."""
    with open_store(workspace) as store:
        north, south = sorted(store.list_dossiers(), key=lambda each: each.id)
        store.add_dossier(north.model_copy(update={"name": south.name}), NOON)

    refused = call(workspace, "forget", "Wacht Zuid", "--yes")
    assert north.id in str(refused.exception)
    assert south.id in str(refused.exception)
    assert find_sentences(workspace, SOUTH) == set(SOUTH)
    run(workspace, "forget", south.id, "--yes")
    assert find_sentences(workspace, SOUTH) == set()
    assert find_sentences(workspace, NORTH) == set(NORTH)


def test_half_a_name_is_none(workspace: Path) -> None:
    """Half a name is none, also where it would fit one: given again it would mean another."""
    for reference in ("Wacht West", "wacht-zui", "wacht-", ""):
        refused = call(workspace, "forget", reference, "--yes")
        assert isinstance(refused.exception, DossierNotFound)
    assert find_sentences(workspace, (*GONE, *LEFT)) == {*GONE, *LEFT}


def test_a_reader_that_stays_keeps_it_from_finishing(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command says so, `verify` too, and the same command finishes it afterwards."""
    monkeypatch.setattr("extractor.store.engine.BUSY_SECONDS", 1)
    with closing(sqlite3.connect(workspace / "bronvast.db")) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM decision").fetchone()
        busy = call(workspace, "forget", "Wacht Zuid", "--yes")
        assert isinstance(busy.exception, WorkspaceUnusable)
        assert "in gebruik" in str(busy.exception)
        assert "is niet afgemaakt" in call(workspace, "verify").stdout
        other.rollback()

    run(workspace, "forget", "Wacht Zuid", "--yes")
    run(workspace, "verify")
    assert find_sentences(workspace, GONE) == set()


def test_what_broken_off_work_left_goes_too(workspace: Path) -> None:
    """Half a document, a document without a dossier, and a text that was open in an editor."""
    left = workspace / "sources" / "ab"
    left.mkdir(exist_ok=True)
    (left / "partial-x1").write_text(SOUTH[0], encoding="utf-8")
    (workspace / "bewerken-x1.txt").write_text(SOUTH[1], encoding="utf-8")
    loose = f"{SOUTH[2]} Dit document las een opdracht die is afgebroken.".encode()
    source = Source(sha256=hashlib.sha256(loose).hexdigest(), name="l.txt", media_type="text/plain")
    reading = Reading(id="los", source=source, reader="text@1", text=loose.decode(), blocks=())
    with open_store(workspace) as store:
        store.add_source(source, loose)
        store.add_reading(reading)

    assert "1 document zonder dossier" in run(workspace, "forget", "Wacht Zuid", "--dry-run")
    run(workspace, "forget", "Wacht Zuid", "--yes")

    assert find_sentences(workspace, GONE) == set()
