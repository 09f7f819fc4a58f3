"""Only the page itself, in a browser that was let in, gets anything."""

from __future__ import annotations

import pytest

from extractor.review.web.guard import ENTRANCE, HEADERS, LARGEST
from extractor.review.web.sessions import COOKIE
from tests.review.web.site_server import Site

EVERYWHERE = ["/", "/api/drafts", "/api/openapi.json", "/concept/abcd", "/api/sources/abcd"]


def decide_path(site: Site) -> str:
    """Return where a field of the first draft is decided."""
    return f"/api/drafts/{site.drafts[0].id}/fields/name/decision"


@pytest.mark.parametrize("path", EVERYWHERE)
def test_nothing_is_shown_without_being_let_in(site: Site, path: str) -> None:
    """Not even which drafts there are; nor with a cookie that was made up."""
    site.cookie = f"{COOKIE}=made-up"
    answer = site.ask("GET", path)

    assert answer.status == 401
    assert site.drafts[0].id not in answer.body


def test_an_address_lets_in_once(site: Site) -> None:
    """A link that stays behind in a history or a log lets nobody in."""
    address = site.make_address().removeprefix(site.origin)
    first, second = site.ask("GET", address), site.ask("GET", address)

    assert first.status == 200
    assert second.status == 403
    assert "set-cookie" not in second.headers


def test_the_cookie_is_of_this_site_alone_and_unseen_by_scripts(site: Site) -> None:
    """Its secret is not that of the address."""
    address = site.make_address().removeprefix(site.origin)
    cookie = site.ask("GET", address).headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert address.partition("=")[2] not in cookie


@pytest.mark.parametrize("path", ["/", ENTRANCE, "/static/draft.js", "/nergens"])
def test_every_answer_carries_the_protecting_headers(entered: Site, path: str) -> None:
    """Refusals too; no script but our own runs, and no other page may show ours."""
    headers = entered.ask("GET", path).headers

    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= headers.items()
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "kwaad.example"}, 421),
        ({"Host": "127.0.0.1:1"}, 421),
        ({"Origin": "https://kwaad.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "text/plain"}, 403),
        ({"Content-Length": str(LARGEST + 1)}, 413),
    ],
)
def test_another_page_decides_nothing(entered: Site, headers: dict[str, str], status: int) -> None:
    """By its host, its origin, how it was asked, or the shape of a form."""
    entered.ask("POST", "/api/name", {"name": "J. Jansen"})
    body = {"action": "accept", "seen": ""}
    answer = entered.ask("POST", decide_path(entered), body, headers)

    assert answer.status == status
    assert entered.store.list_decisions(entered.drafts[0].dossier) == ()


def test_a_page_elsewhere_may_link_here_and_read_nothing(entered: Site) -> None:
    """A link opens a page; a picture or script of another site gets none of ours."""
    link = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "document",
    }
    picture = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "no-cors",
        "Sec-Fetch-Dest": "image",
    }

    assert entered.ask("GET", "/", headers=link).status == 200
    assert entered.ask("GET", "/", headers=picture).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fdeciding.py",
        "/api/sources/..%2f..%2fetc/pages/1.png",
        "/api/sources/0000000000000000?start=0&end=1",
        "/api/sources/0000000000000000/pages/1.png",
        "/concept/ffffffffffff",
        "/api/drafts/ffffffffffff/fields/name/card",
    ],
)
def test_what_is_not_stored_cannot_be_reached(entered: Site, path: str) -> None:
    """No file of the machine, and no document that no draft rests on."""
    assert entered.ask("GET", path).status in (404, 422)
