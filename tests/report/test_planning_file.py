"""The file with targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import PlanningUnusable
from extractor.report.planning_file import parse_planning

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "fixtures/report/planning.toml").read_text(encoding="utf-8")
TARGET = '[[target]]\nquarter = "2026-Q4"\nservice = "Douane"\ncategory = "B"\ncount = 3\n'


def test_the_example_can_be_read() -> None:
    """Targets by service, quarter and category, and the words on capacity."""
    planning = parse_planning(EXAMPLE)

    assert planning.list_targets()["Dienst Regelingen"]["2026-Q3"] == {"B": 8}
    assert "1,5 fte" in planning.note


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[target", "geen TOML"),
        ("a = " + "[" * 5000, "geen TOML"),
        (TARGET.replace("2026-Q4", "Q4 2026"), "target 1e quarter: schrijf een kwartaal"),
        (TARGET.replace('"B"', '"D"'), "target 1e category: schrijf A, B of C"),
        (TARGET.replace("3", "-3"), "target 1e count: schrijf een aantal"),
        (TARGET.replace('"Douane"', '""'), "target 1e service: schrijf de naam"),
        (TARGET.replace("count", "aantal"), "target 1e count: ontbreekt"),
        (f"{TARGET}doel = 1", "target 1e doel: kent Bronvast niet"),
        (TARGET * 2, "twee doelen voor 2026-Q4, Douane, B"),
    ],
)
def test_a_wrong_file_names_the_key(text: str, why: str) -> None:
    """The coordinator reads which target to mend."""
    with pytest.raises(PlanningUnusable, match=why) as refused:
        parse_planning(text)

    assert "\n" not in str(refused.value)
    assert "fixtures/report/planning.toml" in refused.value.hint
