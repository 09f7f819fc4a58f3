"""Entries that share a document show what differs between them, and are no copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.checks.siblings import check_siblings
from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.grouping import find_grouped, keep_grouping, list_groups, move_documents
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.description import describe_review
from extractor.review.loading import load_among_others
from extractor.review.siblings import find_siblings
from extractor.review.terminal import write_draft
from extractor.review.web.desk import Desk
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNED = Signature(reviewer="R. Lezer", at=NOON)
SHARED = """# DPIA

## Doel

Het doel van het systeem is dat schepen korter wachten voor bruggen en sluizen in de stad, zodat er
minder diesel nodig is en de lucht langs de kade schoner blijft voor de mensen die er wonen.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with three dossiers; two share a document, one says the same in its own."""
    folder = tmp_path / "dossiers"
    for name in ("Brugwacht", "Sluiswacht", "Kadewacht"):
        (folder / name).mkdir(parents=True)
        own = f"# Systeembeschrijving {name}\n\n## Status\n\n{name} is in gebruik.\n"
        (folder / name / "systeem.md").write_text(own, encoding="utf-8")
        extra = "" if name != "Kadewacht" else "\nVan een ander.\n"
        (folder / name / "dpia.md").write_text(SHARED + extra, encoding="utf-8")
    return folder


def draft_all(folder: Path, store: Store, reader: DocumentReader) -> Mapping[str, str]:
    """Return the id of each dossier's draft, by the dossier's name."""
    return {
        found.name: draft_dossier(
            found,
            store,
            reader,
            lambda readings: OfflineDrafter(readings, lambda: NOON),
            lambda: NOON,
        ).id
        for found in find_grouped(folder, store)
    }


def name_siblings(store: Store, name: str) -> set[str]:
    """Return the names of the siblings of the dossier with this name."""
    names = {each.id: each.name for each in store.list_dossiers()}
    own = next(each for each, called in names.items() if called == name)
    return {names[each] for each in find_siblings(store, own)}


def list_rules(store: Store, field: str) -> list[str]:
    """Return the rules that speak of a field of one of the two."""
    described = describe_review(load_among_others(store, "Brugwacht", NOON.date()))
    return [check["rule"] for check in described["fields"][field]["checks"]]


def test_who_shares_a_document_is_kin(root: Path, store: Store, reader: DocumentReader) -> None:
    """Both ways, and who only says the same is not; nor who holds it no more."""
    draft_all(root, store, reader)

    assert name_siblings(store, "Brugwacht") == {"Sluiswacht"}
    assert name_siblings(store, "Sluiswacht") == {"Brugwacht"}
    assert name_siblings(store, "Kadewacht") == set()
    (root / "Sluiswacht" / "dpia.md").write_text("# Iets anders\n\nEen zin.\n", "utf-8")
    draft_all(root, store, reader)
    assert name_siblings(store, "Brugwacht") == set()


def test_what_is_shared_by_right_is_no_copy(
    root: Path, store: Store, reader: DocumentReader
) -> None:
    """The same text of a sibling is told as such; of another entry it is still pointed out."""
    draft_all(root, store, reader)
    goal = describe_review(load_among_others(store, "Brugwacht", NOON.date()))["fields"]["goal"]
    told = {check["rule"]: check["message"] for check in goal["checks"]}

    assert "Sluiswacht" in told["sibling_same"]
    assert "Kadewacht" in told["same_as_other"]


def test_a_field_that_differs_is_shown_with_its_value(
    root: Path, store: Store, reader: DocumentReader
) -> None:
    """On the page and in the terminal; it is a note, and keeps nobody from deciding."""
    drafts = draft_all(root, store, reader)
    typed = Choice(action="edit", typed="Schepen varen door.")
    decide_subject(store, drafts["Sluiswacht"], "goal", typed, SIGNED)

    assert "sibling_differs" in list_rules(store, "goal")
    assert not {"sibling_differs", "sibling_same"} & set(list_rules(store, "name"))
    shown = " ".join(write_draft(load_among_others(store, "Brugwacht", NOON.date())).split())
    assert "~ Sluiswacht, uit hetzelfde document of dezelfde map," in shown
    assert "“Schepen varen door.”" in shown
    card, _ = Desk(store, lambda: NOON).show_card(drafts["Brugwacht"], "goal")
    assert "sibling_differs" in {check.rule for check in card.checks}
    assert {check.severity for check in card.checks if "sibling" in check.rule} == {"note"}
    assert decide_subject(store, drafts["Brugwacht"], "goal", Choice(action="accept"), SIGNED)


def test_dossiers_split_from_one_are_kin(root: Path, store: Store, reader: DocumentReader) -> None:
    """Though they share no document any more."""
    found = find_grouped(root, store)
    groups = move_documents(root, list_groups(found, root), ["Kadewacht/dpia.md"], "Kadetoets")
    keep_grouping(store, root, groups, ("R. Lezer", NOON))
    draft_all(root, store, reader)

    assert name_siblings(store, "Kadetoets") == {"Kadewacht"}
    assert name_siblings(store, "Kadewacht") == {"Kadetoets"}
    assert name_siblings(store, "Brugwacht") == {"Sluiswacht"}


def test_two_parts_of_one_folder_are_kin(root: Path, store: Store, reader: DocumentReader) -> None:
    """Also where nothing is left of the dossier they came from."""
    groups = list_groups(find_dossiers(root), root)
    for document, name in (("systeem.md", "Ene"), ("dpia.md", "Andere")):
        groups = move_documents(root, groups, [f"Kadewacht/{document}"], name)
    keep_grouping(store, root, groups, ("R. Lezer", NOON))
    draft_all(root, store, reader)

    assert name_siblings(store, "Ene") == {"Andere"}


def test_of_many_siblings_a_few_are_named() -> None:
    """A policy may be shared by a hundred; nobody is named who has nothing."""
    siblings = {f"Wacht {number}": f"Doel {number}" for number in range(10)}
    told = [each.rule for each in check_siblings("Doel 0", {**siblings, "Leeg": ""})]

    assert told == [*["sibling_differs"] * 3, "more_siblings_differ", "sibling_same"]
    assert not list(check_siblings("", {"Leeg": "  "}))
