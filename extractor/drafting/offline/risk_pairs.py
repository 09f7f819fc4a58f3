"""Tables and paragraphs of risks into pairs: a risk with what is done against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.fitness import is_publishable
from extractor.drafting.offline.rules.fitness import FitnessRules
from extractor.drafting.sentences import Sentence

_RISK = re.compile(
    r"\brisico(?!\w*(?:klasse|niveau|score|eigenaar))|\bbedreiging|\bgevaar", re.IGNORECASE
)
_MEASURE = re.compile(r"\bmaatregel|\bbeheersing|\bmitigatie|\bmitigerend", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:[A-Za-z]{1,9}[\s.-]?)?(?P<number>\d{1,3}(?:\.\d+)?)", re.IGNORECASE)
_REFERENCES = re.compile(rf"{_REFERENCE.pattern.replace('?P<number>', '?:')}")
_REST = re.compile(
    r"\brest\w*\s?risico|\b(?:resterend|overblijvend)|\brisico (?:daar)?na", re.IGNORECASE
)
_ROLE = re.compile(rf"{_RISK.pattern}|{_MEASURE.pattern}", re.IGNORECASE)
_DESCRIBED = re.compile(r"\bomschrijving|\bbeschrijving|\btoelichting|\bwat kan", re.IGNORECASE)
_NUMBERED = re.compile(r"\bn(?:umme)?r\b|\bid\b|\bcode\b|#", re.IGNORECASE)
_LABELLED = re.compile(
    r"^(?P<label>risico|bedreiging|maatregel(?:en)?|beheersmaatregel(?:en)?)"
    r"(?:\s+\w{1,3}|\s*\(.{1,8}\))?\s*[:–-]",
    re.IGNORECASE,
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

    What was taken along is no longer usable by itself. A measure that is still to come, or that
    may not be published, is left out.
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
        public = [each for each in (*own, *done) if is_publishable(rules, each.text)]
        taken[row.answer.position] = _join(row.answer, row.risk, public)
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
    found: dict[str, Sentence] = {}
    pointing: list[Sentence] = []
    for title, cells in _group_cells(answer).items():
        roles = _ROLE.findall(title) or (["risico"] if _describes_risk(answer, title) else [])
        texts = [cell for cell in cells if _says(cell)]
        for cell, role in zip(texts, roles[-len(texts) :] if texts else (), strict=False):
            found.setdefault("measure" if _MEASURE.search(role) else "risk", cell)
        pointing += [cell for cell in cells if roles and cell not in texts]
    if not found:
        return None
    number = _find_number(answer, pointing)
    refers = _list_references([cell for cell in pointing if cell is not number])
    own = _fold(number.text) if number else ""
    return _Row(answer, own, found.get("risk"), found.get("measure"), frozenset(refers))


def _group_cells(answer: Answer) -> dict[str, list[Sentence]]:
    """Return the cells by the title above them; a merged title stands above several columns."""
    groups: dict[str, list[Sentence]] = defaultdict(list)
    for cell in answer.cells:
        titles = [each for each in answer.header if (each[0] or 0) <= (cell.block.level or 0)]
        if titles and cell.text:
            groups[titles[-1][1]].append(cell)
    return groups


def _describes_risk(answer: Answer, title: str) -> bool:
    """Return whether a column describes what a first column of risks only numbers."""
    first = answer.header[0][1]
    others = any(_MEASURE.search(each) for _, each in answer.header)
    return not others and _RISK.search(first) is not None and _DESCRIBED.search(title) is not None


def _find_number(answer: Answer, pointing: Sequence[Sentence]) -> Sentence | None:
    """Return the cell that numbers the row: the first, unless its column only points elsewhere."""
    first, title = answer.cells[0], answer.header[0][1]
    if _says(first) or not _REFERENCE.fullmatch(first.text.strip(". ")):
        return None
    points = first in pointing and any(_MEASURE.search(each) for _, each in answer.header)
    alone = len(_group_cells(answer).get(title, ())) == 1
    return None if points and alone and not _NUMBERED.search(title) else first


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
            pointing = _points(measure, risk) or _points(risk, measure)
            if same and (pointing or _tells_rest(measure, risk)):
                found[risk.answer.position].append(measure)
    return found


def _tells_rest(measure: _Row, risk: _Row) -> bool:
    """Return whether a row has the risk's own number, and says what is left of it."""
    rest = any(_REST.search(title) for _, title in measure.answer.header)
    return rest and measure.number.isdigit() and measure.number == risk.number


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
