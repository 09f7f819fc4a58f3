"""The counts of an evaluation as a table and as JSON values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.evaluation.counting import Counts, FieldEvaluation, add_counts
from extractor.models import Record


class DossierEvaluation(Record):
    """The evaluation of one draft, with what drafting it took."""

    dossier: str
    draft: str
    drafter: str
    fields: tuple[FieldEvaluation, ...]
    calls: int
    tokens: int
    seconds: float


def describe_evaluation(evaluations: Sequence[DossierEvaluation]) -> dict[str, Any]:
    """Return the counts per dossier and field, and in total."""
    fields = [field for each in evaluations for field in each.fields]
    return {
        "format": 1,
        "dossiers": [each.model_dump(mode="json") for each in evaluations],
        "total": add_counts(fields).model_dump(),
    }


def write_evaluation(evaluations: Sequence[DossierEvaluation]) -> str:
    """Return a table a dossier, a line a field, and the totals."""
    parts = [_write_dossier(each) for each in evaluations]
    total = add_counts([field for each in evaluations for field in each.fields])
    return "\n\n".join([*parts, "\n".join(["Total", *_write_totals(total)])])


def _write_dossier(evaluation: DossierEvaluation) -> str:
    head = f"{'FIELD':<24}{'CLOSED':<10}{'FACTS':<9}{'FORBIDDEN':<11}{'CITED':<8}CONFLICTS"
    rows = [_write_row(field.field, field.counts) for field in evaluation.fields]
    took = f"{evaluation.calls} calls, {evaluation.tokens} tokens, {evaluation.seconds:.1f} s"
    title = f"{evaluation.dossier} ({evaluation.drafter}, draft {evaluation.draft}; {took})"
    return "\n".join([title, head, *rows, *_write_totals(add_counts(evaluation.fields))])


def _write_row(key: str, counts: Counts) -> str:
    closed = next((n for n in ("right", "wrong", "missing", "left_open") if getattr(counts, n)), "")
    if counts.unanswerable:
        closed = "made up" if counts.unanswerable_filled else "silent"
    facts = f"{counts.fact_weight_found}/{counts.fact_weight}" if counts.fact_weight else ""
    cited = f"{counts.facts_cited}/{counts.facts_found}" if counts.facts_found else ""
    conflicts = f"{counts.conflicts_reported}/{counts.conflicts}" if counts.conflicts else ""
    forbidden = str(counts.forbidden or "")
    return f"{key:<24}{closed:<10}{facts:<9}{forbidden:<11}{cited:<8}{conflicts}".rstrip()


def _write_totals(counts: Counts) -> list[str]:
    closed = f"{counts.right} right, {counts.wrong} wrong, {counts.missing} missing"
    return [
        f"  closed fields: {closed}, {counts.left_open} rightly left open",
        f"  fact weight found: {counts.fact_weight_found} of {counts.fact_weight}",
        f"  forbidden claims: {counts.forbidden}",
        f"  values for unanswerable fields: {counts.unanswerable_filled} of {counts.unanswerable}",
        f"  citations verbatim: {counts.citations_verbatim} of {counts.citations}",
        f"  facts with their page cited: {counts.facts_cited} of {counts.facts_found}",
        f"  contradictions reported: {counts.conflicts_reported} of {counts.conflicts}",
    ]
