"""Try out an llm at its endpoint with an invented document, and count what comes of it."""

from extractor.probing.checking import LlmProbe, choose_context

__all__ = ["LlmProbe", "choose_context"]
