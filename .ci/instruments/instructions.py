"""Turn the forms' own instructions into hashes; no instruction is kept as text."""  # noqa: INP001 - part of a script, not a package

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from forms import FILES, read_form

from extractor.instruments.folding import fold, hash_letters
from extractor.instruments.template import START

SHORTEST_FRAGMENT = 6
"""Fewer words without a full stop may be an answer, such as an item of a list."""
LIKE_ANSWERS = {"prescan_2_0": {"6.1.3"}}
"""Questions whose explanation defines a term in words that an answer may well repeat."""
SHORTEST_OPENING = 6
"""Words of the first half of a sentence by which the rest is not needed to know it."""

_ORDER = re.compile(
    r"(?:raadpleeg|beschrijf|vermeld|geef|benoem|licht|zie|gebruik|kijk)\b", re.IGNORECASE
)
_BREAKS = re.compile(r"<br\s*/?>|</(?:li|p|div|ul|strong)>(?=\s*(?:<|\n|$))|•|\n(?!\s*[a-z])")
_SENTENCE_END = re.compile(r"(?<=[.?!])(?<!art\.)\s+(?=[\"'‘“(]?[A-Z0-9])")
_MARKER = re.compile(r"^\s*(?:[-–•]|\(?(?:\d{1,2}|[a-z])[.)])\s+")


def make_template(
    reference: Path, here: Path, instruments: list[dict[str, object]]
) -> list[list[object]]:
    """Return per known sentence: its number of letters, the hash of its start, and its hash."""
    return _hash_texts(_list_sentences(reference, here, instruments))


def make_openings(
    reference: Path, here: Path, instruments: list[dict[str, object]]
) -> list[list[object]]:
    """Return the same of the first half of each known sentence that is long enough."""
    halves = []
    for text in _list_sentences(reference, here, instruments):
        words = text.split(" ")
        half = max(SHORTEST_OPENING, (len(words) + 1) // 2)
        if half < len(words):
            halves.append(" ".join(words[:half]))
    return _hash_texts(halves)


def _list_sentences(reference: Path, here: Path, instruments: list[dict[str, object]]) -> list[str]:
    sentences = {
        *_list_descriptions(reference / "reference" / "instruments"),
        *_list_questions(instruments),
        *_list_model_2017(reference, here),
    }
    return [text for each in sentences for text in _list_variants(fold(each))]


def _hash_texts(texts: list[str]) -> list[list[object]]:
    letters = {text.replace(" ", "") for text in texts}
    return [
        [len(text), hash_letters(text[:START]), hash_letters(text)]
        for text in sorted(letters, key=lambda text: (len(text), hash_letters(text)))
    ]


def split_sentences(text: str) -> Iterator[str]:
    """Yield the sentences and items of an instruction that no answer would consist of."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    for line in _BREAKS.split(plain):
        bare = " ".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split())
        for sentence in _SENTENCE_END.split(bare):
            found = _MARKER.sub("", sentence).strip()
            if _is_recognisable(found):
                yield found


def _is_recognisable(sentence: str) -> bool:
    words = len(fold(sentence).split())
    if sentence.endswith((".", "?", "!", ":", ";")):
        return words > 1
    return words >= SHORTEST_FRAGMENT


def _list_descriptions(folder: Path) -> Iterator[str]:
    for key, name in FILES.items():
        for row in read_form(folder / name):
            defines = row["id"] in LIKE_ANSWERS.get(key, ())
            for sentence in split_sentences(row.get("description", "")):
                if not defines or _ORDER.match(sentence):
                    yield sentence


def _list_questions(instruments: list[dict[str, object]]) -> Iterator[str]:
    """Yield the questions that are whole sentences: between answers they answer nothing."""
    for instrument in instruments:
        questions = instrument["questions"]
        assert isinstance(questions, list)  # noqa: S101 - narrows for the type checker
        for question in questions:
            if question["title"].endswith((".", "?", ":", ")")):
                yield from split_sentences(question["title"])


def _list_model_2017(reference: Path, here: Path) -> Iterator[str]:
    model = tomllib.loads((here / "model_2017.toml").read_text("utf-8"))
    document = pypdfium2.PdfDocument(reference / model["document"])
    for places in model["lines"].values():
        text = "\n".join(_read_lines(document, *place) for place in places)
        for item in re.split(r"\n(?=[a-d]\. )", text):
            yield from split_sentences(re.sub(r"\s*\n\s*", " ", item))


def _read_lines(document: pypdfium2.PdfDocument, page: int, first: int, last: int) -> str:
    text = document[page - 1].get_textpage().get_text_range()
    return "\n".join(text.replace("\r\n", "\n").split("\n")[first : last + 1])


def _list_variants(folded: str) -> Iterator[str]:
    """Yield the sentence with each of the names that a DPIA has had."""
    yield folded
    for name in ("pia", "geb", "gegevensbeschermingseffectbeoordeling"):
        yield re.sub(r"\bdpia\b", name, folded)
