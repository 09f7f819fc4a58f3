"""What a drafter is shown it can quote: every sentence shown is accepted as a citation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.chunking import split_reading
from extractor.citations import build_index, check_quote
from extractor.documents.reading import read_file
from extractor.models import Citation
from extractor.presenting import present

ROOT = Path(__file__).parents[2]
INVENTED = sorted(
    path for path in (ROOT / "fixtures" / "dossiers").rglob("*") if path.suffix in {".docx", ".md"}
)
SENTENCE = re.compile(r"[^\n]{25,}?(?:(?<=[a-z)][.?!])(?=\s)|\n|$)")


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.name)
def test_every_sentence_shown_is_found_back(path: Path) -> None:
    """Reading, splitting, presenting and checking agree on what the source says."""
    reading = read_file(path)
    index = build_index(reading)

    refused = [
        sentence[0]
        for chunk in split_reading(reading)
        for sentence in SENTENCE.finditer(present(reading, chunk.span).text)
        if not isinstance(check_quote(sentence[0].strip(), index, chunk), Citation)
    ]

    assert len(reading.text) > 1000
    assert refused == []
