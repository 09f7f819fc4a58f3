"""Ask the same quotes of any checker: so many of each kind, drawn by chance from a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from challenge.genuine import GENUINE
from challenge.material import Material, Place
from challenge.tampered import MAY_STAND, TAMPERED
from extractor.models import Span


@dataclass(frozen=True)
class Question:
    """A quote of some kind, with the answer."""

    kind: str
    quote: str
    genuine: bool
    spans: tuple[Span, ...]
    """The passages a genuine quote may be found at; none for a false one."""
    shown: Span | None
    """The window that was shown to the drafter, where the kind has one."""
    near: Span
    """The passage the quote was made from."""

    def is_right(self, span: Span | None) -> bool:
        """Return whether a genuine quote was found whole, or a false one nowhere."""
        return span in self.spans if self.genuine else span is None


def ask_all(material: Material, seed: int, count: int) -> Iterator[Question]:
    """Yield so many quotes of every kind, fewer where the document has no more."""
    for kind in GENUINE:
        yield from ask_genuine(kind, material, seed, count)
    for kind in TAMPERED:
        yield from ask_tampered(kind, material, seed, count)


def ask_genuine(kind: str, material: Material, seed: int, count: int) -> tuple[Question, ...]:
    """Return at most so many genuine quotes of a kind."""
    return tuple(islice(_yield_genuine(kind, material, seed), count))


def ask_tampered(kind: str, material: Material, seed: int, count: int) -> tuple[Question, ...]:
    """Return at most so many false quotes of a kind; what happens to be true is left out."""
    return tuple(islice(_yield_tampered(kind, material, seed), count))


def _yield_genuine(kind: str, material: Material, seed: int) -> Iterator[Question]:
    random = Random(f"{kind} {seed}")  # noqa: S311 - a fixed seed asks the same every time
    for place in _shuffle(random, material):
        asked = GENUINE[kind](random, material, place)
        if asked is None:
            continue
        first, last = asked.span.start - place.span.start, asked.span.end - place.span.end
        twins = (twin.span for twin in material.twins[place.text])
        spans = (
            (asked.span,)
            if asked.exact or first or last
            else tuple(Span(start=twin.start, end=twin.end) for twin in twins)
        )
        yield Question(kind, asked.quote, True, spans, asked.shown, place.span)  # noqa: FBT003


def _yield_tampered(kind: str, material: Material, seed: int) -> Iterator[Question]:
    random = Random(f"{kind} {seed}")  # noqa: S311 - a fixed seed asks the same every time
    for place in _shuffle(random, material):
        quote = TAMPERED[kind](random, material, place)
        if quote is None or (kind not in MAY_STAND and material.holds(quote)):
            continue
        yield Question(kind, quote, False, (), None, place.span)  # noqa: FBT003


def _shuffle(random: Random, material: Material) -> list[Place]:
    return random.sample(material.places, len(material.places))
