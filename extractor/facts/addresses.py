"""Mail addresses and web addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.models import Span

_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_DOMAINS = "nl|eu|com|org|info|be|de|uk|io|gov|edu|frl|amsterdam|dev|app|example"
_WEB = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"“”()\[\]{{}}]+(?:\([^\s()]*\)[^\s<>\"“”()\[\]{{}}]*)*"
    rf"|(?<![\w.@/-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{_DOMAINS})(?![\w-])(?:/[^\s<>\"“”()]*)?",
    re.IGNORECASE,
)
"""With a scheme, with www, or a bare host of a known kind."""
_END = ".,;:!?'’*"


@dataclass(frozen=True)
class Address:
    """A mail or web address; equal addresses have equal places."""

    place: str
    """Without scheme, `www.` and closing slash, the host in lower case."""
    words: str
    span: Span


def find_addresses(text: str) -> tuple[Address, ...]:
    """Return the addresses in the text in order.

    >>> [found.place for found in find_addresses("Zie https://www.Rijk.example/a/ of a@b.example.")]
    ['rijk.example/a', 'a@b.example']
    """
    mails = [_make(match) for match in _MAIL.finditer(text)]
    webs = [_make(match) for match in _WEB.finditer(text)]
    apart = [web for web in webs if not any(mail.span.touches(web.span) for mail in mails)]
    return tuple(sorted((*mails, *apart), key=lambda address: address.span.start))


def is_written_in(address: Address, text: str) -> bool:
    """Return whether the address stands in the text, whole, perhaps broken over lines."""
    letters = (re.escape(sign) for sign in address.place)
    broken = "".join(
        rf"{sign}\s?" if sign in {"/", r"\.", r"\-", "="} else sign for sign in letters
    )
    pattern = rf"(?:(?<![\w@.-])|(?<=www\.)){broken}/?(?![\w@-]|[./?#=&]\w)"
    return re.search(pattern, text, re.IGNORECASE) is not None


def _make(match: re.Match[str]) -> Address:
    words = match[0].rstrip(_END)
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", words, flags=re.IGNORECASE).rstrip("/")
    host, slash, path = bare.partition("/")
    span = Span(start=match.start(), end=match.start() + len(words))
    return Address(f"{host.lower()}{slash}{path}", words, span)
