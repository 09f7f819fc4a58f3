"""All facts of a sentence, each read once."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.facts.addresses import Address, find_addresses
from extractor.facts.dates import StatedDate, find_dates
from extractor.facts.laws import Law, find_laws
from extractor.facts.numbers import Number, find_numbers, mask


@dataclass(frozen=True)
class Facts:
    """What a sentence states that can be looked up."""

    numbers: tuple[Number, ...]
    dates: tuple[StatedDate, ...]
    laws: tuple[Law, ...]
    addresses: tuple[Address, ...]


def find_facts(text: str) -> Facts:
    """Return the facts in the text; four digits that may be a year are a number as well."""
    addresses = find_addresses(text)
    text = mask(text, ((each.span.start, each.span.end) for each in addresses))
    laws = find_laws(text)
    text = mask(text, ((each.span.start, each.span.end) for each in laws))
    dates = find_dates(text)
    certain = mask(text, ((d.span.start, d.span.end) for d in dates if d.certain))
    return Facts(find_numbers(certain), dates, laws, addresses)
