"""Which html the register keeps as it stands (register.md 1.2)."""

from __future__ import annotations

import re

TAG = re.compile(r"<(/?)(div|br|p|ul|ol|li) ?/?>", re.IGNORECASE)
"""The tags the register keeps, without attributes."""

DEEPEST = 10
"""More tags within each other than this occur in no text that people write."""


UNKNOWN_TAG = (
    "bevat opmaak die het register weghaalt: gebruik alleen div, br, p, ul, ol en li zonder "
    "kenmerken, en schrijf een los kleiner-dan-teken als &lt;"
)


def list_markup_objections(html: str) -> tuple[str, ...]:
    """Return why the register would drop or rebuild part of this html."""
    if "<" in TAG.sub("", html):
        return (UNKNOWN_TAG,)
    if "&#" in html:
        return ("bevat een tekencode als &#39;: schrijf het teken zelf",)
    if "<" not in html and "\n" in html:
        return ("heeft nieuwe regels die in het register niet te zien zijn: maak alinea's",)
    if "<" in html and not _nests_well(html):
        return ("heeft opmaak die niet sluit: zet elke alinea en elk punt tussen begin en eind",)
    return ()


def _nests_well(html: str) -> bool:
    """Return whether all text stands in closed blocks, and no block in a paragraph."""
    opened: list[str] = []
    position = 0
    for tag in TAG.finditer(html):
        loose = html[position : tag.start()].strip() or tag[2].lower() == "br"
        if loose and not opened:
            return False
        position = tag.end()
        if not _follow_tag(opened, tag[2].lower(), closing=bool(tag[1])):
            return False
    return not opened and not html[position:].strip()


def _follow_tag(opened: list[str], name: str, *, closing: bool) -> bool:
    """Return whether the tag may stand here; the opened tags are brought up to date."""
    if name == "br":
        return not closing
    if closing:
        return bool(opened) and opened.pop() == name
    if "p" in opened[-1:] or len(opened) >= DEEPEST:
        return False
    opened.append(name)
    return True
