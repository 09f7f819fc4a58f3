"""The decision log bears out what was forgotten: texts cannot be emptied on the quiet."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from extractor.candidates import Candidate
from extractor.models import (
    Decision,
    Dossier,
    GroupedDossier,
    Grouping,
    Reading,
    Sending,
    Source,
)
from extractor.store import Finding, Store, forgotten, sources
from extractor.store.sources import PARTIAL

USER = "jvos"
EMPTY_SHA256 = hashlib.sha256(b"").hexdigest()


@pytest.fixture
def decided(filled: Store, decision: Decision) -> Store:
    """Return a store with three decisions on a dossier."""
    for subject in ("goal", "name", "status"):
        filled.add_decision(decision.model_copy(update={"id": subject, "subject": subject}))
    return filled


@pytest.fixture
def forgetful(decided: Store, dossier: Dossier, at: datetime) -> Store:
    """Return the store after that dossier was forgotten."""
    decided.open_forgetting().forget(dossier.id, USER, at)
    return decided


def tamper(workspace: Path, *statements: str) -> None:
    """Change the database as someone would who can write the file."""
    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)
        database.commit()


def list_found(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """Return what the findings are about."""
    return {(finding.kind, finding.subject) for finding in findings}


EMPTY_DECISIONS = "UPDATE decision SET payload = '', note = NULL, salt = '' WHERE id = 'name'"
EMPTY_DRAFT = "UPDATE draft SET payload = x''"
CLAIM_FORGOTTEN = (
    "INSERT INTO forgotten (dossier, step, at, user, payload) "
    "SELECT id, 'removed', '2026-03-02', 'x', '{}' FROM dossier"
)


def test_the_log_stays_whole_and_passes_earlier_heads(
    decided: Store, dossier: Dossier, at: datetime
) -> None:
    """What was decided is gone, that it was decided is not; the forgetting is the last row."""
    before = decided.head()
    decided.open_forgetting().forget(dossier.id, USER, at)

    assert decided.head() != before
    assert decided.verify([before, decided.head()]) == ()
    (kept,) = decided.open_forgetting().list_forgotten()
    counts = kept.removal.counts
    assert (counts.documents, counts.drafts, counts.decisions) == (1, 1, 3)
    assert (kept.removal.user, kept.removal.at, kept.is_finished) == (USER, at, True)


@pytest.mark.parametrize("claimed", [(), (CLAIM_FORGOTTEN,)], ids=["bare", "claimed"])
def test_emptied_texts_are_found(
    decided: Store, workspace: Path, draft_id: str, claimed: tuple[str, ...]
) -> None:
    """Also where somebody adds a row that the dossier was forgotten: the log does not say so."""
    tamper(workspace, EMPTY_DECISIONS, EMPTY_DRAFT, *claimed)

    found = list_found(decided.verify())
    assert {("decision", "name"), ("draft", draft_id)} <= found
    assert any(kind == "forgotten" for kind, _ in found) == bool(claimed)


@pytest.fixture
def draft_id(decided: Store) -> str:
    """Return the id of the draft."""
    return decided.list_drafts()[0].id


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE forgotten SET payload = replace(payload, '\"decisions\":3', '\"decisions\":2')",
        "UPDATE forgotten SET payload = replace(payload, 'jvos', 'niemand')",
        "UPDATE forgotten SET payload = 'geen json' WHERE step = 'removed'",
        "DELETE FROM forgotten",
        "DELETE FROM decision WHERE subject = 'forgotten'",
        "UPDATE decision SET payload = '' WHERE subject = 'forgotten'",
        "UPDATE decision SET reviewer = 'niemand' WHERE subject = 'forgotten'",
    ],
)
def test_what_was_written_down_of_it_cannot_be_changed(
    forgetful: Store, workspace: Path, change: str
) -> None:
    """Counts, name and the row in the log are sealed; without them the emptied texts are found."""
    assert forgetful.verify() == ()
    tamper(workspace, change)

    assert ("decision", "name") in list_found(forgetful.verify())


def test_a_cut_off_forgetting_shows_against_a_later_head(forgetful: Store, workspace: Path) -> None:
    """Who removes the last row of the log is found by the head that was printed after it."""
    head = forgetful.head()
    tamper(workspace, "DELETE FROM decision WHERE subject = 'forgotten'")

    assert ("head", head) in list_found(forgetful.verify([head]))


def test_a_decision_emptied_after_its_dossier_was_forgotten_is_found(
    forgetful: Store, workspace: Path
) -> None:
    """Only what stands before the forgetting may be empty."""
    move = "UPDATE decision SET position = position + 10 WHERE id = 'status'"
    tamper(workspace, move)

    assert ("decision", "status") in list_found(forgetful.verify())


def test_forgetting_twice_adds_nothing(forgetful: Store, dossier: Dossier, at: datetime) -> None:
    """The second time cleans the files again, and the log is as it was."""
    head = forgetful.head()
    forgetful.open_forgetting().forget(dossier.id, USER, at)

    assert forgetful.head() == head
    assert len(forgetful.open_forgetting().list_forgotten()) == 1


def test_the_log_goes_on_after_it(
    forgetful: Store, dossier: Dossier, decision: Decision, at: datetime, content: bytes
) -> None:
    """Another dossier is drafted and decided as ever; its document may be the same."""
    other = dossier.model_copy(update={"id": "ander", "name": "Ander"})
    assert forgetful.has_dossier(dossier.id)
    assert forgetful.list_dossiers() == ()
    forgetful.add_dossier(other, at)
    (sha256,) = forgetful.open_forgetting().list_forgotten()[0].removal.sources
    assert forgetful.add_source(Source(sha256=sha256, name="d", media_type="text/plain"), content)
    assert forgetful.read_source(sha256) == content
    assert forgetful.verify() == ()
    assert forgetful.list_decisions(decision.dossier) == ()


def test_a_dossier_without_drafts_is_forgotten_too(
    store: Store, dossier: Dossier, source: Source, content: bytes, at: datetime
) -> None:
    """There is no log to account for; its document goes, and a name finds it back."""
    store.add_dossier(dossier, at)
    store.add_source(source, content)
    store.link_document(dossier.id, source.sha256, "dpia.txt", at)
    forgetting = store.open_forgetting()

    forgetting.forget(dossier.id, USER, at)

    assert not store.has_source(source.sha256)
    assert store.verify() == ()
    assert forgetting.find_forgotten("SCANAUTO") is not None
    assert forgetting.find_forgotten("") is None


def test_of_a_grouping_only_the_dossier_goes(
    filled: Store, dossier: Dossier, at: datetime, grouping: Grouping
) -> None:
    """Its name, and the paths of its documents in whatever dossier; another folder's stays."""
    filled.add_dossier(dossier.model_copy(update={"origin": "/map/Scan auto"}), at)
    whole = "Scan auto/DPIA/dpia.txt"
    filled.add_dossier(Dossier(id="ander", name="Ander", origin="/map/Ander"), at)
    theirs = "Ander/DPIA/dpia.txt"
    filled.add_source(Source(sha256=EMPTY_SHA256, name="a", media_type="text/plain"), b"")
    filled.link_document("ander", EMPTY_SHA256, "DPIA/dpia.txt", at)
    named = GroupedDossier(name="Scanauto", documents=(whole,))
    other = GroupedDossier(name="Ander", documents=(whole, theirs))
    mixed = grouping.model_copy(update={"dossiers": (named, other)})
    elsewhere = mixed.model_copy(update={"folder": "/map/Scan"})
    filled.add_grouping(mixed)
    filled.add_grouping(elsewhere)

    filled.open_forgetting().forget(dossier.id, USER, at)

    left = GroupedDossier(name="Ander", documents=(theirs,))
    assert filled.list_groupings("/map") == (grouping.model_copy(update={"dossiers": (left,)}),)
    assert filled.list_groupings("/map/Scan") == (elsewhere,)


def test_answers_about_other_dossiers_stay(filled: Store, dossier: Dossier, at: datetime) -> None:
    """One that two dossiers share too; one of which nobody knows what it is about goes."""
    filled.add_request("eigen", "a", at, dossier.id)
    filled.add_request("gedeeld", "a", at, dossier.id)
    assert not filled.add_request("gedeeld", "a", at, "ander")
    filled.add_request("ander", "a", at, "ander")
    filled.add_request("oud", "a", at)

    filled.open_forgetting().forget(dossier.id, USER, at)

    known = {each for each in ("eigen", "gedeeld", "ander", "oud") if filled.get_request(each)}
    assert known == {"gedeeld", "ander"}


def test_what_an_llm_was_tried_out_with_stays(
    filled: Store, dossier: Dossier, sending: Sending, at: datetime
) -> None:
    """Our own document, which the log of what was sent names."""
    probe = Source(sha256="0" * 64, name="proef.txt", media_type="text/plain")
    with closing(sqlite3.connect(filled._folder.parent / "bronvast.db")) as database:  # noqa: SLF001 - to skip its bytes
        row = (probe.sha256, probe.name, probe.media_type, 1)
        database.execute("INSERT INTO source VALUES (?, ?, ?, ?)", row)
        database.commit()
    filled.add_sending(sending.model_copy(update={"documents": (probe.sha256,)}))

    filled.open_forgetting().forget(dossier.id, USER, at)

    assert filled.get_source(probe.sha256) == probe


def test_who_is_writing_a_document_writes_it_anew(
    store: Store, source: Source, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A half-written file may be swept away at any moment; the document is kept all the same."""
    rename = Path.replace
    swept: list[str] = []

    def sweep(path: Path, target: Path) -> Path:
        if not swept:
            swept.append(path.name)
            path.unlink()
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", sweep)
    assert store.add_source(source, content)
    assert store.read_source(source.sha256) == content
    assert swept[0].startswith(PARTIAL)


def test_a_document_swept_away_before_it_has_its_row_is_kept(
    store: Store, source: Source, content: bytes, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forgetting removes bytes without a row; once there is one they are written anew."""
    insert = sources.insert_source

    def sweep(connection: Connection, added: Source, size: int) -> bool:
        sources.locate_bytes(workspace / "sources", added.sha256).unlink()
        return insert(connection, added, size)

    monkeypatch.setattr(sources, "insert_source", sweep)
    assert store.add_source(source, content)
    assert store.read_source(source.sha256) == content


def test_the_steps_have_names_that_stay() -> None:
    """They stand in databases."""
    assert (forgotten.REMOVED, forgotten.CLEANED) == ("removed", "cleaned")


def test_an_organisations_list_outlives_a_dossier(
    decided: Store, candidate: Candidate, dossier: Dossier, at: datetime
) -> None:
    """Its rows are about other algorithms too."""
    content = b"Naam\nScanauto\n"
    listed = Source(
        sha256=hashlib.sha256(content).hexdigest(), name="lijst.csv", media_type="text/csv"
    )
    reading = Reading(id="lijst", source=listed, reader="list@1", text="Naam\n", blocks=())
    decided.add_source(listed, content)
    decided.add_reading(reading)
    decided.add_candidates([candidate.model_copy(update={"reading": "lijst"})])

    decided.open_forgetting().forget(dossier.id, USER, at)

    assert decided.get_reading("lijst") == reading
    assert decided.verify() == ()


def test_what_overviews_kept_goes_too(decided: Store, dossier: Dossier, at: datetime) -> None:
    """It holds the dossier's name; what is about others is made anew."""
    decided.add_summaries({"sleutel": dossier.name})

    decided.open_forgetting().forget(dossier.id, USER, at)

    assert decided.find_summaries(["sleutel"]) == {}
