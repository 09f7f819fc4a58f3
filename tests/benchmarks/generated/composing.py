"""Compose invented text from the grammar: the same seed composes the same text."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

GRAMMAR = Path(__file__).with_name("grammar.toml")
RULE = re.compile(r"\{(\w+)\}")

BREAK_POINT = "·"
"""Where a word may break at the end of a line."""

MOST_TRIES = 200
"""Compositions of one rule that may turn out to be said already."""


@cache
def read_grammar() -> dict[str, list[str]]:
    """Return the productions of each rule."""
    return tomllib.loads(GRAMMAR.read_text(encoding="utf-8"))


def make_plain(text: str) -> str:
    """Return the text as read: without break points."""
    return text.replace(BREAK_POINT, "")


@dataclass
class Composer:
    """Composes texts with break points, none of them twice."""

    seed: int
    said: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311 - invented text, no secret

    def compose(self, rule: str) -> str:
        """Return a text of a rule that was not composed before, or the last try of many."""
        text = ""
        for _ in range(MOST_TRIES):
            text = self._expand(rule)
            text = text[0].upper() + text[1:]
            if make_plain(text) not in self.said:
                break
        self.said.add(make_plain(text))
        return text

    def repeat(self, rule: str) -> str:
        """Return a text of a rule, which may have been composed before."""
        return self._expand(rule)

    def happens(self, chance: float) -> bool:
        """Return whether something of this chance happens."""
        return self.dice.random() < chance

    def _expand(self, rule: str) -> str:
        production = self.dice.choice(read_grammar()[rule])
        return RULE.sub(lambda found: self._expand(found[1]), production)
