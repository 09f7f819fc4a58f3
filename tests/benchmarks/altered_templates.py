"""Print the forms' own sentences in layouts that hide them, with answers beside them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHORTEST = 10
"""Words of a sentence of which half says enough to be known."""
ANSWER = "De gemeente telt elke ochtend de lege vakken."
HALVES = {"seen": 0, "held_out": 1}


def list_sentences(half: str, reference: Path) -> list[str]:
    """Return every second sentence of the forms, each half the other ones."""
    sys.path[:0] = [str(ROOT), str(ROOT / ".ci/instruments")]
    forms, instructions = map(import_module, ("forms", "instructions"))
    found: dict[str, None] = {}
    for name in forms.FILES.values():
        for row in forms.read_form(reference / "instruments" / name):
            found.update(dict.fromkeys(instructions.split_sentences(row.get("description", ""))))
            if row["title"].endswith(("?", ".")):
                found.update(dict.fromkeys(instructions.split_sentences(row["title"])))
    return list(found)[HALVES[half] :: 2]


def _break_line(sentence: str) -> str:
    words = sentence.split(" ")
    half = len(words) // 2
    return f"{' '.join(words[:half])}\n{' '.join(words[half:])}"


def _hyphenate(sentence: str) -> str:
    longest = max(sentence.split(" "), key=len)
    cut = len(longest) // 2
    return sentence.replace(longest, f"{longest[:cut]}-\n{longest[cut:]}", 1)


def _halve(sentence: str) -> str:
    words = sentence.split(" ")
    if len(words) < SHORTEST:
        return sentence
    return f"{' '.join(words[: (len(words) + 1) // 2 + 1]).rstrip(',;:')} {_lower(ANSWER)}"


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


LAYOUTS: dict[str, Callable[[str], str]] = {
    "as it is": lambda sentence: sentence,
    "a line break": _break_line,
    "a hyphen at a line end": _hyphenate,
    "a bullet": lambda sentence: f"- {sentence}",
    "another bullet": lambda sentence: f"• {sentence}",
    "no stop": lambda sentence: sentence.rstrip(".?!:;"),
    "capitals": str.upper,
    "an answer behind": lambda sentence: f"{sentence} {ANSWER}",
    "an answer before": lambda sentence: f"{ANSWER} {sentence}",
    "a letter before": lambda sentence: f"a) {sentence}",
    "a soft hyphen": lambda sentence: f"{sentence[:7]}\u00ad{sentence[7:]}",
    "half, and an answer": _halve,
}


def start_alike(sentence: str) -> str:
    """Return an answer that begins with a few words of the sentence and goes on as its own."""
    words = sentence.split(" ")
    return f"{' '.join(words[: min(5, len(words) // 2 - 1)])} {_lower(ANSWER)}".strip()


def write_documents(sentences: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield a layout, a sentence and a DPIA that prints it so, with an answer of its own."""
    for name, lay_out in LAYOUTS.items():
        for sentence in sentences:
            yield name, sentence, write_document(lay_out(sentence))
    for one, two in zip(sentences[::2], sentences[1::2], strict=False):
        yield "two run together", one, write_document(f"{one.rstrip('.?!:;')} {two}")


def write_document(printed: str) -> str:
    """Return a DPIA with the words below a paragraph that feeds a field."""
    titles = (
        "Voorstel",
        "Persoonsgegevens",
        "Gegevensverwerkingen",
        "Technieken en methoden van de gegevensverwerkingen",
        "Verwerkingsdoeleinden",
        "Betrokken partijen",
        "Verwerkingslocaties",
        "Juridisch en beleidsmatig kader",
    )
    parts = ["# DPIA parkeervakken", *(f"## {title}" for title in titles)]
    parts.insert(parts.index("## Verwerkingsdoeleinden") + 1, printed)
    return "\n\n".join(parts) + "\n"
