"""Find numbers that belong to somebody: telephone, citizen service and bank account numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+31|0031|\(?0)(?:[^\S\n]|[\d()-]){7,18}\d(?!\w|[.,-]\d|[^\S\n]\d)"
)
_COUNTRY = re.compile(r"^(?:\+|00)31(?:\s|-)*(?:\(0\))?")
_GENERAL = re.compile(r"0(?:800|900|906|909|88|85|91|97)")
"""Numbers of services and organisations (Nummerplan telefoon- en ISDN-diensten)."""
_DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")
_DIGITS_OF_PHONE = 10

_NINE = re.compile(
    r"(?<![\w.,/-])(?:\d{9}|\d{4}[ .]\d\d[ .]\d{3}|\d{3}([ .])\d{3}\1\d{3})(?![\w/-]|[.,]\d|[ ]\d)"
)
_LABEL_SPACE = 30
_CITIZEN = re.compile(r"\bBSN\b|burgerservicenummer|sofi", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:rsin|zaak\w*|kenmerk|dossier\w*|kvk\w*|btw\w*|fisca\w+|factuur\w*|order\w*|artikel\w*|tel\w*)\b"
    r"[^.;\n]*$|(?:€|\+31|0031)\s*$",
    re.IGNORECASE,
)
"""Labels and signs before a number that say it is another."""

_ACCOUNT = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d\d(?:[ .-]?[A-Za-z0-9]){11,40}(?![A-Za-z0-9])")
_TOKEN = re.compile(r"[ .-]")


def find_phone_numbers(text: str) -> Iterator[str]:
    """Yield Dutch telephone numbers that may be one person's; those of services are not yielded.

    >>> [*find_phone_numbers("Bel 06-12345678, 14 070 of 0800-8051.")]
    ['06-12345678']
    """
    accounts = [match.span() for match in _ACCOUNT.finditer(text)]
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", _COUNTRY.sub("0", match[0]))
        inside = any(start < match.start() < end for start, end in accounts)
        if (
            len(digits) == _DIGITS_OF_PHONE
            and digits[1] != "0"
            and not _GENERAL.match(digits)
            and not _DATE.match(match[0])
            and not inside
        ):
            yield match[0]


def find_citizen_numbers(text: str) -> Iterator[str]:
    """Yield numbers that pass the eleven-test and are not labelled as another number.

    One in eleven other numbers of nine digits passes too. With points in threes it may be an
    amount, and needs the label.
    """
    for match in _NINE.finditer(text):
        before = text[max(0, match.start() - _LABEL_SPACE) : match.start()]
        labelled = _CITIZEN.search(before) is not None
        amount = match[1] == "." or re.match(r"\s*(?:euro|€)", text[match.end() :])
        if bsn.is_valid(match[0]) and (labelled or not (amount or _OTHER.search(before))):
            yield match[0]


def find_bank_accounts(text: str) -> Iterator[str]:
    """Yield international bank account numbers (IBAN) with right check digits."""
    for match in _ACCOUNT.finditer(text):
        ends = [each.start() for each in _TOKEN.finditer(match[0])]
        for end in (len(match[0]), *reversed(ends)):
            if iban.is_valid(match[0][:end], check_country=False):
                yield match[0][:end]
                break
