"""Whatever is changed behind the program's back is found and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from extractor.models import (
    Absence,
    Claim,
    Decision,
    Draft,
    Origin,
    Proposal,
    Reading,
    RejectedQuote,
    Source,
    WithheldClaim,
)
from extractor.store import Finding, Store, verification
from extractor.store.payloads import pack_record
from extractor.store.verification import list_proposed


def tamper(workspace: Path, table: str, statement: str, *values: object) -> None:
    """Change the database as someone would who can write the file."""
    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        database.execute(f"DROP TRIGGER {table}_refuses_update")
        database.execute(f"DROP TRIGGER {table}_refuses_delete")
        database.execute(statement, values)
        database.commit()


@pytest.fixture
def decided(filled: Store, decision: Decision) -> Store:
    """Return a store with three decisions."""
    for subject in ("goal", "name", "status"):
        filled.add_decision(decision.model_copy(update={"id": subject, "subject": subject}))
    return filled


def list_found(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return what the findings are about."""
    return [(finding.kind, finding.subject) for finding in findings]


def test_an_untouched_store_is_sound(decided: Store) -> None:
    """There is nothing to find where nothing was changed."""
    assert decided.verify([decided.head()]) == ()


def test_a_lost_or_changed_source_is_found(decided: Store, workspace: Path, source: Source) -> None:
    """Each source is read again and must have its hash."""
    kept = workspace / "sources" / source.sha256[:2] / source.sha256

    kept.write_bytes(b"iets anders")
    assert list_found(decided.verify()) == [("source", source.sha256)]
    kept.unlink()
    (finding,) = decided.verify()
    assert "ontbreekt" in finding.message


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("reviewer", "Iemand anders"),
        ("note", None),
        ("decided_at", "2020-01-01T00:00:00.000000+00:00"),
        ("payload", '{"format":1,"record":{"value":"anders","claims":[]}}'),
        ("payload", "geen json"),
        ("action", "empty"),
        ("previous", "0" * 64),
        ("hash", "f" * 64),
        ("salt", "f" * 64),
        ("digest", "f" * 64),
        ("former", "f" * 64),
    ],
)
def test_a_changed_decision_is_found(
    decided: Store, workspace: Path, column: str, value: str | None
) -> None:
    """Whichever column of a decision is changed, its seal no longer fits."""
    change = f"UPDATE decision SET {column} = ? WHERE id = 'name'"  # noqa: S608 - one of the above
    tamper(workspace, "decision", change, value)

    assert ("decision", "name") in list_found(decided.verify())


def test_changes_in_any_part_of_the_log_are_found(
    decided: Store, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log is followed in parts, and a change in the first or the last is found."""
    monkeypatch.setattr(verification, "ROWS_AT_HAND", 1)
    assert decided.verify([decided.head()]) == ()

    change = "UPDATE decision SET note = 'anders' WHERE id IN ('goal', 'status')"
    tamper(workspace, "decision", change)
    assert list_found(decided.verify()) == [("decision", "goal"), ("decision", "status")]


def test_a_removed_decision_is_found(decided: Store, workspace: Path) -> None:
    """The decision after the gap says which one it followed."""
    tamper(workspace, "decision", "DELETE FROM decision WHERE id = 'name'")

    assert list_found(decided.verify()) == [("decision", "status")]


def test_a_cut_tail_shows_against_a_printed_head(decided: Store, workspace: Path) -> None:
    """Without its last rows the log is whole in itself; an export's head tells otherwise."""
    head = decided.head()
    tamper(workspace, "decision", "DELETE FROM decision WHERE id = 'status'")

    assert decided.verify() == ()
    assert list_found(decided.verify([head])) == [("head", head)]


def test_a_changed_draft_is_found(decided: Store, workspace: Path, draft: Draft) -> None:
    """A draft that says something else than when it was made is named."""
    payload = pack_record(draft.model_copy(update={"proposals": ()}))
    tamper(workspace, "draft", "UPDATE draft SET payload = ?", payload)

    assert list_found(decided.verify()) == [("draft", draft.id)]


def test_a_draft_changed_with_its_hash_breaks_the_log(decided: Store, workspace: Path) -> None:
    """Decisions seal the draft that the reviewer saw."""
    tamper(workspace, "draft", "UPDATE draft SET payload_sha256 = ?", "f" * 64)

    kinds = [finding.kind for finding in decided.verify()]
    assert kinds == ["draft", "decision", "decision", "decision"]


def test_a_changed_reading_is_found_by_its_citations(
    decided: Store, workspace: Path, reading: Reading, draft: Draft
) -> None:
    """Every citation is cut from its reading again, in drafts and in decisions."""
    other = reading.model_copy(update={"text": reading.text.replace("kiest", "mijdt")})
    tamper(workspace, "reading", "UPDATE reading SET payload = ?", pack_record(other))

    found = list_found(decided.verify())
    assert found == [("citation", where) for where in (draft.id, "goal", "name", "status")]


def test_a_missing_reading_takes_its_citations_along(
    decided: Store, workspace: Path, draft: Draft
) -> None:
    """A citation cannot stand in a reading that cannot be read."""
    tamper(workspace, "reading", "UPDATE reading SET payload = ?", b"onleesbaar")

    assert ("citation", draft.id) in list_found(decided.verify())


def test_a_citation_in_any_place_is_checked(claim: Claim, at: datetime) -> None:
    """Claims, alternatives, refused quotes, absences and suggestions all point at passages."""
    (citation,) = claim.citations
    places = [citation.model_copy(update={"quote": str(number)}) for number in range(7)]
    refused = [RejectedQuote(quote="", reason="", nearest=place) for place in places]
    bare = RejectedQuote(quote="", reason="")
    proposal = Proposal(
        field="goal",
        claims=(Claim(value="", citations=(places[0],), rejected=(refused[1], bare)),),
        alternatives=(Claim(value="", citations=(places[2],), rejected=(refused[3],)),),
        withheld=(WithheldClaim(value="", reason="", rejected=(refused[4],)),),
        absent=Absence(kind="stated", reason="", citations=(places[5],)),
        suggestions=(places[6],),
        origin=Origin(drafter="offline", at=at),
    )

    assert list(list_proposed(proposal)) == places
