"""An endpoint is asked in the strictest form of answers that it takes."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from extractor.errors import LlmFailed
from extractor.llm import OpenAILlm, Question
from tests.llm.conftest import RawServer, plan_here

QUESTION = Question(
    system="Antwoord.",
    user="Vraag.",
    schema_name="answers",
    answer_schema={"type": "object"},
    spelled_out="Het schema in woorden.",
)
ANSWERED = json.dumps({"choices": [{"message": {"content": "{}"}}]}).encode()
OK = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n" + ANSWERED


def refuse(status: int, body: bytes = b"") -> bytes:
    """Return a whole refusal."""
    return b"HTTP/1.1 %d No\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s" % (
        status,
        len(body),
        body,
    )


def answer_in_turn(server: RawServer, *responses: bytes) -> None:
    """Send the responses one after the other."""
    left = list(responses)

    def take() -> Iterable[bytes]:
        return (left.pop(0),)

    server.pieces = take


@pytest.fixture
def llm(server: RawServer) -> Iterable[OpenAILlm]:
    """Ask the server, without waiting between tries."""
    asked = OpenAILlm("naam", plan_here(server.url), key=None, timeout=20.0, sleep=lambda _: None)
    yield asked
    asked.close()


@pytest.mark.parametrize("status", [400, 415, 422, 501])
def test_a_refused_schema_is_asked_again_in_a_looser_form(
    server: RawServer, llm: OpenAILlm, status: int
) -> None:
    """And what was found out holds for the questions that follow."""
    answer_in_turn(server, refuse(status), refuse(status), OK, OK)

    llm.ask(QUESTION)
    llm.ask(QUESTION)

    assert llm.form == "text"
    assert len(server.requests) == 4


def test_a_form_that_was_taken_is_kept(server: RawServer, llm: OpenAILlm) -> None:
    """A later refusal is about something else."""
    answer_in_turn(server, OK, refuse(400))

    llm.ask(QUESTION)
    with pytest.raises(LlmFailed, match="geweigerd"):
        llm.ask(QUESTION)

    assert llm.form == "json_schema"


@pytest.mark.parametrize(
    "said",
    [
        b'{"error": {"code": "context_length_exceeded"}}',
        b"This model's maximum context length is 8192 tokens.",
        b'{"error": {"type": "exceed_context_size_error", "n_ctx": 4096}}',
    ],
)
@pytest.mark.parametrize("status", [400, 500])
def test_a_request_beyond_the_context_is_told_apart(
    server: RawServer, llm: OpenAILlm, status: int, said: bytes
) -> None:
    """It is not tried again in another form: less must be asked."""
    answer_in_turn(server, refuse(status, said))

    with pytest.raises(LlmFailed) as failed:
        llm.ask(QUESTION)

    assert failed.value.fault == "too_long"
    assert len(server.requests) == 1


def test_words_spell_the_schema_only_where_it_is_not_sent(
    server: RawServer, llm: OpenAILlm
) -> None:
    """An endpoint with structured output gets the schema once."""
    answer_in_turn(server, refuse(400), OK)

    llm.ask(QUESTION)

    strict, loose = (json.loads(body) for body in server.bodies)
    assert strict["response_format"]["type"] == "json_schema"
    assert loose["response_format"] == {"type": "json_object"}
    assert [body["messages"][0]["content"] for body in (strict, loose)] == [
        "Antwoord.",
        "Antwoord.\n\nHet schema in woorden.",
    ]
