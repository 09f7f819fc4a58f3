"""The language model behind one method; the only importer of openai.

What goes wrong is raised as `LlmFailed` with a reason that holds no text of a document.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from extractor.errors import LlmFailed
from extractor.models import Record, Tokens

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types.chat import ChatCompletion

_TRIES = 4
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 30.0
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
"""Statuses after which the same question may be answered a moment later."""
_SAID = {
    400: "het verzoek is geweigerd; misschien past het niet in de context van het taalmodel",
    401: "de sleutel is geweigerd",
    403: "de sleutel geeft geen toegang",
    404: "het taalmodel of het adres is daar niet bekend",
    413: "het verzoek is te groot",
    422: "het verzoek is geweigerd",
}


class Question(Record):
    """What is asked: the words, and the JSON schema the answer must have."""

    system: str
    user: str
    schema_name: str
    answer_schema: Mapping[str, Any]


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

    def ask(self, question: Question) -> Reply:
        """Return its answer; raise LlmFailed when there is none."""
        ...


class OpenAILlm:
    """An llm at any OpenAI-compatible endpoint, asked through the sync client.

    `timeout` is for the whole question with all its tries, in seconds.
    """

    def __init__(
        self,
        name: str,
        endpoint: str,
        *,
        key: str | None,
        timeout: float,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self.endpoint = endpoint
        self._timeout = timeout
        self._sleep = sleep
        self._client = _open_client(endpoint, key)

    def ask(self, question: Question) -> Reply:
        """Return the answer; wait and try again where that may help, within the timeout."""
        deadline = time.monotonic() + self._timeout
        wait = _FIRST_WAIT
        for attempt in range(1, _TRIES + 1):
            try:
                return self._ask_once(question, deadline)
            except _Refused as refused:
                pause = refused.after if refused.after is not None else wait
                if not refused.passing or attempt == _TRIES or time.monotonic() + pause > deadline:
                    raise LlmFailed(refused.reason) from None
                self._sleep(pause)
                wait = min(wait * 2, _LONGEST_WAIT)
        raise AssertionError  # the loop returns or raises

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _ask_once(self, question: Question, deadline: float) -> Reply:
        import openai  # noqa: PLC0415 - loaded when an llm is really asked

        left = max(deadline - time.monotonic(), 0.1)
        try:
            answered = self._client.with_options(timeout=left).chat.completions.create(
                model=self.name,
                messages=[
                    {"role": "system", "content": question.system},
                    {"role": "user", "content": question.user},
                ],
                response_format={
                    "type": "json_schema",
                    "json_schema": {
                        "name": question.schema_name,
                        "strict": True,
                        "schema": dict(question.answer_schema),
                    },
                },
            )
        except openai.APIStatusError as error:
            raise _Refused.by_status(error.status_code, error.response.headers) from None
        except openai.APITimeoutError:
            raise _Refused("er kwam niet op tijd antwoord", passing=False) from None
        except openai.OpenAIError:
            raise _Refused("er kon geen verbinding worden gemaakt", passing=True) from None
        except ValueError:
            raise _Refused(
                "het antwoord was geen antwoord van een taalmodel", passing=False
            ) from None
        return _read_reply(answered)


class _Refused(Exception):
    """Why one try gave no answer, and whether another may."""

    def __init__(self, reason: str, *, passing: bool, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passing = passing
        self.after = after

    @classmethod
    def by_status(cls, status: int, headers: Mapping[str, str]) -> _Refused:
        """Return the refusal that an HTTP status tells."""
        if 300 <= status < 400:  # noqa: PLR2004 - redirects
            return cls("het adres verwijst door, dat volgt Bronvast niet", passing=False)
        reason = _SAID.get(status, f"het adres antwoordde met status {status}")
        return cls(reason, passing=status in _BUSY, after=_read_wait(headers.get("retry-after")))


def _open_client(endpoint: str, key: str | None) -> OpenAI:
    """Return a client that never retries, never follows a redirect and never logs a text."""
    from openai import DefaultHttpxClient, OpenAI  # noqa: PLC0415 - heavy

    # OPENAI_LOG=debug would write whole requests, and so documents, to the log.
    logging.getLogger("openai").setLevel(logging.CRITICAL)
    return OpenAI(
        base_url=endpoint,
        # Local servers want no key; the client refuses to start without one.
        api_key=key or "none",
        max_retries=0,
        http_client=DefaultHttpxClient(follow_redirects=False),
    )


def _read_wait(header: str | None) -> float | None:
    try:
        return min(float(header), _LONGEST_WAIT) if header else None
    except ValueError:
        return None


def _read_reply(answered: ChatCompletion) -> Reply:
    choices = getattr(answered, "choices", None)
    if not choices:
        raise _Refused("het antwoord was leeg", passing=False)
    choice = choices[0]
    if choice.finish_reason == "length":
        raise _Refused("het antwoord werd afgebroken omdat het te lang was", passing=False)
    if choice.message.refusal:
        raise _Refused("het taalmodel weigerde te antwoorden", passing=False)
    if not choice.message.content:
        raise _Refused("het antwoord was leeg", passing=False)
    return Reply(text=choice.message.content, tokens=_count(answered))


def _count(answered: ChatCompletion) -> Tokens:
    usage = answered.usage
    if usage is None:
        return Tokens()
    details = usage.prompt_tokens_details
    return Tokens(
        prompt=usage.prompt_tokens,
        completion=usage.completion_tokens,
        cached=(details.cached_tokens or 0) if details else 0,
    )
