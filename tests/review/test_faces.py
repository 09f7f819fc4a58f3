"""A draft from the store, as people see it and as it leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.errors import (
    DecisionRefused,
    DraftNotFound,
    NothingConfirmed,
    ReviewIncomplete,
    ValueRefused,
)
from extractor.intake.reading import DocumentReader
from extractor.models import Absence, Draft
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import ChoiceOutcome, decide_subject, review_choice
from extractor.review.description import describe_review
from extractor.review.exporting import collect_export
from extractor.review.loading import load_review, summarise_drafts
from extractor.review.overview import write_drafted, write_drafts
from extractor.review.terminal import write_draft
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOON.date()
STATUS = "Het systeem is sinds maart 2023 in gebruik bij de gemeente Duinrade."
MAIL = "Voor vragen kunnen inwoners mailen naar parkeren@duinrade.nl."
TEXT = f"# Systeembeschrijving ParkeerScan\n\n## Inzet\n\n{STATUS}\n\n{MAIL}\n"
DENIAL = "Er wordt geen gebruik gemaakt van profilering of van een algoritme."
TYPED = {"description_short": "Een auto leest.", "publication_category": "Overige algoritmes"}

MakeDraft = Callable[..., Draft]
Decide = Callable[..., int]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def make_draft(store: Store, reader: DocumentReader, tmp_path: Path) -> MakeDraft:
    """Return what drafts a dossier of one document."""

    def draft(text: str = TEXT, name: str = "Scanauto", at: datetime = NOON) -> Draft:
        folder = tmp_path / "dossiers" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "systeem.md").write_text(text, encoding="utf-8")
        found = find_dossiers(folder)[0]
        return draft_dossier(
            found, store, reader, lambda readings: OfflineDrafter(readings, lambda: at), lambda: at
        )

    return draft


@pytest.fixture
def decide(store: Store) -> Decide:
    """Return what takes a decision and tells how many were taken."""
    clock = iter(NOON + timedelta(minutes=minute) for minute in range(1, 1000))

    def take(draft: Draft, subject: str, **choice: object) -> int:
        note = "Nagevraagd." if choice.get("action") == "edit" else None
        signature = Signature(reviewer="R. Eviewer", at=next(clock), note=note)
        chosen = Choice.model_validate(choice)
        return len(decide_subject(store, draft.id, subject, chosen, signature))

    return take


def decide_all(draft: Draft, decide: Decide) -> None:
    """Decide on every field of the draft."""
    decide(draft, "absent", action="empty")
    for key, value in TYPED.items():
        decide(draft, key, action="edit", typed=value)
    for proposal in draft.proposals:
        if proposal.claims and proposal.claims[0].basis is None and proposal.field not in TYPED:
            decide(draft, proposal.field, action="accept")


def test_a_draft_is_found_by_id_start_of_id_or_name(make_draft: MakeDraft, store: Store) -> None:
    """People know the dossier by its name, programs by its id."""
    draft = make_draft()

    for reference in (draft.id, draft.id[:5], "Scanauto", "SCANAUTO"):
        assert load_review(store, reference, TODAY).draft == draft


def test_a_name_leads_to_the_newest_draft(make_draft: MakeDraft, store: Store) -> None:
    """The earlier one can still be found by its id."""
    first = make_draft()
    second = make_draft(TEXT + "\nMeer tekst.\n", at=NOON + timedelta(days=1))

    assert load_review(store, "Scanauto", TODAY).draft == second
    assert load_review(store, first.id, TODAY).draft == first


@pytest.mark.parametrize("reference", ["", "verzonnen", "Scanaut", "%", "_"])
def test_what_names_no_draft_is_refused(
    make_draft: MakeDraft, store: Store, reference: str
) -> None:
    """A wild card names nothing, and nothing is not everything."""
    make_draft()
    make_draft(TEXT, "Ander")

    with pytest.raises(DraftNotFound):
        load_review(store, reference, TODAY)


def test_high_risk_systems_come_first(make_draft: MakeDraft, store: Store) -> None:
    """Then impactful algorithms, the others, and those still to be chosen, each by name."""
    words = {
        "B": "Het model is aangemerkt als impactvol algoritme.",
        "A": "Dit algoritme is een hoog-risico AI-systeem volgens bijlage III.",
        "Zonder": "Niets bijzonders hier.",
        "Alweer zonder": "Niets bijzonders hier ook niet.",
    }
    for name, text in words.items():
        make_draft(f"# Systeem\n\n## Aard\n\n{text}\n", f"Dossier {name}")

    rows = summarise_drafts(store, TODAY)

    assert [row.dossier for row in rows] == [
        "Dossier A",
        "Dossier B",
        "Dossier Alweer zonder",
        "Dossier Zonder",
    ]
    assert [row.decided for row in rows] == [0, 0, 0, 0]
    assert write_drafts(rows).splitlines()[1].split()[:3] == [
        rows[0].draft,
        "Hoog-risico",
        "AI-systeem",
    ]


def test_only_the_newest_draft_of_a_dossier_is_listed(make_draft: MakeDraft, store: Store) -> None:
    """Earlier drafts are history."""
    make_draft()
    newest = make_draft(TEXT + "\nMeer tekst.\n")

    assert [row.draft for row in summarise_drafts(store, TODAY)] == [newest.id]


def test_all_absent_fields_are_left_empty_in_one_act(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """Required fields stay open, and a second time there is nothing left to do."""
    draft = make_draft()

    taken = decide(draft, "absent", action="empty")
    standing = load_review(store, draft.id, TODAY).standing

    assert taken == len(standing) > 10
    assert "publication_category" not in standing
    assert decide(draft, "absent", action="empty") == 0
    with pytest.raises(DecisionRefused):
        decide(draft, "absent", action="accept")


def test_a_wholly_decided_draft_becomes_an_entry(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """By its name, or with all others that are ready."""
    draft = make_draft()
    make_draft(TEXT, "Nog niet klaar")
    decide_all(draft, decide)

    named = collect_export(store, ["Scanauto"], TODAY)
    ready = collect_export(store, (), TODAY)

    assert named == ready
    assert named.head == store.head()
    (entry,) = ready.entries
    assert (entry.status, entry.begin_date) == ("In gebruik", "2023-03")
    assert entry.source_id == draft.dossier


def test_one_undecided_draft_keeps_all_named_ones_in(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """An export is whole or not there; the error says which fields are open."""
    ready, other = make_draft(), make_draft(TEXT, "Nog niet klaar")
    decide_all(ready, decide)

    with pytest.raises(ReviewIncomplete) as refused:
        collect_export(store, [ready.id, other.id], TODAY)

    assert "status" in refused.value.undecided
    assert "Nog niet klaar" in str(refused.value)


def test_nothing_ready_is_nothing_to_export(make_draft: MakeDraft, store: Store) -> None:
    """An empty export would look like a finished one."""
    make_draft()

    with pytest.raises(NothingConfirmed):
        collect_export(store, (), TODAY)


def test_the_draft_is_shown_with_value_source_and_what_is_left(
    make_draft: MakeDraft, store: Store
) -> None:
    """The words of a value that is no quote are shown with their place."""
    shown = write_draft(load_review(store, make_draft().id, TODAY))

    assert "Status [status]" in shown
    assert re.search(
        rf"\[1\] systeem.md, alinea \d+ \(Inzet\): “{STATUS}”", " ".join(shown.split())
    )
    assert "Nog te kiezen (26)" in shown


@pytest.mark.parametrize("decided", [False, True])
def test_a_link_from_the_table_of_laws_says_so(
    make_draft: MakeDraft,
    decide: Decide,
    store: Store,
    decided: bool,  # noqa: FBT001 - a parameter of a test
) -> None:
    """On the page and in the JSON, also once decided; a document's own link does not."""
    own, table = "https://wetten.overheid.nl/BWBR0005181", "https://wetten.overheid.nl/BWBR0005416"
    draft = make_draft(
        "# Notitie\n\n## Wettelijke grondslag\n\nDit volgt uit artikel 225 van de Gemeentewet.\n\n"
        f"De Woningwet staat op {own}.\n"
    )
    if decided:
        decide(draft, "lawful_basis_grouping", action="accept")
    review = load_review(store, draft.id, TODAY)

    shown = " ".join(write_draft(review).split())
    described = describe_review(review)["fields"]["lawful_basis_grouping"]

    assert f"- Gemeentewet ({table}) (link: wettentabel)" in shown
    assert f"- Woningwet ({own})" in shown
    assert shown.count("wettentabel") == 1
    assert [claim.get("link_from") for claim in described["claims"]] == ["wettentabel", None]
    assert described["checks"] == []


def test_stated_and_not_found_are_told_apart(make_draft: MakeDraft, store: Store) -> None:
    """What a document denies stands with its words; of the rest nothing was said."""
    draft = make_draft(TEXT + "\nDe broncode is niet openbaar.\n")
    said = Absence(kind="stated", reason="De broncode is niet openbaar.")
    proposals = [
        each.model_copy(update={"absent": said}) if each.field == "publiccode" else each
        for each in draft.proposals
    ]
    review = load_review(store, draft.id, TODAY)

    shown = write_draft(replace(review, draft=draft.model_copy(update={"proposals": proposals})))

    assert "[publiccode]\n  volgens document: geen — De broncode is niet openbaar." in shown
    assert "[end_date]\n  staat er niet in — niet gevonden in wat gelezen is" in shown


def test_a_decided_field_is_shown_as_such(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """With what was done and by whom; the proposal is out of the way."""
    draft = make_draft()
    decide(draft, "status", action="accept")
    decide(draft, "name", action="edit", typed="Parkeren controleren")

    shown = write_draft(load_review(store, draft.id, TODAY))

    assert "[status] — bevestigd: overgenomen door R. Eviewer" in shown
    assert "[name] — bevestigd: zelf geschreven door R. Eviewer\n  Parkeren controleren" in shown
    assert "Nog te kiezen (24)" in shown


def test_a_contradiction_is_shown_with_numbers_to_choose(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """The chosen side becomes the value, and the check is gone."""
    other = "Het systeem is op 5 juni 2023 in gebruik genomen in de hele stad."
    draft = make_draft(TEXT + f"\n{other}\n")
    before = describe_review(load_review(store, draft.id, TODAY))["fields"]["begin_date"]

    shown = write_draft(load_review(store, draft.id, TODAY))
    decide(draft, "begin_date", action="choose", number=2)
    after = describe_review(load_review(store, draft.id, TODAY))["fields"]["begin_date"]

    assert "  1. 2023-03" in shown
    assert "  2. 2023-06" in shown
    assert before["value"] is None
    assert [check["rule"] for check in before["checks"]] == ["sources_differ"]
    assert (after["value"], after["checks"]) == ("2023-06", [])


def test_a_document_without_algorithm_is_said_first(make_draft: MakeDraft, store: Store) -> None:
    """Before any field, with the words it rests on once, and when it has just been drafted."""
    draft = make_draft(f"# Verhuizen\n\n## Doel\n\n{DENIAL}\n")
    review = load_review(store, draft.id, TODAY)
    shown = write_draft(review)

    assert "geen algoritme" in " ".join(shown.splitlines()[:4])
    assert shown.count("bron:") == 1
    assert "geen algoritme" in write_drafted(review)


def test_a_document_cannot_write_to_the_terminal(make_draft: MakeDraft, store: Store) -> None:
    """Control characters and turned text in a document or its name are not shown."""
    bad = "\x1b\x07\u202e\u2066"
    text = TEXT.replace("Duinrade.", f"Duin{bad}rade.").replace("Inzet", f"In{bad}zet")
    review = load_review(store, make_draft(text, f"Scan{bad}auto").id, TODAY)

    for shown in (write_draft(review), write_drafted(review)):
        assert not set(bad) & set(shown)


def test_a_lapsed_choice_is_told_with_its_value(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """Under the field, with what was chosen, and in one line when it has just been drafted."""
    draft = make_draft()
    decide(draft, "begin_date", action="accept")
    decide(draft, "status", action="edit", typed="In ontwikkeling")
    decide(draft, "publiccode", action="empty")
    decide(draft, "name", action="edit", typed="Parkeren")
    newer = make_draft(TEXT.replace("2023", "2024") + "\nDe broncode is niet openbaar.\n")

    review = load_review(store, newer.id, TODAY)
    shown = " ".join(write_draft(review).split())

    assert set(review.lapsed) == {"begin_date", "status", "publiccode"}
    lead = "! Uw eerdere keuze geldt niet meer, want het voorstel is veranderd. U koos:"
    assert shown.count(lead) == 3
    for chosen in ("2023-03", "In ontwikkeling", "leeg laten"):
        assert f"{lead} {chosen}" in shown
    assert "[name] — bevestigd" in shown
    line = next(line for line in write_drafted(review).splitlines() if "eerdere" in line)
    assert line.startswith("  ! 3 eerdere keuzes gelden niet meer, want het voorstel is veranderd:")
    assert all(field in line for field in review.lapsed)


def test_a_choice_that_stands_is_not_told_as_lapsed(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """Nor is there anything to tell once the person has chosen again."""
    first = make_draft()
    decide(first, "status", action="accept")
    newer = make_draft(TEXT.replace("2023", "2024"))
    before = load_review(store, newer.id, TODAY)
    decide(newer, "status", action="accept")
    after = load_review(store, newer.id, TODAY)

    assert "eerdere keuze geldt" in write_drafted(before)
    for face in (write_draft, write_drafted):
        assert "eerdere keuze" not in face(after)


def test_a_lapsed_choice_on_unread_parts_is_told(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """It stands with the parts that were not read."""
    draft = make_draft()
    decide(draft, "status", action="accept")
    review = load_review(store, draft.id, TODAY)
    decision = review.standing["status"].model_copy(update={"subject": "unread", "value": None})

    shown = write_draft(replace(review, lapsed={"unread": decision}))

    assert "want wat niet gelezen is, is veranderd. U koos:" in shown.partition("==")[0]


def test_leaving_absent_fields_empty_is_offered_while_there_are_any(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """A command that would do nothing is no next step."""
    draft = make_draft()
    before = write_draft(load_review(store, draft.id, TODAY))
    decide(draft, "absent", action="empty")
    after = write_draft(load_review(store, draft.id, TODAY))

    assert "absent --empty" in before
    assert "absent --empty" not in after
    assert "Nog te kiezen" in after


def test_a_decided_draft_that_cannot_leave_says_why(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """The way to export is shown only where export would succeed."""
    draft = make_draft()
    decide_all(draft, decide)
    decide(draft, "end_date", action="edit", typed="2025-01")

    refused = write_draft(load_review(store, draft.id, TODAY))
    with pytest.raises(ValueRefused):
        collect_export(store, [draft.id], TODAY)
    decide(draft, "end_date", action="empty")
    ready = write_draft(load_review(store, draft.id, TODAY))

    assert "!! end_date: past niet bij de status" in refused
    assert f"bronvast decide {draft.id} end_date --empty" in refused
    assert "bronvast export" not in refused
    assert "bronvast export" in ready
    assert "!! end_date" not in ready


def test_after_a_choice_its_warnings_are_told(make_draft: MakeDraft, store: Store) -> None:
    """The findings of the fields just decided, no others, and how much is left."""
    draft = make_draft()
    signature = Signature(reviewer="R. Eviewer", at=NOON, note="Nagevraagd bij parkeren.")

    def choose(subject: str, **choice: object) -> ChoiceOutcome:
        taken = decide_subject(store, draft.id, subject, Choice.model_validate(choice), signature)
        return review_choice(store, draft.id, taken, signature)

    mailed = choose("contact_email", action="edit", typed="parkeerjan@gmail.com")
    status = choose("status", action="accept")
    back = choose("contact_email", action="withdraw")

    assert [each.partition(":")[0] for each in mailed.warnings] == ["contact_email"] * 2
    assert "persoonlijk e-mailadres" in mailed.warnings[0]
    assert "staat niet in de bron; daar staat parkeren@duinrade.nl" in mailed.warnings[1]
    assert (status.warnings, back.warnings) == ((), ())
    assert [mailed.undecided, status.undecided, back.undecided] == [25, 24, 25]


def test_after_the_last_choice_the_entrys_refusal_is_told(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """Whoever has decided everything hears at once that it does not fit together."""
    draft = make_draft()
    decide_all(draft, decide)
    signature = Signature(reviewer="R. Eviewer", at=NOON + timedelta(days=1))
    fits = review_choice(store, draft.id, (), signature)

    typed = Choice(action="edit", typed="2025-01")
    taken = decide_subject(store, draft.id, "end_date", typed, signature)
    outcome = review_choice(store, draft.id, taken, signature)

    assert fits == ChoiceOutcome(undecided=0, warnings=())
    assert outcome.undecided == 0
    assert [each.partition(":")[0] for each in outcome.warnings] == ["end_date"]


def test_a_typed_value_is_shown_with_what_it_is_based_on(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """With the words of its sources, and with what they do not say."""
    draft = make_draft()
    decide(draft, "begin_date", action="edit", typed="2023-05")
    decide(draft, "provider", action="edit", typed="Nachtoog BV")

    review = load_review(store, draft.id, TODAY)
    shown = " ".join(write_draft(review).split())
    decision = describe_review(review)["fields"]["begin_date"]["decision"]

    assert f"2023-05 gebaseerd op: - systeem.md, alinea 3 (Inzet): “{STATUS}”" in shown
    assert "!! De datum 2023-05 staat niet in de bron; daar staat maart 2023." in shown
    assert "Nachtoog BV gebaseerd op: geen bron" in shown
    assert [claim["value"] for claim in decision["claims"]] == ["2023-03"]
    assert decision["claims"][0]["citations"][0]["quote"] == STATUS


def test_an_accepted_value_is_not_shown_as_typed(
    make_draft: MakeDraft, decide: Decide, store: Store
) -> None:
    """It is what was proposed, word for word."""
    draft = make_draft()
    decide(draft, "begin_date", action="accept")

    assert "gebaseerd op" not in write_draft(load_review(store, draft.id, TODAY))


def test_a_gap_in_a_document_is_shown_at_its_field(make_draft: MakeDraft, store: Store) -> None:
    """The reviewer reads that the document leaves it open, where, and in which words."""
    titles = (
        "Voorstel",
        "Persoonsgegevens",
        "Gegevensverwerkingen",
        "Verwerkingsdoeleinden",
        "Betrokken partijen",
        "Bewaartermijnen",
        "Rechtsgrond",
    )
    said = dict.fromkeys(titles, "Dat is bekend.") | {"Verwerkingsdoeleinden": "tbd"}
    text = "# DPIA scanauto\n\n" + "".join(f"## {t}\n\n{a}\n\n" for t, a in said.items())
    review = load_review(store, make_draft(text).id, TODAY)

    (place,) = describe_review(review)["fields"]["goal"]["open_places"]
    assert place["quote"] == "tbd"
    assert place["locator"]["heading"].endswith("Verwerkingsdoeleinden")
    assert "het document heeft hier een open plek:\n    - systeem.md" in write_draft(review)
