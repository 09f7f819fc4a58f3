"""Whatever an endpoint sends is a reply or a refusal in our own words, and none of it leaks."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import LlmFailed
from extractor.llm import Reply
from extractor.llm.replies import Refused, read_reply, read_status
from tests.llm.conftest import CANARY, RawServer

ODD_VALUES: tuple[object, ...] = (
    None,
    [],
    {},
    [CANARY],
    {CANARY: CANARY},
    CANARY,
    7,
    True,
    -1.5,
    [[]],
    [None],
)
REASONS = {
    "het antwoord was leeg",
    "het antwoord was geen antwoord van een taalmodel",
    "het antwoord werd afgebroken omdat het te lang was",
    "het taalmodel weigerde te antwoorden",
}


def say(**message: object) -> dict[str, object]:
    """Return a body whose message is odd."""
    return {"choices": [{"message": {"role": "assistant", **message}}], "note": CANARY}


ODD_BODIES = (
    *(json.dumps(odd).encode() for odd in ODD_VALUES),
    *(json.dumps({"choices": odd, "note": CANARY}).encode() for odd in ODD_VALUES),
    *(json.dumps({"choices": [odd], "note": CANARY}).encode() for odd in ODD_VALUES),
    *(json.dumps({"choices": [{"message": odd}]}).encode() for odd in ODD_VALUES),
    *(json.dumps(say(content=odd)).encode() for odd in ODD_VALUES if odd != CANARY),
    *(json.dumps(say(content=None, refusal=odd)).encode() for odd in ODD_VALUES),
    json.dumps(say(content=[{"type": "text", "text": CANARY}])).encode(),
    json.dumps(say(content=f"{CANARY} \ud800")).encode(),
    b"",
    CANARY.encode(),
    CANARY.encode("utf-16"),
    b'{"choices": "' + CANARY.encode(),
    b"\xff\xfe\xfd" + CANARY.encode(),
    b"[" * 200_000,
    b"9" * 10_000,
)


@pytest.mark.parametrize("body", ODD_BODIES, ids=lambda body: repr(body[:50]))
def test_an_odd_body_is_refused_in_our_own_words(
    server: RawServer,
    ask: Callable[[], object],
    body: bytes,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Neither the error, what it came from, the output nor the logs repeat the response."""
    server.will_say(body)

    with caplog.at_level(logging.DEBUG), pytest.raises(LlmFailed) as failed:
        ask()

    error = failed.value
    assert error.reason in REASONS
    assert (error.__cause__, error.__context__) == (None, None)
    said = [str(error), repr(error), error.hint, caplog.text, *capfd.readouterr()]
    assert not any("kanarie" in text or "geheim" in text for text in said)


@pytest.mark.parametrize(
    "head",
    [
        f"HTTP/1.1 400 {CANARY}\r\n\r\n{CANARY}",
        f"HTTP/1.1 200 {CANARY}\r\nx-note: {CANARY}\r\n\r\n{CANARY}",
        f"HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{CANARY}",
        f"HTTP/1.1 307 {CANARY}\r\nlocation: http://[{CANARY}\r\n\r\n",
        f"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n{CANARY}",
        f"{CANARY}\r\n\r\n",
    ],
)
def test_an_odd_response_leaves_no_trace(
    server: RawServer,
    ask: Callable[[], object],
    head: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A status line and headers are as little to be trusted as a body."""
    server.pieces = lambda: (head.encode(),)

    with caplog.at_level(logging.DEBUG), pytest.raises(LlmFailed) as failed:
        ask()

    assert (failed.value.__cause__, failed.value.__context__) == (None, None)
    said = [str(failed.value), caplog.text, *capfd.readouterr()]
    assert not any("kanarie" in text for text in said)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("choices", "message", "content", "refusal", "usage", "prompt_tokens"))
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(said=JSON)
def test_any_json_is_a_reply_or_a_refusal(said: object) -> None:
    """Nothing is raised, and a refusal is one of four sentences."""
    for body in (said, {"choices": said}, {"choices": [{"message": said}], "usage": said}):
        outcome = read_reply(json.dumps(body).encode())

        assert isinstance(outcome, Reply) or outcome.reason in REASONS


@given(body=st.binary())
def test_any_bytes_are_a_reply_or_a_refusal(body: bytes) -> None:
    """The body need not even be text."""
    assert isinstance(read_reply(body), Refused)


@pytest.mark.parametrize("count", [None, -1, 2.0, "7", True, [], {}, 10**400])
def test_tokens_that_are_no_count_count_as_nothing(count: object) -> None:
    """A good answer is not lost on its bill."""
    usage = {"prompt_tokens": count, "prompt_tokens_details": {"cached_tokens": count}}
    for told in (usage, count):
        outcome = read_reply(json.dumps({**say(content="{}"), "usage": told}).encode())

        assert isinstance(outcome, Reply)
        assert outcome.tokens.model_dump() == {"prompt": 0, "completion": 0, "cached": 0}


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("3", 3.0),
        ("0", 0.0),
        ("1000", 30.0),
        *(
            (odd, None)
            for odd in ("-1", "nan", "inf", "-inf", "", "Mon, 23 Nov 2026 12:00:00 GMT", "straks")
        ),
    ],
)
def test_only_a_number_of_seconds_is_waited_for(header: str, wait: float | None) -> None:
    """Anything else leaves the wait to us."""
    assert read_status(429, {"retry-after": header}).after == wait


@pytest.mark.parametrize("header", ["-1", "nan", "inf", "straks"])
def test_an_odd_wait_is_no_crash(server: RawServer, ask: Callable[[], object], header: str) -> None:
    """The four tries are made as if no wait was asked for."""
    response = f"HTTP/1.1 429 Too Many Requests\r\nretry-after: {header}\r\n\r\n"
    server.pieces = lambda: (response.encode(),)

    with pytest.raises(LlmFailed, match="429"):
        ask()
    assert len(server.requests) == 4
