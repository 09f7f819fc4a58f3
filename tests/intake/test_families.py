"""Of versions of one document the latest final one counts; other documents are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planted_families import DOCUMENTS, list_pairs, load_paragraphs, make

from extractor.documents.folders import find_dossiers
from extractor.documents.reading import read_document, read_file
from extractor.errors import DocumentNotFound
from extractor.intake.families import Families, find_families
from extractor.intake.similarity import ComparedText, measure_shared
from extractor.intake.wanted import want_documents
from extractor.models import Reading

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared/documents"


def version(*said: str) -> Reading:
    """Return the reading of a DPIA whose first page says this."""
    return make([*said, *load_paragraphs(DOCUMENTS[1])[10:60]])


def test_versions_are_told_from_documents_that_look_like_them() -> None:
    """Rewritten, grown, printed and copied ones are; another system's, a summary, an advice not."""
    pairs = list(list_pairs())
    told = [find_families(pair.documents) for pair in pairs]

    assert len(pairs) > 70
    assert not [
        pair.what
        for pair, families in zip(pairs, told, strict=True)
        if bool(families.replaced or families.doubts) != pair.versions
    ]


@pytest.mark.parametrize(
    ("first", "second", "counts", "reason"),
    [
        (("Status: definitief",), ("Status: concept",), "a.md", "dit is een concept"),
        (
            ("Status: definitief", "Versie 1.0"),
            ("Status: concept", "Versie 1.1"),
            "a.md",
            "dit is een concept",
        ),
        (("Versie 1.2",), ("Versie 1.10",), "b.md", "een lagere versie"),
        (("Versie 1.0",), ("Versie 0.9",), "a.md", "een lagere versie"),
        (("Datum: 3 mei 2024",), ("Datum: 4 mei 2023",), "a.md", "een eerdere datum"),
        (
            ("Versie 2.0", "Datum: 3 mei 2023"),
            ("Versie 1.0", "Datum: 4 mei 2024"),
            "a.md",
            "een lagere versie",
        ),
        (("Status: concept",), ("Tekst",), "b.md", "dit is een concept"),
        (("Status: definitief",), ("Tekst",), "a.md", "de andere is definitief"),
        (("Tekst",), ("Tekst anders",), "a.md", "dezelfde tekst"),
        (("Versie 2",), ("Versie 2.0",), "a.md", "dezelfde tekst"),
    ],
)
def test_the_latest_final_version_counts(
    first: tuple[str, ...], second: tuple[str, ...], counts: str, reason: str
) -> None:
    """Final before concept, then the version, then the date."""
    documents = [("a.md", version(*first)), ("b.md", version(*second))]

    for order in (documents, documents[::-1]):
        families = find_families(order)
        if reason != "dezelfde tekst":
            assert [each.by for each in families.replaced.values()] == [counts]
        assert [each.reason for each in families.replaced.values()] == [reason]
        assert families.doubts == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Status: definitief",), ("Status: definitief",)),
        (("Status: definitief", "Versie 1.0"), ("Status: definitief", "Datum: 3 mei 2024")),
        (("Status: definitief", "Versie 1.0"), ("Versie 1.1",)),
        (("Datum: mei 2024",), ("Datum: 3 mei 2024",)),
    ],
)
def test_versions_in_doubt_both_count(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    """Where nothing decides, or what they say contradicts, a person must look."""
    added = (f"Dit is nieuwe zin nummer {number} over het risicomodel." for number in range(60))
    other = make([*second, *load_paragraphs(DOCUMENTS[1])[10:60], *added])
    families = find_families([("a.md", version(*first)), ("b.md", other)])

    assert families == Families(replaced={}, doubts=(("a.md", "b.md"),))


def test_of_the_same_bytes_the_first_counts() -> None:
    """However short it is."""
    twice = read_document(b"Een auto leest kentekens.", "a.txt")

    families = find_families([("map/a.txt", twice), ("b.txt", twice)])

    assert {path: each.by for path, each in families.replaced.items()} == {"b.txt": "map/a.txt"}
    assert families.replaced["b.txt"].reason == "hetzelfde bestand"


def test_files_of_which_nothing_was_read_stay_apart() -> None:
    """Two empty or damaged files are two things to look at."""
    for content in (b"", b"%PDF-1.7 damaged"):
        twice = read_document(content, "a.pdf")
        assert find_families([("a.pdf", twice), ("b.pdf", twice)]).replaced == {}


def test_three_versions_are_one_family() -> None:
    """The latest replaces them all, whatever the order of the folder."""
    documents = [(f"v{number}.md", version(f"Versie {number}")) for number in ("0.4", "1.0", "0.9")]

    families = find_families(documents)

    assert {path: each.by for path, each in families.replaced.items()} == {
        "v0.4.md": "v1.0.md",
        "v0.9.md": "v1.0.md",
    }


def test_a_wanted_document_counts_whatever_replaces_it() -> None:
    """A person knows more than a title page."""
    documents = [("a.md", version("Versie 1.0")), ("b.md", version("Versie 0.9"))]

    assert find_families(documents, {"b.md"}).replaced == {}


def test_the_text_of_a_questionnaire_makes_no_family() -> None:
    """Without it, two forms with other answers share next to nothing."""
    pair = next(p for p in list_pairs() if p.what.startswith("another system, 0%"))
    one, other = (ComparedText(reading) for _, reading in pair.documents)

    assert measure_shared(one, other, least=0.0)[0] < 0.05


@given(st.lists(st.text(max_size=200), min_size=2, max_size=4))
def test_every_dossier_keeps_a_document_that_counts(texts: list[str]) -> None:
    """A replaced document is replaced by one that counts, and never by itself."""
    readings = [
        (f"{at}.md", read_document(text.encode("utf-8", "replace"), f"{at}.md"))
        for at, text in enumerate(texts)
    ]

    replaced = find_families(readings).replaced

    assert len(replaced) < len(readings)
    assert not {each.by for each in replaced.values()} & set(replaced)


def test_a_document_is_wanted_by_its_shown_path_or_its_place(tmp_path: Path) -> None:
    """A name that no dossier has is refused: it may be a slip."""
    (tmp_path / "DPIA").mkdir()
    (tmp_path / "DPIA" / "a.md").write_text("Tekst.", encoding="utf-8")
    found = find_dossiers(tmp_path)

    for name in ("DPIA/a.md", str(tmp_path / "DPIA" / "a.md")):
        assert want_documents(found, [name])[0].wanted == {"DPIA/a.md"}
    assert want_documents(found, [])[0].wanted == frozenset()
    with pytest.raises(DocumentNotFound):
        want_documents(found, ["b.md"])


@pytest.mark.parametrize("root", [ROOT / "fixtures/dossiers", REAL])
def test_real_dossiers_without_versions_have_no_family(root: Path) -> None:
    """Documents on one system by one organisation are no versions of each other."""
    if not root.exists():
        pytest.skip("the real documents are not there")
    for found in find_dossiers(root):
        documents = [
            (file.shown, read_file(file.path, found.path))
            for file in found.files
            if file.path.suffix != ".json"
        ]
        assert find_families(documents) == Families(replaced={}, doubts=()), found.name


@pytest.mark.skipif(not REAL.exists(), reason="the real documents are not there")
def test_a_real_form_exported_twice_counts_once() -> None:
    """The export with the date is the one that counts."""
    paths = sorted((REAL / "moza-profielservice").glob("dpia-*"))
    families = find_families([(path.name, read_file(path)) for path in paths])

    assert {path: each.by for path, each in families.replaced.items()} == {
        "dpia-moza-profielservice.txt": "dpia-moza-profielservice-par-form-v2.json"
    }
