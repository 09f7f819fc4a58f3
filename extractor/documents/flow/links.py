"""Put the address of a link behind its words, where a reader in Word only sees the words.

The address is a mark inside the paragraph, as a footnote's number is: a quote may leave it out,
and a drafter finds it where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from extractor.documents.flow.additions import Addition

SCHEMES = ("https://", "http://", "mailto:")
"""Addresses that mean something outside the document's own network share."""


@dataclass(frozen=True)
class Link:
    """Words of a paragraph that go to an address."""

    start: int
    end: int
    address: str


def list_addresses(text: str, links: Sequence[Link]) -> Iterator[Addition]:
    """Yield each address that the words of its link do not show, with where it is to stand."""
    for link in join_links(links):
        shown = show_address(link.address, text[link.start : link.end])
        if shown:
            yield Addition(place=link.end, shown=shown)


def join_links(links: Sequence[Link]) -> list[Link]:
    """Return the links in order, those that Word cut into pieces made one again."""
    joined: list[Link] = []
    for link in sorted(links, key=lambda link: (link.start, link.end)):
        last = joined[-1] if joined else None
        if last is not None and last.address == link.address and last.end == link.start:
            joined[-1] = replace(last, end=link.end)
        else:
            joined.append(link)
    return joined


def show_address(address: str, words: str) -> str:
    """Return what to add behind the words; nothing when they are the address themselves."""
    address = "".join(address.split())
    if not address.lower().startswith(SCHEMES) or not words.strip():
        return ""
    target = address.removeprefix("mailto:").partition("?subject=")[0]
    if _bare(target) in _bare("".join(words.split())):
        return ""
    return f" ({target})"


def _bare(address: str) -> str:
    """Return an address as people write it: without scheme, www, codes and a last slash."""
    bare = (
        unquote(address).lower().replace(" ", "").removeprefix("https://").removeprefix("http://")
    )
    return bare.removeprefix("www.").rstrip("/")
