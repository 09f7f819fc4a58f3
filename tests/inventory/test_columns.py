"""Which column says what: by its heading, or because a person says so."""

from __future__ import annotations

import pytest

from extractor.candidates import Role
from extractor.errors import ListUnusable
from extractor.inventory.columns import find_header, name_value
from extractor.inventory.grid import Grid
from extractor.inventory.sheets import choose_sheet


def make_grid(*rows: tuple[str, ...], name: str = "Blad1", is_hidden: bool = False) -> Grid:
    """Return a sheet of these rows."""
    cells = {
        (number, column): text
        for number, row in enumerate(rows, start=1)
        for column, text in enumerate(row, start=1)
        if text
    }
    return Grid(name=name, cells=cells, is_hidden=is_hidden)


def find_roles(*headings: str, chosen: dict[Role, str | None] | None = None) -> dict[str, str]:
    """Return by role the heading of the column that has it."""
    header = find_header(make_grid(headings, ("x",) * len(headings)), chosen or {})
    return {each.role: each.heading for each in header.columns if each.role} if header else {}


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        pytest.param(
            ("Nr.", "Naam algoritme", "Dienst", "Werkproces", "Leverancier", "Status"),
            ("identifier", "name", "service", "process", "supplier", "status"),
            id="Dutch",
        ),
        pytest.param(
            ("ID", "Algorithm name", "Department", "Process", "Vendor", "Risk class", "Owner"),
            ("identifier", "name", "service", "process", "supplier", "category", "contact"),
            id="English",
        ),
        pytest.param(
            ("NAAM (werktitel) *", "Leverancier/ontwikkelaar", "Contactpersoon (intern)"),
            ("name", "supplier", "contact"),
            id="with remarks",
        ),
    ],
)
def test_headings_are_known_in_two_languages(
    headings: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    """Case, accents, remarks between brackets and one of two words make no difference."""
    assert find_roles(*headings) == dict(zip(roles, headings, strict=True))


def test_the_most_telling_heading_has_the_role() -> None:
    """Of two columns that could be the name the one that says so is taken."""
    roles = find_roles("Naam", "Naam algoritme", "Naam contactpersoon")

    assert roles == {"name": "Naam algoritme", "contact": "Naam contactpersoon"}


def test_a_heading_that_only_begins_so_has_no_role() -> None:
    """A column is not taken for what it is not; a person can say it."""
    assert find_roles("Naam", "Categorie AVG", "Status DPIA") == {"name": "Naam"}
    assert (
        find_roles("Naam", "Status DPIA", chosen={"status": "status dpia"})["status"]
        == "Status DPIA"
    )


def test_a_person_goes_first() -> None:
    """What is said with --column is so, whatever the headings suggest."""
    assert find_roles("Naam", "Wat", chosen={"name": "Wat"}) == {"name": "Wat"}


def test_a_person_may_say_that_no_column_has_a_role() -> None:
    """What was recognised wrongly is taken away."""
    assert find_roles("Naam", "Status", chosen={"status": None}) == {"name": "Naam"}
    assert find_roles("Naam", "Status", chosen={"name": None}) == {}


def test_a_column_without_a_heading_goes_by_its_letters() -> None:
    """A person can say what it holds all the same."""
    grid = make_grid(("Naam", ""), ("Een", "Beheer"))
    header = find_header(grid, {"service": "kolom B"})

    assert header is not None
    assert [(each.heading, each.role) for each in header.columns] == [
        ("Naam", "name"),
        ("kolom B", "service"),
    ]


def test_headings_may_stand_below_a_title() -> None:
    """The row that heads most known columns is the one."""
    grid = make_grid(("Algoritme",), (), ("Naam", "Dienst"), ("Een", "Beheer"))
    header = find_header(grid, {})

    assert header is not None
    assert header.row == 3


def test_a_list_without_names_is_refused_with_what_was_seen() -> None:
    """The error names the headings, so that a person can choose."""
    with pytest.raises(ListUnusable) as refused:
        choose_sheet([make_grid(("Omschrijving", "Afdeling"), ("x", "y"))], None, {})

    assert str(refused.value) == (
        "deze lijst heeft geen kolom met namen; gezien: Omschrijving, Afdeling"
    )
    assert "--column name=KOPJE" in refused.value.hint


def test_many_headings_are_not_all_shown() -> None:
    """An error stays two lines, whatever the list."""
    with pytest.raises(ListUnusable) as refused:
        choose_sheet([make_grid(tuple(f"kopje {'x' * 500} {n}" for n in range(99)))], None, {})

    assert len(str(refused.value)) < 1000


def test_the_sheet_with_the_list_is_found() -> None:
    """An explanation in front and a hidden older version are left alone."""
    grids = (
        make_grid(("Toelichting",), ("Naam",), name="Lees mij"),
        make_grid(("Naam", "Dienst", "Proces", "Status"), name="Oud", is_hidden=True),
        make_grid(("Naam", "Dienst"), ("Een", "Beheer"), name="Lijst"),
    )

    assert choose_sheet(grids, None, {})[0].name == "Lijst"
    assert choose_sheet(grids, "oud", {})[0].name == "Oud"
    with pytest.raises(ListUnusable, match="geen tabblad Nieuw"):
        choose_sheet(grids, "Nieuw", {})


def test_an_empty_list_is_refused() -> None:
    """No rows, no list."""
    with pytest.raises(ListUnusable, match="is leeg"):
        choose_sheet([make_grid()], None, {})


@pytest.mark.parametrize(
    ("role", "text", "value"),
    [
        ("category", "Cat. B", "Impactvolle algoritmes"),
        ("category", "hoog risico", "Hoog-risico AI-systeem"),
        ("status", "Pilot", "In ontwikkeling"),
        ("status", "Beëindigd", "Buiten gebruik"),
        ("status", "wordt uitgezocht", "wordt uitgezocht"),
        ("category", None, None),
    ],
)
def test_values_of_the_register_are_known_by_other_words(
    role: Role, text: str | None, value: str | None
) -> None:
    """What cannot be told stays as the list has it."""
    assert name_value(role, text) == value
