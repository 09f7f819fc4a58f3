"""A list is kept as a source, and read again without losing what became of its rows."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from extractor.candidates import Candidate
from extractor.citations import check_quote
from extractor.errors import ListUnusable
from extractor.inventory.keeping import ListChoices, keep_list
from extractor.inventory.listing import list_current
from extractor.inventory.loading import parse_list
from extractor.inventory.reading import cite_cell, read_sheet
from extractor.inventory.recognising import recognise_rows
from extractor.inventory.rows import list_rows
from extractor.inventory.sheets import choose_sheet
from extractor.inventory.workbook import read_workbook
from extractor.locators import locate
from extractor.models import Citation
from extractor.store import Store
from extractor.store.verification import stands
from tests.inventory.conftest import HEADINGS, NOON, ROWS, Keep, save_workbook, write_workbook

NUMBERED = ("Nr", *HEADINGS)


def list_names(store: Store) -> dict[str, str]:
    """Return the candidates' names by id."""
    return {each.id: each.name for each in list_current(store)}


def test_every_cell_is_citable(store: Store, keep: Keep) -> None:
    """A cell is cited like any sentence: its own characters, at the name of the cell."""
    keep(*ROWS)
    first = list_current(store)[0]
    reading = store.get_reading(first.reading)
    assert reading is not None

    for cell in first.cells:
        citation = cite_cell(reading, cell)
        assert stands(citation, reading.text)
        assert citation.quote == cell.text
        assert locate(reading, cell.span) == cell.locator
    assert [cell.locator.label for cell in first.cells][:2] == ["Blad1!A2", "Blad1!B2"]
    found = check_quote("parkeercontrole SCANAUTO", reading)
    assert isinstance(found, Citation)
    assert (found.locator.kind, found.locator.label) == ("cell", "Blad1!A2")
    assert store.verify() == ()
    assert store.read_source(reading.source.sha256).startswith(b"PK")


def test_a_list_read_again_adds_nothing(store: Store, keep: Keep) -> None:
    """The same list is the same candidates."""
    keep(*ROWS)
    before = store.list_candidates()
    again = keep(*ROWS, at=NOON + timedelta(days=1))

    assert (again.added, again.changed, again.gone) == ((), (), ())
    assert store.list_candidates() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rows_means_nothing(store: Store, keep: Keep, seed: int) -> None:
    """However a list is sorted, every row is who it was."""
    keep(*ROWS, name=f"{seed}.xlsx")
    before = {each.name: each.id for each in list_current(store) if each.list == f"{seed}.xlsx"}
    shuffled = random.Random(seed).sample(ROWS, len(ROWS))  # noqa: S311 - no secret
    keep(*shuffled, name=f"{seed}.xlsx")
    after = {each.name: each.id for each in list_current(store) if each.list == f"{seed}.xlsx"}

    assert before == after


def test_a_row_gets_the_same_id_in_every_workspace() -> None:
    """The id follows from the list and the row alone."""
    grid, header = choose_sheet(read_workbook(write_workbook(HEADINGS, *ROWS)), None, {})
    loaded = parse_list(write_workbook(HEADINGS, *ROWS), "lijst.xlsx")
    rows = list_rows(read_sheet(loaded.source, grid), grid, header).rows

    assert recognise_rows("lijst.xlsx", rows, (), ()) == recognise_rows("lijst.xlsx", rows, (), ())
    other = recognise_rows("andere.xlsx", rows, (), ())
    assert not set(other.values()) & set(recognise_rows("lijst.xlsx", rows, (), ()).values())


def test_a_renamed_row_is_known_by_its_number(store: Store, keep: Keep) -> None:
    """With a number in the list a candidate may be called anything."""
    keep((7, *ROWS[0]), (8, *ROWS[1]), headings=NUMBERED)
    before = list_names(store)
    kept = keep((8, *ROWS[1]), (7, "Scanauto", "Elders", "x", "y", "z"), headings=NUMBERED)

    assert kept.renamed == (("Parkeercontrole scanauto", "Scanauto"),)
    assert list_names(store).keys() == before.keys()


def test_a_renamed_row_is_known_by_its_other_cells(store: Store, keep: Keep) -> None:
    """Without a number all other cells must be the same, and no other row may have them."""
    keep(*ROWS)
    before = list_names(store)
    kept = keep(ROWS[1], ("Scanauto", *ROWS[0][1:]), ROWS[2])

    assert kept.renamed == (("Parkeercontrole scanauto", "Scanauto"),)
    assert list_names(store).keys() == before.keys()


def test_a_renamed_row_like_another_is_a_new_one(keep: Keep) -> None:
    """Where several rows say the same nobody can tell which was renamed."""
    same = ROWS[0][1:]
    keep(("Een", *same), ("Twee", *same))
    kept = keep(("Drie", *same), ("Twee", *same))

    assert (kept.added, kept.gone, kept.renamed) == (("Drie",), ("Een",), ())


def test_another_number_is_another_candidate(store: Store, keep: Keep) -> None:
    """A name that comes back under a number of its own is not the one from before."""
    keep((7, *ROWS[0]), headings=NUMBERED)
    kept = keep((9, *ROWS[0]), headings=NUMBERED)

    assert (kept.added, kept.gone) == ((ROWS[0][0],), (ROWS[0][0],))
    assert len(list_current(store)) == 1


def test_rows_of_one_name_are_told_apart(store: Store, keep: Keep) -> None:
    """Two services may each have a chatbot; both keep their own id, and it is told."""
    rows = [("Chatbot", service, "Balie", "", "") for service in ("Zorg", "Publiek")]
    kept = keep(*rows)
    before = {each.get("service"): each.id for each in list_current(store)}
    keep(*reversed(rows), ("Chatbot", "Beheer", "Balie", "", ""))
    after = {each.get("service"): each.id for each in list_current(store)}

    assert kept.doubles == (("Chatbot", (2, 3)),)
    assert len(set(after.values())) == 3
    assert before.items() <= after.items()


def test_rows_that_are_wholly_the_same_are_both_kept(store: Store, keep: Keep) -> None:
    """A list that names something twice has two candidates until a person says otherwise."""
    keep(ROWS[0], ROWS[0])

    assert len(list_names(store)) == 2


def test_what_is_gone_from_the_list_counts_no_more(store: Store, keep: Keep) -> None:
    """It stays on record, and comes back as who it was."""
    keep(*ROWS)
    before = list_names(store)
    kept = keep(*ROWS[:2])
    assert kept.gone == ("Documenten lakken",)
    assert len(list_names(store)) == 2
    assert len(store.list_candidates()) == 3

    keep(*ROWS)
    assert list_names(store) == before


def test_another_file_is_another_list_unless_somebody_says_so(store: Store, keep: Keep) -> None:
    """A list that resembles another is pointed out; --list makes it a new version of that one."""
    keep(*ROWS, name="maart.xlsx")
    loaded = parse_list(write_workbook(HEADINGS, *ROWS), "juni.xlsx")
    kept = keep_list(store, loaded, ListChoices(name="maart.xlsx"), NOON)
    assert kept.added == ()

    assert keep(*ROWS, name="juni.xlsx").resembles == "maart.xlsx"
    assert len(list_current(store)) == 6


def test_every_sheet_of_a_list_has_its_own_rows(store: Store) -> None:
    """A sheet for each service: reading one takes nothing away from another, also renamed."""
    book = Workbook()
    for name, row in (("Zorg", ROWS[0]), ("Beheer", ROWS[1])):
        sheet = book.create_sheet(name)
        sheet.append(HEADINGS)
        sheet.append(row)
    loaded = parse_list(save_workbook(book), "l.xlsx")
    kept = keep_list(store, loaded, ListChoices(sheet="Zorg"), NOON)
    assert kept.other_lists == ("Beheer",)
    keep_list(store, loaded, ListChoices(sheet="Beheer"), NOON)
    before = list_names(store)
    assert len(before) == 2

    book["Zorg"].title = "Zorg en welzijn"
    loaded = parse_list(save_workbook(book), "l.xlsx")
    kept = keep_list(store, loaded, ListChoices(sheet="Zorg en welzijn"), NOON)
    assert (kept.added, kept.gone) == ((), ())
    assert list_names(store) == before


def test_rows_without_a_name_are_told(keep: Keep) -> None:
    """What names nothing is no candidate, and not lost unseen; empty rows are nothing."""
    kept = keep(ROWS[0], (None,) * 5, (" ", "Beheer", "", "", ""), HEADINGS, ("\u200b", "x"))

    assert (kept.total, kept.nameless) == (1, (4, 6))


def test_rows_under_a_merged_name_belong_to_it(store: Store) -> None:
    """One algorithm over several rows is one candidate; a merged service counts for each row."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, ROWS[0], (None, None, "Beboeten"), ("Ander", None, "Bezwaar")):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B4")
    kept = keep_list(store, parse_list(save_workbook(book), "l.xlsx"), ListChoices(), NOON)

    first, other = list_current(store)
    assert kept.continued == (3,)
    assert (first.name, other.name, other.get("service")) == (ROWS[0][0], "Ander", "Toezicht")
    assert next(c.locator.label for c in other.cells if c.role == "service") == "Sheet!B2"


def test_columns_without_a_role_are_kept(store: Store, keep: Keep) -> None:
    """What Bronvast has no use for is not thrown away."""
    kept = keep((*ROWS[0], "ja"), headings=(*HEADINGS, "DPIA?"))

    assert [each.heading for each in kept.columns if each.role is None] == ["DPIA?"]
    assert list_current(store)[0].cells[-1].text == "ja"


def test_characters_nobody_sees_are_not_shown(store: Store, keep: Keep) -> None:
    """A name is one line that can be shown anywhere; the cited cell is as it stands."""
    keep(("Scan\u202eauto\nparkeren\u200b\u0085[31m",))
    candidate = list_current(store)[0]
    reading = store.get_reading(candidate.reading)

    assert candidate.name.isprintable()
    assert reading is not None
    assert "\u202e" in cite_cell(reading, candidate.cells[0]).quote


def test_a_list_with_headings_alone_keeps_nothing(store: Store, keep: Keep) -> None:
    """Without a row there is nothing to start from."""
    with pytest.raises(ListUnusable, match="geen rij met een naam"):
        keep()

    assert store.list_candidates() == ()


def test_a_candidate_tells_what_its_row_says(store: Store, keep: Keep) -> None:
    """By role, whatever the columns are called."""
    keep(ROWS[0], columns={"process": "Dienst"})
    (candidate,) = list_current(store)

    assert isinstance(candidate, Candidate)
    assert (candidate.get("process"), candidate.get("supplier")) == ("Toezicht", None)
