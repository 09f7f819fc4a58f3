"""The words of `topics.toml`: what documents may contradict each other about."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from extractor.checks.words import stem


@cache
def load_topics() -> dict[str, Any]:
    """Return the tables by name."""
    text = Path(__file__).with_name("topics.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def name_topic(topic: str) -> str:
    """Return what a topic is called in Dutch."""
    return str(load_topics()["names"][topic])


@cache
def load_words(table: str, name: str = "words") -> frozenset[str]:
    """Return a list of words."""
    return frozenset(load_topics()[table][name].split())


@cache
def load_stems(table: str, name: str = "words") -> frozenset[str]:
    """Return the stems of a list of words."""
    return frozenset(stem(word) for word in load_words(table, name))


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Return the pattern, which does not heed case."""
    return re.compile(pattern, re.IGNORECASE)


def is_hedged(text: str) -> bool:
    """Return whether the text does not plainly say how the dossier's own system is now."""
    return _has_any("hedged", text)


def is_past(text: str) -> bool:
    """Return whether the text tells of what was so."""
    return _has_any("past", text)


def is_following(text: str) -> bool:
    """Return whether the text counts a time from the end of another."""
    return _has_any("following", text)


def is_rounded(text: str) -> bool:
    """Return whether the text gives its number as about so much, or as a bound."""
    return _has_any("rounded", text)


def _has_any(table: str, text: str) -> bool:
    patterns = load_topics()[table]["patterns"]
    return any(compile_pattern(each).search(text) for each in patterns)
