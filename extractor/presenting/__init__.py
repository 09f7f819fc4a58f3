"""Make the text as shown of a span, and map its positions back to the reading.

Furniture, notes and their marks are out, lines are joined, characters nobody sees are out, white
space is single; blocks end in a line end and cells in a tab. The address behind a link's words
and the state behind a box stay: they are marks that say something.
"""

from extractor.presenting.shown import Presented, present

__all__ = ["Presented", "present"]
