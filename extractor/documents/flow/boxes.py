"""The two states of a box to tick: the sign a person sees, and the word for it.

The sign is a character of the text, and a quote with the other state is refused, since neither
stands for the other. The word stands behind it as a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.flow.additions import Addition

CHECKED = "☒"
UNCHECKED = "☐"

STATES = {CHECKED: " (aangevinkt)", "☑": " (aangevinkt)", UNCHECKED: " (niet aangevinkt)"}
"""What a sign says in words; presenting shows these marks, as it does addresses."""

SIGN = re.compile(f"[{''.join(STATES)}]")


def list_states(text: str) -> Iterator[Addition]:
    """Yield the state of each box in the text in words, with where it is to stand."""
    for sign in SIGN.finditer(text):
        yield Addition(place=sign.end(), shown=STATES[sign[0]])
