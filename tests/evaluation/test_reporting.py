"""Counts as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.drafting.drafter import Drafter
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.errors import GoldUnusable
from extractor.evaluation.counting import Counts, FieldEvaluation
from extractor.evaluation.gold import Gold, load_gold
from extractor.evaluation.reporting import DossierEvaluation, describe_evaluation, write_evaluation
from extractor.evaluation.running import evaluate_folder
from extractor.intake.reading import DocumentReader
from extractor.models import Reading
from extractor.pipeline import draft_dossier
from extractor.store import Store, open_store

FIXTURES = Path(__file__).parents[2] / "fixtures"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

GOAL = FieldEvaluation(
    field="goal",
    counts=Counts(fact_weight=5, fact_weight_found=3, facts_found=2, facts_cited=1, forbidden=1),
    remarks=("niet: gratis",),
)
STATUS = FieldEvaluation(
    field="status", counts=Counts(right=1, conflicts=2, conflicts_reported=1, citations=1)
)
URL = FieldEvaluation(field="url", counts=Counts(unanswerable=1, unanswerable_filled=1))
END = FieldEvaluation(field="end_date", counts=Counts(unanswerable=1))


@pytest.fixture
def evaluation() -> DossierEvaluation:
    """Return the evaluation of one draft."""
    return DossierEvaluation(
        dossier="parkeren",
        draft="d1",
        drafter="offline",
        fields=(GOAL, STATUS, URL, END),
        calls=2,
        tokens=30,
        seconds=1.25,
    )


def test_a_table_has_a_line_a_field(evaluation: DossierEvaluation) -> None:
    """Only what was counted is written."""
    lines = write_evaluation([evaluation]).splitlines()

    assert lines[0] == "parkeren (offline, draft d1; 2 calls, 30 tokens, 1.2 s)"
    assert [line.split() for line in lines[2:6]] == [
        ["goal", "3/5", "1", "1/2"],
        ["status", "right", "1/2"],
        ["url", "made", "up"],
        ["end_date", "silent"],
    ]


def test_the_table_ends_with_the_totals(evaluation: DossierEvaluation) -> None:
    """Two drafts are counted together."""
    lines = write_evaluation([evaluation, evaluation]).splitlines()

    assert lines[-8:] == [
        "Total",
        "  closed fields: 2 right, 0 wrong, 0 missing, 0 rightly left open",
        "  fact weight found: 6 of 10",
        "  forbidden claims: 2",
        "  values for unanswerable fields: 2 of 4",
        "  citations verbatim: 0 of 2",
        "  facts with their page cited: 2 of 4",
        "  contradictions reported: 2 of 4",
    ]


def test_the_json_holds_every_count(evaluation: DossierEvaluation) -> None:
    """Per dossier, per field and in total, with its format."""
    described = describe_evaluation([evaluation])

    assert set(described) == {"format", "dossiers", "total"}
    assert described["dossiers"][0]["fields"][0]["remarks"] == ["niet: gratis"]
    assert described["total"]["fact_weight_found"] == 3
    assert set(described["total"]) == set(Counts.model_fields)


def make_drafter(readings: Mapping[str, Reading]) -> Drafter:
    """Return the offline drafter."""
    return OfflineDrafter(readings, lambda: NOON)


def evaluate(
    folder: Path, golds: tuple[Gold, ...], store: Store, reader: DocumentReader
) -> tuple[DossierEvaluation, ...]:
    """Return the evaluation of offline drafts."""
    return evaluate_folder(
        folder,
        golds,
        store,
        lambda found: draft_dossier(found, store, reader, make_drafter, lambda: NOON),
    )


def test_the_invented_dossier_is_drafted_without_invention(
    tmp_path: Path, reader: DocumentReader
) -> None:
    """No closed field is wrong, nothing unknowable is filled, every citation is verbatim."""
    golds = load_gold(FIXTURES / "gold" / "parkeercontrole-scanauto.json")
    folder = FIXTURES / "dossiers" / "parkeercontrole-scanauto"

    with open_store(tmp_path) as store:
        evaluated = evaluate(folder, golds, store, reader)
    total = describe_evaluation(evaluated)["total"]

    assert (total["wrong"], total["unanswerable_filled"]) == (0, 0)
    assert total["citations_verbatim"] == total["citations"] > 50
    assert total["right"] >= 8
    assert total["fact_weight_found"] > total["fact_weight"] / 2


def test_a_folder_nothing_is_known_of_is_refused(tmp_path: Path, reader: DocumentReader) -> None:
    """An evaluation of nothing would look like a good one."""
    folder = tmp_path / "Scanauto"
    folder.mkdir()
    (folder / "dpia.txt").write_text("Een auto leest.", encoding="utf-8")
    golds = load_gold(FIXTURES / "gold")

    with open_store(tmp_path / "werkmap") as store, pytest.raises(GoldUnusable):
        evaluate(folder, golds, store, reader)
