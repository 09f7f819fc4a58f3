"""Whether the words a decision was based on still stand in the documents of a newer draft."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from extractor.citations import build_index, check_quote
from extractor.citations.indexing import QuoteIndex
from extractor.locators import SameReading
from extractor.models import Citation, Draft, Reading

FindReading = Callable[[str], Reading | None]
"""Returns the reading with this id, from the store or from memory."""


class StillCited:
    """Answers for one draft; a document that did not change is not opened."""

    def __init__(self, draft: Draft, find: FindReading) -> None:
        self._find = find
        self._counting = [each.reading for each in draft.documents if each.replaced_by is None]

    def __call__(self, citation: Citation) -> bool:
        """Return whether the citation's words stand in a document that counts for the draft."""
        if citation.reading in self._counting:
            return True
        return any(self._stands(citation.quote, each) for each in self._counting)

    def _stands(self, quote: str, reading_id: str) -> bool:
        reading = self._find(reading_id)
        if reading is None or not reading.text:
            return False
        return isinstance(check_quote(quote, _index(SameReading(reading))), Citation)


@lru_cache(maxsize=8)
def _index(same: SameReading) -> QuoteIndex:
    """Return the index of a reading; the decisions on one draft ask for the same ones."""
    return build_index(same.reading)
