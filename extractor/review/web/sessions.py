"""Who is behind a browser: an address that works once, then a secret in a cookie."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass

COOKIE = "bronvast"
_BYTES = 32


@dataclass(frozen=True)
class Session:
    """A browser that was let in."""

    reviewer: str | None
    """The name its address was issued for, or that whoever opened it gave; none at first."""
    is_checked: bool = False
    """Whether the address was issued for this person."""


class Doorkeeper:
    """Lets in each address once; what it hands out is never written to disk."""

    def __init__(self, reviewers: tuple[str | None, ...]) -> None:
        """Make one address for each reviewer; none is an address for whoever has it."""
        self._lock = threading.Lock()
        self._tickets = {
            secrets.token_urlsafe(_BYTES): Session(each, is_checked=each is not None)
            for each in reviewers
        }
        self._sessions: dict[str, Session] = {}

    def list_tickets(self) -> Mapping[str, Session]:
        """Return the addresses that have not been used, by their secret."""
        with self._lock:
            return dict(self._tickets)

    def admit(self, ticket: str) -> str | None:
        """Return the secret for the browser's cookie; none for an address that was used or made up.

        So a link in a history or a log lets nobody in.
        """
        with self._lock:
            session = self._tickets.pop(ticket, None)
            if session is None:
                return None
            key = secrets.token_urlsafe(_BYTES)
            self._sessions[key] = session
            return key

    def find_session(self, key: str | None) -> Session | None:
        """Return the session that the cookie's secret opens."""
        with self._lock:
            return self._sessions.get(key or "")

    def rename(self, key: str, name: str) -> None:
        """Keep the name that a reviewer gives; one that an address was issued for stays."""
        with self._lock:
            session = self._sessions.get(key)
            if session is not None and not session.is_checked:
                self._sessions[key] = Session(name)
