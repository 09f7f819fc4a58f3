"""Put numbered placeholders in the place of personal data, and back into quotes.

One placeholder stands for one way of writing, letter by letter, in all passages alike: that is what
makes it possible to go back. A placeholder that a document itself happens to hold is not used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.checks.personal_numbers import (
    find_bank_accounts,
    find_citizen_numbers,
    find_phone_numbers,
)
from extractor.checks.persons import find_persons
from extractor.facts.addresses import find_addresses

MAIL = "e-mailadres"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BETWEEN = re.compile(r"[^\S\t]*(?:\t|[,;/&]| en )\s*|^\s+|\s+$")
"""What stands between cells, and between names in one."""
WITHHELD = "er staat een weggelaten persoonsgegeven in"


def _find_mails(text: str) -> Iterator[str]:
    for address in find_addresses(text) if "@" in text else ():
        # A web address may hold one too, behind its host.
        if "@" in address.place.partition("/")[0]:
            yield address.words


def _find_names(text: str) -> Iterator[str]:
    yield from find_persons(text)
    for row in text.split("\n"):
        if "\t" in row and _YEAR.search(row):
            yield from _find_authors(row)


def _find_authors(row: str) -> Iterator[str]:
    """Yield who is named alone in a cell of a row with a date: a version's author, a signatory."""
    for words in _BETWEEN.split(row):
        yield from (name for name in find_persons(f"auteur {words}") if name == words)


_DETECTORS: Mapping[str, Callable[[str], Iterable[str]]] = {
    MAIL: _find_mails,
    "rekeningnummer": find_bank_accounts,
    "burgerservicenummer": find_citizen_numbers,
    "telefoonnummer": find_phone_numbers,
    "naam": _find_names,
}
"""What is looked for, by what stands in its place; of words found twice the first name counts."""
_SPACE = r"[\s\xa0]"
_LOOSE = re.IGNORECASE | re.ASCII
"""Letters of other scripts that look or fold alike make no placeholder."""
_ANY = re.compile(rf"\[{_SPACE}*(?:{'|'.join(_DETECTORS)})(?:{_SPACE}+\d+)?{_SPACE}*\]", _LOOSE)


def find_personal_data(text: str) -> dict[str, str]:
    """Return the words of a text that are personal data, with what kind each is."""
    found: dict[str, str] = {}
    for kind, detect in _DETECTORS.items():
        for words in detect(text):
            found.setdefault(words, kind)
    return found


def hides_something(text: str) -> bool:
    """Return whether a text holds a placeholder, ours or made up.

    >>> hides_something("Mail naar [E-mailadres 2]."), hides_something("Zie [1].")
    (True, False)
    """
    return _ANY.search(text) is not None


@dataclass(frozen=True)
class Redaction:
    """What stands in the place of which words; nothing at all when nothing is redacted."""

    placeholders: Mapping[str, str]
    """By the words they stand for."""
    is_on: bool = True

    def hide(self, text: str) -> str:
        """Return the text in which no detector finds anything.

        Words that were not known yet get a placeholder without a number.
        """
        if not self.is_on:
            return text
        text, unknown = self.hide_known(text)
        while unknown:
            text = _replace(text, {words: f"[{kind}]" for words, kind in unknown.items()})
            text, unknown = self.hide_known(text)
        return text

    def hide_known(self, text: str) -> tuple[str, dict[str, str]]:
        """Return the text with the known words hidden, and what else is found in it by then."""
        text = self._words.sub(lambda match: self.placeholders[match[0]], text)
        while found := find_personal_data(text):
            unknown = {
                words: kind for words, kind in found.items() if words not in self.placeholders
            }
            if unknown:
                return text, unknown
            # What the first pass left stands against other letters: part of a longer word.
            text = _replace(text, {words: self.placeholders[words] for words in found})
        return text, {}

    def restore(self, quote: str, shown: str = "") -> str:
        """Return the quote in the words of the source.

        Where it was copied from the text as shown, a placeholder that it cuts through is whole.
        """
        if not self.placeholders:
            return quote
        start = shown.find(quote)
        if start >= 0:
            end = start + len(quote)
            for match in self._marks.finditer(shown):
                start = match.start() if match.start() < start < match.end() else start
                end = match.end() if match.start() < end < match.end() else end
            quote = shown[start:end]
        return self._marks.sub(self._find_words, quote)

    def restore_mail(self, value: str) -> str:
        """Return the mail address where a placeholder of one is all there is, else the value."""
        match = self._marks.fullmatch(value.strip())
        return self._find_words(match) if match and _fold(match[0]).startswith(MAIL) else value

    def _find_words(self, match: re.Match[str]) -> str:
        return self._meant[_fold(match[0])]

    @cached_property
    def _words(self) -> re.Pattern[str]:
        longest = sorted(self.placeholders, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{_join(longest)})(?!\w)")

    @cached_property
    def _marks(self) -> re.Pattern[str]:
        marks = (_loosen(mark) for mark in self.placeholders.values())
        return re.compile("|".join(marks) or r"(?!)", _LOOSE)

    @cached_property
    def _meant(self) -> Mapping[str, str]:
        return {_fold(mark): words for words, mark in self.placeholders.items()}


NO_REDACTION = Redaction(placeholders={}, is_on=False)


def redact_texts(texts: Sequence[str]) -> Redaction:
    """Return placeholders for all personal data in the texts, also what only shows after hiding."""
    found: dict[str, str] = {}
    while True:
        redaction = number_words(found, texts)
        unknown: dict[str, str] = {}
        for text in texts:
            unknown |= redaction.hide_known(text)[1]
        if not unknown:
            return redaction
        found |= unknown


def number_words(found: Mapping[str, str], texts: Sequence[str]) -> Redaction:
    """Return a placeholder for each of the words, numbered by kind; none stands in the texts."""
    taken = {_fold(match[0]) for text in texts for match in _ANY.finditer(text)}
    last = dict.fromkeys(found.values(), 0)
    placeholders: dict[str, str] = {}
    for words, kind in found.items():
        last[kind] += 1
        while _fold(f"[{kind} {last[kind]}]") in taken:
            last[kind] += 1
        placeholders[words] = f"[{kind} {last[kind]}]"
    return Redaction(placeholders=placeholders)


def _replace(text: str, placeholders: Mapping[str, str]) -> str:
    for words in sorted(placeholders, key=len, reverse=True):
        text = text.replace(words, placeholders[words])
    return text


def _join(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or r"(?!)"


def _loosen(mark: str) -> str:
    """Return a pattern of a placeholder that white space does not matter to."""
    kind, _, number = mark.strip("[]").partition(" ")
    return rf"\[{_SPACE}*{re.escape(kind)}{_SPACE}+{number}{_SPACE}*\]"


def _fold(mark: str) -> str:
    return " ".join(mark.strip("[]").lower().split())
