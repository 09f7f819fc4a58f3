"""Drafters beside each other: the same dossiers counted, nothing of a name taken for markup."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from extractor.errors import EvaluationUnusable
from extractor.evaluation.counting import Counts, FieldEvaluation
from extractor.evaluation.reporting import DossierEvaluation, describe_evaluation
from extractor.evaluation.side_by_side import load_evaluation, write_side_by_side

GOOD = Counts(right=1, fact_weight=4, fact_weight_found=3)
BAD = Counts(wrong=1, fact_weight=4, fact_weight_found=1, forbidden=2)


def evaluate(drafter: str, counts: Counts, *dossiers: str) -> list[DossierEvaluation]:
    """Return what a drafter made of these dossiers, one field each."""
    fields = (FieldEvaluation(field="goal", counts=counts, remarks=()),)
    return [
        DossierEvaluation(
            dossier=name, draft="d", drafter=drafter, fields=fields, calls=5, tokens=9, seconds=1.0
        )
        for name in dossiers
    ]


class Tables(HTMLParser):
    """Collects the cells of each row, and the tags that stand there."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - not looked at
        """Open a row or a cell."""
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        """Fill the cell that is open."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


def test_each_drafter_is_a_column() -> None:
    """Of all dossiers together, of each, and of each field."""
    runs = [evaluate("offline", GOOD, "Brug", "Sluis"), evaluate("llm x", BAD, "Brug", "Sluis")]

    rows = Tables(write_side_by_side(runs)).rows

    assert ["", "offline", "llm x"] in rows
    assert ["Gesloten velden goed", "2 van 2", "0 van 2"] in rows
    assert ["Verboden beweringen", "0", "4"] in rows
    assert ["Gewicht van gevonden feiten", "3 van 4", "1 van 4"] in rows
    assert ["goal", "2 van 2 goed, 6 van 8", "0 van 2 goed, 2 van 8, 4 verboden"] in rows


def test_only_dossiers_that_all_were_tried_on_are_counted() -> None:
    """Else the one that was tried on more looks better."""
    runs = [evaluate("offline", GOOD, "Brug", "Sluis"), evaluate("llm x", GOOD, "Brug")]

    assert ["Gesloten velden goed", "1 van 1", "1 van 1"] in Tables(write_side_by_side(runs)).rows


def test_a_name_is_never_markup() -> None:
    """Names of dossiers and llms are not ours."""
    runs = [evaluate("<script>alert(1)</script>", GOOD, "<img src=x onerror=y>")]

    page = Tables(write_side_by_side(runs))

    assert not {"script", "img"} & page.tags
    assert ["", "<script>alert(1)</script>"] in page.rows


def test_what_evaluate_wrote_is_read_back(tmp_path: Path) -> None:
    """Nothing is lost on the way."""
    run = evaluate("offline", GOOD, "Brug")
    (tmp_path / "a.json").write_text(json.dumps(describe_evaluation(run)), encoding="utf-8")

    assert list(load_evaluation(tmp_path / "a.json")) == run


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"dossiers": [{}]}', '{"dossiers": 3}'])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    """With what to give."""
    (tmp_path / "a.json").write_text(content, encoding="utf-8")

    with pytest.raises(EvaluationUnusable, match="geen uitkomst"):
        load_evaluation(tmp_path / "a.json")
    with pytest.raises(EvaluationUnusable, match="niet worden gelezen"):
        load_evaluation(tmp_path / "b.json")
