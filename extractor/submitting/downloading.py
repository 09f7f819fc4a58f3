"""The register's public download over HTTP: one GET, without a token, within bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx2

from extractor.errors import RegisterRefused
from extractor.submitting.client import require_safe
from extractor.submitting.replies import explain_reply

LARGEST = 100_000_000
"""Bytes; the whole register takes some 12 million as CSV."""

_PAUSE = 30.0
"""Seconds without a byte."""
_WHOLE = 300.0
"""Seconds for all of it."""
_MOST_REDIRECTS = 3
_BY_HAND = "Haal de download zelf op van algoritmes.overheid.nl, en geef het bestand."


@dataclass(frozen=True)
class Fetched:
    """What the register sent, and where from."""

    content: bytes
    address: str


def fetch_download(
    address: str, clock: Callable[[], float], largest: int = LARGEST, whole: float = _WHOLE
) -> Fetched:
    """Return the download at the address; followed is a redirect to the same host alone.

    Refused is what is too large, takes too long or is no answer, in words for the user.
    """
    require_safe(address)
    end = clock() + whole
    try:
        with httpx2.Client(timeout=_PAUSE, follow_redirects=False) as client:
            for _ in range(_MOST_REDIRECTS + 1):
                fetched = _fetch(client, address, lambda: clock() > end, largest)
                if isinstance(fetched, Fetched):
                    return fetched
                address = _follow(address, fetched)
    except (httpx2.HTTPError, httpx2.InvalidURL) as broken:
        message = f"het register is niet te bereiken ({type(broken).__name__})"
        raise RegisterRefused(message, _BY_HAND) from None
    raise RegisterRefused("het register verwijst te vaak door", _BY_HAND)


def _fetch(
    client: httpx2.Client, address: str, is_late: Callable[[], bool], largest: int
) -> Fetched | str:
    """Return what is there, or the address that is named instead."""
    content = bytearray()
    with client.stream("GET", address, headers={"Accept": "text/csv"}) as response:
        if response.is_redirect:
            return response.headers.get("location", "")
        if not response.is_success:
            raise RegisterRefused(explain_reply(response.status_code, None), _BY_HAND)
        for part in response.iter_bytes():
            content += part
            if len(content) > largest:
                raise RegisterRefused("de download is groter dan het register is", _BY_HAND)
            if is_late():
                raise RegisterRefused("de download duurt te lang", _BY_HAND)
    return Fetched(bytes(content), address)


def _follow(address: str, location: str) -> str:
    """Return where to go on; another host, or one without encryption, is refused."""
    target = urljoin(address, location)
    before, after = urlsplit(address), urlsplit(target)
    if (before.scheme, before.netloc) != (after.scheme, after.netloc):
        raise RegisterRefused("het register verwijst door naar een ander adres", _BY_HAND)
    return target
