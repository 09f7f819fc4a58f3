"""The field catalogue holds the 29 keys of the ingest API 1.0."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.errors import FieldUnknown
from extractor.standard.catalogue import Field, find_field, list_decided_fields, load_fields

API = Path(__file__).parents[3] / "shared" / "reference" / "standard" / "aanlever-api-v1_0.json"

KINDS_WITH_LENGTH = {"text", "line", "month", "contact", "link"}


def test_the_standard_has_29_fields() -> None:
    """Every key occurs once."""
    keys = [field.key for field in load_fields()]

    assert len(keys) == len(set(keys)) == 29


def test_seven_fields_are_required() -> None:
    """The register refuses an entry without these (register.md 1.1)."""
    required = {field.key for field in load_fields() if field.required}

    assert required == {
        "name",
        "description_short",
        "organization",
        "status",
        "contact_email",
        "publication_category",
        "lang",
    }


def test_a_person_decides_all_but_three() -> None:
    """Language, standard version and source id follow from elsewhere."""
    decided = {field.key for field in list_decided_fields()}

    assert {field.key for field in load_fields()} - decided == {
        "lang",
        "standard_version",
        "source_id",
    }


def test_nine_fields_are_rich() -> None:
    """Only these keep markup (register.md 1.2)."""
    rich = [field.key for field in load_fields() if field.rich]

    assert rich == [
        "goal",
        "proportionality",
        "human_intervention",
        "risks",
        "lawful_basis",
        "impacttoetsen",
        "source_data",
        "methods_and_models",
        "tags",
    ]


@pytest.mark.parametrize("field", load_fields(), ids=lambda field: field.key)
def test_every_kind_has_its_limits(field: Field) -> None:
    """Text has a length the database can hold, choices have values, constants their value."""
    if field.kind in KINDS_WITH_LENGTH:
        assert 0 < (field.max_length or 0) <= (field.column_length or 0)
    assert bool(field.choices) is (field.kind in {"choice", "choices", "constant"})
    assert (field.constant is not None) is (field.kind == "constant")
    assert (field.link_max == 500) is (field.kind == "links")
    assert 0 < len(field.guidance) < 300


def test_a_key_the_register_lacks_is_unknown() -> None:
    """The handbook's word for a field is not its key."""
    with pytest.raises(FieldUnknown):
        find_field("theme")


def test_the_advised_impact_assessment_is_spelled_as_the_search_filter_knows_it() -> None:
    """The register advises a misspelt title, which its own filter counts as another one."""
    titles = find_field("impacttoetsen_grouping").recommended_titles

    assert "AI Impact Assessment (AIIA)" in titles
    assert not any("Assesment" in title for title in titles)


@pytest.mark.skipif(not API.exists(), reason="the register's own field list is not at hand")
def test_the_catalogue_agrees_with_the_register() -> None:
    """Key, title, length, choices, html and requirement are the register's."""
    properties = json.loads(API.read_text(encoding="utf-8"))["properties"]

    for field in load_fields():
        given = properties[field.key]
        assert field.title == given["title"]
        assert field.max_length == given.get("max_length")
        assert field.required is (given["required"] is True)
        assert field.always_shown is given["show_always"]
        assert field.rich is bool(given.get("allowed_html_tags"))
        assert list(field.choices) == given.get("permitted_values", [])


@pytest.mark.skipif(not API.exists(), reason="the register's own field list is not at hand")
def test_groupings_agree_with_the_register() -> None:
    """The maxima the register declares, and does not enforce, are enforced here."""
    properties = json.loads(API.read_text(encoding="utf-8"))["properties"]

    for field in load_fields():
        if field.kind == "links":
            items = properties[field.key]["items"]
            assert field.title_max == items["title"].get("max_length")
            assert field.link_max == items["link"]["max_length"]
            assert field.link_required is items["link"]["required"]
