"""Text fields get whole sentences in the documents' own words, within the field's limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.composing import compose_value
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.prose import choose_text
from extractor.drafting.offline.rules import load_rules
from extractor.models import Claim
from extractor.standard.catalogue import find_field
from extractor.standard.rich_text import count_characters, to_html

AnswersOf = Callable[[str], list[Answer]]
WriteDpia = Callable[..., str]
Choose = Callable[..., list[str]]

TEXT_FIELDS = sorted(load_rules().text)


def choose(field: str, answers: list[Answer]) -> tuple[Claim, ...]:
    """Return the claims for a text field."""
    return choose_text(find_field(field), load_rules(), answers).claims


@pytest.fixture
def values_for(answers_of: AnswersOf, write_dpia: WriteDpia) -> Choose:
    """Return what gives the values for a field of a DPIA with these answers."""

    def values(field: str, given: dict[str, str], rest: str = "") -> list[str]:
        return [
            str(claim.value) for claim in choose(field, answers_of(write_dpia(given, rest=rest)))
        ]

    return values


def test_a_question_for_one_field_needs_no_cue(values_for: Choose) -> None:
    """Every whole sentence below the purposes of a DPIA is about the goal."""
    given_text = "Bezoekers vinden sneller een plek in de stad."

    assert values_for("goal", {"Verwerkingsdoeleinden": given_text}) == [given_text]


def test_sentences_stand_in_the_order_of_the_document(values_for: Choose) -> None:
    """The best sentence is chosen first, and still comes last when it stands last."""
    text = "Bezoekers vinden sneller een plek. Het doel is eerlijk parkeren voor iedereen."

    assert values_for("goal", {"Verwerkingsdoeleinden": text}) == [
        "Bezoekers vinden sneller een plek.",
        "Het doel is eerlijk parkeren voor iedereen.",
    ]


@pytest.mark.parametrize(
    "pointing", ["Dat heeft als doel", "Het doel daarvan is", "Doel hiervan is"]
)
def test_a_sentence_that_points_back_takes_along_what_it_points_at(
    values_for: Choose, pointing: str
) -> None:
    """Nobody can read `Dat beperkt de druk` without the sentence before it."""
    before = "De auto rijdt elke dag een ronde."
    pointer = f"{pointing} een eerlijke verdeling te bereiken."

    assert values_for("goal", {"Verwerkingsdoeleinden": f"{before} {pointer}"}) == [before, pointer]


def test_a_sentence_without_what_it_points_at_is_left_out(values_for: Choose) -> None:
    """At the start of a paragraph nothing stands before it to take along."""
    text = "Dit heeft als doel een eerlijke verdeling te bereiken."

    assert values_for("goal", {"Verwerkingsdoeleinden": text}) == []


def test_pointing_at_the_algorithm_is_not_pointing_back(values_for: Choose) -> None:
    """The whole dossier is about `dit algoritme`."""
    text = "Dit algoritme heeft als doel een eerlijke verdeling te bereiken."

    assert values_for("goal", {"Verwerkingsdoeleinden": text}) == [text]


def test_the_same_words_are_taken_once(values_for: Choose) -> None:
    """A sentence that two documents share is proposed once."""
    same = "Het doel van de controle is eerlijk parkeren."
    rest = f"### 5.2 Aanvullende informatie over de verwerkingsdoeleinden\n\n{same}"

    assert values_for("goal", {"Verwerkingsdoeleinden": same}, rest) == [same]


@pytest.mark.parametrize("field", ["goal", "risks", "methods_and_models", "proportionality"])
def test_english_is_never_put_in_a_dutch_field(
    answers_of: AnswersOf, write_dpia: WriteDpia, field: str
) -> None:
    """A translation would be a rewriting."""
    english = (
        "The goal of the system is to check whether the parking fee has been paid. "
        "The algorithm reads number plates and there is a risk that it makes an error."
    )
    everywhere = dict.fromkeys(
        ("Verwerkingsdoeleinden", "Technieken en methoden van de gegevensverwerkingen"), english
    )
    rest = f"## 14. Noodzaak en evenredigheid\n\n{english}\n\n## 17. Maatregelen\n\n{english}"

    assert choose(field, answers_of(write_dpia(everywhere, rest=rest))) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Het doel volgt uit de bovenstaande tabel met alle cijfers.",
        "In dit hoofdstuk staat het doel van de controle beschreven.",
        "☐ Het doel is eerlijk parkeren in de hele stad.",
        "Het doel is kort.",
    ],
)
def test_a_sentence_that_says_nothing_alone_is_left_out(values_for: Choose, words: str) -> None:
    """Sentences about the document, tick boxes and scraps are no answer."""
    assert values_for("goal", {"Verwerkingsdoeleinden": words}) == []


def test_each_sentence_cites_itself(answers_of: AnswersOf, write_dpia: WriteDpia) -> None:
    """The quote of a claim is the claim, with the window it stands in."""
    text = "Het doel van de controle is eerlijk parkeren."
    claim = choose("goal", answers_of(write_dpia({"Verwerkingsdoeleinden": text})))[0]

    assert [quote.text for quote in claim.quotes] == [claim.value]


def test_another_block_starts_a_paragraph(answers_of: AnswersOf, write_dpia: WriteDpia) -> None:
    """Paragraphs of the document stay paragraphs."""
    text = "Bezoekers vinden sneller een plek.\n\nHet doel is eerlijk parkeren voor iedereen."
    claims = choose("goal", answers_of(write_dpia({"Verwerkingsdoeleinden": text})))

    assert [claim.starts_paragraph for claim in claims] == [False, True]


def test_a_table_gives_only_the_columns_asked_for(values_for: Choose) -> None:
    """Of personal data the register wants what and from where, not how long it is kept."""
    table = "| Gegeven | Bron | Bewaartermijn |\n|---|---|---|\n| kenteken | camera | 13 weken |\n"

    assert values_for("source_data", {"Persoonsgegevens": table}) == ["- kenteken – camera"]


def test_a_system_document_is_read_by_its_headings(answers_of: AnswersOf) -> None:
    """Without a questionnaire a heading and two cues together are enough."""
    text = (
        "# Systeembeschrijving\n\n## Werking van het algoritme\n\n"
        "Het model herkent tekens en berekent een score per lezing.\n\n"
        "## Parkeerplaatsen\n\nDe lantaarns gaan om tien uur uit in de stad.\n"
    )
    values = [claim.value for claim in choose("methods_and_models", answers_of(text))]

    assert values == ["Het model herkent tekens en berekent een score per lezing."]


WORDS = st.sampled_from(
    [
        "de",
        "het",
        "een",
        "in",
        "van",
        "met",
        "is",
        "wordt",
        "doel",
        "risico",
        "maatregel",
        "wet",
        "gegevens",
        "kenteken",
        "menselijk",
        "medewerker",
        "alternatief",
        "belang",
        "herkent",
        "algoritme",
    ]
)
SENTENCE = st.lists(WORDS, min_size=5, max_size=60).map(
    lambda words: " ".join(words).capitalize() + "."
)


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_no_limit_is_ever_exceeded(
    answers_of: AnswersOf, write_dpia: WriteDpia, field: str
) -> None:
    """The register's length and the number of sentences a reviewer can judge both hold."""
    rule, limit = load_rules().text[field], find_field(field).max_length or 0

    @settings(max_examples=30)
    @given(st.lists(SENTENCE, min_size=1, max_size=40, unique=True))
    def holds(sentences: list[str]) -> None:
        body = "\n\n".join(" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4))
        text = write_dpia(
            dict.fromkeys(("Voorstel", "Verwerkingsdoeleinden", "Rechtsgrond"), body),
            rest=f"## 17. Maatregelen\n\n{body}",
        )
        claims = choose(field, answers_of(text))
        value = str(compose_value(find_field(field), claims) or "")
        assert len(claims) <= rule.most
        assert count_characters(to_html(value)) <= limit

    holds()


def test_what_finds_no_room_is_named(answers_of: AnswersOf, write_dpia: WriteDpia) -> None:
    """Every whole sentence on the goal is taken or listed as left out, none both."""
    sentences = [
        f"Bezoekers van wijk {number} vinden {'altijd ' * 12}sneller een plek in de stad."
        for number in range(1, 31)
    ]
    answers = answers_of(write_dpia({"Verwerkingsdoeleinden": " ".join(sentences)}))

    found = choose_text(find_field("goal"), load_rules(), answers)

    taken = [str(claim.value) for claim in found.claims]
    left = [answer.sentence.text for answer in found.left_out]
    assert set(taken).isdisjoint(left)
    assert sorted(taken + left) == sorted(sentences)
    assert left
