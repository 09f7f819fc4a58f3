"""Names from a list, in the ways one name is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_ASIDE = re.compile(r"\s*\(([^()]*)\)\s*")
_FORM = re.compile(
    r"[\s,]+(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|gmbh|ltd\.?|inc\.?|s\.?a\.?|llc)$", re.IGNORECASE
)
"""The legal form of a firm, which is often left out."""


@dataclass(frozen=True)
class Name:
    """A name with all the ways to write it."""

    shapes: tuple[str, ...]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        shapes = sorted(self.shapes, key=len, reverse=True)
        spaced = (re.escape(shape).replace(r"\ ", r"\s+") for shape in shapes)
        return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)")

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        return re.compile(self._pattern.pattern, re.IGNORECASE)

    def find(self, text: str) -> str | None:
        """Return the words in the text that are this name, with its capitals; none without."""
        match = self._pattern.search(text)
        return " ".join(match[0].split()) if match else None

    def stands_in(self, text: str) -> bool:
        """Return whether the text has this name in any case, or the letters it is cut to."""
        return self._loose.search(text) is not None


def read_name(words: str, *, proper: bool = False) -> Name | None:
    """Return the name in these words, with what stands in brackets; none when it is no name.

    A title of ordinary words ('Vergunningenbestand') is no name, unless it is known for one.

    >>> read_name("Basisregistratie Personen (BRP)").shapes
    ('Basisregistratie Personen', 'BRP')
    """
    parts = (_ASIDE.sub(" ", words).strip(), *_ASIDE.findall(words))
    bare = [_FORM.sub("", part).strip() for part in parts]
    shapes = tuple(dict.fromkeys(part for part in bare if part and (proper or _is_name(part))))
    return Name(shapes) if shapes else None


def find_names(text: str, names: Iterable[Name]) -> list[tuple[Name, str]]:
    """Return which of the names the text uses, with its words for them."""
    return [(name, found) for name in names if (found := name.find(text)) is not None]


def is_proper(words: str) -> bool:
    """Return whether someone is named by capitals and not described, as in 'Intern ontwikkeld'.

    >>> is_proper("Lichtwacht BV"), is_proper("Intern ontwikkeld")
    (True, False)
    """
    return all(word[0].isupper() for word in words.split() if word[0].isalpha())


def _is_name(words: str) -> bool:
    """Return whether there are more capitals than a title begins with."""
    return sum(sign.isupper() for sign in words) > 1
