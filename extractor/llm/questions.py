"""What is asked of a language model and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from extractor.models import Record, Tokens


class Question(Record):
    """What is asked: the words, and the JSON schema the answer must have."""

    system: str
    user: str
    schema_name: str
    answer_schema: Mapping[str, Any]
    spelled_out: str = ""
    """What is added for an endpoint that cannot be held to the schema itself."""


class Reply(Record):
    """What the llm answered, unchecked."""

    text: str
    tokens: Tokens


class Llm(Protocol):
    """Anything that answers a question."""

    @property
    def name(self) -> str:
        """Return the llm's name at its endpoint."""
        ...

    @property
    def endpoint(self) -> str:
        """Return where it answers."""
        ...

    def ask(self, question: Question, announce: Callable[[], None]) -> Reply:
        """Return its answer; raise LlmFailed when there is none.

        Before each request leaves it is announced; a request whose announcement fails stays.
        """
        ...
