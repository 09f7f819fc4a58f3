"""What an endpoint lists is read as far as it is a list; its absence is a value."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import LlmFailed
from extractor.llm import ListedLlm, OpenAILlm, Refused
from extractor.llm.listings import read_listing
from extractor.llm.replies import read_status
from tests.llm.conftest import QUESTION, RawServer, plan_here
from tests.llm.test_forms import OK, answer_in_turn, refuse

VLLM = {"id": "a", "object": "model", "max_model_len": 32768}
LLAMA = {"id": "b", "meta": {"n_ctx_train": 131072, "n_ctx": 8192}}
OLLAMA = {"id": "c", "object": "model", "owned_by": "library"}
ODD: list[object] = [{"id": "d", "context_length": True}, {"id": 4}, "e", None]


@pytest.fixture
def llm(server: RawServer) -> Iterator[OpenAILlm]:
    """Ask the server, without waiting between tries."""
    asked = OpenAILlm("naam", plan_here(server.url), key="x", timeout=20.0, sleep=lambda _: None)
    yield asked
    asked.close()


def test_each_server_tells_its_context_by_its_own_key() -> None:
    """What cannot be read of an entry is left out, and the others stay."""
    body = json.dumps({"data": [VLLM, LLAMA, OLLAMA, *ODD]}).encode()

    assert read_listing(body) == (
        ListedLlm(name="a", context_tokens=32768),
        ListedLlm(name="b", context_tokens=8192, trained_tokens=131072),
        ListedLlm(name="c"),
        ListedLlm(name="d"),
    )


@given(st.binary())
def test_no_body_makes_reading_fail(body: bytes) -> None:
    """An endpoint is untrusted; what is no list is none."""
    found = read_listing(body)

    assert found is None or isinstance(found, tuple)


def test_the_list_comes_from_beside_the_questions(server: RawServer, llm: OpenAILlm) -> None:
    """It is asked at `models` below the same address, and announced before it leaves."""
    server.will_say(json.dumps({"data": [VLLM]}).encode())
    announced: list[int] = []

    listed = llm.list_llms(lambda: announced.append(len(server.requests)))

    assert listed == (ListedLlm(name="a", context_tokens=32768),)
    assert server.requests[0].startswith(b"GET /v1/models ")
    assert announced == [0]


@pytest.mark.parametrize("status", [401, 404, 500])
def test_the_absence_of_a_list_is_a_value(server: RawServer, llm: OpenAILlm, status: int) -> None:
    """Its reason is ours; nothing of what the endpoint said is in it."""
    answer_in_turn(server, refuse(status, b"geheim"))

    listed = llm.list_llms()

    assert isinstance(listed, Refused)
    assert "geheim" not in listed.reason


def test_the_form_known_before_is_asked_first_and_may_still_be_refused(server: RawServer) -> None:
    """The strictest is not tried again; a refused one makes way for a looser one."""
    known = OpenAILlm(
        "naam",
        plan_here(server.url),
        key=None,
        timeout=20.0,
        sleep=lambda _: None,
        first_form="json_object",
    )
    answer_in_turn(server, refuse(400), OK)

    known.ask(QUESTION)

    known.close()
    formats = [json.loads(body).get("response_format") for body in server.bodies]
    assert formats == [{"type": "json_object"}, None]


@pytest.mark.parametrize(
    "said",
    [
        b"This model's maximum context length is 4096 tokens. However, you requested 9001 tokens",
        (
            b'{"error": {"code": 400, "message": "the request exceeds the available context size, '
            b'try increasing it", "type": "exceed_context_size_error", "n_prompt_tokens": 9001, '
            b'"n_ctx": 4096}}'
        ),
        b"request (9001 tokens) exceeds the available context size (4096 tokens)",
    ],
    ids=["openai and vllm", "llama.cpp", "llama.cpp before"],
)
def test_a_refusal_tells_how_long_a_question_may_be(said: bytes) -> None:
    """In the words of each server."""
    assert read_status(400, {}, said).context_tokens == 4096


def test_the_failure_carries_how_long_a_question_may_be(server: RawServer, llm: OpenAILlm) -> None:
    """Whoever asked can ask about less."""
    answer_in_turn(server, refuse(400, b"maximum context length is 4096 tokens"))

    with pytest.raises(LlmFailed) as failed:
        llm.ask(QUESTION)

    assert failed.value.context_tokens == 4096
