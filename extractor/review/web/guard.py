"""Keep other pages and other machines out of the reviewer's browser (design.md, rule 5)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from extractor.review.web.sessions import COOKIE, Doorkeeper

ENTRANCE = "/binnen"
STATIC = "/static/"
LARGEST = 1_000_000
"""Bytes of a request's body; a whole entry is smaller."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
Next = Callable[[Request], Awaitable[Response]]


class Guard:
    """Refuses what does not come from the page itself, in a browser that was let in."""

    def __init__(self, doorkeeper: Doorkeeper, hosts: frozenset[str]) -> None:
        """Answer requests to these hosts, with their port, alone."""
        self._doorkeeper = doorkeeper
        self._hosts = hosts

    async def __call__(self, request: Request, proceed: Next) -> Response:
        """Return the page, or why it is refused; every answer carries the protecting headers."""
        refusal = self._find_refusal(request)
        response = refusal or await proceed(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        if not request.url.path.startswith(STATIC):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _find_refusal(self, request: Request) -> Response | None:
        headers = request.headers
        if headers.get("host", "") not in self._hosts:
            return _refuse(421, "Dit adres hoort niet bij Bronvast.")
        if not _comes_from_here(headers, self._hosts, read_only=request.method in ("GET", "HEAD")):
            return _refuse(403, "Dit verzoek komt van een andere pagina.")
        length = headers.get("content-length", "" if "transfer-encoding" in headers else "0")
        if not length.isdigit() or int(length) > LARGEST:
            return _refuse(413, "Dit is te groot.")
        if request.url.path == ENTRANCE or request.url.path.startswith(STATIC):
            return None
        key = request.cookies.get(COOKIE)
        session = self._doorkeeper.find_session(key)
        if session is None:
            return _refuse(
                401,
                "U bent niet binnen. Open het adres dat `bronvast serve` liet zien; "
                "het werkt één keer. Start `bronvast serve` opnieuw voor een nieuw adres.",
            )
        request.state.session = session
        request.state.key = key
        request.state.doorkeeper = self._doorkeeper
        return None


def _comes_from_here(headers: Headers, hosts: frozenset[str], *, read_only: bool) -> bool:
    """Return whether the page itself asks: what changes something needs its own origin."""
    site = headers.get("sec-fetch-site")
    if read_only:
        return site in (None, "same-origin", "none") or _opens_page(headers)
    origin = headers.get("origin")
    own = origin is not None and urlsplit(origin).netloc in hosts
    json = headers.get("content-type", "").partition(";")[0].strip() == "application/json"
    return own and json and site in (None, "same-origin")


def _opens_page(headers: Headers) -> bool:
    """Return whether a person follows a link to a whole page, which changes nothing."""
    modes = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")
    return modes == ("navigate", "document")


def _refuse(status: int, message: str) -> Response:
    return PlainTextResponse(message, status)
