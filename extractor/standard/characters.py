"""Which characters the register refuses, loses or changes, with what to write instead."""

from __future__ import annotations

import re

from extractor.standard.rich_text import ENTITY

HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""Control characters, half characters and noncharacters: the register loses text or fails."""

HIDDEN = re.compile(
    r"[\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Characters without width: a reader sees another text than a search or a link finds."""

TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of reading: what is shown is not what stands there.

Soft hyphens, and the joiners that some scripts and pictograms need, are no such characters.
"""

LINE_BREAK = re.compile(r"[\n\t\u2028\u2029]")

RETYPE = "haal het weg, of typ de woorden daar opnieuw"

EATEN = re.compile(r"\A<|<[A-Za-z/!?]|<[^<>]*>")
"""What the register drops from plain text: `<` at the start or before a letter, `<` up to `>`."""

DECODED = re.compile(rf"{ENTITY.pattern}|&#")
"""What the register reads as another character, or drops."""


def list_character_objections(text: str) -> tuple[str, ...]:
    """Return what no field may hold, of text without markup (register.md 1.2 and 1.5)."""
    objections: list[str] = []
    unseen = HARMFUL.search(text) or HIDDEN.search(text)
    if unseen:
        objections.append(f"bevat {_name(unseen, 'onzichtbaar teken')}: {RETYPE}")
    turning = TURNING.search(text)
    if turning:
        objections.append(f"bevat {_name(turning, 'teken dat de leesrichting omdraait')}: {RETYPE}")
    if text.startswith("="):
        objections.append(
            "begint met =, en dat wordt een formule in een rekenblad: begin met een woord"
        )
    return tuple(objections)


def list_line_objections(text: str) -> tuple[str, ...]:
    """Return why the register would not keep this plain text as it stands."""
    objections = list(list_character_objections(text))
    if LINE_BREAK.search(text):
        objections.append("bevat een nieuwe regel of tab: zet de tekst op één regel")
    elif text != text.strip():
        objections.append("begint of eindigt met een spatie: haal die weg")
    if EATEN.search(text):
        objections.append(
            "bevat < met tekst erachter die het register weglaat: schrijf kleiner dan"
        )
    if DECODED.search(text):
        objections.append(
            "bevat een code als &amp;, die het register verandert: schrijf het teken zelf"
        )
    return tuple(objections)


def _name(found: re.Match[str], kind: str) -> str:
    return f"op plaats {found.start() + 1} een {kind} (U+{ord(found[0]):04X})"
