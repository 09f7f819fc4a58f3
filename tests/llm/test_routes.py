"""What is said of a route is what happens: over a proxy or not, on this machine or not at all."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.errors import LlmFailed
from extractor.llm import OpenAILlm, lines
from extractor.policy import Policy, Route, plan_route, read_address
from extractor.policy.files import AllowedEndpoint, PolicyFile
from tests.llm.conftest import QUESTION, RawServer, plan_here

ANSWER = b'{"choices": [{"message": {"content": "{}"}}]}'
ELSEWHERE = "http://llm.intern.example:8080/v1"


def plan_anywhere(url: str, proxy: str) -> Route:
    """Return the way to an address that a policy allows, over a proxy."""
    address = read_address(url)
    assert address is not None
    allowed = AllowedEndpoint(address, takes_confidential=False)
    policy = Policy((PolicyFile(path=Path("policy.toml"), endpoints=(allowed,)),))
    return plan_route(url, policy, {"all": proxy})


@pytest.fixture
def other() -> Iterator[RawServer]:
    """Serve beside the server: nobody may come here."""
    raw = RawServer()
    raw.will_say(ANSWER)
    yield raw
    raw.close()


@pytest.fixture
def llm_of(monkeypatch: pytest.MonkeyPatch, other: RawServer) -> Iterator[list[OpenAILlm]]:
    """Let the environment name the other server as the proxy for everything; close what is made."""
    for name in (
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
    ):
        monkeypatch.setenv(name, other.url.removesuffix("/v1"))
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    made: list[OpenAILlm] = []
    yield made
    for llm in made:
        llm.close()


def ask(route: Route, made: list[OpenAILlm]) -> str:
    """Return the answer of the llm at the end of the route."""
    llm = OpenAILlm("naam", route, key=None, timeout=20.0, sleep=lambda _: None)
    made.append(llm)
    return llm.ask(QUESTION).text


def test_to_this_machine_no_proxy_is_used(
    server: RawServer, other: RawServer, llm_of: list[OpenAILlm]
) -> None:
    """Whatever the environment says."""
    server.will_say(ANSWER)

    assert ask(plan_here(server.url), llm_of) == "{}"
    assert (len(server.requests), other.requests) == (1, [])


def test_the_proxy_of_the_route_is_used_and_no_other(
    server: RawServer, other: RawServer, llm_of: list[OpenAILlm]
) -> None:
    """It gets the whole address, and the user and password that are not shown."""
    server.will_say(ANSWER)
    proxy = server.url.removesuffix("/v1").replace("://", "://ik:geheim@")
    route = plan_anywhere(ELSEWHERE, proxy)

    assert ask(route, llm_of) == "{}"

    (head,) = server.requests
    assert head.startswith(f"POST {ELSEWHERE}/chat/completions ".encode())
    assert base64.b64encode(b"ik:geheim") in head
    assert route.describe() == f"{ELSEWHERE} via proxy {server.url.removesuffix('/v1')}"
    assert other.requests == []


def test_a_name_in_punycode_is_asked_as_it_is_written(
    server: RawServer, llm_of: list[OpenAILlm]
) -> None:
    """The client shows such a name otherwise, and still leads to it."""
    server.will_say(ANSWER)
    url = "http://xn--gemnte-gva.example/v1"

    assert ask(plan_anywhere(url, server.url.removesuffix("/v1")), llm_of) == "{}"
    assert server.requests[0].startswith(f"POST {url}/".encode())


def test_an_unusable_proxy_is_named_without_its_secrets() -> None:
    """Nothing is sent around it."""
    route = plan_anywhere(ELSEWHERE, "gopher://ik:geheim@proxy.intern:70")

    with pytest.raises(LlmFailed, match=r"via proxy gopher://proxy\.intern:70 is niet") as failed:
        OpenAILlm("naam", route, key=None, timeout=1.0)

    assert "geheim" not in str(failed.value)


def test_a_name_of_this_machine_that_leads_elsewhere_gets_nothing(
    server: RawServer, monkeypatch: pytest.MonkeyPatch, llm_of: list[OpenAILlm]
) -> None:
    """The line is cut before the first word, and it is not tried again."""
    server.will_say(ANSWER)
    peers: list[str] = []

    def is_other(number: str) -> bool:
        peers.append(number)
        return False

    monkeypatch.setattr(lines, "is_loopback", is_other)

    with pytest.raises(LlmFailed, match="leidde naar een andere"):
        ask(plan_here(server.url.replace("127.0.0.1", "localhost")), llm_of)

    assert peers == ["127.0.0.1"]
    assert server.requests == []


def test_every_try_is_announced_before_it_leaves(server: RawServer) -> None:
    """A second try is a second request."""
    server.pieces = lambda: (b"HTTP/1.1 503 Busy\r\n\r\n",)
    llm = OpenAILlm("naam", plan_here(server.url), key=None, timeout=20.0, sleep=lambda _: None)
    arrived: list[int] = []

    with pytest.raises(LlmFailed):
        llm.ask(QUESTION, lambda: arrived.append(len(server.requests)))

    assert arrived == [0, 1, 2, 3]
    llm.close()


def test_what_cannot_be_announced_is_not_sent(server: RawServer) -> None:
    """A full disk keeps the documents here."""
    llm = OpenAILlm("naam", plan_here(server.url), key=None, timeout=20.0)

    def fail() -> None:
        raise OSError(28, "vol")

    with pytest.raises(OSError, match="vol"):
        llm.ask(QUESTION, fail)

    assert server.requests == []
    llm.close()
