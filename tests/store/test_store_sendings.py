"""What was sent is kept in its order, also in a workspace of an earlier version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from extractor.models import Sending
from extractor.store import Store, open_store
from extractor.store.schema import MIGRATIONS


def test_every_request_is_a_row_of_its_own(store: Store, sending: Sending) -> None:
    """Two equal requests are two: both left."""
    later = sending.model_copy(update={"at": sending.at + timedelta(seconds=1), "documents": ()})
    for each in (sending, sending, later):
        store.add_sending(each)

    assert store.list_sendings() == (sending, sending, later)


def test_a_request_is_on_disk_before_the_method_returns(
    store: Store, sending: Sending, workspace: Path
) -> None:
    """Another program sees it at once; a crash cannot lose it."""
    store.add_sending(sending)

    with closing(sqlite3.connect(workspace / "bronvast.db")) as database:
        assert database.execute("SELECT host, user FROM sending").fetchall() == [
            ("llm.example:8443", "jdevries")
        ]


def test_an_earlier_workspace_gets_the_log(workspace: Path, sending: Sending) -> None:
    """A database that stopped at the first migration is brought up to date when opened."""
    workspace.mkdir()
    engine = create_engine(f"sqlite:///{workspace}/bronvast.db")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()

    with open_store(workspace) as store:
        store.add_sending(sending)
        assert store.list_sendings() == (sending,)
