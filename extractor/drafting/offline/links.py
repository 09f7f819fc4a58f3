"""Mail addresses and links that stand in the documents; none is ever made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from extractor.checks.addresses import looks_personal
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules import LinkRule, Rules, matches_any
from extractor.models import Claim

_URL = re.compile(r"https?://[^\s<>\"“”‘’()\[\]{}|]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")


def find_links(field: str, rules: Rules, answers: Sequence[Answer]) -> list[Claim]:
    """Return a claim for each address that answers the field, equal addresses together."""
    rule = rules.links[field]
    found: dict[str, Claim] = {}
    for answer in answers:
        text = answer.sentence.text
        if answer.template or matches_any(rule.avoid, text) or not matches_any(rule.cues, text):
            continue
        for address in _list_addresses(field, rule, rules, text):
            earlier = found[address].quotes if address in found else ()
            found[address] = Claim(value=address, quotes=(*earlier, *answer.quotes))
    return list(found.values())


def list_urls(text: str) -> list[str]:
    """Return the web addresses in the text, without the punctuation that follows them."""
    return [match.group().rstrip(".,;:!?'’") for match in _URL.finditer(text)]


def _list_addresses(field: str, rule: LinkRule, rules: Rules, text: str) -> Iterator[str]:
    if field == "contact_email":
        for match in _MAIL.finditer(text):
            if not looks_personal(match.group()) and _is_public(match.group(), rules):
                yield match.group().rstrip(".")
        return
    for url in list_urls(text):
        host = (urlsplit(url).hostname or "").lower()
        if not _is_public(url, rules) or matches_any(rules.laws, host):
            continue
        if not rule.hosts or matches_any(rule.hosts, host):
            yield url


def _is_public(address: str, rules: Rules) -> bool:
    """Return whether anybody could open the address, as far as its host tells."""
    host = (urlsplit(address).hostname or address.rpartition("@")[2]).lower()
    return not matches_any(rules.internal, host)
