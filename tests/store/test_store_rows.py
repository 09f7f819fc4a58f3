"""Rows are only ever added: the code never changes one, and SQLite would refuse it."""

from __future__ import annotations

import ast
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from extractor import store as room
from extractor.candidates import Candidate, CandidateLink, OutcomeChoice
from extractor.fitness import LlmCheck
from extractor.models import Answer, Decision, Grouping, Registration, Sending
from extractor.organisation import OrganisationProfile
from extractor.published import Publication
from extractor.store import Store
from extractor.store.tables import METADATA

TABLES = sorted(METADATA.tables)
MODULES = sorted(
    path for path in Path(room.__path__[0]).rglob("*.py") if "migrations" not in path.parts
)


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Return the statements that any engine is asked to run from now on."""
    seen: list[str] = []

    def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def full(
    filled: Store, sending: Sending, llm_check: LlmCheck, answer: Answer, grouping: Grouping
) -> Store:
    """Return a store with all that concerns no decision."""
    filled.add_sending(sending)
    filled.add_llm_check(llm_check)
    filled.add_answer(answer)
    filled.add_grouping(grouping)
    return filled


@pytest.fixture
def listed(
    full: Store, candidate: Candidate, outcome: OutcomeChoice, candidate_link: CandidateLink
) -> Store:
    """Return the store with a row of a list, too, and what a person says of it."""
    full.add_candidates([candidate])
    full.add_outcome(outcome)
    full.add_candidate_link(candidate_link)
    return full


@pytest.fixture
def database(
    listed: Store,
    workspace: Path,
    decision: Decision,
    registration: Registration,
    publication: Publication,
) -> Iterator[sqlite3.Connection]:
    """Return a connection to a database with a row in every table."""
    listed.add_decision(decision)
    listed.add_registration(registration)
    listed.add_publication(publication)
    listed.add_profile(OrganisationProfile(name="Gemeente Duinrade"), decision.decided_at)
    listed.add_summaries({"sleutel": "{}"})
    listed.add_request("vraag", "antwoord", decision.decided_at, decision.dossier)
    with closing(sqlite3.connect(workspace / "bronvast.db")) as connection:
        # Forgetting would remove rows of the other tables.
        values = (decision.dossier, "removed", "2026-03-02", "jvos", "")
        insert = "INSERT INTO forgotten (dossier, step, at, user, payload) VALUES (?, ?, ?, ?, ?)"
        connection.execute(insert, values)
        connection.commit()
        yield connection


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_changed_or_removed(database: sqlite3.Connection, table: str) -> None:
    """SQLite itself refuses to update or delete a row of any table."""
    (column, *_) = METADATA.tables[table].columns.keys()

    count = f"SELECT count(*) FROM {table}"  # noqa: S608 - a table of ours
    update = f"UPDATE {table} SET {column} = {column}"  # noqa: S608 - the same
    delete = f"DELETE FROM {table}"  # noqa: S608 - the same

    assert database.execute(count).fetchone() == (1,)
    for change in (update, delete):
        with pytest.raises(sqlite3.IntegrityError, match="rows are only added"):
            database.execute(change)


def test_only_reads_and_inserts_are_sent(
    statements: list[str], filled: Store, decision: Decision, sending: Sending
) -> None:
    """Once the tables stand, adding and looking up takes no other statement."""
    statements.clear()
    filled.add_decision(decision)
    filled.add_request("vraag", "antwoord", decision.decided_at)
    filled.add_sending(sending)
    filled.list_sendings()
    filled.list_documents(decision.dossier)
    filled.verify([filled.head()])

    verbs = {statement.split()[0] for statement in statements}
    assert verbs == {"BEGIN", "INSERT", "SELECT", "PRAGMA"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.name)
def test_the_code_imports_no_update_or_delete(path: Path) -> None:
    """No module of the store but one can even make a statement that changes a row."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and "sqlalchemy" in node.module
        for alias in node.names
    }
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    changes = path.name == "removing.py"
    assert bool({"update", "delete"} & (names | attributes)) == changes
