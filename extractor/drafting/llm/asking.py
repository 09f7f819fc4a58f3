"""Ask each question once: what was answered before is taken from memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Protocol
from urllib.parse import urlsplit

from extractor.drafting.llm.answers import (
    SCHEMA_NAME,
    Answer,
    AnswerAbsence,
    FieldAnswer,
    make_schema,
)
from extractor.drafting.llm.replies import read_answer
from extractor.drafting.llm.spending import Purse
from extractor.errors import LlmFailed, LlmFault
from extractor.llm import Llm, Question, Reply
from extractor.models import Record, Sending, Tokens
from extractor.prompts import FilledPrompt, fill_prompt, load_prompt
from extractor.standard.catalogue import Field

SCHEMA = "schema.v1"
NO_FORM = "het antwoord had niet de gevraagde vorm"


@cache
def spell_schema() -> str:
    """Return the form of an answer in words, for an endpoint that takes no schema."""
    schema = json.dumps(make_schema(), ensure_ascii=False)
    return fill_prompt(load_prompt(SCHEMA), schema=schema, user="").system


class Memory(Protocol):
    """Keeps answered requests by fingerprint, and what was sent."""

    def get_request(self, fingerprint: str) -> str | None:
        """Return what was kept, or none."""
        ...

    def add_request(
        self, fingerprint: str, payload: str, at: datetime, dossier: str | None = None
    ) -> bool:
        """Keep it, and that it was about this dossier; return whether it was new."""
        ...

    def add_sending(self, sending: Sending) -> bool:
        """Keep what is about to leave; it is safe when this returns."""
        ...


class Asked(Record):
    """The outcome of one question: an answer, or the reason there is none."""

    answer: Answer | None
    failure: str | None
    tokens: Tokens
    at: datetime
    fault: LlmFault = "other"
    """Of a failure: whether asking less may help."""


class Asker:
    """Asks an llm and remembers what it answered; a failed question is asked again next time."""

    def __init__(
        self,
        llm: Llm,
        memory: Memory,
        clock: Callable[[], datetime],
        user: str,
        purse: Purse | None = None,
    ) -> None:
        """Ask in the name of a user of the operating system, as long as the purse allows it."""
        self.llm = llm
        self._purse = purse or Purse()
        self._memory = memory
        self._clock = clock
        self._user = user

    def is_remembered(self, prompt: FilledPrompt) -> bool:
        """Return whether the prompt was answered before, so that asking it costs nothing."""
        return self._memory.get_request(self._fingerprint(_make_question(prompt))) is not None

    def ask(
        self,
        prompt: FilledPrompt,
        documents: Sequence[str] = (),
        expected: Tokens | None = None,
        dossier: str | None = None,
    ) -> Asked:
        """Return the answer to the prompt, which holds text of these sources, by their hashes.

        The answer is kept as one about the dossier.

        Nothing is asked twice, and nothing that is expected to take more than the purse allows.
        Of what goes wrong at the llm nothing is raised; what cannot be written down is not sent,
        and that is raised.
        """
        question = _make_question(prompt)
        fingerprint = self._fingerprint(question)
        kept = self._memory.get_request(fingerprint)
        if kept is not None:
            answer = read_answer(Reply.model_validate_json(kept).text)
            at = self._clock()
            self._memory.add_request(fingerprint, kept, at, dossier)
            return Asked(answer=answer, failure=None, tokens=Tokens(), at=at)
        # Until its answer is kept a question is on its way: a crash loses no more than these.
        with self._purse.hold():
            kept_as = (fingerprint, dossier)
            return self._ask_once(question, documents, kept_as, expected or Tokens())

    def _ask_once(
        self,
        question: Question,
        documents: Sequence[str],
        kept_as: tuple[str, str | None],
        held: Tokens,
    ) -> Asked:
        """Ask, and keep the answer by its fingerprint and dossier."""
        refusal = self._purse.reserve(held)
        if refusal is not None:
            return Asked(answer=None, failure=refusal, tokens=Tokens(), at=self._clock())
        taken = Tokens()
        try:
            reply = self.llm.ask(question, lambda: self._announce(question, documents))
            taken = reply.tokens
        except LlmFailed as failed:
            taken = Tokens(**failed.tokens)
            return Asked(
                answer=None,
                failure=failed.reason,
                tokens=taken,
                at=self._clock(),
                fault=failed.fault,
            )
        finally:
            self._purse.settle(held, taken)
        answer = read_answer(reply.text)
        at = self._clock()
        if answer is None:
            return Asked(answer=None, failure=NO_FORM, tokens=reply.tokens, at=at)
        fingerprint, dossier = kept_as
        self._memory.add_request(fingerprint, reply.model_dump_json(), at, dossier)
        return Asked(answer=answer, failure=None, tokens=reply.tokens, at=at)

    def find_nothing(self, fields: Sequence[Field]) -> Asked:
        """Return the answer on these fields where there is nothing to ask about."""
        absent = AnswerAbsence(kind="not_found", reason="", quotes=())
        answers = (FieldAnswer(field=each.key, claims=(), absent=absent) for each in fields)
        answer = Answer(answers=tuple(answers))
        return Asked(answer=answer, failure=None, tokens=Tokens(), at=self._clock())

    def _announce(self, question: Question, documents: Sequence[str]) -> None:
        """Write down that a request is about to leave."""
        self._memory.add_sending(
            describe_sending(self.llm, question, documents, self._clock(), self._user)
        )

    def _fingerprint(self, question: Question) -> str:
        asked = question.model_dump(mode="json", exclude={"spelled_out"})
        parts = [self.llm.endpoint, self.llm.name, asked]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def describe_sending(
    llm: Llm, question: Question | None, documents: Sequence[str], at: datetime, user: str
) -> Sending:
    """Return what is written down of a request; without a question it asks for a list of llms."""
    return Sending(
        at=at,
        host=urlsplit(llm.endpoint).netloc,
        llm=llm.name,
        documents=tuple(documents),
        characters=len(question.system) + len(question.user) if question else 0,
        user=user,
    )


def _make_question(prompt: FilledPrompt) -> Question:
    return Question(
        system=prompt.system,
        user=prompt.user,
        schema_name=SCHEMA_NAME,
        answer_schema=make_schema(),
        spelled_out=spell_schema(),
    )
