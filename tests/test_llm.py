"""The language model's client over real HTTP, against a server that does what a test wants."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from extractor.errors import LlmFailed
from extractor.llm import OpenAILlm, Question
from tests.llm.conftest import plan_here

CANARY = "De kanarie van Duinrade zingt om kwart over zeven."
QUESTION = Question(
    system="Antwoord.", user=CANARY, schema_name="answers", answer_schema={"type": "object"}
)


@dataclass
class Desk:
    """Answers each request with the next scripted response; keeps what it was asked."""

    url: str = ""
    responses: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)

    def will_say(self, text: str, finish: str = "stop", **message: object) -> None:
        """Answer the next request with this content."""
        choice = {
            "index": 0,
            "finish_reason": finish,
            "message": {"role": "assistant", "content": text, **message},
        }
        usage = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
        body = {"id": "1", "object": "chat.completion", "created": 0, "model": "x"}
        self.will_send(200, json.dumps({**body, "choices": [choice], "usage": usage}))

    def will_send(self, status: int, body: str, **headers: str) -> None:
        """Answer the next request with this response."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.responses.append((status, {"content-type": "application/json", **named}, body))


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Serve scripted responses on this machine."""
    scripted = Desk()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            scripted.asked.append(json.loads(self.rfile.read(length)))
            status, headers, body = scripted.responses.pop(0)
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body.encode()))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    scripted.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield scripted
    server.shutdown()
    server.server_close()


@dataclass
class Bench:
    """An llm before the desk, with the pauses it took between tries."""

    llm: OpenAILlm
    pauses: list[float]


@pytest.fixture
def bench(desk: Desk) -> Iterator[Bench]:
    """Ask the desk without really waiting."""
    pauses: list[float] = []
    llm = OpenAILlm("naam", plan_here(desk.url), key="geheim", timeout=20.0, sleep=pauses.append)
    yield Bench(llm, pauses)
    llm.close()


def test_the_answer_comes_back_with_its_tokens(desk: Desk, bench: Bench) -> None:
    """The text is the llm's own; nothing is read into it here."""
    desk.will_say('{"answers": []}')

    reply = bench.llm.ask(QUESTION)

    assert reply.text == '{"answers": []}'
    assert (reply.tokens.prompt, reply.tokens.completion) == (7, 3)


def test_the_document_goes_into_the_user_part_with_the_schema(desk: Desk, bench: Bench) -> None:
    """What is sent is the name, two messages and the form of the answer."""
    desk.will_say("{}")

    bench.llm.ask(QUESTION)

    (asked,) = desk.asked
    assert asked["model"] == "naam"
    assert [each["role"] for each in asked["messages"]] == ["system", "user"]
    assert CANARY not in asked["messages"][0]["content"]
    assert asked["response_format"]["json_schema"]["strict"] is True


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_passing_fault_is_tried_again(desk: Desk, bench: Bench, status: int) -> None:
    """The second answer counts as if it were the first."""
    desk.will_send(status, "{}")
    desk.will_say("{}")

    assert bench.llm.ask(QUESTION).text == "{}"
    assert bench.pauses == [1.0]


def test_the_endpoint_says_how_long_to_wait(desk: Desk, bench: Bench) -> None:
    """Retry-After goes before our own patience."""
    desk.will_send(429, "{}", retry_after="3")
    desk.will_say("{}")

    bench.llm.ask(QUESTION)

    assert bench.pauses == [3.0]


def test_a_lasting_fault_ends_after_four_tries(desk: Desk, bench: Bench) -> None:
    """It gives up with the reason."""
    for _ in range(4):
        desk.will_send(503, "{}")

    with pytest.raises(LlmFailed, match="503"):
        bench.llm.ask(QUESTION)
    assert bench.pauses == [1.0, 2.0, 4.0]


@pytest.mark.parametrize(
    ("status", "reason"),
    [(401, "sleutel"), (404, "niet bekend"), (413, "past niet in de context")],
)
def test_a_refusal_is_not_tried_again(desk: Desk, bench: Bench, status: int, reason: str) -> None:
    """Asking the same once more would not help."""
    desk.will_send(status, json.dumps({"error": {"message": CANARY}}))

    with pytest.raises(LlmFailed, match=reason):
        bench.llm.ask(QUESTION)
    assert bench.pauses == []


def test_a_redirect_is_not_followed(desk: Desk, bench: Bench) -> None:
    """Documents go to the address the user named and to no other."""
    desk.will_send(307, "", location=f"{desk.url}/elders")

    with pytest.raises(LlmFailed, match="verwijst door"):
        bench.llm.ask(QUESTION)
    assert len(desk.asked) == 1


def say_nothing(desk: Desk) -> None:
    """Answer without content."""
    desk.will_say("")


def say_half(desk: Desk) -> None:
    """Answer until the length is reached."""
    desk.will_say('{"answers": [', finish="length")


def refuse(desk: Desk) -> None:
    """Refuse in the endpoint's own way."""
    desk.will_say("", refusal="Dat doe ik niet.")


def choose_nothing(desk: Desk) -> None:
    """Answer without choices."""
    desk.will_send(200, '{"id": "1", "object": "chat.completion", "choices": []}')


def talk_html(desk: Desk) -> None:
    """Answer as a web server does."""
    desk.will_send(200, "<html>hallo</html>", content_type="text/html")


@pytest.mark.parametrize("misbehave", [say_nothing, say_half, refuse, choose_nothing, talk_html])
def test_an_answer_that_is_none_is_a_failure_with_a_reason(
    desk: Desk, bench: Bench, misbehave: Callable[[Desk], None]
) -> None:
    """Nothing half is taken for whole."""
    misbehave(desk)

    with pytest.raises(LlmFailed):
        bench.llm.ask(QUESTION)


def test_a_slow_endpoint_ends_at_the_deadline() -> None:
    """Nobody listening, or nobody answering, both end in time."""
    llm = OpenAILlm(
        "naam", plan_here("http://127.0.0.1:9/v1"), key=None, timeout=0.5, sleep=lambda _: None
    )

    with pytest.raises(LlmFailed, match="verbinding"):
        llm.ask(QUESTION)
    llm.close()


def test_no_text_of_a_document_reaches_a_log_or_an_error(
    desk: Desk, bench: Bench, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """A canary sentence in the question turns up nowhere, whatever goes wrong."""
    for _ in range(3):
        desk.will_send(400, json.dumps({"error": {"message": CANARY}}))

    with caplog.at_level(logging.DEBUG), pytest.raises(LlmFailed) as failed:
        bench.llm.ask(QUESTION)

    said = [
        str(failed.value),
        repr(failed.value),
        failed.value.hint,
        caplog.text,
        *capfd.readouterr(),
    ]
    assert not any("kanarie" in text or "geheim" in text for text in said)
    assert failed.value.__cause__ is None


def test_what_a_broken_off_answer_took_is_told(desk: Desk, bench: Bench) -> None:
    """It is paid for like any other."""
    desk.will_say('{"answers": [', finish="length")

    with pytest.raises(LlmFailed) as failed:
        bench.llm.ask(QUESTION)

    assert failed.value.fault == "cut_off"
    assert failed.value.tokens == {"prompt": 7, "completion": 3, "cached": 0}
