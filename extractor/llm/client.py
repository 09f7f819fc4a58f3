"""An llm at any OpenAI-compatible endpoint: tries, waits and one deadline for all of them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from extractor.errors import LlmFailed
from extractor.llm.forms import FORMS, Form, find_looser, write_request
from extractor.llm.lines import Line, finish_in_time
from extractor.llm.listings import ListedLlm, read_listing
from extractor.llm.questions import Question, Reply
from extractor.llm.replies import (
    BROKEN,
    LATE,
    LONGEST_WAIT,
    STRAYED,
    TOO_LARGE,
    UNLISTED,
    UNREACHABLE,
    UNSENT,
    Refused,
    read_reply,
    read_status,
)
from extractor.llm.throttle import Throttle
from extractor.policy import Route

if TYPE_CHECKING:
    from openai import OpenAI

T = TypeVar("T")
_TRIES = 4
_BUSY_TRIES = 20
"""Of an endpoint that says when to come back; the timeout ends them sooner."""
_HEARD = 8192
"""Bytes of a refusal that are looked at."""
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

    def __init__(  # noqa: PLR0913 - each option is the endpoint's own
        self,
        name: str,
        route: Route,
        *,
        key: str | None,
        timeout: float,
        sleep: Callable[[float], None] = time.sleep,
        most_in_flight: int = 4,
        form: Form | None = None,
        first_form: Form | None = None,
    ) -> None:
        """Ask in this form and no other, or in this one first; the strictest first by default."""
        self.name = name
        self.endpoint = route.address.shown
        # In this order, no number (nan) becomes the longest too; clocks refuse infinity.
        self._timeout = min(_LONGEST_TIMEOUT, timeout)
        self._sleep = sleep
        self._here = threading.local()
        self._stays_here = route.address.stays_here
        self._client = _open_client(route, key, self._trace, self._hear_refusal)
        self._throttle = Throttle(most_in_flight)
        self._form: Form = form or first_form or FORMS[0]
        self._form_holds = form is not None

    @property
    def form(self) -> Form:
        """Return the strictest form of answers that the endpoint takes, as far as is known."""
        return self._form

    def ask(self, question: Question, announce: Callable[[], None] = lambda: None) -> Reply:
        """Return the answer; wait and try again where that may help, within the timeout.

        Each try is announced before anything of it leaves; what that raises keeps it here. An
        endpoint that refuses the form of the answer is asked again in a looser one.
        """
        deadline = time.monotonic() + self._timeout
        wait, tries = _FIRST_WAIT, 0
        while True:
            form = self._form
            if not tries:
                self._sleep_until_open(deadline)
            with self._throttle.hold():
                announce()
                outcome = self._ask_once(question, form, deadline)
            if isinstance(outcome, Reply):
                self._form_holds = self._form_holds or form == self._form
                self._throttle.speed_up()
                return outcome
            if outcome.fault == "form" and self._loosen(form):
                continue
            tries += 1
            pause = outcome.after if outcome.after is not None else wait
            most = _BUSY_TRIES if outcome.busy and outcome.after is not None else _TRIES
            if not outcome.passing or tries >= most or time.monotonic() + pause > deadline:
                raise LlmFailed(*outcome.explain())
            if outcome.busy:
                self._throttle.slow_down(pause)
            self._sleep(pause)
            wait = min(wait * 2, LONGEST_WAIT)

    def list_llms(
        self, announce: Callable[[], None] = lambda: None
    ) -> tuple[ListedLlm, ...] | Refused:
        """Return what the endpoint says it serves, or why there is no such list; asked once.

        Nothing is raised but what announcing it raises.
        """
        announce()
        return self._finish(self._fetch_list, time.monotonic() + self._timeout)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _sleep_until_open(self, deadline: float) -> None:
        """Wait as long as the endpoint asked whoever came before to wait."""
        pause = self._throttle.measure_pause()
        if pause and time.monotonic() + pause <= deadline:
            self._sleep(pause)

    def _loosen(self, refused: Form) -> bool:
        """Return whether there is another form to ask in than the one refused."""
        if self._form != refused:  # another thread found out meanwhile
            return True
        looser = find_looser(refused)
        if self._form_holds or looser is None:
            return False
        self._form = looser
        return True

    def _ask_once(self, question: Question, form: Form, deadline: float) -> Reply | Refused:
        return self._finish(lambda seconds: self._send(question, form, seconds), deadline)

    def _finish(self, send: Callable[[float], T | Refused], deadline: float) -> T | Refused:
        """Return the outcome of one request, over a line of its own that ends in time."""
        left = max(deadline - time.monotonic(), 0.1)
        line = Line(stays_here=self._stays_here)

        def follow() -> T | Refused:
            self._here.line = line
            return send(left)

        outcome = finish_in_time(follow, line, left)
        if line.has_strayed:
            return STRAYED
        return LATE if outcome is None else outcome

    def _send(self, question: Question, form: Form, seconds: float) -> Reply | Refused:
        completions = self._client.with_options(timeout=seconds).chat.completions
        request = write_request(question, form)
        body = self._fetch(
            lambda: completions.with_streaming_response.create(model=self.name, **request)
        )
        return body if isinstance(body, Refused) else read_reply(body)

    def _fetch_list(self, seconds: float) -> tuple[ListedLlm, ...] | Refused:
        body = self._fetch(
            self._client.with_options(timeout=seconds).models.with_streaming_response.list
        )
        if isinstance(body, Refused):
            return body
        listed = read_listing(body)
        return UNLISTED if listed is None else listed

    def _fetch(self, request: Callable[[], Any]) -> bytes | Refused:
        """Return the body that a request gets; nothing is raised, for errors repeat responses."""
        import openai  # noqa: PLC0415 - loaded when an llm is really asked

        try:
            with request() as response:
                return _read_body(response.http_response.iter_bytes())
        except openai.APIStatusError as error:
            said = getattr(self._here, "said", b"")
            return read_status(error.status_code, error.response.headers, said)
        except openai.APITimeoutError:
            return LATE
        except openai.OpenAIError:
            return UNREACHABLE
        except Exception:  # noqa: BLE001 - whatever else it is, its text may be a document's
            return UNSENT

    def _trace(self, request: Any) -> None:  # noqa: ANN401 - openai does not name its type
        """Let the line of this thread follow the connections of a request."""
        request.extensions["trace"] = self._here.line.follow

    def _hear_refusal(self, response: Any) -> None:  # noqa: ANN401 - openai does not name its type
        """Keep the start of a refusal, to tell its sort; it may be endless and is not shown."""
        if response.is_success:
            return
        said = bytearray()
        with suppress(Exception):  # a refusal that breaks off is still one
            # Not through the response's own methods: the client would ask for the text that was
            # read, and there is none of an error that is cut short.
            for piece in response.stream:
                said += piece
                if len(said) >= _HEARD:
                    break
        self._here.said = bytes(said[:_HEARD])
        response.close()


def _open_client(
    route: Route, key: str | None, trace: Callable[[Any], None], hear: Callable[[Any], None]
) -> OpenAI:
    """Return a client that never retries, never follows a redirect and never logs a text."""
    from httpx2 import HTTPTransport  # noqa: PLC0415 - heavy
    from openai import DefaultHttpxClient, OpenAI  # noqa: PLC0415 - heavy

    # Their logs can hold whole requests and responses, and so documents.
    for name in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    hooks: dict[str, list[Callable[..., Any]]] = {"request": [trace], "response": [hear]}
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


def _read_body(pieces: Iterable[bytes]) -> bytes | Refused:
    body = bytearray()
    try:
        for piece in pieces:
            body += piece
            if len(body) > _LARGEST_BODY:
                return TOO_LARGE
    except Exception:  # noqa: BLE001 - the connection broke; its error may repeat the body
        return BROKEN
    return bytes(body)
