"""What the EU database asks, filled as far as it is known."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from extractor.exports.annex_viii import (
    ASKED,
    CONFIRMED,
    PROPOSED,
    list_questions,
    load_sections,
    render_annex_viii,
)
from extractor.exports.export import EntryBackground, Evidence, Export, FieldBackground
from extractor.instruments.questions import find_question, load_instruments
from extractor.standard.catalogue import find_field
from extractor.standard.entry import RegisterEntry
from tests.exports.exported import HEAD, make_export


def read_items(export: Export, section: str) -> dict[str, dict[str, Any]]:
    """Return the items of a section of the first entry, by their number."""
    (entry, *_) = json.loads(render_annex_viii(export))["entries"]
    return {item["number"]: item for item in entry["sections"][section]["items"]}


def test_all_items_of_the_annex_are_there() -> None:
    """Thirteen of the provider, nine of who sees no high risk, five of the deployer."""
    sections = load_sections()

    assert [(each.key, len(each.item)) for each in sections] == [("A", 13), ("B", 9), ("C", 5)]
    for section in sections:
        numbers = [item.number for item in section.item]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_every_field_and_question_it_is_filled_from_exists() -> None:
    """A renamed question would leave an item empty in silence."""
    instruments = {each.key: each for each in load_instruments()}

    for section in load_sections():
        for item in section.item:
            assert all(find_field(key) for key in item.fields)
    for key in list_questions():
        instrument, _, number = key.partition(":")
        assert find_question(number, instruments[instrument]), key  # type: ignore[index]


def test_what_was_confirmed_is_filled_in_and_the_rest_is_asked(entry: RegisterEntry) -> None:
    """A value that only may be so is a proposal."""
    provider = read_items(make_export(entry), "A")

    assert provider["4"]["value"] == entry.name
    assert (provider["4"]["status"], provider["10"]["status"]) == (CONFIRMED, PROPOSED)
    assert (provider["2"]["status"], provider["2"]["value"]) == (ASKED, None)
    assert "<p>" not in provider["5"]["value"]
    assert json.loads(render_annex_viii(make_export(entry)))["decision_log_head"] == HEAD


def test_answers_of_documents_are_proposals_with_their_place(entry: RegisterEntry) -> None:
    """The summary of the DPIA is asked for where no document holds one."""
    answers = {
        "dpia_3_0:18": (
            Evidence("dpia.pdf, Managementsamenvatting", "De verwerking is klein."),
            Evidence("dpia.pdf, Managementsamenvatting", "De risico's zijn laag."),
        )
    }
    known = replace(make_export(entry), backgrounds=(EntryBackground(answers=answers),))

    summary = read_items(known, "C")["5"]

    assert summary["value"] == "De verwerking is klein.\nDe risico's zijn laag."
    assert summary["status"] == PROPOSED
    assert summary["sources"] == ["dpia.pdf, Managementsamenvatting"]
    assert read_items(make_export(entry), "C")["5"]["status"] == ASKED


def test_a_summary_made_of_the_entry_is_a_proposal(entry: RegisterEntry) -> None:
    """An entry's own text is no summary of an assessment until a person says so."""
    more = entry.model_copy(update={"proportionality": "Minder wachten weegt zwaarder."})

    assessment = read_items(make_export(more), "C")["4"]

    assert (assessment["status"], assessment["fields"]) == (PROPOSED, ["proportionality"])


def test_what_the_reviewer_remarked_on_the_category_is_a_proposal(entry: RegisterEntry) -> None:
    """It is why somebody judged that the risk is not high."""
    chosen = FieldBackground(decided="Gekozen door A.", note="Het model ordent alleen de post.")
    behind = EntryBackground(fields={"publication_category": chosen})

    grounds = read_items(replace(make_export(entry), backgrounds=(behind,)), "B")["7"]

    assert (grounds["status"], grounds["value"]) == (PROPOSED, chosen.note)
