"""The two states of a box to tick, as one character each.

A box is read as a character and not as a word: a word would be text that nobody sees in the
source. The characters are Word's own, a reviewer sees in them what the author saw, and a quote
with the other state is refused, since neither stands for the other.
"""

CHECKED = "☒"
UNCHECKED = "☐"
