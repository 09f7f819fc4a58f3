"""Whether a link is the table's own for the law that a title and its sources both name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.facts.law_table import LawRow, is_same_address, load_laws
from extractor.facts.laws import Law, find_named_laws


def is_table_link(title: str, link: str, passages: Sequence[str]) -> bool:
    """Return whether the table of laws gives this link to the one law the title is of.

    A passage must name that law by a name that can mean no other.

    >>> at = "https://wetten.overheid.nl/BWBR0005416"
    >>> is_table_link("Gemeentewet", at, ["volgens artikel 225 van de Gemeentewet"])
    True
    >>> is_table_link("Gemeentewet", at, ["volgens artikel 225"])
    False
    """
    named = list_certain(find_named_laws(title))
    if len(named) != 1 or not _is_at(named[0], link):
        return False
    return any(named[0] in list_certain(find_named_laws(passage)) for passage in passages)


def list_certain(laws: Iterable[Law]) -> list[LawRow]:
    """Return the laws of the table that are named for certain, each once."""
    titles = (title for law in laws if law.listed and law.certain for title in law.titles)
    return [load_laws()[title] for title in dict.fromkeys(titles)]


def _is_at(law: LawRow, link: str) -> bool:
    return law.link is not None and is_same_address(law.link, link)
