"""What a sentence states that can be looked up: numbers, dates, laws, addresses and names.

Dutch, and English as far as Dutch public bodies write it. A fact has a value that is the same
however it is written, and the span of its words. No fact is read twice: what is part of an address,
a law or a date is no number.
"""

from extractor.facts.addresses import Address, find_addresses
from extractor.facts.dates import StatedDate, find_dates
from extractor.facts.laws import Law, find_laws
from extractor.facts.names import Name, find_names, is_proper, read_name
from extractor.facts.numbers import Number, find_numbers
from extractor.facts.sentence import Facts, find_facts

__all__ = [
    "Address",
    "Facts",
    "Law",
    "Name",
    "Number",
    "StatedDate",
    "find_addresses",
    "find_dates",
    "find_facts",
    "find_laws",
    "find_names",
    "find_numbers",
    "is_proper",
    "read_name",
]
