"""Ask for a word at the beginning or the end of so many lines: whoever lost them cannot tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from itertools import cycle
from typing import Any

from extractor.drafting.llm.asking import describe_sending
from extractor.errors import LlmFailed
from extractor.evidence import CHARACTERS_PER_TOKEN
from extractor.llm import Llm, Question
from extractor.models import Record, Tokens
from extractor.probing.material import Place, load_probe
from extractor.prompts import FilledPrompt, fill_prompt, load_prompt
from extractor.store import Store

PROMPT = "word.v1"
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"word": {"type": "string"}},
    "required": ["word"],
    "additionalProperties": False,
}


class WordAnswer(Record):
    """What came of a question for a word."""

    is_right: bool
    has_form: bool
    """Whether it came as the asked JSON."""
    tokens: Tokens


class WordAsker:
    """Asks for words, writes down each request before it leaves, and counts what they took."""

    def __init__(self, store: Store, clock: Callable[[], datetime], user: str) -> None:
        self.taken = Tokens()
        self._store = store
        self._clock = clock
        self._user = user

    def ask(self, llm: Llm, size: int, place: Place) -> WordAnswer | LlmFailed:
        """Return what came of a question of so many tokens, or why nothing did."""
        prompt = write_word_prompt(size, place)
        question = Question(
            system=prompt.system, user=prompt.user, schema_name="word", answer_schema=_SCHEMA
        )
        try:
            reply = llm.ask(question, lambda: self.announce(llm, question))
        except LlmFailed as failed:
            self.taken += Tokens(**failed.tokens)
            return failed
        self.taken += reply.tokens
        return WordAnswer(
            is_right=load_probe().words[place] in reply.text.casefold(),
            has_form=_has_form(reply.text),
            tokens=reply.tokens,
        )

    def announce(self, llm: Llm, question: Question | None = None) -> None:
        """Write down that a request is about to leave, with nothing of any document."""
        self._store.add_sending(describe_sending(llm, question, (), self._clock(), self._user))


def write_word_prompt(size: int, place: Place) -> FilledPrompt:
    """Return a question of about so many tokens, by the measure that drafting counts with.

    Of one size the two places differ at the very end only.
    """
    lines, room = load_probe().lines, size * CHARACTERS_PER_TOKEN
    written = [lines.begin]
    total = 0
    for line in cycle(lines.filler):
        total += len(f"Regel {len(written) + 1}. {line}\n")
        if total > room:
            break
        written.append(line)
    written.append(lines.end)
    return fill_prompt(
        load_prompt(PROMPT),
        lines="\n".join(f"Regel {number}. {line}" for number, line in enumerate(written, start=1)),
        number=str(1 if place == "begin" else len(written)),
    )


def _has_form(text: str) -> bool:
    start, end = text.find("{"), text.rfind("}") + 1
    try:
        said: object = json.loads(text[start:end]) if start >= 0 else None
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and isinstance(said.get("word"), str)
