"""For a field without a value: the five passages most worth reading, whoever drafted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.reading import read_document
from extractor.models import NO_ALGORITHM, Absence, Claim, Origin, Proposal, Quote
from extractor.suggesting import add_suggestions
from tests.drafting.conftest import write_dpia_text
from tests.suggesting.conftest import CHECKED, DOSSIER, EMPTY, LLM, OFFLINE, SYSTEM, suggest

STORY = "De lantaarns zijn in 1998 geplaatst en worden elk voorjaar geschilderd."
WORDS = ("medewerker", "controleert", "advies", "beslist", "lantaarn", "Lichtwacht", "2024", "niet")


@pytest.mark.parametrize("origin", [OFFLINE, LLM], ids=["offline", "llm"])
def test_what_speaks_of_the_field_is_suggested(origin: Origin) -> None:
    """A whole paragraph, and nothing that is about something else."""
    assert suggest(f"{SYSTEM}{STORY}\n\n{CHECKED}\n", origin=origin) == [CHECKED]


def test_five_at_most_and_nothing_twice() -> None:
    """A sixth and a repetition cost a reviewer more than they bring."""
    people = (
        "Een jurist",
        "De teamleider",
        "Een arts",
        "Een inspecteur",
        "Een klerk",
        "De griffier",
    )
    told = [f"{who} controleert en beoordeelt het advies van {who.lower()}." for who in people]

    found = suggest(SYSTEM + "\n\n".join([CHECKED, CHECKED, *told]))

    assert len(found) == len(set(found)) == 5


def test_an_answer_to_the_fields_question_comes_first() -> None:
    """Its place says more than its words."""
    answer = "Alle adressen van lantaarns komen uit het beheersysteem van de afdeling."
    other = (
        f"# Notitie\n\n## Overig\n\nDe gegevens uit deze bron en het register zijn data. {STORY}\n"
    )

    found = suggest(other, write_dpia_text({"Persoonsgegevens": answer}), field="source_data")

    assert found[0] == answer


def test_words_of_others_come_last() -> None:
    """A supplier's account is worth reading after the organisation's own."""
    leaflet = (
        "# Factsheet LichtPro\n\nDoor Lichtwerk B.V., leverancier van LichtPro.\n\n"
        "De medewerker controleert, beoordeelt en beslist altijd zelf over elk advies.\n"
    )

    found = suggest(leaflet, f"{SYSTEM}{CHECKED}\n")

    assert found[0] == CHECKED
    assert len(found) == 2


def test_where_nothing_speaks_of_the_field_nothing_is_suggested() -> None:
    """Silence costs a reviewer less than five wrong places."""
    assert suggest(f"{SYSTEM}{STORY}\n", field="publiccode") == []
    assert suggest() == []


@pytest.mark.parametrize(
    ("field", "without", "holding"),
    [
        ("begin_date", "Sinds de start is het systeem in gebruik genomen.", "in maart 2024"),
        ("contact_email", "Voor vragen en klachten is er contact.", "via info@lichtstad.example"),
        ("website", "Uitleg voor inwoners staat op de website.", "www.lichtstad.example"),
    ],
)
def test_a_field_that_is_a_date_or_address_needs_one(
    field: str, without: str, holding: str
) -> None:
    """Words about it are not enough."""
    told = without.replace(".", f" {holding}.")

    assert suggest(f"{SYSTEM}{without}\n", field=field) == []
    assert suggest(f"{SYSTEM}{told}\n", field=field) == [told]


def test_a_value_or_a_stated_absence_needs_no_suggestion() -> None:
    """Only a field that is empty without a reason is looked for."""
    reading = read_document(f"{SYSTEM}{CHECKED}\n".encode(), "a.md")
    claim = Claim(value=CHECKED, quotes=(Quote(reading=reading.id, text=CHECKED),))
    denied = Absence(kind="stated", reason=NO_ALGORITHM)
    proposals = [
        Proposal(field="human_intervention", claims=(claim,), origin=OFFLINE),
        Proposal(field="human_intervention", alternatives=(claim, claim), origin=OFFLINE),
        Proposal(field="human_intervention", absent=denied, origin=OFFLINE),
        Proposal(field="lang", absent=EMPTY, origin=OFFLINE),
    ]

    assert list(add_suggestions(DOSSIER, proposals, {reading.id: reading})) == proposals


def test_a_heading_may_say_what_a_passage_is_about() -> None:
    """Its own heading is read with it; the title of the document says it of everything."""
    told = "Zij kijkt elke lijst na en streept weg wat niet klopt."

    assert suggest(f"{SYSTEM}## De medewerker beslist\n\n{told}\n") == [told]
    assert suggest(f"# De medewerker beslist\n\n## Overig\n\n{told}\n") == []


def test_words_that_are_said_to_be_anothers_come_last() -> None:
    """Whatever document they stand in."""
    claimed = (
        "Volgens de leverancier controleert en beoordeelt een medewerker elk advies en besluit."
    )

    assert suggest(f"{SYSTEM}{claimed}\n\n{CHECKED}\n") == [CHECKED, claimed]


def test_a_mail_address_is_no_page() -> None:
    """A field that is a link needs one."""
    told = "Uitleg op internet voor inwoners met vragen: schrijf naar info@lichtstad.example."

    assert suggest(f"{SYSTEM}{told}\n", field="website") == []
    assert suggest(f"{SYSTEM}{told}\n", field="contact_email") == [told]


def test_one_persons_mail_address_is_no_contact() -> None:
    """The register never takes it (register.md 2)."""
    told = "Voor vragen is contact mogelijk via j.de.vries@lichtstad.example."

    assert suggest(f"{SYSTEM}{told}\n", field="contact_email") == []


def test_a_question_that_only_adds_to_a_field_is_not_enough() -> None:
    """A passage under it must hold a word of the field as well."""
    assert suggest(write_dpia_text({"Voorstel": STORY}), field="category") == []


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12), max_size=12))
def test_at_most_five_different_whole_paragraphs(words: list[list[str]]) -> None:
    """Whatever a document says."""
    paragraphs = [f"{' '.join(each).capitalize()}." for each in words]

    found = suggest(SYSTEM + "\n\n".join(paragraphs))

    assert len(found) == len(set(found)) <= 5
    assert set(found) <= set(paragraphs)
    assert found == suggest(SYSTEM + "\n\n".join(paragraphs))
