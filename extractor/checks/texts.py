"""Hold the text of a field against what an entry should and should not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from extractor.checks.addresses import looks_personal
from extractor.checks.content import check_content
from extractor.checks.personal_numbers import (
    find_bank_accounts,
    find_citizen_numbers,
    find_phone_numbers,
)
from extractor.checks.persons import find_persons
from extractor.checks.readability import check_readability
from extractor.checks.rules import Finding, make_finding
from extractor.checks.signs import find_signs
from extractor.checks.sources import is_prose
from extractor.composing import FieldValue
from extractor.facts.addresses import find_addresses
from extractor.models import Claim, ClaimValue, LinkedTitle
from extractor.standard.catalogue import Field

_CHOSEN = frozenset({"choice", "choices", "constant", "month"})
"""Kinds of field that hold no words of a person or a document."""
_PLACES = frozenset({"link", "contact"})
"""Kinds of field that hold an address only."""
_END = ".,;:!?'\"’”)"
"""Signs that end the sentence rather than the place in it."""


def _find_personal_mails(text: str) -> Iterator[str]:
    for address in find_addresses(text) if "@" in text else ():
        if "@" in address.words and looks_personal(address.words):
            yield address.words


def _find_places(text: str) -> Iterator[str]:
    yield from (span.of(text).rstrip(_END) for span in find_signs("internal_place", text))


def _find_security_detail(text: str) -> Iterator[str]:
    yield from (span.of(text).rstrip(_END) for span in find_signs("security_detail", text))


_FOUND: dict[str, Callable[[str], Iterable[str]]] = {
    "person_name": find_persons,
    "personal_mail": _find_personal_mails,
    "phone_number": find_phone_numbers,
    "citizen_number": find_citizen_numbers,
    "bank_account": find_bank_accounts,
    "internal_place": _find_places,
    "security_detail": _find_security_detail,
}
"""What an entry should not hold (register.md 4.4), by rule."""


def write_plain(value: FieldValue) -> str:
    """Return the words of a value, an item a line with its link behind it."""
    if value is None or isinstance(value, str):
        return value or ""
    return "\n".join(_write_item(item) for item in value)


def check_text(
    field: Field, value: FieldValue, claims: Sequence[Claim], entry: Mapping[str, str]
) -> list[Finding]:
    """Return what must not be in the text, what it leaves open and where it is hard to read.

    `claims` are those the value consists of, to say which a finding concerns; `entry` holds the
    texts of all fields, in the order of the form.
    """
    text = write_plain(value)
    if not text or field.kind in _CHOSEN:
        return []
    if field.kind in _PLACES:
        return [*_find_unwanted("internal_place", text, claims)]
    found = [finding for rule in _FOUND for finding in _find_unwanted(rule, text, claims)]
    found += _check_length(field, text)
    if is_prose(field) and field.key != "tags":
        found += [*check_content(field, text), *check_readability(field, text, entry)]
    return found


def _find_unwanted(rule: str, text: str, claims: Sequence[Claim]) -> Iterator[Finding]:
    for fact in dict.fromkeys(_FOUND[rule](text)):
        holding = (at for at, claim in enumerate(claims) if fact in _write_item(claim.value))
        yield make_finding(rule, next(holding, None), fact=fact)


def _check_length(field: Field, text: str) -> Iterator[Finding]:
    if field.advised_length and field.advised_length < len(text) <= (field.max_length or 0):
        yield make_finding("longer_than_advised", count=len(text), limit=field.advised_length)


def _write_item(item: ClaimValue) -> str:
    if isinstance(item, LinkedTitle):
        return f"{item.title} {item.link or ''}".strip()
    return item
