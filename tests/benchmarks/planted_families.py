"""Versions of our fixture documents, and documents that only look like versions."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from processes import ROOT
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from extractor.documents.reading import read_document
from extractor.instruments.template import is_template_sentence
from extractor.models import Reading
from extractor.presenting import present

DOCUMENTS = (
    "parkeercontrole-scanauto/DPIA/DPIA parkeercontrole met scanauto's v1.1.docx",
    "subsidie-risicomodel/02 DPIA/UDR-DPIA-2025-031 risicomodel SWIB 1.2.pdf",
    "subsidie-risicomodel/01 IAMA/IAMA risicomodel SWIB v0.9.docx",
    "parkeercontrole-scanauto/Systeem/systeembeschrijving-parkeerscan.pdf",
)
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9])")
NOISE = random.Random

Paragraphs = list[str]


@dataclass(frozen=True)
class PlantedPair:
    """Two documents of a dossier, and whether a person calls them versions of one."""

    what: str
    documents: tuple[tuple[str, Reading], tuple[str, Reading]]
    versions: bool


def list_pairs() -> Iterator[PlantedPair]:
    """Yield the planted pairs: versions first, then what is none."""
    for at, name in enumerate(DOCUMENTS):
        own, donor = load_paragraphs(name), load_paragraphs(DOCUMENTS[(at + 1) % len(DOCUMENTS)])
        yield from _list_versions(name, own, donor)
        yield from _list_others(own, donor)
    texts = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    yield _pair("translation", [texts["nl"]], [texts["en"]], versions=False)


def _list_versions(name: str, own: Paragraphs, donor: Paragraphs) -> Iterator[PlantedPair]:
    content = (ROOT / "fixtures/dossiers" / name).read_bytes()
    file = name.rpartition("/")[2]
    original = (file, read_document(content, file))
    yield PlantedPair("the same bytes", (original, (f"kopie/{file}", original[1])), versions=True)
    for rate in (0.05, 0.1, 0.2, 0.3):
        for seed in (1, 2):
            edited = rewrite(own, donor, rate, NOISE(seed))
            yield _pair(f"{rate:.0%} of the sentences rewritten", own, edited, versions=True)
    yield _pair("a first concept of 60 %", own, own[: int(0.6 * len(own))], versions=True)
    printed = read_document(print_pdf(own), "b.pdf")
    yield PlantedPair("printed as PDF", (("DPIA a.md", make(own)), ("DPIA b.pdf", printed)), True)  # noqa: FBT003
    yield PlantedPair(
        "exported as Markdown", (original, (f"{Path(file).stem}.md", make(own, ""))), versions=True
    )


def _list_others(own: Paragraphs, donor: Paragraphs) -> Iterator[PlantedPair]:
    for kept in (0.0, 0.2, 0.4):
        other = answer_otherwise(own, donor, kept, NOISE(3))
        yield _pair(
            f"another system, {kept:.0%} of the sentences shared", own, other, versions=False
        )
    yield _pair("a summary of a sixth", own, summarise(own, 6), versions=False)
    yield _pair("a summary of a third", own, summarise(own, 3), versions=False)
    advice = make(["Advies van de FG over de DPIA", *summarise(own, 2), *donor[:10]], "")
    yield PlantedPair(
        "advice that quotes half",
        (("DPIA a.md", make(own)), ("advies FG.md", advice)),
        False,  # noqa: FBT003
    )


def _pair(what: str, one: Paragraphs, other: Paragraphs, *, versions: bool) -> PlantedPair:
    documents = (("DPIA a.md", make(one)), ("DPIA b.md", make(other)))
    return PlantedPair(what, documents, versions)


@cache
def load_paragraphs(name: str) -> Paragraphs:
    """Return the paragraphs of a fixture document as a person sees them."""
    path = ROOT / "fixtures/dossiers" / name
    reading = read_document(path.read_bytes(), path.name)
    blocks = (b for b in reading.blocks if b.kind in {"heading", "paragraph", "list_item", "row"})
    shown = (present(reading, block.span).text for block in blocks)
    return [" ".join(text.split()) for text in shown if text.strip()]


def rewrite(own: Paragraphs, donor: Paragraphs, rate: float, chance: random.Random) -> Paragraphs:
    """Return the document with this share of its sentences rewritten, replaced or dropped."""
    given = split(donor)
    edits: Sequence[Callable[[str], str]] = (
        lambda sentence: _change_words(sentence, chance),
        lambda sentence: _change_words(sentence, chance),
        lambda _: chance.choice(given),
        lambda _: "",
        lambda sentence: f"{sentence} {chance.choice(given)}",
    )
    return [
        " ".join(
            chance.choice(edits)(sentence) if chance.random() < rate else sentence
            for sentence in SENTENCE.split(paragraph)
        )
        for paragraph in own
    ]


def answer_otherwise(
    own: Paragraphs, donor: Paragraphs, kept: float, chance: random.Random
) -> Paragraphs:
    """Return the same questions with other answers, but for a share of standard sentences."""
    answers = iter(split(donor) * 3)
    return [
        " ".join(
            sentence if is_template_sentence(sentence) or chance.random() < kept else next(answers)
            for sentence in SENTENCE.split(paragraph)
        )
        for paragraph in own
    ]


def summarise(own: Paragraphs, every: int) -> Paragraphs:
    """Return every so many sentences, word for word."""
    return split(own)[::every]


def split(paragraphs: Paragraphs) -> list[str]:
    """Return the sentences of a document."""
    return [sentence for paragraph in paragraphs for sentence in SENTENCE.split(paragraph)]


def make(paragraphs: Paragraphs, title: str = "# DPIA") -> Reading:
    """Return the reading of these paragraphs as Markdown."""
    return read_document("\n\n".join([title, *paragraphs]).encode(), "a.md")


def print_pdf(paragraphs: Paragraphs) -> bytes:
    """Return a PDF with these paragraphs below a title."""
    target, styles = BytesIO(), getSampleStyleSheet()
    story = [Paragraph("DPIA", styles["Title"])]
    story += [
        Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), styles["Normal"])
        for text in paragraphs
    ]
    SimpleDocTemplate(target).build(story)
    return target.getvalue()


def _change_words(sentence: str, chance: random.Random) -> str:
    """Return the sentence with one word in six, at least one, written otherwise."""
    words = sentence.split()
    for at in chance.sample(range(len(words)), k=max(1, len(words) // 6)):
        words[at] = words[at][::-1].lower()
    return " ".join(words)
