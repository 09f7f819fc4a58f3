"""The same on real documents of public bodies, where they are at hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import cycle
from pathlib import Path

import pytest

from extractor.citations import QuoteIndex, build_index, check_quote
from extractor.models import Citation, Reading, Source

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
SENTENCE = re.compile(r"(?<=[a-z][.?!] )[A-Z][^.?!…|]{40,300}[a-z)][.?!](?= [A-Z])")

EVERY = 3
"""One sentence in so many is tampered with; all of them take ten seconds."""

Tamperings = Mapping[str, Callable[[str, str], str | None]]
Corpus = Mapping[str, tuple[QuoteIndex, list[str]]]

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not here")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return, per PDF with text of its own, its index and its sentences on one line each."""
    pdfium = pytest.importorskip("pypdfium2")
    found = {}
    for path in sorted(DOCUMENTS.rglob("*.pdf")):
        if path.parent.name == "scans":
            continue
        document = pdfium.PdfDocument(path)
        text = "\f".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        source = Source(sha256="c" * 64, name="x.pdf", media_type="application/pdf")
        reading = Reading(id=path.name, source=source, reader="t@1", text=text, blocks=())
        flat = re.sub(r"\s+", " ", text.replace("\ufffe", "-"))
        found[path.name] = (build_index(reading), SENTENCE.findall(flat))
    return found


def test_every_real_sentence_is_accepted(corpus: Corpus) -> None:
    """Flattened, with straight quotes and in lower case, each is found whole."""
    tried: Counter[bool] = Counter()
    for index, sentences in corpus.values():
        for sentence in sentences:
            straight = sentence.translate(str.maketrans("’‘“”–", "'''\"-")).lower()
            for quote in (sentence, straight):
                tried[isinstance(check_quote(quote, index), Citation)] += 1

    assert tried[True] > 2000
    assert tried[False] == 0, tried


def test_no_tampered_sentence_is_accepted(corpus: Corpus, tamperings: Tamperings) -> None:
    """Not one of thousands, on the text it was made from."""
    tried: Counter[bool] = Counter()
    for name, (index, sentences) in corpus.items():
        foreign = [s for other, (_, more) in corpus.items() if other != name for s in more]
        squashed = squash(index.reading.text)
        others = cycle([sentence for sentence in foreign if squash(sentence) not in squashed])
        for sentence in sentences[::EVERY]:
            other = next(others)
            for tamper in tamperings.values():
                quote = tamper(sentence, other)
                if quote is not None:
                    tried[isinstance(check_quote(quote, index), Citation)] += 1

    assert tried[False] > 9000 / EVERY * 0.9
    assert tried[True] == 0, tried


def squash(text: str) -> str:
    """Return the letters and digits of a text: documents quote each other, and truly so."""
    return re.sub(r"[\W_]", "", text).casefold()
