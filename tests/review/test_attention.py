"""What needs a person is listed, one row for each thing, in a file no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.exports.attention_csv import COLUMNS, FORMULA_STARTS, guard_cell, render_attention
from extractor.exports.earlier import is_earlier_export
from extractor.intake.reading import DocumentReader
from extractor.models import Draft, Origin, Proposal, WithheldClaim
from extractor.pipeline import draft_dossier
from extractor.review.attention import Attention, list_attention
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.loading import load_newest
from extractor.store import Store, open_store
from tests.commands import run_here

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNED = Signature(reviewer="R. Lezer", at=NOON)
TEXT = """# Systeembeschrijving Brugwacht

## Status

Het systeem is in gebruik sinds maart 2023.

## Looptijd

Het systeem is sinds juni 2021 in gebruik.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a dossier with a document that contradicts itself, and one that cannot be read."""
    folder = tmp_path / "dossiers" / "=Brugwacht"
    folder.mkdir(parents=True)
    (folder / "systeem.md").write_text(TEXT, encoding="utf-8")
    (folder / "leeg.pdf").write_bytes(b"")
    return folder


@pytest.fixture
def draft(folder: Path, store: Store, reader: DocumentReader) -> Draft:
    """Return its draft."""
    return draft_dossier(
        find_dossiers(folder)[0],
        store,
        reader,
        lambda readings: OfflineDrafter(readings, lambda: NOON),
        lambda: NOON,
    )


def list_kinds(store: Store, draft: Draft) -> list[str]:
    """Return the kinds of what needs a person, in the order of the list."""
    review = load_newest(store, draft.id, NOON.date(), with_readings=True)
    return [each.kind for each in list_attention(review)]


def test_each_thing_is_named_with_its_place(store: Store, draft: Draft) -> None:
    """The document that was not read, the sources that differ, the category nobody knows."""
    review = load_newest(store, draft.id, NOON.date(), with_readings=True)
    found = {each.kind: each for each in list_attention(review)}

    assert set(found) == {"unread", "contradiction", "category"}
    assert found["unread"].where == "leeg.pdf"
    assert "systeem.md" in found["contradiction"].where
    assert "2021" in found["contradiction"].why
    assert "2023" in found["contradiction"].why


def test_what_was_decided_needs_nobody(store: Store, draft: Draft) -> None:
    """Neither a side that was chosen nor a category."""
    decide_subject(store, draft.id, "begin_date", Choice(action="choose", number=1), SIGNED)
    category = Choice(action="edit", typed="Impactvolle algoritmes")
    decide_subject(store, draft.id, "publication_category", category, SIGNED)

    assert list_kinds(store, draft) == ["unread"]


def test_nobody_is_asked_for_the_category_of_what_is_no_algorithm(
    store: Store, reader: DocumentReader, tmp_path: Path
) -> None:
    """A document that denies an algorithm leaves nothing to choose."""
    path = tmp_path / "notitie.md"
    path.write_text("# Notitie\n\nEr wordt geen gebruik gemaakt van een algoritme.\n", "utf-8")
    denied = draft_dossier(
        find_dossiers(path)[0],
        store,
        reader,
        lambda readings: OfflineDrafter(readings, lambda: NOON),
        lambda: NOON,
    )

    assert list_kinds(store, denied) == []


def test_withheld_claims_and_failed_questions_are_listed(store: Store, draft: Draft) -> None:
    """Each with its reason; a field that failed is not also without a category."""
    failed = Origin(drafter="llm", prompt="p", at=NOON, failure="bezet")
    refused = WithheldClaim(value="Iets", reason="citaat niet gevonden in de bron")
    changed = {
        "publication_category": Proposal(field="publication_category", origin=failed),
        "goal": Proposal(
            field="goal", withheld=(refused,), origin=failed.model_copy(update={"failure": None})
        ),
    }
    proposals = tuple(changed.get(each.field, each) for each in draft.proposals)
    other = draft.model_copy(update={"id": "ander", "proposals": proposals})
    store.add_draft(other)

    assert sorted(list_kinds(store, other)) == ["contradiction", "failed", "unread", "withheld"]


def test_a_choice_that_lapsed_is_listed(
    folder: Path, store: Store, reader: DocumentReader, draft: Draft
) -> None:
    """What it judged has changed, by whom it was chosen and when is told."""
    decide_subject(store, draft.id, "begin_date", Choice(action="choose", number=1), SIGNED)
    (folder / "systeem.md").write_text(TEXT.replace("juni 2021", "mei 2020"), encoding="utf-8")
    again = draft_dossier(
        find_dossiers(folder)[0],
        store,
        reader,
        lambda readings: OfflineDrafter(readings, lambda: NOON),
        lambda: NOON,
    )
    review = load_newest(store, again.id, NOON.date(), with_readings=True)
    (lapsed,) = [each for each in list_attention(review) if each.kind == "lapsed"]

    assert "R. Lezer op 23-11-2026" in lapsed.why


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_no_cell_is_a_formula(cells: list[str]) -> None:
    """Whatever a document or a file name holds; each cell stays one, on one line."""
    starts = (*FORMULA_STARTS, "＝", "＋", "－", "＠")
    rows = [[f"{start}{cell}" for cell in cells] for start in ("", " ", "\n", *starts)]
    content = render_attention(rows)

    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert read[0] == list(COLUMNS)
    assert [len(row) for row in read[1:]] == [len(cells)] * len(rows)
    for cell in (cell for row in read[1:] for cell in row):
        assert not cell.strip().startswith(starts)
        assert cell.isprintable()


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\u00a0=1", "\x07=1"]
)
def test_a_formula_is_shown_as_text(cell: str) -> None:
    """Behind blanks and control characters too."""
    assert guard_cell(cell).startswith("'")


def test_both_commands_write_the_list(folder: Path, tmp_path: Path) -> None:
    """The run of what it drafted, the other of the whole workspace; an own list is replaced."""
    out, workspace = tmp_path / "aandacht.csv", str(tmp_path / "ruimte")
    lists, told = [], ""
    for arguments in (["draft", str(folder)], ["drafts"], ["draft", str(folder.parent)]):
        told += run_here(*arguments, "--attention", out, "--workspace", workspace).stderr
        lists.append(out.read_bytes())

    assert lists[0] == lists[1] == lists[2]
    assert lists[0].startswith(b"\xef\xbb\xbf")
    assert is_earlier_export(lists[0])
    rows = list(csv.DictReader(io.StringIO(lists[0].decode("utf-8-sig"), newline="")))
    assert {row["algoritmedossier"] for row in rows} == {"'=Brugwacht"}
    assert {"deel niet gelezen", "categorie niet bepaald"} <= {row["wat"] for row in rows}
    assert "regels over wat aandacht vraagt" in told


def test_another_file_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    """It is refused before anything is drafted."""
    out = tmp_path / "lijst.csv"
    out.write_text("van iemand anders", encoding="utf-8")
    workspace = ["--workspace", str(tmp_path / "w")]

    refused = run_here("draft", folder, "--attention", out, *workspace)

    assert refused.returncode == 1
    assert refused.stderr.startswith("fout: ")
    assert not (tmp_path / "w").exists()


def test_a_row_says_what_to_do() -> None:
    """The last cell, in Dutch."""
    thing = Attention(dossier="A", draft="1", kind="lapsed", where="Doel", why="x")

    assert thing.as_row()[-1] == "Bekijk het nieuwe voorstel en kies opnieuw."
