"""A draft goes to colleagues as a Word document, and comes back as suggestions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.concept.contacts import NOBODY, group_by_contact
from extractor.concept.taking import TakenAnswers, take_answers
from extractor.concept.writing import BANNER, write_concept, write_question_list
from extractor.documents.files import LoadedFile
from extractor.documents.folders import find_dossiers
from extractor.documents.reading import read_document
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.errors import AnswersUnusable
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.description import describe_review
from extractor.review.loading import load_review
from extractor.review.reviewed import Review, list_answers
from extractor.review.terminal import write_draft
from extractor.standard.catalogue import list_decided_fields
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TEXT = """# Systeembeschrijving ParkeerScan

## Inzet

Het systeem is sinds maart 2023 in gebruik bij de gemeente Duinrade.

Voor vragen kunnen inwoners mailen naar parkeren@duinrade.nl.

## Doel van het systeem

Het doel is eerlijk parkeren: [doel invullen].
"""
Fill = Callable[[bytes, Mapping[str, str]], bytes]
TITLES = (
    "Voorstel",
    "Persoonsgegevens",
    "Gegevensverwerkingen",
    "Verwerkingsdoeleinden",
    "Betrokken partijen",
    "Bewaartermijnen",
    "Rechtsgrond",
)
ANSWERS = dict.fromkeys(TITLES, "Dat is bekend.") | {"Verwerkingsdoeleinden": "tbd"}
GAP = "# DPIA scanauto\n\n" + "".join(f"## {t}\n\n{a}\n\n" for t, a in ANSWERS.items())
DENIAL = "# Notitie\n\nEr wordt geen gebruik gemaakt van profilering of van een algoritme.\n"
SIGNED = {"naam": "M. de Wit", "datum": "3 maart 2026"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


MakeReview = Callable[..., Review]


@pytest.fixture
def make_review(
    store: Store, reader: DocumentReader, tmp_path_factory: pytest.TempPathFactory
) -> MakeReview:
    """Return what drafts a dossier of one document."""

    def make(text: str = TEXT, name: str = "Scanauto") -> Review:
        folder = tmp_path_factory.mktemp("map") / name
        folder.mkdir()
        (folder / "systeem.md").write_text(text, encoding="utf-8")
        draft = draft_dossier(
            find_dossiers(folder)[0],
            store,
            reader,
            lambda readings: OfflineDrafter(readings, lambda: NOON),
            lambda: NOON,
        )
        return load_review(store, draft.id, NOON.date())

    return make


def take(store: Store, content: bytes, name: str | None = None) -> TakenAnswers:
    """Return what comes of a document that came back."""
    reading = read_document(content, "terug.docx")
    loaded = LoadedFile(name="terug.docx", content=content, sha256=reading.source.sha256)
    return take_answers(store, loaded, reading, name, NOON)


def list_lines(content: bytes) -> list[str]:
    """Return the paragraphs of a Word document, those in its boxes too."""
    body = Document(BytesIO(content)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def list_tags(content: bytes) -> list[str]:
    """Return the tags of the boxes in order."""
    return [
        tag.get(qn("w:val")) for tag in Document(BytesIO(content)).element.body.iter(qn("w:tag"))
    ]


def test_a_concept_has_a_box_for_every_open_field(store: Store, make_review: MakeReview) -> None:
    """Each field that a person decides and nobody decided yet can be answered once."""
    review = make_review()
    signature = Signature(reviewer="M. Visser", at=NOON)
    decide_subject(store, review.draft.id, "end_date", Choice(action="empty"), signature)

    content = write_concept(load_review(store, review.draft.id, NOON.date()))

    fields = [tag.rpartition(":")[2] for tag in list_tags(content)[2:]]
    decided = {field.key for field in list_decided_fields()}
    assert sorted(fields) == sorted(decided - {"end_date"})
    lines = list_lines(content)
    assert BANNER in lines
    assert lines.index("Vragen die openstaan") < lines.index("Algemene informatie")
    assert any("parkeren@duinrade.nl" in line for line in lines)


def test_a_sources_gap_is_asked_about(
    make_review: MakeReview,
) -> None:
    """What the document leaves open comes with its words, under the open questions."""
    lines = list_lines(write_concept(make_review(GAP)))

    start = lines.index("Doel en impact")
    asked = lines[start : start + 6]
    assert "Het document laat dit nog open. Wat moet hier komen?" in asked
    assert any(line.startswith("Nog open: systeem.md") for line in asked)


def test_answers_come_back_as_suggestions_and_decide_nothing(
    store: Store, fill: Fill, make_review: MakeReview
) -> None:
    """An answer keeps who gave it, when, and the returned document as its source."""
    review = make_review()
    answers = {**SIGNED, "goal": "Eerlijk parkeren.\nEn minder zoekverkeer.", "end_date": "Geen"}

    taken = take(store, fill(write_concept(review), answers))

    assert [each.field for each in taken.answers] == ["end_date", "goal"]
    assert taken.unused == ()
    after = load_review(store, review.draft.id, NOON.date())
    assert after.standing == {}
    assert after.draft == review.draft
    (answer,) = list_answers(after, "goal")
    assert (answer.name, answer.answered_on) == ("M. de Wit", date(2026, 3, 3))
    reading = store.get_reading(answer.citation.reading)
    assert reading is not None
    assert answer.citation.span.of(reading.text) == answer.citation.quote
    assert answer.citation.quote.split("\n")[0] == "Eerlijk parkeren."
    assert store.has_source(reading.source.sha256)
    assert store.verify() == ()
    described = describe_review(after)["fields"]["goal"]["answers"]
    assert [each["name"] for each in described] == ["M. de Wit"]
    assert "antwoord van een collega (M. de Wit, 03-03-2026, terug.docx)" in write_draft(after)


def test_reading_a_document_again_adds_nothing(
    store: Store, fill: Fill, make_review: MakeReview
) -> None:
    """The same document twice is one answer; a changed one adds another, the newest first."""
    review = make_review()
    concept = write_concept(review)

    for typed in ("Eerst dit.", "Eerst dit.", "Toen dat."):
        take(store, fill(concept, {**SIGNED, "goal": typed}))

    kept = [each.citation.quote for each in store.list_answers(review.draft.dossier)]
    assert kept == ["Eerst dit.", "Toen dat."]


def test_one_list_asks_about_several_dossiers(
    store: Store, fill: Fill, make_review: MakeReview
) -> None:
    """The same answer to the same field of two dossiers is found in its own box."""
    first = make_review(name="Scanauto")
    second = make_review(TEXT.replace("maart", "mei"), "Handhaving")
    groups = group_by_contact([first, second], {})

    assert list(groups) == ["parkeren@duinrade.nl"]
    content = write_question_list("parkeren@duinrade.nl", groups["parkeren@duinrade.nl"])
    taken = take(store, fill(content, {**SIGNED, "end_date": "Geen"}))

    assert [each.dossier for each in taken.answers] == [first.draft.dossier, second.draft.dossier]
    places = [each.citation.span.start for each in taken.answers]
    assert places[0] < places[1]


def test_a_dossier_without_an_algorithm_asks_nothing(make_review: MakeReview) -> None:
    """Where a document denies that there is an algorithm no colleague is bothered."""
    assert group_by_contact([make_review(DENIAL)], {}) == {}


def test_a_draft_without_contact_is_asked_of_nobody_in_particular(make_review: MakeReview) -> None:
    """Its questions still leave, in a list of their own."""
    review = make_review(TEXT.replace("parkeren@duinrade.nl", "ons"))

    assert list(group_by_contact([review], {})) == [NOBODY]


def test_whom_a_list_names_is_asked_first(make_review: MakeReview) -> None:
    """The contact of the entry is for the public, that of the list for colleagues."""
    first, second = make_review(name="Scanauto"), make_review(TEXT, "Handhaving")

    groups = group_by_contact([first, second], {first.draft.dossier: "J. Vos"})

    assert {who: [each.name for each in asked] for who, asked in groups.items()} == {
        "J. Vos": ["Scanauto"],
        "parkeren@duinrade.nl": ["Handhaving"],
    }


@pytest.mark.parametrize(
    "case",
    [
        ({}, "geen ingevuld antwoordvak"),
        (SIGNED, "geen ingevuld antwoordvak"),
        ({"goal": "Eerlijk parkeren."}, "zegt niet wie"),
    ],
)
def test_a_document_without_answers_or_name_is_refused(
    store: Store, fill: Fill, make_review: MakeReview, case: tuple[dict[str, str], str]
) -> None:
    """The error says what is missing, and nothing is kept."""
    review = make_review()
    answers, why = case

    with pytest.raises(AnswersUnusable, match=why):
        take(store, fill(write_concept(review), answers))

    assert store.list_answers(review.draft.dossier) == ()


@pytest.mark.parametrize("content", [b"", b"geen Word", b"PK\x03\x04 kapot"])
def test_what_is_no_word_file_is_refused(store: Store, content: bytes) -> None:
    """A file that cannot be opened holds no answer boxes."""
    with pytest.raises(AnswersUnusable, match="geen antwoordvakken"):
        take(store, content)


def test_answers_on_an_unknown_draft_are_named(
    fill: Fill, make_review: MakeReview, tmp_path: Path
) -> None:
    """A document of another workspace gives no suggestion, and says so."""
    content = write_concept(make_review())
    answered = fill(content, {**SIGNED, "goal": "Eerlijk parkeren."})

    with open_store(tmp_path / "andere") as other:
        taken = take(other, answered)

    assert taken.answers == ()
    assert [each.field for each in taken.unused] == ["goal"]
    assert "staat niet in deze werkmap" in taken.unused[0].reason


WORDS = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u00ad"),
    min_size=1,
    max_size=60,
).filter(lambda text: any(character.isalnum() for character in text))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(WORDS, min_size=1, max_size=3))
def test_every_answer_is_found_back_or_named(
    store: Store,
    fill: Fill,
    make_review: MakeReview,
    lines: list[str],
) -> None:
    """Whatever somebody types, the suggestion is the document's own words, or the box is named."""
    review = make_review()
    typed = "\n".join(lines)

    taken = take(store, fill(write_concept(review), {**SIGNED, "goal": typed}))

    assert len(taken.answers) + len(taken.unused) == 1
    for answer in taken.answers:
        assert "".join(answer.citation.quote.split()) in "".join(typed.split())
