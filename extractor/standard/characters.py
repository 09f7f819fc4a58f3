"""Which characters the register refuses, loses or changes, with what to write instead."""

from __future__ import annotations

import re

from extractor.standard.rich_text import ENTITY

HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""Control characters, half characters and noncharacters: the register loses text or fails."""

LINE_BREAK = re.compile(r"[\n\t\u2028\u2029]")

EATEN = re.compile(r"\A<|<[A-Za-z/!?]|<[^<>]*>")
"""What the register drops from plain text: `<` at the start or before a letter, `<` up to `>`."""

DECODED = re.compile(rf"{ENTITY.pattern}|&#")
"""What the register reads as another character, or drops."""


def list_character_objections(text: str) -> tuple[str, ...]:
    """Return what no field may hold, of text without markup (register.md 1.2 and 1.5)."""
    objections: list[str] = []
    harmful = HARMFUL.search(text)
    if harmful:
        place = harmful.start() + 1
        objections.append(
            f"bevat op plaats {place} een onzichtbaar teken (U+{ord(harmful[0]):04X}): haal het weg"
        )
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
