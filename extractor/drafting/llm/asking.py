"""Ask each question once: what was answered before is taken from memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from extractor.drafting.llm.answers import SCHEMA_NAME, Answer, make_schema, read_answer
from extractor.errors import LlmFailed
from extractor.llm import Llm, Question, Reply
from extractor.models import Record, Tokens
from extractor.prompts import FilledPrompt

NO_FORM = "het antwoord had niet de gevraagde vorm"


class Memory(Protocol):
    """Keeps answered requests by fingerprint."""

    def get_request(self, fingerprint: str) -> str | None:
        """Return what was kept, or none."""
        ...

    def add_request(self, fingerprint: str, payload: str, at: datetime) -> bool:
        """Keep it; return whether it was new."""
        ...


class Asked(Record):
    """The outcome of one question: an answer, or the reason there is none."""

    answer: Answer | None
    failure: str | None
    tokens: Tokens
    at: datetime


class Asker:
    """Asks an llm and remembers what it answered; a failed question is asked again next time."""

    def __init__(self, llm: Llm, memory: Memory, clock: Callable[[], datetime]) -> None:
        self.llm = llm
        self._memory = memory
        self._clock = clock

    def ask(self, prompt: FilledPrompt) -> Asked:
        """Return the answer to the prompt; nothing is asked twice and nothing is raised."""
        question = Question(
            system=prompt.system,
            user=prompt.user,
            schema_name=SCHEMA_NAME,
            answer_schema=make_schema(),
        )
        fingerprint = self._fingerprint(question)
        kept = self._memory.get_request(fingerprint)
        if kept is not None:
            answer = read_answer(Reply.model_validate_json(kept).text)
            return Asked(answer=answer, failure=None, tokens=Tokens(), at=self._clock())
        try:
            reply = self.llm.ask(question)
        except LlmFailed as failed:
            return Asked(answer=None, failure=failed.reason, tokens=Tokens(), at=self._clock())
        answer = read_answer(reply.text)
        at = self._clock()
        if answer is None:
            return Asked(answer=None, failure=NO_FORM, tokens=reply.tokens, at=at)
        self._memory.add_request(fingerprint, reply.model_dump_json(), at)
        return Asked(answer=answer, failure=None, tokens=reply.tokens, at=at)

    def _fingerprint(self, question: Question) -> str:
        parts = [self.llm.endpoint, self.llm.name, question.model_dump(mode="json")]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
