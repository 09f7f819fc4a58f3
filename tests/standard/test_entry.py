"""RegisterEntry refuses or accepts, and never changes a value."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from extractor.standard.catalogue import load_fields
from extractor.standard.entry import RegisterEntry, list_date_objections, to_body
from extractor.standard.values import list_entry_objections

REQUIRED = [field.key for field in load_fields() if field.required]
EMPTY = [field.key for field in load_fields() if not field.required and field.constant is None]


@pytest.fixture
def body() -> dict[str, object]:
    """Return a body with every field filled in, in form order."""
    return {
        "name": "Berekenen van de wachttijd voor een laadpaal",
        "description_short": "Dit algoritme schat hoe lang een inwoner op een laadpaal wacht.",
        "organization": "Gemeente Duinwijck",
        "category": ["Verkeer", "Natuur en milieu"],
        "status": "Buiten gebruik",
        "begin_date": "2021-03",
        "end_date": "2024-11",
        "contact_email": "algoritmes@duinwijck.example",
        "website": "https://www.duinwijck.example/laadpalen",
        "publication_category": "Impactvolle algoritmes",
        "url": "https://register.duinwijck.example/algoritmes?soort=laadpaal&taal=nl",
        "goal": "<div><p>Inwoners weten meer.</p>\n<p>De wachttijd daalt.</p></div>",
        "proportionality": "<p>Met de hand schatten kost meer tijd.</p>",
        "human_intervention": "<p>Een medewerker kijkt elke uitkomst na.</p>",
        "risks": "<ul><li>Oude gegevens: elke maand ververst.</li>\n<li>Fouten &lt; 5%.</li></ul>",
        "lawful_basis": "<p>De Wegenverkeerswet 1994.</p>",
        "lawful_basis_grouping": [{"title": "Wegenverkeerswet 1994", "link": ""}],
        "process_index_url": "https://www.duinwijck.example/verwerkingen",
        "impacttoetsen": "<p>Een IAMA was niet nodig.</p>",
        "impacttoetsen_grouping": [
            {"title": "Data Protection Impact Assessment (DPIA)"},
            {"title": "Pre-scan DPIA", "link": "https://www.duinwijck.example/prescan"},
        ],
        "source_data": "<p>Aanvragen &amp; adressen uit de BAG.</p>",
        "source_data_grouping": [
            {"title": "Laadkaart", "link": "https://data.duinwijck.example/laadkaart"}
        ],
        "methods_and_models": "<p>Een rekenregel.<br>\nNiet zelflerend.</p>",
        "provider": "Intern ontwikkeld",
        "publiccode": "https://code.duinwijck.example/wachttijd",
        "lang": "nld",
        "standard_version": "1.0",
        "source_id": "DW-0042",
        "tags": "<p>laadpaal, wachttijd</p>",
    }


def test_the_entry_has_the_fields_of_the_standard() -> None:
    """The same 29 keys, in form order."""
    assert list(RegisterEntry.model_fields) == [field.key for field in load_fields()]


def test_a_full_body_comes_out_as_it_went_in(body: dict[str, object]) -> None:
    """No value is repaired, trimmed or reordered."""
    entry = RegisterEntry.model_validate(body)

    assert to_body(entry) == body
    assert list(to_body(entry)) == list(body)


def test_an_entry_cannot_be_changed(body: dict[str, object]) -> None:
    """A confirmed entry stays what was confirmed."""
    entry = RegisterEntry.model_validate(body)

    with pytest.raises(ValidationError):
        entry.name = "anders"  # type: ignore[misc]  # this is what the test refuses


@pytest.mark.parametrize("key", REQUIRED)
def test_a_required_field_may_not_be_missing(key: str, body: dict[str, object]) -> None:
    """Nor empty: the register stores an empty text, and shows nothing."""
    without = {other: value for other, value in body.items() if other != key}

    for refused in (without, body | {key: None}, body | {key: ""}):
        assert [one.field for one in list_entry_objections(refused)] == [key]


@pytest.mark.parametrize("key", EMPTY)
def test_an_optional_field_may_be_empty_or_absent(key: str, body: dict[str, object]) -> None:
    """What is empty is not sent (register.md 2)."""
    without = {other: value for other, value in body.items() if other != key}
    bare = RegisterEntry.model_validate(without)

    assert to_body(bare) == to_body(RegisterEntry.model_validate(body | {key: None})) == without


def test_empty_texts_and_groupings_are_not_sent(body: dict[str, object]) -> None:
    """The register's own form drops them too (register.md 2)."""
    emptied = body | {"goal": "", "website": "", "lawful_basis_grouping": []}

    sent = to_body(RegisterEntry.model_validate(emptied))

    assert not {"goal", "website", "lawful_basis_grouping"} & set(sent)


def test_the_standard_version_is_always_sent(body: dict[str, object]) -> None:
    """Without it a PUT makes an entry that cannot be downloaded (register.md 2)."""
    del body["standard_version"]

    assert to_body(RegisterEntry.model_validate(body))["standard_version"] == "1.0"


def test_an_empty_link_is_sent_only_where_the_key_is_required(body: dict[str, object]) -> None:
    """The register refuses a law without the key `link`, and takes a test without it."""
    items = [{"title": "Titel", "link": ""}]
    groupings = {"lawful_basis_grouping": items, "impacttoetsen_grouping": items}

    sent = to_body(RegisterEntry.model_validate(body | groupings))

    assert sent["lawful_basis_grouping"] == [{"title": "Titel", "link": ""}]
    assert sent["impacttoetsen_grouping"] == [{"title": "Titel"}]


@pytest.mark.parametrize("key", ["lars", "publication_dt", "theme", "Naam"])
def test_a_key_the_register_lacks_is_refused(key: str, body: dict[str, object]) -> None:
    """The register would ignore it in silence."""
    (objection,) = list_entry_objections(body | {key: "x"})

    assert objection.field == key
    assert "haal het weg" in objection.message


@pytest.mark.parametrize("body", [None, "tekst", 7, [], [{"name": "x"}]])
def test_what_is_no_object_is_refused(body: object) -> None:
    """An entry is an object with the register's fields."""
    (objection,) = list_entry_objections(body)

    assert "geef een object" in objection.message


@pytest.mark.parametrize("status", ["In gebruik", "In ontwikkeling"])
def test_an_end_date_needs_an_algorithm_out_of_use(status: str, body: dict[str, object]) -> None:
    """The end date stays empty while the algorithm is in use (register.md 4.2)."""
    (objection,) = list_entry_objections(body | {"status": status})

    assert objection.field == "end_date"
    assert "Buiten gebruik" in objection.message


def test_the_end_does_not_come_before_the_begin(body: dict[str, object]) -> None:
    """The same month may be both (register.md 4.2)."""
    (objection,) = list_entry_objections(body | {"begin_date": "2024-12"})

    assert objection.field == "end_date"
    assert list_entry_objections(body | {"begin_date": "2024-11"}) == ()


def test_use_does_not_begin_in_the_future(body: dict[str, object]) -> None:
    """Only a clock can tell, so the day is given (register.md 4.2)."""
    given = body | {"status": "In gebruik", "begin_date": "2026-12", "end_date": None}
    used = RegisterEntry.model_validate(given)
    planned = RegisterEntry.model_validate(given | {"status": "In ontwikkeling"})

    assert [one.field for one in list_date_objections(used, date(2026, 11, 30))] == ["begin_date"]
    assert list_date_objections(used, date(2026, 12, 1)) == ()
    assert list_date_objections(planned, date(2026, 11, 30)) == ()


def test_every_refused_field_is_named(body: dict[str, object]) -> None:
    """All objections come at once, in form order."""
    wrong = body | {"tags": "<b>x</b>", "name": "", "status": "Uit"}

    assert [one.field for one in list_entry_objections(wrong)] == ["name", "status", "tags"]


def test_an_error_holds_no_text_of_the_entry(body: dict[str, object]) -> None:
    """Text may be confidential, and errors reach logs."""
    with pytest.raises(ValidationError) as error:
        RegisterEntry.model_validate(body | {"goal": "<p>geheim", "extra": "geheim"})

    assert "geheim" not in str(error.value)
