"""Tell the dossier's own system from others that its documents speak of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.fitness import ScopeRules
from extractor.models import Dossier, Reading

_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Letters of a word in a dossier's name that tells it from others."""
_FIRST = 6
"""Words of a sentence among which its subject stands."""


def withhold_others(
    rules: ScopeRules, dossier: Dossier, readings: Sequence[Reading], answers: Sequence[Answer]
) -> list[Answer]:
    """Return the answers in their places; what is about another system is no longer usable."""
    named = Counter(name for answer in answers for name in _list_named(rules, answer.sentence.text))
    own = _list_own(dossier, readings, named)
    scope = _Scope(rules, own, frozenset(name for name in named if not own & _fold(name)))
    return [
        replace(answer, usable=False) if answer.usable and scope.is_elsewhere(answer) else answer
        for answer in answers
    ]


@dataclass(frozen=True)
class _Scope:
    """What a dossier is about: words of its own names, and names of other systems."""

    rules: ScopeRules
    own: frozenset[str]
    others: frozenset[str]

    def is_elsewhere(self, answer: Answer) -> bool:
        """Return whether a passage is about another system and does not name the own one."""
        text = answer.sentence.text
        if self.own & _fold(text):
            return False
        return (
            self.rules.elsewhere.search(text) is not None
            or self._stands_elsewhere(answer.headings)
            or self._opens_with_other(text)
            or any(name in self.others for name in _list_named(self.rules, text))
        )

    def _opens_with_other(self, text: str) -> bool:
        opening = _WORD.findall(text)[:_FIRST]
        return any(name in opening for name in self.others)

    def _stands_elsewhere(self, headings: Sequence[str]) -> bool:
        """Return whether the innermost heading that names a system names another."""
        for heading in reversed(headings):
            if self.own & _fold(heading):
                return False
            if self.rules.headings.search(heading):
                return True
            if any(name in _WORD.findall(heading) for name in self.others):
                return True
        return False


def _list_named(rules: ScopeRules, text: str) -> Iterator[str]:
    """Yield the names of systems that a sentence speaks of, not only takes data from."""
    for match in rules.named.finditer(text):
        yield match["before"] or match["behind"]


def _list_own(
    dossier: Dossier, readings: Sequence[Reading], named: Counter[str]
) -> frozenset[str]:
    """Return the words that name the dossier's own system.

    Where neither the dossier nor a file bears one of the names, the documents are about the
    system they name most.
    """
    titles = [dossier.name, *dossier.aliases, *(reading.source.name for reading in readings)]
    own = frozenset(word for title in titles for word in _fold(title))
    if named and not any(own & _fold(name) for name in named):
        texts = [reading.text for reading in readings]
        own |= _fold(max(named, key=lambda name: sum(text.count(name) for text in texts)))
    return own


def _fold(text: str) -> frozenset[str]:
    """Return the words that can name a system, without case."""
    return frozenset(
        word.lower() for word in _WORD.findall(text) if len(word) >= _SHORTEST or word.isupper()
    )
