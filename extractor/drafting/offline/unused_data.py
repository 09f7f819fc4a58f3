"""Tell rows of data that are not used, or for something only, by what their own columns say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.unused_data import UnusedRules
from extractor.drafting.sentences import Sentence


def mark_unused(rules: UnusedRules, answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers in their places; rows that say that their datum is not used are marked."""
    return [replace(each, unused=True) if _is_unused(rules, each) else each for each in answers]


def _is_unused(rules: UnusedRules, answer: Answer) -> bool:
    return any(_denies(rules, title, cell.text) for title, cell in _list_titled(answer))


def list_limits(rules: UnusedRules, answer: Answer) -> frozenset[int | None]:
    """Return the columns of a row that say that its datum is used for something only."""
    return frozenset(
        cell.block.level
        for title, cell in _list_titled(answer)
        if rules.only.search(cell.text)
        or (_asks_use(rules, title) and _is_limited(rules, cell.text))
    )


def _list_titled(answer: Answer) -> Iterator[tuple[str, Sentence]]:
    """Yield the cells of a row but the first, which names the datum, with their columns' titles."""
    if answer.kind == "row":
        titles = dict(answer.header)
        yield from ((titles.get(cell.block.level, ""), cell) for cell in answer.cells[1:])


def _asks_use(rules: UnusedRules, title: str) -> bool:
    return bool(rules.columns.search(title)) and not rules.others.search(title)


def _denies(rules: UnusedRules, title: str, said: str) -> bool:
    if rules.unused.search(said):
        return True
    if rules.excluded.search(title):
        return bool(rules.yes.search(said))
    return _asks_use(rules, title) and bool(rules.no.search(said)) and not rules.partly.search(said)


def _is_limited(rules: UnusedRules, said: str) -> bool:
    return bool(rules.limited.search(said) or rules.partly.search(said))
