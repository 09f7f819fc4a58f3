"""The questionnaire data say what the register's mapping says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.instruments.feeds import list_questions_for
from extractor.instruments.numbering import unify_number
from extractor.instruments.questions import (
    Instrument,
    InstrumentKey,
    find_by_name,
    find_by_urn,
    find_question,
    list_ancestors,
    load_instrument,
    load_instruments,
)
from extractor.standard.catalogue import load_fields

SCRIPT = Path(__file__).parents[2] / ".ci" / "instruments" / "build_instruments.py"
NUMBERS_2017 = {"4": "8", "5": "4", "6": "5", "7": "6", "8": "7"}
"""Paragraphs that moved between the two models (register.md 3.1): version 3.0 → 2017."""
NEVER_COPIED: dict[InstrumentKey, set[str]] = {
    "dpia_3_0": {
        *("8.1.1.3", "19.3.2.4", "19.4.2", "19.4.3", "19.4.4", "19.4.5", "19.4.6"),
        *("19.5.1", "19.5.2", "19.5.3", "19.5.4", "19.5.5", "19.5.7"),
        *("20.1.2", "20.1.3", "20.1.4", "20.1.5", "20.1.7"),
    },
    "dpia_2017": set(),
    "iama_2_0": {"2.5.2", "2.5.3"},
    "iama_1": {"2A.4.1", "2A.4.2"},
    "aiia_2_0": {
        *("4.4.6", "4.4.8", "5.2.8", "6.3.1", "6.3.2", "6.3.3", "6.3.4", "6.3.5", "6.3.6"),
    },
    "aiia_1": {"4.2.3", "5.1.1", "5.1.4", "5.3", "5.3.1", "5.3.2", "5.3.3", "5.3.4"},
    "prescan_2_0": set(),
}


@pytest.mark.parametrize("instrument", load_instruments(), ids=lambda each: each.key)
def test_questions_form_a_tree(instrument: Instrument) -> None:
    """Ids are unique, a parent is a question of the same form, and a level follows its parent's."""
    ids = [question.id for question in instrument.questions]

    assert len(set(ids)) == len(ids)
    assert len({unify_number(each) for each in ids}) == len(ids)
    for question in instrument.questions:
        assert question.instrument == instrument.key
        assert question.title.strip()
        assert question.level == len(list_ancestors(question)) + 1


@pytest.mark.parametrize("instrument", load_instruments(), ids=lambda each: each.key)
def test_questions_feed_fields_of_the_register(instrument: Instrument) -> None:
    """Every fed field is one of the 29 keys, once, and not both primary and supporting."""
    keys = {field.key for field in load_fields()}

    for question in instrument.questions:
        fields = (*question.primary, *question.supporting)
        assert set(fields) <= keys
        assert len(set(fields)) == len(fields)


@pytest.mark.parametrize("instrument", load_instruments(), ids=lambda each: each.key)
def test_answers_of_register_3_5_are_never_copied(instrument: Instrument) -> None:
    """The questions of register.md 3.5 are marked, and no other that has no question below it."""
    parents = {question.parent for question in instrument.questions}
    marked = {question.id for question in instrument.questions if question.never_copied}

    assert NEVER_COPIED[instrument.key] <= marked
    assert marked - parents <= NEVER_COPIED[instrument.key]


def test_all_17_paragraphs_have_both_numbers(dpia: Instrument, dpia_2017: Instrument) -> None:
    """Each paragraph of 3.0 stands in the model of 2017, under the number it had there."""
    older = {each.official: each for each in dpia_2017.questions if each.level == 1}

    assert len(older) == 17
    for number in map(str, range(1, 18)):
        paragraph = find_question(number, dpia)
        assert paragraph is not None
        assert older[number].id == NUMBERS_2017.get(number, number)
        assert older[number].primary == paragraph.primary
        assert older[number].supporting == paragraph.supporting


def test_a_heading_feeds_what_its_questions_feed(dpia: Instrument) -> None:
    """A paragraph that a handmade DPIA answers as a whole feeds the fields of its questions."""
    paragraph = find_question("2", dpia)
    consideration = find_question("14", dpia)

    assert paragraph is not None
    assert "source_data" in paragraph.primary
    assert consideration is not None
    assert consideration.primary == ("proportionality",)


def test_parts_of_the_iama_feed_nothing_themselves(iama: Instrument) -> None:
    """A part such as "Wat?" spans half the register; its own text is introduction."""
    parts = [question for question in iama.questions if question.level == 1]

    assert len(parts) == 6
    assert not any(part.primary or part.supporting for part in parts)


def test_list_questions_for_leaves_headings_out(dpia: Instrument) -> None:
    """The goal stands in 1.1 and 5.1.1; their headings are not listed beside them."""
    feeds = list_questions_for("goal", dpia)

    assert [question.id for question in feeds.primary] == ["1.1", "5.1.1"]
    assert [question.id for question in feeds.supporting] == ["2.1.2", "3.1.2", "5.2", "7.1.1"]


def test_list_questions_for_a_handmade_dpia_gives_paragraphs(dpia_2017: Instrument) -> None:
    """The model of 2017 has no questions below most paragraphs: those are listed themselves."""
    feeds = list_questions_for("human_intervention", dpia_2017)

    assert [question.id for question in feeds.primary] == ["8", "15.6"]


def test_what_no_document_holds_has_no_questions() -> None:
    """Constants, own ids and links are asked in no questionnaire (register.md 3.6)."""
    for instrument in load_instruments():
        for field in ("url", "process_index_url", "publiccode", "lang", "source_id"):
            assert list_questions_for(field, instrument) == ((), ())


def test_exports_of_form_tools_are_known_by_urn() -> None:
    """The metadata of an export name the form; an unknown name is no form."""
    found = find_by_urn("urn:nl:iama:2.0")

    assert found is not None
    assert found.key == "iama_2_0"
    assert find_by_urn("urn:nl:iets:1.0") is None


def test_data_agree_with_the_mapping(shared: Path) -> None:
    """Every question the mapping names exists and feeds the field it is named for."""
    mapping = json.loads((shared / "reference" / "register_mapping.json").read_text("utf-8"))

    count = 0
    for field, facts in mapping["fields"].items():
        for key, roles in facts.get("evidence", {}).items():
            for role, named in roles.items():
                for each in named:
                    question = find_question(each["id"], load_instrument(key))
                    assert question is not None
                    assert field in getattr(question, role)
                    count += 1
    assert count > 400


def test_committed_data_are_what_the_script_makes(shared: Path) -> None:
    """Nobody edits the data by hand: the script makes the same files from the reference."""
    pytest.importorskip("yaml", reason="the script reads YAML")
    command = [sys.executable, str(SCRIPT), "--check", "--reference", str(shared)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - own script, fixed arguments

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("urn:nl:dpia:9.9", "dpia_3_0"),
        ("URN:NL:IAMA:3.0", "iama_2_0"),
        ("prescan", "prescan_2_0"),
        ("urn:nl:iets:1.0", None),
        ("", None),
    ],
)
def test_an_unknown_version_leads_to_the_newest_of_its_kind(
    name: str, key: InstrumentKey | None
) -> None:
    """Form tools name the kind and the version; only the kind need be known."""
    found = find_by_name(name)

    assert (found.key if found else None) == key
