"""Rich text as the register keeps it: made from plain text, and measured.

The length function here is the only one. It follows the register's own rule (register.md 1.2).
"""

from __future__ import annotations

import re
from html.entities import name2codepoint

ENTITY_NAMES = "|".join(sorted((*name2codepoint, "apos")))
"""The names the register's parser decodes: those of HTML 4."""

ENTITY = re.compile(rf"&(?:#[0-9]|#[xX][0-9a-fA-F]|(?:{ENTITY_NAMES});)")
"""Where the register reads another character than the one that stands there."""

BARE_AMPERSAND = re.compile(rf"(?!{ENTITY.pattern})&")

BULLET = re.compile(r"[-•]\s+(?=\S)")
"""What a list line starts with."""


def count_characters(html: str) -> int:
    """Return the length as the register counts it: all text nodes joined by one space."""
    return len(" ".join(list_text(html)))


def list_text(html: str) -> list[str]:
    """Return the text nodes of the html in order, entities decoded; blank html gives itself."""
    from lxml.etree import XPath  # noqa: PLC0415 - lxml stays out of the command line's start
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - the same

    if not html.strip():
        return [html]
    parser = HTMLParser(huge_tree=True)
    nodes = XPath("//text()")(document_fromstring(protect_ampersands(html), parser=parser))
    return [str(node) for node in nodes] if isinstance(nodes, list) else []


def count_stored(html: str) -> int:
    """Return how many characters the register's database column gets, markup included.

    Text without tags gets a `<p>` around it there, several blocks a `<div>`.
    """
    from lxml.html import HTMLParser, fromstring, tostring  # noqa: PLC0415 - lxml loads late

    if not html.strip():
        return len(html)
    block = protect_ampersands(html if "<" in html else f"<p>{html.lstrip()}</p>")
    return len(tostring(fromstring(block, parser=HTMLParser(huge_tree=True)), encoding="unicode"))


def protect_ampersands(html: str) -> str:
    """Return the html with every `&` escaped that is no entity to the register's older parser."""
    return BARE_AMPERSAND.sub("&amp;", html)


def to_html(plain: str) -> str:
    """Return the html the register keeps unchanged; empty for blank text.

    A blank line starts a paragraph, a line that starts with `- ` or `• ` is a list item.
    Newlines between the tags keep words apart where the register's CSV drops the tags; the
    register counts each as two characters more.
    """
    blocks = [_write_block(listed, lines) for listed, lines in _split_blocks(plain)]
    html = "\n".join(blocks)
    return f"<div>{html}</div>" if len(blocks) > 1 else html


def _split_blocks(plain: str) -> list[tuple[bool, list[str]]]:
    """Return paragraphs (False) and lists (True); blank lines between items split no list."""
    blocks: list[tuple[bool, list[str]]] = []
    apart = True
    for line in plain.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        text = line.strip()
        if not text:
            apart = True
            continue
        bullet = BULLET.match(text)
        listed = bullet is not None
        if not blocks or blocks[-1][0] is not listed or (apart and not listed):
            blocks.append((listed, []))
        blocks[-1][1].append(text[bullet.end() :] if bullet else text)
        apart = False
    return blocks


def _write_block(listed: bool, lines: list[str]) -> str:  # noqa: FBT001 - one of two kinds
    escaped = [_escape(line) for line in lines]
    if listed:
        return "<ul>" + "\n".join(f"<li>{line}</li>" for line in escaped) + "</ul>"
    return "<p>" + "<br>\n".join(escaped) + "</p>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
