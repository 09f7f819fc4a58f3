"""Take documents as they are: the invented dossiers, and real ones where they are at hand.

Nobody wrote down what stands in them, so quotes are made of the text as shown, and the truth is
where `present` took it from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from challenge.material import Material, Place, Written
from extractor.documents.reading import read_file
from extractor.models import BlockKind, Reading
from extractor.presenting import present

ROOT = Path(__file__).parents[3]
INVENTED = ROOT / "fixtures" / "dossiers"
REAL = ROOT.parent / "shared" / "documents"
QUOTED: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "row"})
SENTENCE = re.compile(r"(?<![\w.])[A-Z][^\n]{30,300}?[a-z)][.?!](?=\s|$)")
FEWEST = 20
"""Sentences of a document that is worth asking about."""

FEWEST_WORDS = 6
"""Of a row that is worth quoting."""


def find_materials(folder: Path, foreign: tuple[str, ...]) -> tuple[Material, ...]:
    """Return what is read of the PDF and Word documents in a folder; none where it is absent."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".pdf", ".docx"})
    found = (_place_shown(read_file(path), foreign) for path in paths)
    return tuple(material for material in found if len(material.places) >= FEWEST)


def _place_shown(reading: Reading, foreign: tuple[str, ...]) -> Material:
    """Return a reading with the sentences and rows it shows; what recurs is left out."""
    places = tuple(_yield_places(reading))
    written = [
        Written((present(reading, block.span).text,))
        for block in reading.blocks
        if block.kind in QUOTED
    ]
    spelled = spell(reading.text)
    once = tuple(place for place in places if spelled.count(spell(place.text)) < 2)
    return Material(reading, once, foreign, written)


def spell(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def _yield_places(reading: Reading) -> Iterator[Place]:
    for block in sorted(reading.blocks, key=lambda block: block.span.start):
        if block.kind not in QUOTED:
            continue
        shown = present(reading, block.span)
        whole = block.kind == "row"
        for found in (
            re.finditer(r"(?s)\S.*\S", shown.text) if whole else SENTENCE.finditer(shown.text)
        ):
            letters = [
                shown.sources[place]
                for place in range(*found.span())
                if shown.text[place].isalnum()
            ]
            parts = tuple(filter(None, re.split(r"[\t\n]+", found[0]))) if whole else (found[0],)
            if len(found[0].split()) >= FEWEST_WORDS:
                yield Place(Written(parts), shown.to_source(*found.span()), letters)
