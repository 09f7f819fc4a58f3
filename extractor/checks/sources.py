"""Hold the sentences and items of a field against the passages they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.carrying import find_uncarried
from extractor.checks.negation import find_denials
from extractor.checks.rules import Finding, make_finding
from extractor.checks.statements import Statement, count_shared
from extractor.facts import Name, is_proper
from extractor.standard.catalogue import Field

_CHOSEN = frozenset({"choice", "choices", "constant"})
"""Kinds of field whose words come from the register's own lists: a citation shows why they hold."""


def is_held_to_sources(field: Field) -> bool:
    """Return whether the words of the field must be carried; choices and search terms need not."""
    return field.kind not in _CHOSEN and field.key != "tags"


def is_prose(field: Field) -> bool:
    """Return whether the field holds sentences."""
    return field.kind == "text" or field.key == "description_short"


def check_sources(
    field: Field, statements: Sequence[Statement], names: Sequence[Name]
) -> list[Finding]:
    """Return the facts and negations of the statements that their passages do not carry."""
    if not is_held_to_sources(field):
        return []
    return [
        finding
        for statement in statements
        if statement.passages and statement.text not in field.recommended_titles
        for finding in _check(field, statement, names)
    ]


def _check(field: Field, statement: Statement, names: Sequence[Name]) -> Iterator[Finding]:
    if field.key == "provider" and not _is_named(statement):
        yield make_finding("uncarried_name", statement.claim, fact=statement.text)
    for found in find_uncarried(statement, names):
        instead = _write_instead(found.instead)
        yield make_finding(found.rule, statement.claim, fact=found.fact, instead=instead)
    if is_prose(field):
        if statement.typed and statement.comparable and _is_loose(statement):
            yield make_finding("no_basis", statement.claim, fact=statement.text)
        for rule, word in find_denials(statement.text, statement.passages):
            yield make_finding(rule, statement.claim, fact=word)


def _is_named(statement: Statement) -> bool:
    """Return whether a passage has a word of the provider's name; a description is no name."""
    text = " ".join(statement.passages).lower()
    words = re.findall(r"\w{3,}", statement.text.lower())
    return not is_proper(statement.text) or any(word in text for word in words)


def _is_loose(statement: Statement) -> bool:
    """Return whether the statement shares no content word with any of its passages."""
    return not any(count_shared(statement.text, passage) for passage in statement.passages)


def _write_instead(words: Sequence[str]) -> str:
    if not words:
        return ""
    stands = "staat" if len(words) == 1 else "staan"
    return f"; daar {stands} {' en '.join(words)}"
