"""Whatever JSON holds, reading it gives answers or a problem, and never takes long."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.form import export, layout, reader
from extractor.documents.reading import read_document
from extractor.models import INNER_KINDS, Reading
from tests.documents.form.form_readings import read_form, write_form

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["value", "data", "_index", "2.1", "2.1.1", "1.1", "x", "2.1.1[0]"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


def tell(reading: Reading) -> str:
    """Return the code of the one problem of a reading without text."""
    assert (reading.text, reading.blocks) == ("", ())
    (problem,) = reading.problems
    return problem.code


@pytest.mark.parametrize(
    "content",
    [
        b'{"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": ' + b"[" * 100_000,
        b'{"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"1.1": ' * 5_000,
        b'{"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"1.1": 1, "1.1": 2}}',
        b'{"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"1.1": NaN}}',
        b'{"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"1.1": "afgebroken',
    ],
    ids=["lists", "objects", "one key twice", "no number", "cut off"],
)
def test_a_damaged_form_says_so(content: bytes) -> None:
    """Two answers under one key are damage too: nobody knows which one counts."""
    reading = read_document(content, "dpia.json")

    assert tell(reading) == "unreadable"
    assert "formulier" in reading.problems[0].message


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b"[1, 2]",
        b'"tekst"',
        b"geen json",
        b'{"answers": {"1.1": {"value": "x"}}}',
        b'{"metadata": {"title": "x"}, "answers": {"1.1": {"value": "x"}}}',
        b'{"metadata": null, "answers": []}',
        b'{"name": "pakket", "version": "1.0"}',
    ],
)
def test_other_json_is_still_a_data_file(content: bytes) -> None:
    """The hint says what to do instead."""
    reading = read_document(content, "gegevens.json")

    assert tell(reading) == "unsupported"
    assert "gegevensbestand" in reading.problems[0].message


def test_a_form_is_known_by_what_is_in_it() -> None:
    """Under another name it is a form still; a text that begins with a brace is no form."""
    assert read_document(write_form({"1.1": "Een voorstel."}), "export.txt").reader == "form@1"
    assert read_document(b'{"answers": 1} en meer', "notitie.txt").reader == "text@3"


def test_numbers_stand_as_they_were_written() -> None:
    """A number of any length costs no more than its digits."""
    answers = b'{"1.1": {"value": 1e400}, "2.3": {"value": ' + b"9" * 10_000 + b"}}"
    content = b'{"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": ' + answers + b"}"

    reading = read_document(content, "dpia.json")

    assert "1e400" in reading.text
    assert "9" * 10_000 in reading.text


def test_half_a_character_becomes_a_sign_of_its_own() -> None:
    """The tool may cut an emoji in two; the rest of the answer stays."""
    reading = read_document(
        write_form({"1.1": "Doel \ud83d bereikt.\0"}).replace(b"\\ud83d", b"\\uD83D"), "dpia.json"
    )

    assert "Doel � bereikt.�" in reading.text
    assert reading.model_dump_json().encode()


def test_more_than_a_form_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the number of its values, its text and its bytes."""
    answers: dict[str, object] = {"1.1": "Een voorstel, en nog een."}
    for place, limit in (
        (export, "MOST_VALUES"),
        (layout, "MOST_CHARACTERS"),
        (layout, "MOST_ANSWERS"),
        (reader, "LARGEST_FORM"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(place, limit, 0)

            assert tell(read_form(answers)) == "too_large"


def test_tables_within_tables_end_somewhere() -> None:
    """Deeper than any questionnaire nests, the file is no form."""
    rows: list[object] = [{"2.1.1": {"value": "diep"}}]
    for _ in range(20):
        rows = [{"2.1": rows}]

    assert tell(read_form({"2.1": rows})) == "too_large"


@given(st.dictionaries(st.text(max_size=8) | st.sampled_from(["2.1", "1.1", "5.B"]), JSON))
def test_any_answers_are_read_or_refused(answers: dict[str, object]) -> None:
    """No value makes the reader fail, and its blocks follow each other inside the text."""
    form = {"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": answers}
    content = json.dumps(form).encode()

    reading = read_document(content, "dpia.json")

    assert reading.reader == "form@1"
    outer = [block.span for block in reading.blocks if block.kind not in INNER_KINDS]
    assert all(0 <= span.start < span.end <= len(reading.text) for span in outer)
    assert all(one.end <= other.start for one, other in pairwise(outer))
    assert reading.text or reading.problems
