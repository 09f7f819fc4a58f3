"""Statements on topics with fixed sides: in use, learning, who decides, what a person sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.contradictions.statements import Statement
from extractor.contradictions.subjects import list_content, read_subject
from extractor.contradictions.topics import compile_pattern, load_stems, load_topics
from extractor.drafting.offline.answers import Answer


def read_sided(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield what the text says of status and of learning, where it tells of what it says so."""
    subject = read_subject(text, own)
    if subject is None:
        return
    for topic in ("status", "learning"):
        table = load_topics()[topic]
        for side, pattern in table["sides"].items():
            if compile_pattern(pattern).search(text):
                value = table.get("values", {}).get(side)
                yield Statement(topic, side, subject, _list_places(text, own), answer, value)


def read_decides(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield who decides according to the text: a person, or the machine by itself."""
    table = load_topics()["decides"]
    if compile_pattern(table["defining"]).search(text):
        return
    about = list_content(text, load_stems("decides", "idle"), own)
    sides = {
        name: compile_pattern(pattern.replace("{person}", table["person"])).search(text)
        for name, pattern in table["sides"].items()
    }
    if sides["person"]:
        yield Statement("decides", "person", frozenset(), about, answer)
    elif sides["machine"] and not compile_pattern(table["denied"]).search(text):
        yield Statement("decides", "machine", frozenset(), about, answer)


def read_sees(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield whether the text says that a judging person sees something, or does not see it."""
    table = load_topics()["sees"]
    for side, pattern in table["sides"]:
        found = compile_pattern(pattern.replace("{person}", table["person"])).search(text)
        if found:
            seen = list_content(found["seen"], load_stems("sees", "idle"), own)
            yield Statement("sees", side, frozenset(), seen, answer)
            return


def _list_places(text: str, own: frozenset[str]) -> frozenset[str]:
    """Return the stems of where something is so: 'bij Burgerzaken'."""
    found = re.findall(r"\bbij (?:de |het |alle )?((?:afdeling )?\w+)", text, re.IGNORECASE)
    return list_content(" ".join(found), frozenset(), own)
