"""How much a passage is about what a field asks: Dutch BM25, the only room that imports bm25s."""

from extractor.relevance.index import RelevanceIndex
from extractor.relevance.terms import list_terms

__all__ = ["RelevanceIndex", "list_terms"]
