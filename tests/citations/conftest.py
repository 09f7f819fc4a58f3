"""Readings made by hand, with the blocks that matter to a quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from extractor.models import Block, BlockKind, Reading, Source, Span

MakeReading = Callable[..., Reading]
SOURCE = Source(sha256="a" * 64, name="dpia.pdf", media_type="application/pdf")


@pytest.fixture(scope="session")
def make_reading() -> MakeReading:
    """Return a maker of readings: a text, and per kind of block the words it consists of."""

    def make(text: str, blocks: Mapping[str, BlockKind] | None = None) -> Reading:
        found = [
            Block(kind=kind, span=Span(start=text.index(words), end=text.index(words) + len(words)))
            for words, kind in (blocks or {}).items()
        ]
        found.sort(key=lambda block: (block.span.start, -block.span.end))
        return Reading(id="r", source=SOURCE, reader="t@1", text=text, blocks=tuple(found))

    return make
