"""Evaluations of several drafters beside each other, as one html file that needs no other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template

from pydantic import ValidationError

from extractor.errors import EvaluationUnusable
from extractor.evaluation.counting import Counts, add_counts
from extractor.evaluation.reporting import DossierEvaluation

Run = Sequence[DossierEvaluation]
"""The evaluations of one drafter, a dossier each."""

_ROWS: tuple[tuple[str, Callable[[Counts], str]], ...] = (
    ("Gesloten velden goed", lambda c: f"{c.right} van {c.right + c.wrong + c.missing}"),
    ("Gesloten velden fout", lambda c: str(c.wrong)),
    ("Gewicht van gevonden feiten", lambda c: f"{c.fact_weight_found} van {c.fact_weight}"),
    ("Verboden beweringen", lambda c: str(c.forbidden)),
    ("Ingevuld terwijl niets er staat", lambda c: f"{c.unanswerable_filled} van {c.unanswerable}"),
    ("Citaten letterlijk", lambda c: f"{c.citations_verbatim} van {c.citations}"),
    ("Feiten met hun vindplaats", lambda c: f"{c.facts_cited} van {c.facts_found}"),
    ("Tegenspraak gemeld", lambda c: f"{c.conflicts_reported} van {c.conflicts}"),
)


def load_evaluation(path: Path) -> tuple[DossierEvaluation, ...]:
    """Return what `evaluate --json` wrote; refuse a file that holds anything else."""
    try:
        said = json.loads(path.read_bytes())
        return tuple(DossierEvaluation.model_validate_json(json.dumps(d)) for d in said["dossiers"])
    except OSError:
        raise EvaluationUnusable(str(path), "kan niet worden gelezen") from None
    except (ValueError, ValidationError, KeyError, TypeError):
        raise EvaluationUnusable(str(path), "is geen uitkomst van een evaluatie") from None


def write_side_by_side(runs: Sequence[Run]) -> str:
    """Return a page with a column a drafter: all dossiers together, each dossier, each field.

    Only dossiers that every drafter was tried on are counted.
    """
    shared = set.intersection(*({each.dossier for each in run} for run in runs))
    kept = [[each for each in run if each.dossier in shared] for run in runs]
    tables = [_write_table(f"Alle dossiers ({len(shared)})", kept)]
    tables += [
        _write_table(name, [[each for each in run if each.dossier == name] for run in kept])
        for name in sorted(shared)
    ]
    page = Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
    return Template(page).substitute(tables="\n".join([*tables, _write_fields(kept)]))


def _write_table(title: str, runs: Sequence[Run]) -> str:
    counts = [add_counts(field for each in run for field in each.fields) for run in runs]
    rows = [(name, [write(each) for each in counts]) for name, write in _ROWS]
    rows += [
        ("Vragen", [str(sum(each.calls for each in run)) for run in runs]),
        ("Tokens", [str(sum(each.tokens for each in run)) for run in runs]),
        ("Seconden", [f"{sum(each.seconds for each in run):.0f}" for run in runs]),
    ]
    return _write_rows(title, _list_names(runs), rows)


def _write_fields(runs: Sequence[Run]) -> str:
    """Return a row a field: the weight of facts found, or closed fields right."""
    keys = dict.fromkeys(field.field for run in runs for each in run for field in each.fields)
    rows = []
    for key in keys:
        counts = [
            add_counts(field for each in run for field in each.fields if field.field == key)
            for run in runs
        ]
        rows.append((key, [_write_field(each) for each in counts]))
    return _write_rows("Per veld", _list_names(runs), rows)


def _write_field(counts: Counts) -> str:
    parts = []
    closed = counts.right + counts.wrong + counts.missing
    if closed:
        parts.append(f"{counts.right} van {closed} goed")
    if counts.fact_weight:
        parts.append(f"{counts.fact_weight_found} van {counts.fact_weight}")
    if counts.forbidden:
        parts.append(f"{counts.forbidden} verboden")
    if counts.unanswerable_filled:
        parts.append(f"{counts.unanswerable_filled} verzonnen")
    return ", ".join(parts)


def _list_names(runs: Sequence[Run]) -> list[str]:
    return [run[0].drafter if run else "" for run in runs]


def _write_rows(title: str, names: Iterable[str], rows: Iterable[tuple[str, list[str]]]) -> str:
    head = _write_row("th", ["", *names])
    body = "\n".join(_write_row("td", [name, *values]) for name, values in rows)
    return f"<h2>{escape(title)}</h2>\n<table>\n{head}\n{body}\n</table>"


def _write_row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(_wrap(tag, cells))}</tr>"


def _wrap(tag: str, cells: Iterable[str]) -> Iterator[str]:
    yield from (f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
