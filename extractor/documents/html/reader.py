"""Read a web page; whatever is wrong with it becomes a problem of the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from extractor.documents.flow.archive import DAMAGE, PackageBroken
from extractor.documents.flow.frames import lift_frames
from extractor.documents.flow.stream import Stream, make_reading
from extractor.documents.flow.titles import find_titles
from extractor.documents.html.decoding import decode_page
from extractor.documents.html.places import Place
from extractor.documents.html.walk import PageReader, Seen
from extractor.documents.problems import describe_problem
from extractor.models import Problem, Reading, Source

READER = "html@2"

LARGEST_PAGE = 100_000_000
"""Bytes; a page saved with its pictures inside stays well below."""

WORDS = {"kind": "HTML-bestand", "program": "de browser"}
"""What the texts of problems call such a file, and the program it is mended in."""

ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Tags that may be left out: libxml2 drops what follows them, where a browser shows it."""


def read_html(content: bytes, source: Source) -> Reading:
    """Return the reading of a web page; a file that cannot be read gives a problem."""
    if len(content) > LARGEST_PAGE:
        problem = describe_problem("too_large", limit=str(LARGEST_PAGE // 1_000_000))
        return make_reading(source, READER, Stream(), [problem])
    stream, seen = Stream(), Seen()
    try:
        root = parse_page(decode_page(content))
        if root is not None:
            parts = tuple(lift_frames(PageReader(seen).read_page(root, Place())))
            stream.write_parts(find_titles(parts))
    except DAMAGE:
        return make_reading(source, READER, Stream(), [describe_problem("office_damaged", **WORDS)])
    return make_reading(source, READER, stream, list(find_remarks(stream, seen)))


def parse_page(page: str) -> _Element | None:
    """Return the root of a page, or none when there is nothing in it.

    PackageBroken refuses a page nested deeper than the parser goes: the rest would be lost.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
    )
    # An empty tag keeps apart what the tags taken out stood between.
    encoded = ENDS.sub("<wbr>", page).encode("utf-8", "replace")
    if not encoded.strip():
        return None
    root = etree.fromstring(encoded, parser)
    fatal = (each for each in parser.error_log if each.level == etree.ErrorLevels.FATAL)
    if next(fatal, None) is not None:
        message = "the page is nested too deep"
        raise PackageBroken(message)
    return root


def find_remarks(stream: Stream, seen: Seen) -> Iterator[Problem]:
    """Yield what a reader of the text should know."""
    if seen.deleted:
        yield describe_problem("html_deleted")
    if seen.hidden:
        yield describe_problem("html_hidden_text")
    if not stream.text.strip():
        yield describe_problem("html_no_text")
