"""What the elements of a web page do to the text in them."""

from __future__ import annotations

import re

from lxml.etree import _Element

UNSEEN = frozenset(
    {
        *("head", "title", "script", "style", "template", "noscript", "iframe", "object", "embed"),
        *("audio", "video", "canvas", "map", "datalist", "rp", "rt", "desc", "metadata", "defs"),
        *("frameset", "noframes", "param", "source", "track", "link", "meta", "base"),
    }
)
"""Elements whose text no browser shows on the page."""

BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
        ),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *(
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
        ),
        *("p", "pre", "search", "section", "summary", "ul", "listing", "plaintext", "xmp"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "svg", "text", "foreignobject", "td", "th", "tr"),
    }
)
"""Elements that begin on a line of their own."""

BOLD = frozenset({"b", "strong"})

SECTIONS = frozenset({"article", "main", "section"})
"""Elements whose own header and footer are part of the text."""

APART = frozenset({"nav", "aside", "search"})
ROLES_APART = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})

SAVED_APART = frozenset({"header", "footer"})
"""The titles that LibreOffice gives to headers and footers when it saves a text as a page."""

SCREEN_READER = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "assistive-text"}
)
"""Classes for words that are spoken and not shown."""

CONTENTS = re.compile(
    r"(?:table[-_]?of[-_]?contents|toc|inhoud(?:sopgave)?|msotoc)[-_]?\d*(?:[-_].*)?"
)
"""What a table of contents is called, by its id or its class."""

NOTES = re.compile(
    r"(?:sd)?(?:foot|end|voet|eind)not(?:e|es|en)?[-_:]?\d*(?:[-_].*)?|(?:ftn|edn|fn)[-_:]?\d+"
)
"""What a note or a list of notes is called, by its id or its class."""

NOTE_SIGN = re.compile(r"\[?(?:\d{1,3}|[ivxlc]{1,6}|[*†‡§↑↩^]{1,3})\ufe0e?\]?")
"""What a link to a note, or back from it, says."""

HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b")
TINY = re.compile(
    r"(?:^|;)\s*font-size\s*:\s*(?:[01](?:\.\d+)?|2(?:\.[0-6]\d*)?)(?:px|pt)?\s*(?:;|$)"
)
WHITE = re.compile(r"(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?|white|rgb\(255, ?255, ?255\))\s*(?:;|$)")
GROUND = re.compile(
    r"(?:^|;)\s*background(?:-color|-image)?\s*:\s*(?!\s*(?:none|transparent|#fff(?:fff)?|white)\b)"
)
HEAVY = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)\b")


def read_name(element: _Element) -> str:
    """Return an element's name in lower case without its namespace; empty for a comment."""
    if not isinstance(element.tag, str):
        return ""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower()


def is_hidden(element: _Element, name: str) -> bool:
    """Return whether an element is not shown when the page opens."""
    if element.get("hidden") is not None or (name == "dialog" and element.get("open") is None):
        return True
    style = element.get("style", "").lower()
    if HIDING.search(style) or TINY.search(style):
        return True
    return WHITE.search(style) is not None and not _is_on_colour(element)


def _is_on_colour(element: _Element) -> bool:
    """Return whether an element, or what it stands in, says that its ground has a colour."""
    return any(
        each.get("bgcolor") or GROUND.search(each.get("style", "").lower())
        for each in (element, *element.iterancestors())
    )


def is_spoken(element: _Element) -> bool:
    """Return whether an element is there for who hears the page."""
    return not SCREEN_READER.isdisjoint(element.get("class", "").lower().split())


def is_apart(element: _Element, name: str, *, sectioned: bool) -> bool:
    """Return whether an element is there for the site and not for the text."""
    if name in APART or element.get("role", "") in ROLES_APART:
        return True
    if name == "div" and element.get("title", "") in SAVED_APART:
        return True
    return name in {"header", "footer"} and not sectioned


def is_contents(element: _Element) -> bool:
    """Return whether an element is a table of contents by what it is called."""
    return element.get("role") == "doc-toc" or _is_called(element, CONTENTS)


def is_notes(element: _Element) -> bool:
    """Return whether an element holds notes by what it is called."""
    role = element.get("role")
    return role in {"doc-endnotes", "doc-footnote"} or _is_called(element, NOTES)


def read_words(element: _Element) -> str:
    """Return all text in an element, shown or not."""
    return "".join(str(text) for text in element.itertext())


def _is_called(element: _Element, names: re.Pattern[str]) -> bool:
    """Return whether an element's id, or one of its classes, is one of these names."""
    named = "_".join(element.get("id", "").split())
    called = (named, *element.get("class", "").split())
    return any(names.fullmatch(each.lower()) for each in called)
