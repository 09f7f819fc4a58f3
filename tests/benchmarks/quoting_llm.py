"""Answers that quote the passages they are shown, with slips that have to be repaired."""

from __future__ import annotations

import json
import re

from extractor.standard.catalogue import find_field

_PASSAGE = re.compile(
    r"^\[(?P<seal>[0-9a-f]{8}) (?P<mark>p\d+) \| [^\n]*\]\n"
    r"(?P<text>.*?)\n\[(?P=seal) einde (?P=mark)\]$",
    re.DOTALL | re.MULTILINE,
)
_FIELD = re.compile(r"^Veld `(\w+)`", re.MULTILINE)
_SENTENCE = re.compile(r"[A-Z][^.!?\n]{20,}\.")
_REPAIR = "Je gaf eerder al een antwoord."
_EACH = 3
"""Of so many fields with text one misquotes at first, and one whenever it is asked."""


def quote_passages(user: str) -> str:
    """Return an answer on every field of a question; the same for the same question."""
    found = [
        (match["mark"], sentence)
        for match in _PASSAGE.finditer(user)
        for sentence in _SENTENCE.findall(match["text"])
    ]
    keys = list(dict.fromkeys(_FIELD.findall(user)))
    answers = [_answer(at, key, found, _REPAIR in user) for at, key in enumerate(keys)]
    return json.dumps({"answers": answers})


def _answer(
    at: int,
    key: str,
    found: list[tuple[str, str]],
    repairing: bool,  # noqa: FBT001 - one of two kinds of question
) -> dict[str, object]:
    if not found or find_field(key).kind != "text":
        absent = {"kind": "not_found", "reason": "De passages zeggen het niet.", "quotes": []}
        return {"field": key, "claims": [], "absent": absent}
    chosen = [found[(at * 7 + step) % len(found)] for step in range(2)]
    slips = (at % _EACH == 0 and not repairing) or at % _EACH == 1
    claims = [_claim(*each, slips=slips and not step) for step, each in enumerate(chosen)]
    return {"field": key, "claims": claims, "absent": None}


def _claim(mark: str, sentence: str, *, slips: bool) -> dict[str, object]:
    quote = f"{sentence[:-1]} nooit." if slips else sentence
    quotes = [{"passage": mark, "quote": quote}]
    return {"value": sentence, "link": None, "new_paragraph": False, "quotes": quotes}
