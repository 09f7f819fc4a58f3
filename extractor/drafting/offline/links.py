"""Mail addresses and links that stand in the documents; none is ever made up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from extractor.checks.addresses import looks_personal
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.links import LinkRule, LinkRules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.models import Claim

_OWNER_AND_NAME = 2
_URL = re.compile(r"https?://[^\s<>\"“”‘’()\[\]{}|]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")


def find_links(
    field: str, rules: LinkRules, answers: Sequence[Answer], is_about: Callable[[str], bool]
) -> list[Claim]:
    """Return a claim for each address that answers the field, equal addresses together.

    `is_about` tells whether words speak of the dossier's system.
    """
    rule = rules.fields[field]
    found: dict[str, Claim] = {}
    for answer in answers:
        text = answer.sentence.text
        if answer.template or matches_any(rule.avoid, text) or not matches_any(rule.cues, text):
            continue
        if matches_any(rule.general, text) and not is_about(text):
            continue
        for address in _list_addresses(field, rule, rules, text):
            earlier = found[address].quotes if address in found else ()
            quote = answer.quote_holding(address)
            found[address] = Claim(value=address, quotes=(*earlier, quote))
    return list(found.values())


def list_urls(text: str) -> list[str]:
    """Return the web addresses in the text, without the punctuation that follows them."""
    return [match.group().rstrip(".,;:!?'’") for match in _URL.finditer(text)]


def _list_addresses(field: str, rule: LinkRule, rules: LinkRules, text: str) -> Iterator[str]:
    if field == "contact_email":
        yield from (m.group() for m in _MAIL.finditer(text) if _is_general(m.group(), rules))
        if not matches_any(rule.pages, text):
            return
    anywhere = matches_any(rule.pages, text)
    for url in list_urls(text):
        host = (urlsplit(url).hostname or "").lower()
        if not _is_public(url, rules) or matches_any(rules.laws, host):
            continue
        if anywhere or not rule.hosts or (matches_any(rule.hosts, host) and _is_repository(url)):
            yield url


def _is_repository(url: str) -> bool:
    """Return whether the address is that of a whole repository, not of a page in it."""
    parts = [part for part in urlsplit(url).path.split("/") if part]
    return 1 <= len(parts) <= _OWNER_AND_NAME


def _is_general(address: str, rules: LinkRules) -> bool:
    """Return whether a mail address is nobody's own and no machine's inside the organisation."""
    return not looks_personal(address) and _is_public(address, rules)


def _is_public(address: str, rules: LinkRules) -> bool:
    """Return whether anybody could open the address, as far as its host tells."""
    host = (urlsplit(address).hostname or address.rpartition("@")[2]).lower()
    return not matches_any(rules.internal, host)
