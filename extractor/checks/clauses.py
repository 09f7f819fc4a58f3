"""Cut sentences into clauses, each with what it is about and whether it denies that.

A clause is about its content words: stems of words that are not in the list of idle ones. There are
two cuts. The coarse one stops at punctuation between sentences and at conjunctions that bring a
clause of their own, and at 'zonder'; the fine one also at commas, 'en' and 'of'. Neither is right
everywhere: in 'geen namen of adressen verwerkt' the negation reaches over 'of', in 'niet gedeeld
en na 30 dagen gewist' it does not reach over 'en'. So both are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.checks.words import is_same, load_table, load_words, stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = re.compile(r"[.;!?](?=\s|$)|[\n•]|\s[–—-]\s")
_COMMA = re.compile(r",(?!\d)|[:\t](?=\s|\w)")
"""A label and its value may make one statement: 'zelflerend: nee'."""


@dataclass(frozen=True)
class Clause:
    """What a clause is about, and the words in it that deny."""

    stems: tuple[str, ...]
    negations: tuple[str, ...]
    implying: bool
    """Whether a word in it may say by itself what another sentence denies of something else."""
    conditional: bool
    """Whether it says under which condition something is so, as 'pas na' and 'tenzij' do."""
    words: tuple[str, ...]
    focus: str | None
    """The stem its first negation bears on: of the content word after it, or else before it."""

    @property
    def denies(self) -> bool:
        """Return whether it denies: two negations undo each other."""
        return len(self.negations) % 2 == 1

    def share(self, other: Clause) -> int:
        """Return how many of its content words the other clause has too."""
        return sum(other.has(one) for one in self.stems)

    def lies_in(self, other: Clause) -> bool:
        """Return whether the other clause is about all this one is about."""
        return set(self.stems) <= set(other.stems)

    def has(self, one: str) -> bool:
        """Return whether it is about the word of this stem."""
        return any(is_same(one, each) for each in self.stems)


def split_at_stops(text: str) -> list[str]:
    """Return the parts of the text between full stops and dashes."""
    return [part for part in _STOP.split(text) if part.strip()]


@lru_cache(maxsize=4096)
def cut_clauses(text: str, *, fine: bool) -> tuple[Clause, ...]:
    """Return the clauses of the text that are about something, or that deny."""
    clauses = [_make(part) for part in _split(_simplify(text), fine=fine)]
    return tuple(clause for clause in clauses if clause.stems or clause.negations)


def _simplify(text: str) -> str:
    for affirming in _load_affirming():
        text = affirming.sub(" ", text)
    for pattern, word in load_table("joined").items():
        text = re.sub(pattern, word, text, flags=re.IGNORECASE)
    return text


@cache
def _load_affirming() -> tuple[re.Pattern[str], ...]:
    patterns = load_table("affirming")["patterns"]
    return tuple(re.compile(each, re.IGNORECASE) for each in patterns)


def _split(text: str, *, fine: bool) -> Iterator[list[str]]:
    openers = load_words("conjunctions") | (load_words("coordinations") if fine else frozenset())
    for sentence in _STOP.split(text):
        for piece in _COMMA.split(sentence) if fine else [sentence]:
            part: list[str] = []
            for word in (match[0].lower() for match in _WORD.finditer(piece)):
                if word in openers or _ends_without(part, word):
                    yield part
                    part = []
                part.append(word)
            yield part


def _ends_without(part: list[str], word: str) -> bool:
    """Return whether a verb begins what 'zonder akkoord …' is no longer about."""
    return part[:1] == ["zonder"] and word in load_words("auxiliaries")


def _make(words: list[str]) -> Clause:
    negations = tuple(word for word in words if word in load_words("negations"))
    idle = (
        load_words("idle")
        | load_words("auxiliaries")
        | load_words("negations")
        | load_words("conjunctions")
    )
    content = [word for word in words if word not in idle]
    place = words.index(negations[0]) if negations else 0
    after = [word for word in words[place:] if word in content]
    bears_on = [*after[:1], *content[-1:]] if negations else []
    return Clause(
        stems=tuple(dict.fromkeys(stem(word) for word in content)),
        negations=negations,
        implying=any(word in load_words("implying") for word in words),
        conditional=any(word in load_words("conditional") for word in words),
        words=tuple(content),
        focus=stem(bears_on[0]) if bears_on else None,
    )
