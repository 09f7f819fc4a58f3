"""Where a document may go by its marking."""

from __future__ import annotations

import pytest

from extractor.documents.profile import list_markings
from extractor.documents.reading import read_document
from extractor.policy import refuse_markings

SECRET = [
    "Stg. ZEER GEHEIM",
    "STG. GEHEIM",
    "Stg. CONFIDENTIEEL",
    "stg geheim",
    "Staatsgeheim",
    "STAATSGEHEIM ZEER GEHEIM",
]
CONFINED = [
    "Dep. VERTROUWELIJK",
    "Departementaal vertrouwelijk",
    "DEPARTEMENTAAL-VERTROUWELIJK",
    "Dep.V",
    "Dep. V",
    "VERTROUWELIJK",
    "Strikt vertrouwelijk",
    "Bedrijfsvertrouwelijk",
    "CONFIDENTIAL",
    "TLP:RED",
    "TLP:AMBER+STRICT",
    "TLP:AMBER",
]
FREE = [
    "Intern gebruik",
    "Uitsluitend voor intern gebruik",
    "Niet openbaar",
    "Openbaar",
    "TLP:GREEN",
    "TLP:CLEAR",
]


def refuse(marking: str, *, takes_confidential: bool) -> str | None:
    """Return why a document that begins with this marking may not go."""
    text = f"Rubricering: {marking}\n\n# Systeembeschrijving\n\nHet systeem telt lampen.\n"
    markings = list_markings(read_document(text.encode(), "systeem.md"), "systeem.md")
    assert markings, f"{marking} is not seen at all"
    return refuse_markings(markings, takes_confidential=takes_confidential)


@pytest.mark.parametrize("marking", SECRET)
def test_a_state_secret_goes_nowhere(marking: str) -> None:
    """To no language model, not on this machine either."""
    assert "gaan nooit naar een taalmodel" in (refuse(marking, takes_confidential=True) or "")


@pytest.mark.parametrize("marking", CONFINED)
def test_what_is_confidential_goes_where_that_is_allowed(marking: str) -> None:
    """This machine, or an address the file allows it for."""
    assert refuse(marking, takes_confidential=True) is None
    assert "mogen niet naar dit adres" in (refuse(marking, takes_confidential=False) or "")


@pytest.mark.parametrize("marking", FREE)
def test_what_is_internal_or_public_goes_wherever_documents_go(marking: str) -> None:
    """Most documents about algorithms are one or the other."""
    assert refuse(marking, takes_confidential=False) is None


def test_of_several_markings_the_strictest_counts() -> None:
    """A public mark beside it takes nothing away, and neither does the order."""
    text = "TLP:GREEN\n\nVERTROUWELIJK\n\n# Systeembeschrijving\n\nHet telt lampen.\n"
    markings = list_markings(read_document(text.encode(), "a.md"), "a.md")

    assert refuse_markings(markings, takes_confidential=False) is not None
    assert refuse_markings(("openbaar", "Stg. GEHEIM"), takes_confidential=True) is not None


def test_a_marking_in_the_name_of_a_file_counts() -> None:
    """Some documents are marked nowhere else."""
    reading = read_document(b"# Systeembeschrijving\n\nHet telt lampen.\n", "a.md")

    assert list_markings(reading, "DPIA Stg. GEHEIM.md") == ("Stg. GEHEIM",)


def test_a_sentence_about_markings_is_none() -> None:
    """A document may say what it does with secrets."""
    text = "# Beveiliging\n\nDocumenten met de rubricering Stg. GEHEIM worden niet verwerkt.\n"

    assert list_markings(read_document(text.encode(), "a.md"), "a.md") == ()
