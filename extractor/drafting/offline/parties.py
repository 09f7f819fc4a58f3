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

_BEHIND_FIRM = re.compile(r"^(.{2,60}?\b(?:B\.V\.|BV|N\.V\.|NV))[,;(\s].*$")
"""What stands behind the legal form of a firm is not its name."""


def find_responsible(rules: PartyRules, answers: Sequence[Answer]) -> list[Claim]:
    """Return the one party that is said to be the controller; none where several are."""
    found: dict[str, Claim] = {}
    for answer in answers:
        for name, quotes in _read_responsible(rules, answer):
            add_party(rules, found, name, quotes)
    return list(found.values()) if len(found) == 1 else []


def trim_names(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with the names alone, without where a firm is or what it does."""
    return [
        claim.model_copy(update={"value": read_name(str(claim.value)) or claim.value})
        for claim in claims
    ]


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


def add_party(
    rules: PartyRules, found: dict[str, Claim], name: str, quotes: tuple[Quote, ...]
) -> None:
    """Add a party to those found, with more places where it stands there; no function is one."""
    name = read_name(name)
    if not _is_name(rules, name):
        return
    key = fold_name(name)
    earlier = found.get(key)
    found[key] = Claim(
        value=earlier.value if earlier else name,
        quotes=(*(earlier.quotes if earlier else ()), *quotes),
    )


def read_role(
    rules: PartyRules, answer: Answer, role: re.Pattern[str]
) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """Yield the party that has the role in another cell of its row."""
    if not answer.cells or rules.unsure.search(answer.sentence.text):
        return
    first, *others = answer.cells
    titles = [title for column, title in answer.header if column == first.block.level]
    if others and any(map(rules.role_column.search, titles)):
        first, others = others[0], [first]
    elif not any(map(rules.column.search, titles)):
        return
    roles = [cell for cell in others if role.search(cell.text)]
    if roles:
        cited = {first.span, *(cell.span for cell in roles)}
        yield first.text, tuple(quote for quote in answer.quotes if quote.chunk in cited)


def _read_responsible(rules: PartyRules, answer: Answer) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    yield from read_role(rules, answer, rules.responsible)
    label, value = answer.split_label()
    if value and rules.responsible_label.search(label):
        yield value, answer.quotes
    if not answer.cells and not rules.unsure.search(answer.sentence.text):
        for match in rules.is_responsible.finditer(answer.sentence.text):
            name = read_name(match["value"])
            yield name[:1].upper() + name[1:], answer.quotes


def _is_name(rules: PartyRules, name: str) -> bool:
    """Return whether a cell names a body or firm, and no function or description."""
    fits = 0 < len(name) <= _LONGEST and rules.name.fullmatch(name) is not None
    return fits and not rules.function.search(name)


def read_name(name: str) -> str:
    """Return the name without articles, brackets behind it and loose ends."""
    name = re.sub(r"^(?:de|het|een)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    name = re.sub(r"\s*\([^)]*\)$", "", name)
    name = _BEHIND_FIRM.sub(r"\1", name).strip(" .,:;")
    if name.endswith(("B.V", "N.V")):
        name += "."
    return "" if re.search(r"\b(?:van|de|der|den|en|of|te)$", name) else name
