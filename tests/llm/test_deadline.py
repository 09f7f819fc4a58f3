"""A question ends at its deadline, however the endpoint spins out its answer."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator

import pytest

from extractor.errors import LlmFailed
from extractor.llm import OpenAILlm
from extractor.llm.lines import Line, finish_in_time
from tests.llm.conftest import QUESTION, RawServer, plan_here

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
BODY = json.dumps({"choices": [{"message": {"content": "{}"}}]}).encode()
NEVER = threading.Event()


def drip(start: bytes, piece: bytes) -> Iterator[bytes]:
    """Yield the start and then a piece every 0.2 s, for far longer than a test may take."""
    yield start
    for _ in range(40):
        NEVER.wait(0.2)
        yield piece


@pytest.mark.parametrize(
    ("start", "piece"),
    [(HEAD + b"\r\n", b" "), (HEAD, b"x-wacht: ja\r\n"), (b"", b"H"), (b"", b"")],
    ids=["body", "headers", "status line", "silence"],
)
def test_a_dripping_answer_ends_at_the_deadline(
    server: RawServer, start: bytes, piece: bytes
) -> None:
    """Every byte is in time for a reader's patience, and all of them are late."""
    server.pieces = lambda: drip(start, piece)
    llm = OpenAILlm("naam", plan_here(server.url), key=None, timeout=1.0)
    begun = time.monotonic()

    with pytest.raises(LlmFailed, match="niet op tijd"):
        llm.ask(QUESTION)

    assert time.monotonic() - begun < 2.0
    assert not piece or server.ended.wait(2.0), "the connection was left open"
    llm.close()


def test_an_answer_that_starts_late_still_counts(server: RawServer) -> None:
    """Silence is no fault as long as the deadline is ahead."""

    def think() -> Iterator[bytes]:
        NEVER.wait(1.0)
        yield HEAD + b"\r\n" + BODY

    server.pieces = think
    llm = OpenAILlm("naam", plan_here(server.url), key=None, timeout=20.0)

    assert llm.ask(QUESTION).text == "{}"
    llm.close()


@pytest.mark.parametrize("timeout", [float("inf"), float("nan"), 1e300])
def test_a_timeout_beyond_all_clocks_is_no_crash(server: RawServer, timeout: float) -> None:
    """It is as long as a question can take."""
    server.pieces = lambda: (HEAD + b"\r\n" + BODY,)
    llm = OpenAILlm("naam", plan_here(server.url), key=None, timeout=timeout)

    assert llm.ask(QUESTION).text == "{}"
    llm.close()


def test_a_question_that_is_cut_leaves_another_alone(server: RawServer) -> None:
    """Questions of one llm do not share a connection."""
    server.pieces = lambda: drip(HEAD + b"\r\n", b" ")
    llm = OpenAILlm("naam", plan_here(server.url), key=None, timeout=1.5)
    refused: list[str] = []

    def fail() -> None:
        try:
            llm.ask(QUESTION)
        except LlmFailed as failed:
            refused.append(failed.reason)

    asking = threading.Thread(target=fail)
    asking.start()
    while not server.requests:
        NEVER.wait(0.01)
    server.pieces = lambda: (HEAD + b"\r\n" + BODY,)
    assert llm.ask(QUESTION).text == "{}"
    asking.join()

    assert refused == ["er kwam niet op tijd antwoord"]
    assert all(b"connection: close" in head.lower() for head in server.requests)
    llm.close()


@pytest.mark.parametrize("status", [b"200 OK", b"400 Bad Request"])
def test_an_endless_body_is_not_read_to_its_end(server: RawServer, status: bytes) -> None:
    """Past twenty megabytes nothing is kept; the body of a refusal is not read at all."""

    def pour() -> Iterator[bytes]:
        yield b"HTTP/1.1 " + status + b"\r\n\r\n"
        while True:
            yield b" " * 1_000_000

    server.pieces = pour
    llm = OpenAILlm("naam", plan_here(server.url), key=None, timeout=20.0)

    with pytest.raises(LlmFailed, match=r"te groot|geweigerd"):
        llm.ask(QUESTION)

    assert server.ended.wait(2.0)
    llm.close()


def test_what_is_finished_by_the_cut_came_too_late() -> None:
    """Half an answer, whole to whoever reads to the end of a line, is no answer."""
    ended = threading.Event()

    class LetGo(Line):
        def cut(self) -> None:
            ended.set()
            NEVER.wait(0.2)

    assert finish_in_time(ended.wait, LetGo(), 0.1) is None
