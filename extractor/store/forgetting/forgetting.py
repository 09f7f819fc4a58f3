"""Forget a dossier in two steps: its rows at once, then every trace of them in the files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from extractor.store.database import Database
from extractor.store.forgetting.files import remove_files
from extractor.store.forgetting.removing import hash_name, remove_dossier
from extractor.store.forgetting.scope import ForgetScope, find_scope
from extractor.store.forgotten import CLEANED, Forgotten, select_forgotten
from extractor.store.payloads import render_moment
from extractor.store.tables import FORGOTTEN


class Forgetting:
    """Removes the texts of dossiers; what was broken off is finished by asking again."""

    def __init__(self, database: Database, folder: Path) -> None:
        """Work on the database, and on the folder with the bytes of documents."""
        self._database = database
        self._folder = folder

    @property
    def cleans_database(self) -> bool:
        """Return whether the database's own file is cleaned; a server looks after its own."""
        return self._database.is_file

    def find_scope(self, dossier_id: str) -> ForgetScope:
        """Return what goes with the dossier; one that is not there is refused."""
        return self._database.read(find_scope, dossier_id)

    def list_forgotten(self) -> tuple[Forgotten, ...]:
        """Return all forgotten dossiers, in the order of forgetting."""
        return self._database.read(select_forgotten)

    def find_forgotten(self, reference: str) -> Forgotten | None:
        """Return the forgotten dossier with this id or name, of several the last."""
        fitting = (
            each
            for each in reversed(self.list_forgotten())
            if reference == each.removal.dossier
            or hash_name(each.removal.dossier, reference) in each.removal.names
        )
        return next(fitting, None)

    def forget(self, dossier_id: str, user: str, at: datetime) -> None:
        """Remove all texts of the dossier, and every trace of them in the workspace."""
        self._database.write(remove_dossier, dossier_id, user, at)
        self.finish(user, at)

    def finish(self, user: str, at: datetime) -> None:
        """Clean the files of all that was forgotten; where others keep them busy, refuse.

        Asked again it begins anew, and does no harm.
        """
        # What another process removes while this one cleans, it cleans itself.
        removed = [each.removal.dossier for each in self.list_forgotten()]
        self._database.write(remove_files, self._folder)
        self._database.clean()
        self._database.write(_mark_cleaned, removed, user, at)


def _mark_cleaned(connection: Connection, removed: Sequence[str], user: str, at: datetime) -> None:
    for dossier in removed:
        known = select(FORGOTTEN.c.position).filter_by(dossier=dossier, step=CLEANED)
        if connection.execute(known).first() is None:
            row = {"dossier": dossier, "step": CLEANED, "at": render_moment(at), "user": user}
            connection.execute(insert(FORGOTTEN).values({**row, "payload": ""}))
