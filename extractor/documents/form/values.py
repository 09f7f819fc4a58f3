"""Say an answer's value as text: as it was typed, and choices in words."""

from __future__ import annotations

import re

from lxml import html
from lxml.etree import LxmlError

from extractor.documents.form.export import Value

WORDS = {"true": "Ja", "false": "Nee", "null": "", "undefined": ""}
"""How the tool writes the choices of a yes-or-no question, and what it shows for them."""

IMAGE = re.compile(r"data:image/", re.IGNORECASE)
PICTURE = re.compile(
    r"!\[[^\[\]]{0,300}\]\(\s{0,9}data:image/[^()\[\]<>]*+\)?|<img\b[^<>]*+>?", re.IGNORECASE
)
"""A picture inside a text, with all its bytes."""

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""What JSON can hold and no store or screen can: half a character, and none."""

HTML = re.compile(r"<(p|ul|ol|li|div|table|h[1-6])(\s[^<>]{0,300})?>", re.IGNORECASE)
BREAKS = frozenset({"p", "ul", "ol", "div", "table", "tr", "br", *(f"h{n}" for n in range(1, 7))})
"""Elements of which the text stands on lines of its own."""


def is_choice(value: Value) -> bool:
    """Return whether a value says yes or no."""
    return isinstance(value, bool) or value in ("true", "false")


def count_images(value: Value) -> int:
    """Return how many pictures a value holds."""
    if isinstance(value, dict):
        return 1
    if isinstance(value, list):
        return sum(count_images(each) for each in value if not isinstance(each, list))
    if not isinstance(value, str):
        return 0
    return 1 if IMAGE.match(value) else len(PICTURE.findall(value))


def list_texts(value: Value) -> tuple[str, ...]:
    """Return the texts of a value: of several choices each one; none of a picture, or of nothing.

    Text that an editor wrote as html becomes lines; Markdown stays as it was typed.
    """
    if isinstance(value, list):
        return tuple(
            text for each in value if not isinstance(each, list) for text in list_texts(each)
        )
    if isinstance(value, bool):
        return (WORDS[str(value).lower()],)
    if not isinstance(value, str) or IMAGE.match(value):
        return ()
    text = WORDS.get(value, UNSTORABLE.sub("\ufffd", PICTURE.sub("", value)))
    text = _drop_tags(text) if HTML.search(text) else text
    return (text,) if text.strip() else ()


def _drop_tags(text: str) -> str:
    """Return the text of html, its paragraphs and items on lines of their own."""
    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (LxmlError, ValueError):
        return text
    for element in root.iter():
        if element.tag == "li":
            element.text = f"\n- {(element.text or '').lstrip()}"
        elif element.tag in BREAKS:
            element.text = f"\n\n{element.text or ''}"
        if element.tag in BREAKS | {"li"} and element is not root:
            element.tail = f"\n{element.tail or ''}"
    # Of html that nests too deep the parser keeps nothing.
    return re.sub(r"\n\s*\n", "\n\n", str(root.text_content())).strip() or text
