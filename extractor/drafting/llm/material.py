"""The passages as the llm gets them: numbered, sealed, named by document and place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.documents.profile import describe_reading
from extractor.drafting.llm.answers import AnswerQuote
from extractor.drafting.llm.redacting import NO_REDACTION, Redaction, redact_texts
from extractor.drafting.offline.answer_reader import list_withheld
from extractor.models import Chunk, Quote, Reading, Span
from extractor.presenting import present

_PATH_SEPARATOR = " › "


@dataclass(frozen=True)
class Material:
    """The passages of a dossier, word for word as they are sent."""

    seal: str
    """Marks where a passage begins and ends; it stands in no document."""
    text: str
    chunks: Mapping[str, Chunk]
    """The window behind each passage's id."""
    shown: Mapping[str, str]
    """Each passage by its id, with its marks."""
    documents: tuple[str, ...]
    """The hashes of the sources that the passages are from."""
    redaction: Redaction

    def find_quote(self, given: AnswerQuote) -> Quote:
        """Return the quote, in the source's own words, with the window it should stand in.

        An unknown id has no reading.
        """
        mark = given.passage.strip()
        chunk = self.chunks.get(mark)
        text = self.redaction.restore(given.quote, self.shown.get(mark, ""))
        if chunk is None:
            return Quote(reading="", text=text)
        return Quote(reading=chunk.reading, text=text, chunk=chunk.span)


def write_material(
    readings: Mapping[str, Reading], passages: Sequence[Chunk], *, redact: bool = False
) -> Material:
    """Return the passages in their order, without that of which nothing may be taken."""
    texts = {
        chunk: present(readings[chunk.reading], chunk.span).text
        for passage in passages
        for chunk in _leave_out(passage, readings[passage.reading])
    }
    seal = _make_seal(list(texts.values()))
    heads = {reading: _describe(readings[reading]) for reading in {c.reading for c in texts}}
    written: dict[str, str] = {}
    for number, (chunk, text) in enumerate(texts.items(), start=1):
        mark = f"p{number}"
        place = _PATH_SEPARATOR.join(chunk.heading_path) or "begin"
        written[mark] = (
            f"[{seal} {mark} | {heads[chunk.reading]} | {place}]\n{text}\n[{seal} einde {mark}]"
        )
    redaction = redact_texts(list(written.values())) if redact else NO_REDACTION
    shown = {mark: redaction.hide(passage) for mark, passage in written.items()}
    return Material(
        seal=seal,
        text="\n\n".join(shown.values()),
        chunks=dict(zip(written, texts, strict=True)),
        shown=shown,
        documents=tuple(sorted({readings[reading].source.sha256 for reading in heads})),
        redaction=redaction,
    )


def _leave_out(chunk: Chunk, reading: Reading) -> Iterator[Chunk]:
    """Yield what is left of a window without what may be shown to no drafter."""
    start = chunk.span.start
    end = Span(start=chunk.span.end, end=chunk.span.end)
    for span in (*list_withheld(reading), end):
        kept = Span(start=start, end=max(start, min(span.start, chunk.span.end)))
        if kept.of(reading.text).strip():
            yield chunk.model_copy(update={"span": kept})
        start = max(start, span.end)


def _make_seal(texts: Sequence[str]) -> str:
    """Return a mark made of the texts that stands in none of them, so that none can forge it."""
    everything = "\n".join(texts)
    seal = hashlib.sha256(everything.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    while seal in everything:
        seal = hashlib.sha256(seal.encode()).hexdigest()[:8]
    return seal


def _describe(reading: Reading) -> str:
    """Return the document's name, kind and date; a name cannot close a passage either."""
    profile = describe_reading(reading, reading.source.name)
    name = " ".join(reading.source.name.replace("|", " ").replace("]", " ").split())
    return ", ".join(filter(None, (name, profile.kind, profile.date)))
