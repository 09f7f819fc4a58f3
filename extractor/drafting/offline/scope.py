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
_NAME = re.compile(r"\b[A-Z]\w*[a-z]\w*")
_LOWER = re.compile(r"\b[a-zà-ÿ]+\b")
_SHORTEST = 4
"""Letters of a word in a dossier's name that tells it from others."""
_FIRST = 6
"""Words of a sentence among which its subject stands."""


@dataclass(frozen=True)
class Scope:
    """What a dossier is about: words of its own names, and names of other systems."""

    rules: ScopeRules
    own: frozenset[str]
    others: frozenset[str]

    def withhold_others(self, answers: Sequence[Answer]) -> list[Answer]:
        """Return the answers in their places; what is about another system is not usable."""
        return [replace(each, usable=each.usable and self.is_near(each)) for each in answers]

    def call_system(self, text: str) -> str:
        """Return the text as it would be without the system's name, for rules that know no names.

        `Vulgraad telt alles.` becomes `Het systeem telt alles.`
        """
        return _NAME.sub(self._call, text)

    def _call(self, match: re.Match[str]) -> str:
        if match[0].lower() not in self.own:
            return match[0]
        return "het systeem" if match.start() else "Het systeem"

    def is_near(self, answer: Answer) -> bool:
        """Return whether a passage names the own system, or at least speaks of no other."""
        text = answer.sentence.text
        if self.own & _list_names(text):
            return True
        return not (
            self.rules.elsewhere.search(text)
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
            if self.own & _list_names(heading):
                return False
            if self.rules.headings.search(heading):
                return True
            if any(name in _WORD.findall(heading) for name in self.others):
                return True
        return False


def find_scope(
    rules: ScopeRules, dossier: Dossier, readings: Sequence[Reading], answers: Sequence[Answer]
) -> Scope:
    """Return what the dossier is about, as its name, its files and its documents tell."""
    common = frozenset(word for each in readings for word in _LOWER.findall(each.text))
    found = (name for answer in answers for name in _list_named(rules, answer.sentence.text))
    named = Counter(name for name in found if name.lower() not in common)
    own = _list_own(dossier, readings, named, common)
    return Scope(rules, own, frozenset(name for name in named if not own & _fold(name)))


def _list_named(rules: ScopeRules, text: str) -> Iterator[str]:
    """Yield the names of systems that a sentence speaks of, not only takes data from."""
    for match in rules.named.finditer(text):
        yield match["before"] or match["behind"]


def _list_own(
    dossier: Dossier, readings: Sequence[Reading], named: Counter[str], common: frozenset[str]
) -> frozenset[str]:
    """Return the words that name the dossier's own system.

    Where neither the dossier nor a file bears one of the names, and the documents do not use the
    dossier's as a name, they are about the system they name most.
    """
    titles = [dossier.name, *dossier.aliases, *(reading.source.name for reading in readings)]
    own = frozenset(word for title in titles for word in _fold(title))
    texts = [reading.text for reading in readings]
    called = any((own - common) & _list_names(text) for text in texts)
    if named and not called and not any(own & _fold(name) for name in named):
        own |= _fold(max(named, key=lambda name: sum(text.count(name) for text in texts)))
    return own


def _list_names(text: str) -> frozenset[str]:
    """Return the words that are written as names, without case."""
    return frozenset(word.lower() for word in _NAME.findall(text))


def _fold(text: str) -> frozenset[str]:
    """Return the words that can name a system, without case."""
    return frozenset(
        word.lower() for word in _WORD.findall(text) if len(word) >= _SHORTEST or word.isupper()
    )
