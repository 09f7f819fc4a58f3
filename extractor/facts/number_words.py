"""Numbers written in words: 'tweeëndertig', 'anderhalf', 'drie miljoen', 'een derde van'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from text_to_num import text2num

from extractor.facts.words import join_words, load_words
from extractor.models import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 5
"""Words a number is written in: 'twee miljoen driehonderd duizend vier'."""
_STEMS = (
    "nul|één|eén|éen|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    "|twintig|dertig|veertig|tachtig|honderd|duizend|mil|zero|one|two|three|four|five|six|seven"
    "|eight|nine|ten|eleven|twelve|thir|fif|twen|for|hundred|thousand"
)
"""How a number in words may begin; it spares asking about all other words."""
_HALF = re.compile(r"(\w+?)(?:en|ën|n)hal(?:f|ve)", re.IGNORECASE)

Words = Sequence[re.Match[str]]


@dataclass(frozen=True)
class NumberWords:
    """A number in words with its place; words that are two numbers have two readings."""

    readings: tuple[Fraction, ...]
    span: Span
    stated: bool = True
    """Not of the article 'een', of ordinals, and of words that only imply a number."""


def find_number_words(text: str) -> Iterator[NumberWords]:
    """Yield the numbers written in words, the longest that words make together."""
    words = list(_WORD.finditer(text))
    passed = 0
    for at, word in enumerate(words):
        if at < passed or not _load_openers().fullmatch(word[0]):
            continue
        found = _read(words[at : at + _LONGEST])
        if found is not None:
            yield found
            passed = next(
                (n for n in range(at, len(words)) if words[n].start() >= found.span.end), len(words)
            )


def parse_whole(words: str) -> int | None:
    """Return the whole number that the words are, in Dutch or else in English; none otherwise."""
    value = _parse(words, "nl")
    return _parse(words, "en") if value is None else value


@cache
def _load_openers() -> re.Pattern[str]:
    implied = join_words(load_words("implied").values())
    parts = join_words(load_words("parts"))
    once = load_words("once")["each"]
    return re.compile(rf"(?:{_STEMS})\w*|\w+half|\w+halve|{parts}|{implied}|{once}", re.IGNORECASE)


def _read(words: Words) -> NumberWords | None:
    for read in (_read_part, _read_half, _read_whole, _read_implied):
        found = read(words)
        if found is not None:
            return found
    return None


def _read_part(words: Words) -> NumberWords | None:
    """Read 'een derde van', 'de helft', 'driekwart', 'half'."""
    counted = len(words) > 1 and words[0][0].lower() in {"een", "één", "twee", "drie", "a", "two"}
    count = Fraction(parse_whole(words[0][0].lower()) or 1) if counted else Fraction(1)
    at = 1 if counted else 0
    word = words[at][0].lower()
    part = _find_part(word)
    if part is None:
        return None
    follows = words[at + 1][0].lower() if len(words) > at + 1 else ""
    if word.endswith("de") and count == 1 and follows not in {"van", "deel"}:
        # 'Een derde' is as well the one after the second: it may carry either.
        ordinal = Fraction(part.denominator)
        return _make((part, ordinal), words[: at + 1], stated=False) if counted else None
    stated = counted or word not in {"half", "halve"} or _is_measure(follows)
    return _make((count * part,), words[: at + 1], stated=stated)


def _find_part(word: str) -> Fraction | None:
    for pattern, (numerator, denominator) in load_words("parts").items():
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return Fraction(numerator, denominator)
    return None


def _is_measure(word: str) -> bool:
    """Return whether the word is a unit of time or a magnitude, so that 'half' is a number."""
    units = [each for unit in load_words("lengths") for each in load_words("units")[unit]]
    sizes = [each for words in load_words("magnitudes").values() for each in words]
    return re.fullmatch(join_words((*units, *sizes)), word, re.IGNORECASE) is not None


def _read_half(words: Words) -> NumberWords | None:
    """Read 'tweeënhalf'."""
    match = _HALF.fullmatch(words[0][0])
    whole = parse_whole(match[1].lower()) if match else None
    return None if whole is None else _make((whole + Fraction(1, 2),), words[:1])


def _read_whole(words: Words) -> NumberWords | None:
    if not re.match(_STEMS, words[0][0], re.IGNORECASE):
        return None
    longest = None
    for count in range(1, len(words) + 1):
        between = words[0].string[words[count - 2].end() : words[count - 1].start()]
        if count > 1 and between.strip():
            break
        value = parse_whole(" ".join(word[0].lower() for word in words[:count]))
        if value is None:
            break
        longest = Fraction(value), count
    if longest is None:
        return None
    stated = longest[1] > 1 or not _says_no_number(words)
    return _make((longest[0],), words[: longest[1]], stated=stated)


def _says_no_number(words: Words) -> bool:
    """Return whether a number word is an article, a verb, or English where Dutch is meant."""
    word = words[0][0].lower()
    before = words[0].string[: words[0].start()]
    follows = words[1][0].lower() if len(words) > 1 else ""
    if word == "acht":
        rules = load_words("acht")
        idiom = re.search(rf"\b(?:{rules['before']})\s+$", before, re.IGNORECASE)
        return idiom is not None or re.fullmatch(rules["after"], follows) is not None
    if word == "een":
        cue = re.search(rf"\b(?:{load_words('spans')['before']})\s+$", before, re.IGNORECASE)
        return cue is None or not _is_measure(follows)
    return _parse(word, "nl") is None


def _read_implied(words: Words) -> NumberWords | None:
    word = words[0][0]
    for value, pattern in load_words("implied").items():
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return _make((Fraction(value),), words[:1], stated=False)
    if re.fullmatch(load_words("once")["each"], word, re.IGNORECASE):
        return _make((Fraction(1),), words[:1], stated=False)
    return None


def _make(readings: tuple[Fraction, ...], words: Words, *, stated: bool = True) -> NumberWords:
    return NumberWords(readings, Span(start=words[0].start(), end=words[-1].end()), stated)


@cache
def _parse(words: str, language: str) -> int | None:
    # As written without a trema on a typewriter, or with the accent on one letter.
    spelled = re.sub(r"(twee|drie)en(?=[a-z])", r"\1ën", words) if language == "nl" else words
    try:
        return int(text2num(re.sub("eén|éen", "één", spelled), language))
    except ValueError:
        return None
