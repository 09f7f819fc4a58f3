"""Who made or supplies the dossier's system: a firm by its role, or the organisation itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.clauses import Clause, names_own, split_clauses
from extractor.drafting.offline.parties import add_party, read_name, read_role
from extractor.drafting.offline.rules.parties import PartyRules
from extractor.drafting.offline.rules.usage import UsageRules
from extractor.models import Claim, Quote

IN_HOUSE = "Intern ontwikkeld"
_ELSEWHERE = ("other", "version")


def find_suppliers(
    rules: PartyRules, usage: UsageRules, answers: Sequence[Answer], own: frozenset[str]
) -> list[Claim]:
    """Return each firm that is said to make or supply the system, and the organisation if it does.

    Who supplied it before, supplies another system, or only lends a computer is none.
    """
    found: dict[str, Claim] = {}
    for answer in answers:
        for name, quotes in read_role(rules, answer, rules.supplier):
            add_party(rules, found, name, quotes)
        if answer.kind == "row":
            continue
        for clause in split_clauses(usage, answer.sentence.text, own, "own"):
            for name in _read_clause(rules, usage, clause, own):
                add_party(rules, found, name, answer.quotes)
            if _is_in_house(rules, usage, clause, own):
                _add_in_house(found, answer.quotes)
    return list(found.values())


def _read_clause(
    rules: PartyRules, usage: UsageRules, clause: Clause, own: frozenset[str]
) -> Iterator[str]:
    text = clause.text
    if clause.conditional or rules.unsure.search(text) or rules.over.search(text):
        return
    if usage.moods["plan"].search(text) or rules.in_house["denied"].search(text):
        return
    for pattern in rules.supplies.values():
        for match in pattern.finditer(text):
            made = match.groupdict().get("object")
            if made is None or _is_made(rules, usage, made, own):
                yield read_name(match["value"])
    if _is_about_made(rules, usage, clause, own):
        for pattern in rules.made_by.values():
            yield from (read_name(match["value"]) for match in pattern.finditer(text))


def _is_in_house(rules: PartyRules, usage: UsageRules, clause: Clause, own: frozenset[str]) -> bool:
    text = clause.text
    if clause.conditional or rules.in_house["denied"].search(text):
        return False
    if rules.over.search(text) or usage.moods["plan"].search(text):
        return False
    if rules.in_house["lies"].search(text):
        return True
    if clause.subject == "users" and rules.in_house["made_own"].search(text):
        return names_own(usage, text.removeprefix(clause.phrase), own)
    about = _is_about_made(rules, usage, clause, own) or clause.subject == "users"
    return about and any(rules.in_house[key].search(text) for key in ("made", "made_by"))


def _is_about_made(
    rules: PartyRules, usage: UsageRules, clause: Clause, own: frozenset[str]
) -> bool:
    """Return whether the subject of a clause is the system."""
    if clause.subject in _ELSEWHERE:
        return False
    return clause.subject == "own" or _is_made(rules, usage, clause.phrase, own)


def _is_made(rules: PartyRules, usage: UsageRules, words: str, own: frozenset[str]) -> bool:
    """Return whether the words name the system, or what is a model or an algorithm at least."""
    return names_own(usage, words, own) or rules.made.search(words) is not None


def _add_in_house(found: dict[str, Claim], quotes: tuple[Quote, ...]) -> None:
    earlier = found[IN_HOUSE].quotes if IN_HOUSE in found else ()
    found[IN_HOUSE] = Claim(value=IN_HOUSE, quotes=tuple(dict.fromkeys((*earlier, *quotes))))
