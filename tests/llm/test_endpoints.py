"""An address is checked before anything is sent, and shown without what is secret in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import EndpointUnreadable
from extractor.llm import OpenAILlm
from extractor.policy import describe_endpoint
from tests.llm.conftest import QUESTION, RawServer, plan_here

SECRET = "geheim"  # noqa: S105 - what a test looks for


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://127.0.0.1:8774/v1", "http://127.0.0.1:8774/v1"),
        ("https://ik:geheim@host.example/v1?sleutel=geheim#geheim", "https://host.example/v1"),
        ("https://ik:ge@heim@host.example:8443/v1/", "https://host.example:8443/v1/"),
        ("http://ik@[::1]:11434/v1", "http://[::1]:11434/v1"),
        ("localhost:11434/v1", "localhost:11434/v1"),
        ("https://kwaad.example/@goed.example/v1", "https://kwaad.example"),
        ("ik:geheim@host/v1", "ik:"),
        ("http://ik:geheim@[::1", "(onleesbaar adres)"),
        ("http://ik:geheim/x@host/v1", "(onleesbaar adres)"),
        ("", "(onleesbaar adres)"),
    ],
)
def test_an_address_is_shown_without_its_secrets(url: str, shown: str) -> None:
    """The computer that is asked stays visible; who asks does not."""
    assert describe_endpoint(url) == shown


@given(url=st.text())
def test_any_text_can_be_shown(url: str) -> None:
    """Nothing is raised, and something is shown."""
    assert describe_endpoint(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1",
        "ftp://x",
        "http://",
        "http:///v1",
        "localhost:11434/v1",
        "host.example/v1",
        "",
        "http://host:poort/v1",
        "http://host:99999/v1",
        "http://☃.example/v1",
        "http://ho st/v1",
        "http://ik:geheim@/v1?geheim",
        "ik:geheim@host/v1",
    ],
)
def test_a_broken_address_is_refused_before_anything_is_asked(url: str) -> None:
    """There is no way to it, with a reason and a hint that hold no secret."""
    with pytest.raises(EndpointUnreadable) as failed:
        plan_here(url)

    error = failed.value
    assert "--base-url" in error.hint
    assert "\n" not in str(error)
    assert SECRET not in str(error)
    assert (error.__cause__, error.__context__) == (None, None)


def test_the_whole_address_is_asked_and_the_shown_one_is_kept(server: RawServer) -> None:
    """User and query reach the endpoint they are for, and no fingerprint or database."""
    server.will_say(b'{"choices": [{"message": {"content": "{}"}}]}')
    url = server.url.replace("://", f"://ik:{SECRET}@") + "?api-version=2"
    llm = OpenAILlm("naam", plan_here(url), key=None, timeout=20.0)

    assert llm.ask(QUESTION).text == "{}"

    (head,) = server.requests
    assert head.startswith(b"POST /v1/chat/completions?api-version=2 ")
    assert b"basic" in head.lower()
    assert llm.endpoint == server.url
    llm.close()
