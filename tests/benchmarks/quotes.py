"""Quotes of many kinds, genuine and tampered with, checked against readings of 200 pages and less.

Beside it, on the same quotes in the same run, the aligners that others use. They are no part of
the project: install them in an environment of their own and name its interpreter::

    python -m venv peers && peers/bin/pip install langextract rapidfuzz
    BRONVAST_PEERS=peers/bin/python python tests/benchmarks/measure.py --part quotes

Other seeds: `python tests/benchmarks/quotes.py SEED …` prints the counts for each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from challenge.asking import Question, ask_all
from challenge.found import INVENTED, REAL, find_materials
from challenge.material import Material
from challenge.printing import OTHERS, print_document
from challenge.setting import set_document
from challenge.tallies import Outcome
from challenge.wording import Writer
from markdown import make_table

from extractor.citations import check_quote
from extractor.models import Citation, Span

SEED = 20261123
EACH = 100
"""Quotes of a kind on one document, and on all invented or all real ones together."""

PAGES, SECTIONS = 200, 160
ALIGNERS = Path(__file__).parent / "challenge" / "aligners.py"


def measure(seed: int = SEED) -> dict[str, Any] | None:
    """Return per kind how many quotes were accepted, and the times on the long reading."""
    printed = print_document(seed, PAGES)
    began = time.process_time()
    index_seconds = (printed.index, time.process_time() - began)[1]
    outcome, questions = Outcome(), list(ask_all(printed, seed, EACH))
    for question in questions:
        outcome.count(question, *check(printed, question))
    for material, count in list_others(seed):
        for question in ask_all(material, seed, count):
            outcome.count(question, check(material, question)[0], None)
    return {
        "seed": seed,
        "pages": len(printed.reading.pages),
        "index_seconds": round(index_seconds, 2),
        **outcome.dump(),
        "peers": {name: peer.dump() for name, peer in ask_peers(printed, questions).items()},
    }


def describe(measured: dict[str, Any]) -> str:
    """Return a table of the kinds, and the times, beside those of the aligners."""
    checkers = {"Bronvast": measured, **measured["peers"]}
    rows = [
        [kind, *(show_count(checker["kinds"][kind]) for checker in checkers.values())]
        for kind in measured["kinds"]
    ]
    times = [
        [
            f"*{outcome}, {measured['pages']} pages: median · 95th percentile*",
            *(show_times(checker["milliseconds"][outcome]) for checker in checkers.values()),
        ]
        for outcome in ("accepted", "refused", "all")
    ]
    return make_table(["Kind of quote", *checkers], rows + times)


def list_others(seed: int) -> Iterator[tuple[Material, int]]:
    """Yield the other documents, each with how many quotes of a kind to ask."""
    yield set_document(seed, SECTIONS), EACH
    foreign = Writer(Random(seed)).write_others(OTHERS)  # noqa: S311 - a fixed seed
    for folder in (INVENTED, REAL):
        found = find_materials(folder, foreign)
        yield from ((material, -(-EACH // len(found))) for material in found)


def check(material: Material, question: Question) -> tuple[Span | None, float]:
    """Return where the quote was found, and the milliseconds it took."""
    began = time.process_time()
    checked = check_quote(question.quote, material.index, question.shown)
    took = (time.process_time() - began) * 1000
    return (checked.span if isinstance(checked, Citation) else None), took


def ask_peers(material: Material, questions: Sequence[Question]) -> dict[str, Outcome]:
    """Return what the aligners made of the same quotes; none where they are not installed."""
    windows = [material.find_window(question.near) for question in questions]
    asked = [
        (question.quote, window.start, window.end)
        for question, window in zip(questions, windows, strict=True)
    ]
    interpreter = os.environ.get("BRONVAST_PEERS", sys.executable)
    answered = subprocess.run(  # noqa: S603 - an interpreter the developer named
        [interpreter, str(ALIGNERS)],
        input=json.dumps({"text": material.reading.text, "questions": asked}),
        capture_output=True,
        check=True,
        text=True,
    )
    outcomes = {}
    for name, answers in json.loads(answered.stdout).items():
        outcomes[name] = Outcome()
        for question, (found, took) in zip(questions, answers, strict=True):
            span = Span(start=found[0], end=found[1]) if found else None
            outcomes[name].count(question, span, took)
    return outcomes


def show_count(tally: dict[str, Any]) -> str:
    """Return how many were accepted; of genuine quotes those found whole, if others were not."""
    whole, accepted, tried = tally["whole"], tally["accepted"], tally["tried"]
    if tally["genuine"] and whole != accepted:
        return f"{whole} whole, {accepted} of {tried}"
    return f"{accepted} of {tried}"


def show_times(times: dict[str, float] | None) -> str:
    """Return a median and a 95th percentile."""
    return f"{times['median']} · {times['p95']} ms" if times else "–"


if __name__ == "__main__":
    for given in sys.argv[1:]:
        sys.stdout.write(describe(measure(int(given)) or {}) + "\n")
