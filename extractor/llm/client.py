"""An llm at any OpenAI-compatible endpoint: tries, waits and one deadline for all of them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from extractor.errors import LlmFailed
from extractor.llm.lines import Line, finish_in_time
from extractor.llm.questions import Question, Reply
from extractor.llm.replies import (
    LATE,
    LONGEST_WAIT,
    STRAYED,
    TOO_LARGE,
    UNREACHABLE,
    UNSENT,
    Refused,
    read_reply,
    read_status,
)
from extractor.policy import Route

if TYPE_CHECKING:
    from openai import OpenAI

_TRIES = 4
_FIRST_WAIT = 1.0
_LONGEST_TIMEOUT = 7 * 24 * 3600.0
_LARGEST_BODY = 20_000_000
_HEADERS = {
    # A kept connection could be in use by another question when the line of this one is cut.
    "connection": "close",
    # A compressed body can grow a thousandfold where its size is no longer counted.
    "accept-encoding": "identity",
}


class OpenAILlm:
    """An llm at any OpenAI-compatible endpoint, asked through the sync client.

    `timeout` is for the whole question with all its tries, in seconds. `endpoint` is where it
    answers, without the user, password and query that the client itself does use. The proxy is
    that of the route, whatever the environment says.
    """

    def __init__(
        self,
        name: str,
        route: Route,
        *,
        key: str | None,
        timeout: float,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self.endpoint = route.address.shown
        # In this order, no number (nan) becomes the longest too; clocks refuse infinity.
        self._timeout = min(_LONGEST_TIMEOUT, timeout)
        self._sleep = sleep
        self._here = threading.local()
        self._stays_here = route.address.stays_here
        self._client = _open_client(route, key, self._trace)

    def ask(self, question: Question, announce: Callable[[], None] = lambda: None) -> Reply:
        """Return the answer; wait and try again where that may help, within the timeout.

        Each try is announced before anything of it leaves; what that raises keeps it here.
        """
        deadline = time.monotonic() + self._timeout
        wait = _FIRST_WAIT
        for attempt in range(1, _TRIES + 1):
            announce()
            outcome = self._ask_once(question, deadline)
            if isinstance(outcome, Reply):
                return outcome
            pause = outcome.after if outcome.after is not None else wait
            if not outcome.passing or attempt == _TRIES or time.monotonic() + pause > deadline:
                raise LlmFailed(outcome.reason)
            self._sleep(pause)
            wait = min(wait * 2, LONGEST_WAIT)
        raise AssertionError  # the loop returns or raises

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _ask_once(self, question: Question, deadline: float) -> Reply | Refused:
        left = max(deadline - time.monotonic(), 0.1)
        line = Line(stays_here=self._stays_here)

        def send() -> Reply | Refused:
            self._here.line = line
            return self._send(question, left)

        outcome = finish_in_time(send, line, left) or LATE
        return STRAYED if line.has_strayed else outcome

    def _send(self, question: Question, seconds: float) -> Reply | Refused:
        """Return the outcome of one request; nothing is raised, for errors repeat responses."""
        import openai  # noqa: PLC0415 - loaded when an llm is really asked

        completions = self._client.with_options(timeout=seconds).chat.completions
        try:
            with completions.with_streaming_response.create(
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
            ) as response:
                return _read_body(response.http_response.iter_bytes())
        except openai.APIStatusError as error:
            return read_status(error.status_code, error.response.headers)
        except openai.APITimeoutError:
            return LATE
        except openai.OpenAIError:
            return UNREACHABLE
        except Exception:  # noqa: BLE001 - whatever else it is, its text may be a document's
            return UNSENT

    def _trace(self, request: Any) -> None:  # noqa: ANN401 - openai does not name its type
        """Let the line of this thread follow the connections of a request."""
        request.extensions["trace"] = self._here.line.follow


def _open_client(route: Route, key: str | None, trace: Callable[[Any], None]) -> OpenAI:
    """Return a client that never retries, never follows a redirect and never logs a text."""
    from httpx2 import HTTPTransport  # noqa: PLC0415 - heavy
    from openai import DefaultHttpxClient, OpenAI  # noqa: PLC0415 - heavy

    # Their logs can hold whole requests and responses, and so documents.
    for name in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    hooks: dict[str, list[Callable[..., Any]]] = {"request": [trace], "response": [_drop_refusal]}
    parts = urlsplit(route.address.url)
    with suppress(Exception):  # its words would repeat the address
        client = OpenAI(
            base_url=urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")),
            # Left in the address, the client would write its path behind the query.
            default_query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            default_headers=_HEADERS,
            # Local servers want no key; the client refuses to start without one.
            api_key=key or "none",
            max_retries=0,
            http_client=DefaultHttpxClient(
                follow_redirects=False,
                event_hooks=hooks,
                # With a transport given, the client looks for no proxy in the environment.
                transport=HTTPTransport(proxy=route.proxy),
            ),
        )
        if _leads_to(client, route):
            return client
    raise LlmFailed(f"het adres {route.describe()} is niet bruikbaar")


def _leads_to(client: OpenAI, route: Route) -> bool:
    """Return whether the client reads the address as the policy did."""
    read, meant = client.base_url, route.address
    default = {"http": 80, "https": 443}[meant.scheme]
    place = (read.scheme, read.raw_host.decode(), read.port or default)
    return place == (meant.scheme, meant.host.strip("[]"), meant.port)


def _drop_refusal(response: Any) -> None:  # noqa: ANN401 - openai does not name its type
    """Leave the body of anything but a success unread: it may be endless and is not shown."""
    if not response.is_success:
        response.close()


def _read_body(pieces: Iterable[bytes]) -> Reply | Refused:
    body = bytearray()
    try:
        for piece in pieces:
            body += piece
            if len(body) > _LARGEST_BODY:
                return TOO_LARGE
    except Exception:  # noqa: BLE001 - the connection broke; its error may repeat the body
        return UNREACHABLE
    return read_reply(bytes(body))
