"""The API export holds bodies for the register's ingest API."""

from __future__ import annotations

import json

from extractor.exports.api import render_api
from extractor.standard.catalogue import load_fields
from extractor.standard.entry import RegisterEntry, to_body
from tests.exports.exported import make_export


def test_one_entry_is_an_object(entry: RegisterEntry) -> None:
    """It can be sent as it stands."""
    assert json.loads(render_api(make_export(entry))) == to_body(entry)


def test_several_entries_are_a_list(entry: RegisterEntry, least: RegisterEntry) -> None:
    """In the order they were given; no entries are an empty list."""
    assert json.loads(render_api(make_export(least, entry))) == [to_body(least), to_body(entry)]
    assert json.loads(render_api(make_export())) == []


def test_the_body_can_be_read_as_the_same_entry(entry: RegisterEntry) -> None:
    """What is left out is what was empty."""
    again = RegisterEntry.model_validate_json(render_api(make_export(entry)))

    assert render_api(make_export(again)) == render_api(make_export(entry))


def test_keys_stand_in_form_order_and_nothing_is_empty(entry: RegisterEntry) -> None:
    """The register's own form drops empty values before it sends (register.md 2)."""
    body = json.loads(render_api(make_export(entry)))
    order = [field.key for field in load_fields() if field.key in body]

    assert list(body) == order
    assert all(body.values())
    assert not {"risks", "source_data_grouping", "end_date"} & set(body)


def test_the_standard_version_is_sent(least: RegisterEntry) -> None:
    """A PUT without it stores an entry that cannot be downloaded (register.md 2)."""
    assert json.loads(render_api(make_export(least)))["standard_version"] == "1.0"


def test_letters_stay_readable(entry: RegisterEntry) -> None:
    """UTF-8 without escapes, so that a person can read the file."""
    assert '– \\"laadpaal\\" €, café' in render_api(make_export(entry)).decode()
