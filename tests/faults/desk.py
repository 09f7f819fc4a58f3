"""A server that answers questions on the frozen dossier well, but for one fault."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from extractor.drafting.llm.questions import group_fields
from extractor.standard.catalogue import load_fields
from tests.drafting.llm.scripts import answer, answer_all, claim
from tests.faults.tables import Fault, FrozenDossier, ScriptedClaim
from tests.llm.conftest import RESET

PASSAGE = re.compile(r"\[(\w{8}) (p\d+) \|[^\n]*\]\n(.*?)\n\[\1 einde \2\]", re.DOTALL)
NEVER = threading.Event()
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n"


@dataclass
class Desk:
    """Chooses what the server sends; counts what it was asked, and how often it did the fault."""

    dossier: FrozenDossier
    fault: Fault | None = None
    is_everywhere: bool = False
    """Whether the fault is done to every question, and not to the one of its field."""
    asked: list[str] = field(default_factory=list)
    done: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def choose(self, body: bytes) -> Iterable[bytes]:
        """Return the pieces to send on this request."""
        user = json.loads(body)["messages"][1]["content"]
        with self._lock:
            self.asked.append(user)
            fault = self.fault
            is_struck = fault is not None and self._strikes(fault, user)
            self.done += is_struck
        if fault is None or not is_struck:
            return [write_response(say(self._answer(user)))]
        return self._misbehave(fault, user)

    def list_asked(self, key: str) -> list[str]:
        """Return the questions that this field was among."""
        return [user for user in self.asked if key in list_asked_fields(user)]

    def _strikes(self, fault: Fault, user: str) -> bool:
        if fault.times is not None and self.done >= fault.times:
            return False
        is_wide = len(PASSAGE.findall(user)) > fault.above
        return is_wide and (self.is_everywhere or fault.on in list_asked_fields(user))

    def _misbehave(self, fault: Fault, user: str) -> Iterable[bytes]:
        if fault.do == "drip":
            return drip(fault.piece.encode())
        if fault.do == "reset":
            whole = write_response(say(self._answer(user)))
            return [whole[: len(whole) // 2], RESET]
        said = {
            "send": fault.body,
            "say": say(fault.content, fault.finish, refusal=fault.refusal),
            "answer": say(self._answer(user, fault)),
        }
        return [write_response(said[fault.do], fault.status, fault.headers)]

    def _answer(self, user: str, fault: Fault | None = None) -> str:
        """Return the answers on what the passages of a question hold."""
        given = {
            each.field: [ScriptedClaim(value=each.value, quotes=each.quotes)]
            for each in self.dossier.answer
            if all(find_passage(user, quote) for quote in each.quotes)
        }
        if fault is not None and fault.claims:
            given[fault.on] = list(fault.claims)
        answers = [
            answer(key, *(self._write_claim(user, each) for each in claims))
            for key, claims in given.items()
        ]
        if fault is None:
            return answer_all(*answers)
        if fault.unasked:
            answers.append(answer(fault.unasked, claim("x", ("p1", "Lichtwacht"))))
        said = json.loads(answer_all(*answers))
        said["answers"] = [
            {**each, **fault.extra}
            for each in said["answers"]
            if not (fault.leave_out and each["field"] == fault.on)
        ]
        return json.dumps({**said, **fault.extra})

    def _write_claim(self, user: str, said: ScriptedClaim) -> dict[str, Any]:
        quotes = (
            (
                said.passage or find_passage(user, quote) or find_passage(user, quote[:20]) or "p1",
                quote,
            )
            for quote in said.quotes
        )
        return claim(said.value * said.repeat, *quotes)


def list_asked_fields(user: str) -> set[str]:
    """Return the fields that a question asks for."""
    return set(re.findall(r"^Veld `(\w+)` \(", user, re.MULTILINE))


def list_neighbours(key: str) -> set[str]:
    """Return the fields that are asked for in one question with this one."""
    groups = group_fields([each for each in load_fields() if each.kind != "constant"])
    return {each.key for group in groups for each in group if key in {f.key for f in group}}


def find_passage(user: str, quote: str) -> str:
    """Return the mark of the passage that a quote stands in, or nothing."""
    for _, mark, text in PASSAGE.findall(user):
        if quote in " ".join(text.split()):
            return str(mark)
    return ""


def say(content: str, finish: str = "stop", **message: object) -> str:
    """Return the body of a response in which the llm says this."""
    said = {"role": "assistant", "content": content, **message}
    choice = {"index": 0, "finish_reason": finish, "message": said}
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [choice], "usage": usage})


def write_response(body: str, status: int = 200, headers: dict[str, str] | None = None) -> bytes:
    """Return the bytes of a response."""
    content = body.encode()
    named = {
        "content-type": "application/json",
        **(headers or {}),
        "content-length": str(len(content)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} Status\r\n{lines}\r\n".encode() + content


def drip(piece: bytes) -> Iterator[bytes]:
    """Yield a head and then a piece a second, far longer than a test may take; or stay silent."""
    if piece:
        yield HEAD
    for _ in range(40):
        NEVER.wait(1.0)
        yield piece
