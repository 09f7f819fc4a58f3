"""Tables and paragraphs of risks into pairs: a risk with what is done against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules.fitness import FitnessRules
from extractor.drafting.sentences import Sentence

_RISK = re.compile(r"\brisico(?!\w*(?:klasse|niveau|score|eigenaar))|\bbedreiging|\bgevaar", re.I)
_MEASURE = re.compile(r"\bmaatregel|\bbeheersing|\bmitigatie|\bmitigerend", re.I)
_REFERENCE = re.compile(r"(?:[A-Za-z]{1,9}[\s.-]?)?(?P<number>\d{1,3}(?:\.\d+)?)", re.I)
_REFERENCES = re.compile(rf"{_REFERENCE.pattern.replace('?P<number>', '?:')}")
_LABELLED = re.compile(
    r"^(?P<label>risico|bedreiging|maatregel(?:en)?|beheersmaatregel(?:en)?)"
    r"(?:\s+\w{1,3}|\s*\(.{1,8}\))?\s*[:–-]",
    re.I,
)
_FEWEST = 4
"""Words of a cell that says what may go wrong; a shorter one is a level, a number or a name."""


@dataclass(frozen=True)
class _Row:
    """A row of a table of risks or measures, by what its columns hold."""

    answer: Answer
    number: str
    """Its own number, where it has one."""
    risk: Sentence | None
    measure: Sentence | None
    refers: frozenset[str]
    """Numbers and names in the column of the other table that it points at."""


def pair_risks(rules: FitnessRules, answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers in their places; a risk has taken along its measures.

    What was taken along is no longer usable by itself. A measure that is still to come is none.
    """
    rows = [row for answer in answers if (row := _read_row(answer))]
    taken: dict[int, Answer] = {}
    measures = _find_measures(rows)
    for row in rows:
        if row.risk is None:
            continue
        own = [row.measure] if row.measure else []
        others = measures[row.answer.position]
        done = [each.measure for each in others if each.measure and not is_open(rules, each.answer)]
        if is_open(rules, row.answer):
            own = []
        taken[row.answer.position] = _join(row.answer, row.risk, [*own, *done])
        for each in others:
            taken.setdefault(each.answer.position, replace(each.answer, usable=False))
    taken.update(_pair_paragraphs(answers))
    return [taken.get(answer.position, answer) for answer in answers]


def is_open(rules: FitnessRules, answer: Answer) -> bool:
    """Return whether a row says of what stands in it that it is not done yet."""
    titles = dict(answer.header)
    return any(
        rules.open_columns.search(titles.get(cell.block.level, ""))
        and rules.open_values.search(cell.text)
        for cell in answer.cells
    )


def _join(answer: Answer, risk: Sentence, measures: Sequence[Sentence]) -> Answer:
    cells = (risk, *measures)
    shown = replace(answer.sentence, text=" – ".join(cell.text for cell in cells))
    return replace(answer, kind="row", cells=cells, sentence=shown, paired=True)


def _read_row(answer: Answer) -> _Row | None:
    """Return the row of a table that has a column of risks or of measures."""
    if answer.kind != "row" or not answer.header:
        return None
    titles = dict(answer.header)
    cells = [(titles.get(cell.block.level, ""), cell) for cell in answer.cells if cell.text]
    about_risk = [cell for title, cell in cells if _RISK.search(title)]
    about_measure = [cell for title, cell in cells if _MEASURE.search(title)]
    if not about_risk and not about_measure:
        return None
    risk = next((cell for cell in about_risk if _says(cell)), None)
    measure = next((cell for cell in about_measure if _says(cell)), None)
    pointing = about_risk if risk is None else about_measure if measure is None else []
    first = answer.cells[0]
    own = "" if first in (risk, measure) or first in pointing else first.text
    return _Row(answer, _fold(own), risk, measure, frozenset(_list_references(pointing)))


def _says(cell: Sentence) -> bool:
    return len(_REFERENCES.sub("", cell.text).split()) >= _FEWEST


def _list_references(cells: Sequence[Sentence]) -> list[str]:
    """Return the numbers in the cells that point at rows, and each cell whole as a name."""
    found = [_fold(match[0]) for cell in cells for match in _REFERENCES.finditer(cell.text)]
    return [*found, *(_fold(cell.text) for cell in cells)]


def _find_measures(rows: Sequence[_Row]) -> Mapping[int, list[_Row]]:
    """Return by the place of a risk the rows of measures that it points at or that point at it."""
    found: dict[int, list[_Row]] = defaultdict(list)
    for risk in (row for row in rows if row.risk):
        for measure in (row for row in rows if row.measure and row.risk is None):
            same = risk.answer.reading == measure.answer.reading
            if same and (_points(measure, risk) or _points(risk, measure)):
                found[risk.answer.position].append(measure)
    return found


def _points(row: _Row, other: _Row) -> bool:
    """Return whether a row names the other by its number or by the words of a cell."""
    names = {_fold(cell.text) for cell in other.answer.cells[:2]} | {other.number}
    names |= {match["number"] for name in names if (match := _REFERENCE.fullmatch(name))}
    return bool((names - {""}) & row.refers)


def _fold(text: str) -> str:
    """Return the words as they are compared: `Risico 1`, `risico-1` and `Risico 1.` are one."""
    plain = re.sub(r"[^\w.]", "", text).strip(".").lower()
    return plain.removeprefix("risico").removeprefix("maatregel")


def _pair_paragraphs(answers: Sequence[Answer]) -> dict[int, Answer]:
    """Return the places that change where `Maatregel:` follows `Risico:`, in one section."""
    changed: dict[int, Answer] = {}
    risk: Answer | None = None
    for answer in answers:
        label = _LABELLED.match(answer.sentence.text) if answer.cells == () else None
        if risk is not None and risk.section != answer.section:
            risk = None
        if label is None or not answer.usable:
            continue
        if _RISK.match(label["label"]):
            risk = changed[answer.position] = _join(answer, answer.sentence, [])
        elif risk is not None:
            risk = _join(risk, risk.cells[0], [*risk.cells[1:], answer.sentence])
            changed[risk.position] = risk
            changed[answer.position] = replace(answer, usable=False)
    return {place: each for place, each in changed.items() if len(each.cells) != 1}
