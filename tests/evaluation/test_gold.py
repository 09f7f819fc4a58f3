"""A gold file is of the right form, or refused in two Dutch lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldUnusable
from extractor.evaluation.gold import load_gold

Know = Callable[..., dict[str, Any]]


def write_gold(folder: Path, name: str, fields: dict[str, Any], **extra: Any) -> Path:  # noqa: ANN401 - JSON values
    """Return a gold file with these fields."""
    documents = [{"file": "dpia.md", "sha256": "a" * 64, "pages": None}]
    path = folder / name
    content = {"dossier": name, "documents": documents, "fields": fields, **extra}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_a_folder_gives_its_files_in_order(tmp_path: Path, know: Know) -> None:
    """Other files in the folder are not gold."""
    write_gold(tmp_path, "b.json", {"goal": know()})
    write_gold(tmp_path, "a.json", {"goal": know()})
    (tmp_path / "leesmij.txt").write_text("geen gold", encoding="utf-8")

    assert [gold.dossier for gold in load_gold(tmp_path)] == ["a.json", "b.json"]


def test_one_file_may_be_named(tmp_path: Path, know: Know) -> None:
    """A single dossier can be judged alone."""
    path = write_gold(tmp_path, "a.json", {"goal": know()})

    assert [gold.hashes for gold in load_gold(path)] == [frozenset({"a" * 64})]


@pytest.mark.parametrize("missing", ["nergens", "leeg", "nergens/a.json"])
def test_no_gold_is_refused(tmp_path: Path, missing: str) -> None:
    """A wrong path and an empty folder say the same thing."""
    (tmp_path / "leeg").mkdir()

    with pytest.raises(GoldUnusable, match="bekende antwoorden"):
        load_gold(tmp_path / missing)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            {"facts": [{"fact": "x", "pattern": "(", "weight": 1, "evidence": []}]},
            "facts.0.pattern is geen geldig patroon",
        ),
        ({"answerable": "misschien"}, "answerable heeft niet de juiste vorm"),
        ({"verzonnen": 1}, "verzonnen hoort er niet in"),
        ({"facts": [{"fact": "x"}]}, "facts.0.pattern ontbreekt"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_place(
    tmp_path: Path, know: Know, change: dict[str, Any], reason: str
) -> None:
    """The error names the file and the key, and says in Dutch what to do."""
    path = write_gold(tmp_path, "a.json", {"goal": know(**change)})

    with pytest.raises(GoldUnusable) as refused:
        load_gold(path)

    assert str(refused.value) == f"{path}: fields.goal.{reason}"
    assert refused.value.hint == GoldUnusable.hint


@pytest.mark.parametrize("content", [b"", b"geen json", b"[]", b'{"dossier": "a"}', b"\xff\xfe"])
def test_what_is_no_gold_at_all_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever stands in the file, the error is one line and no traceback."""
    path = tmp_path / "a.json"
    path.write_bytes(content)

    with pytest.raises(GoldUnusable) as refused:
        load_gold(path)

    assert "\n" not in str(refused.value)
    assert str(path) in str(refused.value)


def test_gold_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    """A folder with the name of a file is not one."""
    (tmp_path / "a.json").mkdir()

    with pytest.raises(GoldUnusable):
        load_gold(tmp_path)


def test_the_gold_of_the_fixtures_can_be_used() -> None:
    """What the project judges itself by is of the right form."""
    assert load_gold(Path(__file__).parents[2] / "fixtures" / "gold")
