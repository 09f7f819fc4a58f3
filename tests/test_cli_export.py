"""One decided dossier leaves in every format, through the command itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.exports.formats import CLOSED, FORMATS
from extractor.intake.reading import DocumentReader
from extractor.models import Draft
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.store import open_store
from tests.commands import call_here

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[1]
DOSSIER = ROOT / "fixtures" / "dossiers" / "subsidie-risicomodel"
TYPED = {
    "name": "Voorspellen van risico's bij subsidieaanvragen",
    "description_short": "Een model schat het risico van een aanvraag.",
    "organization": "Gemeente Duinrade",
    "status": "In gebruik",
    "begin_date": "2024-02",
    "contact_email": "subsidies@duinrade.example",
    "publication_category": "Hoog-risico AI-systeem",
}
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call() -> Call:
    """Return what runs the command in this process: the exit code, stdout and stderr."""
    return lambda workspace, *arguments: call_here(*arguments, "--workspace", workspace)


def list_choices(draft: Draft) -> Iterator[tuple[str, Choice]]:
    """Yield a choice for every field: typed where the register wants words, else the proposal."""
    for proposal in draft.proposals:
        if any(claim.basis for claim in proposal.claims):
            continue
        if proposal.field in TYPED:
            yield proposal.field, Choice(action="edit", typed=TYPED[proposal.field])
        elif proposal.alternatives:
            yield proposal.field, Choice(action="edit", typed="Dit is nagevraagd en klopt.")
        elif proposal.claims:
            yield proposal.field, Choice(action="accept")
        else:
            yield proposal.field, Choice(action="empty")
    yield "risks", Choice(action="withhold", ground="opsporing")


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, reader: DocumentReader) -> tuple[Path, str]:
    """Return a workspace with one decided draft, and the draft's id."""
    workspace = tmp_path_factory.mktemp("uitvoer") / "werkmap"
    moments = (NOON + timedelta(minutes=minute) for minute in count())
    with open_store(workspace) as store:
        draft = draft_dossier(
            find_dossiers(DOSSIER)[0],
            store,
            reader,
            lambda readings: OfflineDrafter(readings, lambda: NOON),
            lambda: NOON,
        )
        for (field, choice), at in zip(list_choices(draft), moments, strict=False):
            signature = Signature(reviewer="R. Eviewer", at=at, note="nagegaan")
            decide_subject(store, draft.id, field, choice, signature)
    return workspace, draft.id


def test_a_decided_dossier_leaves_in_every_format(
    call: Call, decided: tuple[Path, str], tmp_path: Path
) -> None:
    """Each file tells the head of the log, inside or beside it, and the command says it too."""
    workspace, draft = decided
    _, verified, _ = call(workspace, "verify", "--json")
    head = json.loads(verified)["head"]

    for name in FORMATS:
        out = tmp_path / f"uit.{name}"
        code, written, told = call(workspace, "export", draft, "--format", name, "--out", str(out))

        assert (code, written) == (0, ""), told
        assert head in told
        beside = tmp_path / f"uit.{name}.herkomst.json"
        assert beside.exists() == (name in CLOSED)
        if name in CLOSED:
            provenance = json.loads(beside.read_text(encoding="utf-8"))
            assert provenance["decision_log_head"] == head
            assert provenance["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()


def test_the_internal_variant_holds_sources_and_grounds(
    call: Call, decided: tuple[Path, str], tmp_path: Path
) -> None:
    """Quotes, who decided, and what is withheld; the one for the public holds none of them."""
    workspace, draft = decided
    told: dict[str, str] = {}

    for variant in ("extern", "intern"):
        out = tmp_path / f"{variant}.html"
        command = ("export", draft, "--format", "html", "--variant", variant, "--out", str(out))
        assert call(workspace, *command)[0] == 0
        told[variant] = out.read_text(encoding="utf-8")

    only_inside = ("Bron: ", "R. Eviewer", "nagegaan", "Opsporing en vervolging", "pagina ")
    assert [words for words in only_inside if words not in told["intern"]] == []
    assert [words for words in only_inside if words in told["extern"]] == []


def test_answers_of_the_documents_are_proposals_for_the_eu(
    call: Call, decided: tuple[Path, str], tmp_path: Path
) -> None:
    """What the DPIA and IAMA say themselves is put beside the entry's own words, with its place."""
    workspace, draft = decided
    out = tmp_path / "eu.json"

    call(workspace, "export", draft, "--format", "eu-annex-viii", "--out", str(out))

    (entry,) = json.loads(out.read_text(encoding="utf-8"))["entries"]
    deployer = {item["number"]: item for item in entry["sections"]["C"]["items"]}
    assert "Gemeente Duinrade" in deployer["1"]["value"]
    assert deployer["4"]["status"] == "voorstel, nog te bevestigen"
    assert any("IAMA" in source for source in deployer["4"]["sources"])
    assert deployer["3"]["status"] == "nog te vragen"


def test_an_internal_variant_of_a_register_format_is_refused(
    call: Call, decided: tuple[Path, str], tmp_path: Path
) -> None:
    """Nothing is written, and the hint tells which formats have one."""
    out = tmp_path / "uit.csv"
    command = ("export", "--format", "csv", "--variant", "intern", "--out", str(out))

    code, _, told = call(decided[0], *command)

    assert code == 1
    assert "html, docx" in told
    assert not out.exists()
