"""Words of a supplier are labelled as theirs, wherever a reviewer meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.drafter import Drafted
from extractor.intake.reading import DocumentReader
from extractor.models import Chunk, Claim, Dossier, Origin, Proposal, Quote
from extractor.pipeline import draft_dossier
from extractor.review.description import describe_review
from extractor.review.loading import load_review
from extractor.review.reviewed import Review
from extractor.review.terminal import write_draft
from extractor.standard.catalogue import Field
from extractor.store import open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BOAST = "ScanPro leest elk kenteken foutloos."
FACT = "De gemeente controleert elk gelezen kenteken."
LEAFLET = f"# Factsheet ScanPro\n\nDoor Scanwerk B.V., leverancier van ScanPro.\n\n{BOAST}\n"
OWN = f"# DPIA parkeercontrole\n\n## Doel\n\n{FACT}\n"


class QuotingDrafter:
    """Proposes the two sentences for the goal, as an llm might."""

    fingerprint = "test"
    kept_back: Mapping[str, str] = MappingProxyType({})

    def propose(
        self, _dossier: Dossier, fields: Sequence[Field], passages: Sequence[Chunk]
    ) -> Drafted:
        """Return the sentences as claims, each quoted from the document that holds it."""
        readings = dict.fromkeys(chunk.reading for chunk in passages)
        claims = tuple(
            Claim(value=words, quotes=tuple(Quote(reading=each, text=words) for each in readings))
            for words in (BOAST, FACT)
        )
        origin = Origin(drafter="llm", llm="test", at=NOON)
        return Drafted(
            tuple(
                Proposal(
                    field=field.key, claims=claims if field.key == "goal" else (), origin=origin
                )
                for field in fields
            )
        )

    def repair(self, *_: object) -> tuple[Proposal, ...]:
        """Return nothing better."""
        return ()


@pytest.fixture
def review(tmp_path: Path, reader: DocumentReader) -> Review:
    """Return the draft of a dossier with a DPIA and a supplier's leaflet."""
    folder = tmp_path / "dossiers" / "Scanauto"
    folder.mkdir(parents=True)
    (folder / "factsheet.md").write_text(LEAFLET, encoding="utf-8")
    (folder / "dpia.md").write_text(OWN, encoding="utf-8")
    with open_store(tmp_path / "werkmap") as store:
        made = draft_dossier(
            find_dossiers(folder)[0], store, reader, lambda _: QuotingDrafter(), lambda: NOON
        )
        return load_review(store, made.id, NOON.date())


def test_a_claim_on_a_suppliers_word_alone_is_a_warning(review: Review) -> None:
    """The claim the own DPIA carries is none."""
    checks = describe_review(review)["fields"]["goal"]["checks"]

    voices = [(check["claim"], check["message"]) for check in checks if "voice" in check["rule"]]
    assert [claim for claim, _ in voices] == [0]
    assert "leverancier" in voices[0][1]


def test_a_citation_from_a_supplier_says_so(review: Review) -> None:
    """Beside the name of the document, in the list of sources."""
    shown = " ".join(write_draft(review).split())

    assert "factsheet.md, alinea 3 (Factsheet ScanPro) [woorden van: leverancier]" in shown
    assert "(Doel) [woorden van" not in shown


def test_the_documents_read_are_named_by_kind_and_voice(review: Review) -> None:
    """Before a reviewer reads the first citation."""
    lines = write_draft(review).splitlines()

    assert "  - dpia.md (DPIA, 11 woorden)" in lines
    assert "  - factsheet.md (leverancierstekst, 14 woorden, woorden van: leverancier)" in lines
