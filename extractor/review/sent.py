"""What was sent to language models, for whoever must account for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from extractor.models import Sending, Source
from extractor.review.labels import count_things

NOTHING = "Er is niets naar een taalmodel verstuurd vanuit deze werkmap."


def describe_sendings(sendings: Sequence[Sending]) -> list[dict[str, Any]]:
    """Return each request as a JSON object, in the order they were written down."""
    return [sending.model_dump(mode="json") for sending in sendings]


def write_sendings(sendings: Sequence[Sending], find_source: Callable[[str], Source | None]) -> str:
    """Return the requests as lines: when and where to, then each document by name and hash."""
    if not sendings:
        return NOTHING
    known = {sha256 for sending in sendings for sha256 in sending.documents}
    names = {sha256: source.name for sha256 in known if (source := find_source(sha256))}
    return "\n".join(line for sending in sendings for line in _write(sending, names))


def _write(sending: Sending, names: dict[str, str]) -> list[str]:
    moment = f"{sending.at:%Y-%m-%d %H:%M:%S} UTC"
    signs = count_things(sending.characters, "teken", "tekens")
    head = f"{moment}  naar {sending.host} ({sending.llm}), {signs}, door {sending.user}"
    documents = [f"  {each[:12]}  {names.get(each, '(onbekend)')}" for each in sending.documents]
    return [head, *documents]
