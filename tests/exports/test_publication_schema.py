"""The vocabulary of the standard's JSON Schema 1.0.0."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from extractor.exports.publication_schema import (
    list_losses,
    load_vocabulary,
    render_publication_schema,
    translate_entry,
)
from extractor.standard.catalogue import load_fields
from extractor.standard.entry import RegisterEntry
from tests.exports.conftest import LEAST
from tests.exports.exported import make_export

STANDARD = (
    Path(__file__).parents[3] / "shared/reference/standard/publicatiestandaard-v1.0.0.schema.json"
)
WHOLE = LEAST | {
    "category": ["Verkeer"],
    "begin_date": "2023-01",
    "goal": "<p>Doorstroming.</p>\n<ul><li>minder wachten</li></ul>",
    "proportionality": "Sneller dan met de hand.",
    "human_intervention": "Een medewerker kijkt mee.",
    "risks": "Er is toezicht.",
    "impacttoetsen_grouping": [
        {"title": "Data Protection Impact Assessment (DPIA)", "link": "https://a.example/dpia"},
        {"title": "Impact Assessment Mensenrechten en Algoritmes (IAMA)"},
    ],
    "source_data": "Tellingen.",
    "methods_and_models": "Een beslisboom.",
    "provider": "Intern ontwikkeld",
}


def test_every_field_has_a_place() -> None:
    """Nothing of the ingest API is forgotten, and no property is invented twice."""
    listed = load_vocabulary().property

    assert {each.field for each in listed} == {field.key for field in load_fields()}
    assert len({each.key for each in listed}) == len(listed)


@pytest.mark.skipif(not STANDARD.exists(), reason="the standard's own schema is not here")
def test_a_whole_entry_passes_the_standards_own_schema() -> None:
    """In its names, its choices and its types; the limits are those of the schema."""
    schema = json.loads(STANDARD.read_text(encoding="utf-8"))
    entry = RegisterEntry.model_validate(WHOLE)
    limits = {key: row.get("maxLength") for key, row in schema["properties"].items()}

    Draft7Validator(schema).validate(translate_entry(entry))

    listed = load_vocabulary().property
    assert list_losses([entry]) == ()
    assert {each.key: each.longest for each in listed} == {k: limits[k] for k in limits}
    assert {each.key for each in listed if each.required} == set(schema["required"])


def test_choices_lists_and_rich_text_are_reworded() -> None:
    """Markup is gone and paragraphs stay apart."""
    made = translate_entry(RegisterEntry.model_validate(WHOLE))

    assert made["publication_category"] == "Overige algoritmes (Categorie C)"
    assert (made["schema"], made["theme"]) == ("1.0.0", ["Verkeer"])
    assert made["purpose_and_impact"] == "Doorstroming.\n\n- minder wachten"
    assert made["impact_assessments"] == (
        "Data Protection Impact Assessment (DPIA), "
        "Impact Assessment Mensenrechten en Algoritmes (IAMA)"
    )
    assert "legal_basis" not in made


def test_second_links_are_told() -> None:
    """One title with its link stays of a grouping; each that is dropped is named."""
    laws = [
        {"title": "Gemeentewet", "link": ""},
        {"title": "Wegenwet", "link": "https://wetten.example/2"},
        {"title": "Awb", "link": "https://wetten.example/3"},
    ]
    tests = [
        {"title": "DPIA", "link": "https://a.example/1"},
        {"title": "IAMA", "link": "https://a.example/2"},
    ]
    more = {"lawful_basis_grouping": laws, "impacttoetsen_grouping": tests}
    entry = RegisterEntry.model_validate(WHOLE | more)

    made, losses = translate_entry(entry), list_losses([entry])

    assert (made["legal_basis_title"], made["legal_basis_link"]) == (
        "Wegenwet",
        "https://wetten.example/2",
    )
    assert [loss.partition(": weggelaten uit ")[2] for loss in losses] == [
        "Verwijzingen wettelijke basis: Gemeentewet",
        "Verwijzingen wettelijke basis: Awb (https://wetten.example/3)",
        "Impacttoetsen: IAMA (https://a.example/2)",
    ]


def test_what_the_schema_asks_beside_the_register_is_told(least: RegisterEntry) -> None:
    """Required properties that are empty, and texts one character too long."""
    longest = RegisterEntry.model_validate(WHOLE | {"name": "n" * 100})

    missing = list_losses([least])

    assert f"{least.name}: theme is verplicht in schema 1.0.0 en staat er niet in" in missing
    assert len(missing) == 10
    assert list_losses([longest]) == (
        f"{'n' * 100}: name heeft 100 tekens, hooguit 99 in schema 1.0.0",
    )


def test_one_entry_is_an_object(least: RegisterEntry) -> None:
    """Several are a list, as in the form of the ingest API."""
    assert json.loads(render_publication_schema(make_export(least)))["name"] == least.name
    assert len(json.loads(render_publication_schema(make_export(least, least)))) == 2
