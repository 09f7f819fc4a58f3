"""Who is responsible and who supplies, by the role a document gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.facts import fold_name
from extractor.drafting.offline.rules.parties import PartyRules
from extractor.models import Claim, Quote

_LONGEST = 80
"""Characters: a longer cell describes a party and does not name it."""


def find_responsible(rules: PartyRules, answers: Sequence[Answer]) -> list[Claim]:
    """Return the one party that is said to be the controller; none where several are."""
    found = _collect(rules, answers, rules.responsible, rules.is_responsible)
    return list(found.values()) if len(found) == 1 else []


def find_suppliers(rules: PartyRules, answers: Sequence[Answer]) -> list[Claim]:
    """Return each party whose role is to make or supply the system, equal names together."""
    return list(_collect(rules, answers, rules.supplier, rules.supplies).values())


def join_names(*lists: Sequence[Claim]) -> list[Claim]:
    """Return the claims with those that name one party together, under its fullest name."""
    found: dict[str, Claim] = {}
    for claim in (claim for each in lists for claim in each):
        key = _find_key(found, str(claim.value))
        earlier = found.pop(key, None)
        if earlier is None:
            found[key] = claim
            continue
        value = max(earlier.value, claim.value, key=lambda name: len(str(name)))
        quotes = tuple(dict.fromkeys((*earlier.quotes, *claim.quotes)))
        found[fold_name(str(value))] = Claim(value=value, quotes=quotes)
    return list(found.values())


def _find_key(found: Mapping[str, Claim], name: str) -> str:
    """Return the key of the same party: one name may be the start of the other."""
    key = fold_name(name)
    for other in found:
        if f"{other} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other} "):
            return other
    return key


def _collect(
    rules: PartyRules,
    answers: Sequence[Answer],
    role: re.Pattern[str],
    sentence: re.Pattern[str],
) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for answer in answers:
        for name, quotes in _read(rules, answer, role, sentence):
            key = fold_name(name)
            earlier = found[key].quotes if key in found else ()
            value = found[key].value if key in found else name
            found[key] = Claim(value=value, quotes=(*earlier, *quotes))
    return found


def _read(
    rules: PartyRules, answer: Answer, role: re.Pattern[str], sentence: re.Pattern[str]
) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    if answer.cells:
        yield from _read_row(rules, answer, role)
        return
    text = answer.sentence.text
    if rules.unsure.search(text):
        return
    for match in sentence.finditer(text):
        name = _clean(match["value"])
        if _is_name(rules, name):
            yield name, answer.quotes


def _read_row(
    rules: PartyRules, answer: Answer, role: re.Pattern[str]
) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """Yield the party named in the first cell of a row that has the role in another."""
    first, *others = answer.cells
    titles = [title for column, title in answer.header if column == first.block.level]
    name = _clean(first.text)
    if not any(map(rules.column.search, titles)) or not _is_name(rules, name):
        return
    if rules.unsure.search(answer.sentence.text):
        return
    roles = [cell for cell in others if role.search(cell.text)]
    if roles:
        cited = {first.span, *(cell.span for cell in roles)}
        yield name, tuple(quote for quote in answer.quotes if quote.chunk in cited)


def _is_name(rules: PartyRules, name: str) -> bool:
    """Return whether a cell names a body or firm, and no function or description."""
    fits = 0 < len(name) <= _LONGEST and rules.name.fullmatch(name) is not None
    return fits and not rules.function.search(name)


def _clean(name: str) -> str:
    """Return the name without articles, brackets behind it and loose ends."""
    name = re.sub(r"^(?:de|het|een)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    name = re.sub(r"\s*\([^)]*\)$", "", name).strip(" .,:;")
    if name.endswith(("B.V", "N.V")):
        name += "."
    return "" if re.search(r"\b(?:van|de|der|den|en|of|te)$", name) else name
