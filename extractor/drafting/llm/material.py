"""The passages as the llm gets them: numbered, sealed, named by document and place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.documents.profile import describe_reading
from extractor.drafting.llm.answers import AnswerQuote
from extractor.drafting.llm.redacting import NO_REDACTION, Redaction, redact_texts
from extractor.drafting.offline.answer_reader import list_instructions_of_forms, list_withheld
from extractor.errors import NothingToSend
from extractor.models import Chunk, Quote, Reading, Span
from extractor.presenting import present

_PATH_SEPARATOR = " › "
_MOST_SEALS = 1000
"""Tried before giving up; that the first one will not do is a chance of one in thousands."""
_UNSEALED = "de passages zijn niet veilig af te bakenen"


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
    readings: Mapping[str, Reading],
    passages: Sequence[Chunk],
    *,
    redact: bool = False,
    beside: str = "",
) -> Material:
    """Return the passages in their order, without that of which nothing may be taken.

    The seal stands only before and behind each passage: in no document, in no name or heading, in
    nothing that is put in the place of personal data, nor in the words `beside` them.
    """
    texts = {
        chunk: present(readings[chunk.reading], chunk.span).text
        for passage in passages
        for chunk in _leave_out(passage, readings[passage.reading])
    }
    heads = {reading: _describe(readings[reading]) for reading in {c.reading for c in texts}}
    places = {chunk: _clean(_PATH_SEPARATOR.join(chunk.heading_path)) or "begin" for chunk in texts}
    for seal in islice(_make_seals(list(texts.values())), _MOST_SEALS):
        written = {
            f"p{number}": (
                f"[{seal} p{number} | {heads[chunk.reading]} | {places[chunk]}]\n{text}\n"
                f"[{seal} einde p{number}]"
            )
            for number, (chunk, text) in enumerate(texts.items(), start=1)
        }
        redaction = redact_texts(list(written.values())) if redact else NO_REDACTION
        shown = {mark: redaction.hide(passage) for mark, passage in written.items()}
        if seal not in beside and all(_is_sealed(seal, *each) for each in shown.items()):
            break
    else:
        raise NothingToSend(_UNSEALED)
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
    kept_out = [*list_withheld(reading), *list_instructions_of_forms(reading)]
    for span in (*sorted(kept_out, key=lambda each: each.start), end):
        kept = Span(start=start, end=max(start, min(span.start, chunk.span.end)))
        if kept.of(reading.text).strip():
            yield chunk.model_copy(update={"span": kept})
        start = max(start, span.end)


def _make_seals(texts: Sequence[str]) -> Iterator[str]:
    """Yield marks made of the texts, one after another, so that no text can foresee them all."""
    seal = hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    while True:
        yield seal
        seal = hashlib.sha256(seal.encode()).hexdigest()[:8]


def _is_sealed(seal: str, mark: str, passage: str) -> bool:
    """Return whether the seal stands where the passage begins and ends, and nowhere between."""
    return (
        passage.startswith(f"[{seal} {mark} | ")
        and passage.endswith(f"\n[{seal} einde {mark}]")
        and passage.count(seal) == len(("begin", "end"))
    )


def _describe(reading: Reading) -> str:
    """Return the document's name, kind and date."""
    profile = describe_reading(reading, reading.source.name)
    return ", ".join(filter(None, (_clean(reading.source.name), profile.kind, profile.date)))


def _clean(name: str) -> str:
    """Return a name or heading on one line, that does not end the line it is put in."""
    return " ".join(name.replace("|", " ").replace("]", " ").split())
