"""The register's ingest API over HTTP: 25 requests a minute, no redirects, no retry of a write."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, urlsplit

import httpx2

from extractor.errors import RegisterRefused
from extractor.submitting.replies import explain_reply

PER_MINUTE = 25
_MINUTE = 60.0
_TIMEOUT = 60.0
_BUSY = 429
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_BUSY_TRIES = 3


class ConnectionBroken(Exception):
    """The connection broke: whether the register took the request is not known."""


@dataclass
class Pace:
    """Lets no more requests through than the register takes in a minute."""

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    _sent: deque[float] = field(default_factory=deque)

    def wait(self) -> None:
        """Wait until one more request fits in the minute, and count it."""
        now = self.clock()
        while self._sent and now - self._sent[0] >= _MINUTE:
            self._sent.popleft()
        if len(self._sent) >= PER_MINUTE:
            self.sleep(_MINUTE - (now - self._sent[0]))
            self._sent.popleft()
        self._sent.append(self.clock())


class Register:
    """One organisation's entries at the ingest API; the token is kept in memory alone."""

    def __init__(self, address: str, organisation: str, token: str, pace: Pace) -> None:
        require_safe(address)
        self._path = f"/organizations/{quote(organisation, safe='')}/algorithms"
        self._pace = pace
        self._client = httpx2.Client(
            base_url=address.rstrip("/"),
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
            timeout=_TIMEOUT,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def list_entries(self) -> list[dict[str, Any]]:
        """Return what the organisation has in the register."""
        listed = self._ask("GET", self._path)
        return (
            [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
        )

    def get_entry(self, lars: str) -> dict[str, Any]:
        """Return the newest version of an entry."""
        found = self._ask("GET", f"{self._path}/{quote(lars, safe='')}")
        return found if isinstance(found, dict) else {}

    def add_entry(self, body: object) -> str | None:
        """Add a draft there and return its code; ConnectionBroken where no answer came."""
        made = self._ask("POST", self._path, body)
        return str(made["lars_code"]) if isinstance(made, dict) and "lars_code" in made else None

    def replace_entry(self, lars: str, body: object) -> None:
        """Add a new version of an entry, which replaces all of the one before."""
        self._ask("PUT", f"{self._path}/{quote(lars, safe='')}", body)

    def _ask(self, method: str, path: str, body: object = None) -> object:
        for _ in range(_BUSY_TRIES):
            self._pace.wait()
            try:
                response = self._client.request(method, path, json=body)
            except httpx2.HTTPError as broken:
                raise ConnectionBroken(type(broken).__name__) from None
            if response.status_code != _BUSY:
                break
            self._pace.sleep(_MINUTE)
        try:
            answer: object = response.json()
        except ValueError:
            answer = None
        if not response.is_success:
            raise RegisterRefused(explain_reply(response.status_code, answer))
        return answer


def require_safe(address: str) -> None:
    """Refuse an address to which a token would go unencrypted, unless it is this machine."""
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname in _HERE:
        return
    message = "het adres van het register moet met https:// beginnen"
    raise RegisterRefused(message)
