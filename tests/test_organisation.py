"""What an organisation says of itself, and where it is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.drafting.profile import require_usable
from extractor.errors import ProfileUnusable
from extractor.intake.reading import DocumentReader
from extractor.models import Draft
from extractor.organisation import OrganisationProfile, parse_profile
from extractor.pipeline import draft_dossier
from extractor.standing import find_proposal
from extractor.store import Store, open_store

ROOT = Path(__file__).parents[1]
EXAMPLE = (ROOT / "fixtures/organisation/duinrade.toml").read_text(encoding="utf-8")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SILENT = "# Systeem\n\n## Doel\n\nHet doel van het systeem is dat straten schoon zijn.\n"
SAID = f"{SILENT}\n## Contact\n\nVragen? Mail reiniging@duinrade.example.\n"
DENIAL = "# Notitie\n\nEr wordt geen gebruik gemaakt van profilering of van een algoritme.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store that knows the organisation."""
    with open_store(tmp_path / "werkmap") as opened:
        opened.add_profile(parse_profile(EXAMPLE), NOON)
        yield opened


def make_draft(store: Store, reader: DocumentReader, path: Path, text: str) -> Draft:
    """Return the draft of one document."""
    path.write_text(text, "utf-8")
    return draft_dossier(
        find_dossiers(path)[0],
        store,
        reader,
        lambda readings: OfflineDrafter(readings, lambda: NOON),
        lambda: NOON,
    )


def find_values(draft: Draft, key: str) -> list[tuple[str, str | None]]:
    """Return the values proposed for a field, with what each rests on."""
    return [(str(each.value), each.basis) for each in find_proposal(draft, key).claims]


def test_the_profile_fills_what_no_document_gives(
    store: Store, reader: DocumentReader, tmp_path: Path
) -> None:
    """As a proposal of its own kind, that a person still decides."""
    draft = make_draft(store, reader, tmp_path / "a.md", SILENT)

    assert find_values(draft, "organization") == [("Gemeente Duinrade", "profile")]
    assert find_values(draft, "contact_email") == [("algoritmes@duinrade.example", "profile")]
    assert find_values(draft, "tags") == [("Duinrade, gemeente", "profile")]
    assert [find_values(draft, key) for key in ("url", "process_index_url")] == [
        [("https://www.duinrade.example/algoritmeregister", "profile")],
        [("https://www.duinrade.example/verwerkingen", "profile")],
    ]
    assert find_values(draft, "goal")[0][1] is None


def test_a_document_goes_before_the_profile(
    store: Store, reader: DocumentReader, tmp_path: Path
) -> None:
    """What stands in a source is not replaced."""
    draft = make_draft(store, reader, tmp_path / "a.md", SAID)

    assert find_values(draft, "contact_email") == [("reiniging@duinrade.example", None)]


def test_where_there_is_no_algorithm_nothing_is_proposed(
    store: Store, reader: DocumentReader, tmp_path: Path
) -> None:
    """Not even the organisation's name."""
    draft = make_draft(store, reader, tmp_path / "a.md", DENIAL)

    assert find_values(draft, "organization") == []


def test_another_profile_makes_another_draft(
    store: Store, reader: DocumentReader, tmp_path: Path
) -> None:
    """And the same profile again does not."""
    path = tmp_path / "a.md"
    first = make_draft(store, reader, path, SILENT)
    same = make_draft(store, reader, path, SILENT)
    assert not store.add_profile(parse_profile(EXAMPLE), NOON)
    store.add_profile(OrganisationProfile(name="Gemeente Waterrade"), NOON)
    other = make_draft(store, reader, path, SILENT)

    assert first.id == same.id != other.id
    assert find_values(other, "organization") == [("Gemeente Waterrade", "profile")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "name: ontbreekt"),
        ('name = "A"\nnaam = "B"', "naam: kent Bronvast niet"),
        ('name = "A', "geen TOML"),
        ('name = ""', "name: is leeg"),
        ("name = 5", "name: is geen tekst"),
        (f'name = "{"a" * 201}"', "name: is te lang"),
        ('name = "A"\ntags = "los"', "tags: is geen lijst"),
        ('name = "A"\nservices = ["B"]', "services.0: is geen onderdeel"),
        ('name = "A"\n[[services]]\nname = "B"\nvalid_from = "lente"', "is geen datum"),
        ('name = "A"\n[[services]]\nname = "B"\nvalid_from = 2024-01-01T09:00:00', "geen datum"),
        (
            (
                'name = "A"\n[[services]]\nname = "B"\n'
                "valid_from = 2025-01-01\nvalid_until = 2024-01-01"
            ),
            "services.0: valid_until ligt voor",
        ),
    ],
)
def test_a_wrong_file_names_the_key(text: str, why: str) -> None:
    """The administrator reads which line to mend."""
    with pytest.raises(ProfileUnusable, match=why):
        parse_profile(text)


def test_what_the_register_refuses_is_refused_here() -> None:
    """A value that could never be published is no profile."""
    with pytest.raises(ProfileUnusable, match="website"):
        require_usable(OrganisationProfile(name="A", website="geen adres"))
