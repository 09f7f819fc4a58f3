"""Read what an endpoint sent: a reply, or a refusal in our own words.

A response is untrusted and may repeat the documents, so none of it goes into a reason.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from http import HTTPStatus

from extractor.errors import LlmFault
from extractor.llm.questions import Reply
from extractor.models import Record, Tokens

LONGEST_WAIT = 30.0
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
"""Statuses after which the same question may be answered a moment later."""
_SAID = {
    400: "het verzoek is geweigerd",
    401: "de sleutel is geweigerd",
    403: "de sleutel geeft geen toegang",
    404: "het taalmodel of het adres is daar niet bekend",
    422: "het verzoek is geweigerd",
}
_OVERLOADED = frozenset({429, 503})
_ON_FORM = frozenset({400, 415, 422, 501})
"""Statuses of an endpoint that may not know the response format."""
_SAYS_TOO_LONG = re.compile(
    rb"context[ _-]?(?:length|window|size)|maximum context|exceed_context|too many tokens"
    rb"|prompt is too long|n_ctx",
    re.IGNORECASE,
)
"""How servers say that a request exceeds the context (OpenAI, vLLM, llama.cpp, others)."""
_SAYS_LIMIT = re.compile(
    rb"(?:context (?:length|size|window)[^0-9{}]{0,40}|\"n_ctx\"\s*:\s*)(\d{3,8})(?!\d)",
    re.IGNORECASE,
)
"""How they say how long it may be: "maximum context length is 8192 tokens", {"n_ctx": 8192}."""
_MOST_TOKENS = 10**12


class Refused(Record):
    """Why one try gave no answer, and whether another may."""

    reason: str
    passing: bool = False
    after: float | None = None
    busy: bool = False
    """Whether fewer requests at a time may help."""
    fault: LlmFault = "other"
    tokens: Tokens = Tokens()
    """What it took all the same: an answer that broke off is paid for."""
    context_tokens: int | None = None
    """How long a question may be, where a refusal says so."""

    def explain(self) -> tuple[str, LlmFault, dict[str, int], int | None]:
        """Return what the failure is made of."""
        return self.reason, self.fault, self.tokens.model_dump(), self.context_tokens


LATE = Refused(reason="er kwam niet op tijd antwoord")
UNREACHABLE = Refused(reason="er kon geen verbinding worden gemaakt", passing=True)
BROKEN = Refused(reason="de verbinding werd verbroken", passing=True)
UNSENT = Refused(reason="het verzoek kon niet worden verstuurd")
STRAYED = Refused(reason="de naam van deze computer leidde naar een andere")
UNLISTED = Refused(reason="het adres noemt geen taalmodellen")
TOO_LARGE = Refused(reason="het antwoord was te groot")
_EMPTY = Refused(reason="het antwoord was leeg")
_ODD = Refused(reason="het antwoord was geen antwoord van een taalmodel")
_CUT_OFF = Refused(reason="het antwoord werd afgebroken omdat het te lang was", fault="cut_off")
_TOO_LONG = Refused(
    reason="het verzoek past niet in de context van het taalmodel", fault="too_long"
)
_UNWILLING = Refused(reason="het taalmodel weigerde te antwoorden")


def read_status(status: int, headers: Mapping[str, str], said: bytes = b"") -> Refused:
    """Return the refusal that an HTTP status tells; its words only tell of which sort it is."""
    if 300 <= status < 400:  # noqa: PLR2004 - redirects
        return Refused(reason="het adres verwijst door, dat volgt Bronvast niet")
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or _SAYS_TOO_LONG.search(said):
        return _TOO_LONG.model_copy(update={"context_tokens": _read_limit(said)})
    return Refused(
        reason=_SAID.get(status, f"het adres antwoordde met status {status}"),
        passing=status in _BUSY,
        after=_read_wait(headers.get("retry-after")),
        busy=status in _OVERLOADED,
        fault="form" if status in _ON_FORM else "other",
    )


def read_reply(body: bytes) -> Reply | Refused:
    """Return the reply in the body of a response; whatever is not of the known form is refused."""
    try:
        said: object = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    match said:
        case {"choices": [{"finish_reason": "length"}, *_], **rest}:
            return _CUT_OFF.model_copy(update={"tokens": _count(rest.get("usage"))})
        case {"choices": [{"message": {"refusal": refusal}}, *_]} if refusal:
            return _UNWILLING
        case {"choices": [{"finish_reason": "content_filter"}, *_]}:
            return _UNWILLING
        case {"choices": [{"message": {"content": str(text)}}, *_], **rest}:
            return _make_reply(text, rest.get("usage")) if text.strip() else _EMPTY
        case {"choices": None | []} | {"choices": [{"message": {"content": None}}, *_]}:
            return _EMPTY
        case _:
            return _ODD


def _make_reply(text: str, usage: object) -> Reply | Refused:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, that no database can keep
        return _ODD
    return Reply(text=text, tokens=_count(usage))


def _count(usage: object) -> Tokens:
    """Return the tokens taken; what is no count counts as nothing."""
    told = usage if isinstance(usage, dict) else {}
    details = told.get("prompt_tokens_details")
    return Tokens(
        prompt=_read_count(told.get("prompt_tokens")),
        completion=_read_count(told.get("completion_tokens")),
        cached=_read_count(details.get("cached_tokens") if isinstance(details, dict) else None),
    )


def _read_count(told: object) -> int:
    # True is an int in Python; a number no database can keep is no count either.
    return told if type(told) is int and 0 <= told <= _MOST_TOKENS else 0


def _read_limit(said: bytes) -> int | None:
    """Return the tokens that a refusal says fit; the smallest number where it says several."""
    return min((int(found) for found in _SAYS_LIMIT.findall(said)), default=None)


def _read_wait(header: str | None) -> float | None:
    """Return the seconds a header asks for; none for a date, a negative number or nonsense."""
    try:
        wait = float(header) if header else math.nan
    except ValueError:
        return None
    return min(wait, LONGEST_WAIT) if math.isfinite(wait) and wait >= 0 else None
