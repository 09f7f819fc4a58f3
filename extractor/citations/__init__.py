"""Check quotes against a reading: verbatim but for typesetting, or refused with the reason."""

from extractor.citations.checking import check_quote
from extractor.citations.indexing import QuoteIndex, build_index

__all__ = ["QuoteIndex", "build_index", "check_quote"]
