"""Statements whose side is a value: a date, a supplier, a number, how long something is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.contradictions.statements import Statement
from extractor.contradictions.subjects import list_content, read_subject
from extractor.contradictions.topics import (
    compile_pattern,
    is_following,
    is_rounded,
    load_stems,
    load_topics,
)
from extractor.drafting.offline.answers import Answer
from extractor.facts import Number, find_dates, find_facts

_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year"})
_COUNTED = re.compile(r"\s*([^\W\d_]+)")
_LONGEST = 25
"""Words of a sentence that is read for a number; a longer one has too much that says of what."""
_MOST_STEMS = 8
"""Content words of a sentence of which the number is told: of a longer one it is in doubt."""


def read_dates(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield the one date at which the text says that use began or ended."""
    subject = read_subject(text, own)
    dates = [each for each in find_dates(text) if each.year is not None]
    if subject is None or len(dates) != 1:
        return
    for topic in ("begin", "end"):
        if compile_pattern(load_topics()[topic]["cue"]).search(text):
            date = dates[0]
            month = f"{date.year}-{date.month:02}" if date.month else date.words
            places = re.findall(r"\bbij (?:de )?(\w+)", text, re.IGNORECASE)
            about = list_content(" ".join(places), frozenset(), own)
            yield Statement(topic, date.words, subject, about, answer, month)


def read_suppliers(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield who delivers or who develops it, by name or by the organisation itself."""
    table = load_topics()["suppliers"]
    subject = read_subject(text, own)
    if subject is None:
        return
    if compile_pattern(table["inside"]).search(text):
        value = table["inside_value"]
        yield Statement("developed", value, subject, frozenset(), answer, value)
        return
    for topic in ("supplied", "developed"):
        for pattern in table[topic]:
            match = re.search(pattern.format(name=table["name"]), text)
            if match:
                name = match["name"].strip()
                yield Statement(topic, name, subject, frozenset(), answer, name)
                break


def read_retention(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield after how long what the text speaks of is deleted."""
    table = load_topics()["retention"]
    if not compile_pattern(table["cue"]).search(text) or is_following(text):
        return
    subject = read_subject(text, own)
    times = [each for each in find_facts(text).numbers if each.unit in _TIMES]
    if subject and len(times) == 1:
        yield Statement("retention", times[0].words, subject, frozenset(), answer)


def read_sampled(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield which share the text says is drawn by chance, with what it is a share of."""
    share = _find_sampled(text)
    if share is not None:
        masked = text.replace(share.words, "")
        about = list_content(masked, load_stems("sampled", "idle"), own)
        yield Statement("sampled", share.words, frozenset(), about, answer)


def _find_sampled(text: str) -> Number | None:
    """Return the one share in the text, if it is said to be drawn by chance and is no bound."""
    table = load_topics()["sampled"]
    shares = [each for each in find_facts(text).numbers if each.unit == "percent"]
    if len(shares) != 1:
        return None
    span = shares[0].span
    masked = f"{text[: span.start]}#{text[span.end :]}"
    if compile_pattern(table["bound"]).search(masked):
        return None
    return shares[0] if compile_pattern(table["share"]).search(masked) else None


def read_counts(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield the one number of a short plain sentence, with what it counts."""
    if is_rounded(text) or len(text.split()) > _LONGEST or _find_sampled(text):
        return
    numbers = [each for each in find_facts(text).numbers if each.stated]
    counting = [each for each in numbers if each.unit in load_topics()["counts"]["units"]]
    if len(numbers) != 1 or len(counting) != 1:
        return
    about = list_content(text, load_stems("counts", "idle") | _list_number(counting[0]), own)
    counted = _find_counted(text, counting[0], own)
    if len(about) <= _MOST_STEMS and counted is not None:
        subject = counted | _list_periods(text) | _list_years(text)
        yield Statement("counts", counting[0].words, subject, about - counted, answer)


def _list_number(number: Number) -> frozenset[str]:
    return frozenset(list_content(number.words, frozenset(), frozenset()))


def _find_counted(text: str, number: Number, own: frozenset[str]) -> frozenset[str] | None:
    """Return the stem of what is counted; of a share its unit, and none where nothing is told."""
    if number.unit:
        return frozenset({number.unit})
    match = _COUNTED.match(text, number.span.end)
    counted = list_content(match[1], load_stems("counts", "idle"), own) if match else None
    return counted or None


def _list_periods(text: str) -> frozenset[str]:
    periods = load_topics()["counts"]["periods"].items()
    return frozenset(name for name, pattern in periods if compile_pattern(pattern).search(text))


def _list_years(text: str) -> frozenset[str]:
    return frozenset(f"{each.year}-{each.month}" for each in find_dates(text))


def read_data(text: str, answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    """Yield which data the text says that the system uses, or does not use."""
    table = load_topics()["data"]
    if not compile_pattern(table["use"]).search(text):
        return
    if compile_pattern(table["purpose"]).search(text):
        return
    about = list_content(text, load_stems("data", "idle"), own)
    if not about:
        return
    denied = compile_pattern(table["denial"]).search(text) is not None
    subject = (read_subject(text, own) or frozenset()) - load_stems("data", "idle")
    yield Statement("data", "unused" if denied else "used", subject, about, answer)
