"""Run reads and writes on the database: a write happens wholly or not at all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from extractor.store.failures import explain_busy, explain_failure

ATTEMPTS = 50
"""How often a write is tried; whenever one fails another has succeeded, so few are needed."""

P = ParamSpec("P")
Result = TypeVar("Result")


class Database:
    """Lends a connection to a function, and says in Dutch what went wrong."""

    def __init__(self, engine: Engine, shown: str) -> None:
        """Work on the engine; `shown` is what errors call it, without a password."""
        self._engine = engine
        # SQLite shows one moment by itself; a server does so when asked.
        alone = engine.dialect.name == "sqlite"
        several = {} if alone else {"isolation_level": "REPEATABLE READ"}
        self._reading = engine.execution_options(**several)
        self._shown = shown
        # Threads that wait inside SQLite sleep longer and longer, and some never get their turn.
        self._turn: AbstractContextManager[object] = threading.Lock() if alone else nullcontext()

    def read(
        self,
        work: Callable[Concatenate[Connection, P], Result],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        """Return what the function finds; it sees the database as it was at one moment."""
        with self._explained(), self._reading.connect() as connection:
            return work(connection, *args, **kwargs)

    def write(
        self,
        work: Callable[Concatenate[Connection, P], Result],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        """Return what the function returns, once all it added is on disk.

        SQLite lets one write at a time. Elsewhere two may look at once and add the same; the
        second is then refused by the database, looks again, and sees what the first added.
        """
        for _ in range(ATTEMPTS):
            with suppress(IntegrityError), self._turn, self._explained():
                return self._write_once(work, *args, **kwargs)
        message = "the record refers to one that is not there"
        raise ValueError(message)

    def _write_once(
        self,
        work: Callable[Concatenate[Connection, P], Result],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        with self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                return work(connection, *args, **kwargs)

    @property
    def is_file(self) -> bool:
        """Return whether the database is a file of our own, which `clean` can rewrite."""
        return self._engine.dialect.name == "sqlite"

    def clean(self) -> None:
        """Leave nothing in the file and its log but what is kept; refused while others read it.

        A server looks after its own files: of those nothing can be promised.
        """
        if not self.is_file:
            return
        with self._turn, self._explained(), self._engine.connect() as connection:
            connection.execution_options(alone=True)
            # The copy it makes on the way would else lie in a folder for temporary files.
            connection.exec_driver_sql("PRAGMA temp_store=MEMORY")
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            connection.exec_driver_sql("VACUUM")
            is_busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            if is_busy:
                raise explain_busy(self._shown)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            # Without its cause: some databases quote the refused row in their message.
            raise explain_failure(error, self._shown) from None
