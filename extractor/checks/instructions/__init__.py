"""Words in a document that speak to a language model or to this program, not to a reader."""

from extractor.checks.instructions.finding import (
    find_instructions,
    list_instructing,
    show_instruction,
)

__all__ = ["find_instructions", "list_instructing", "show_instruction"]
