"""Try out an llm at its endpoint with an invented document, and count what comes of it."""

from extractor.probing.checking import check_llm, list_cost

__all__ = ["check_llm", "list_cost"]
