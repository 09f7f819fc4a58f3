"""Documents damaged at random, and what reading them gives."""

from mutations.part import describe, measure

__all__ = ["describe", "measure"]
