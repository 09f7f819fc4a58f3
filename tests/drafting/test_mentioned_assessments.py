"""An assessment counts when it was carried out, wherever it is kept."""

from __future__ import annotations

import pytest

from extractor.models import LinkedTitle, Proposal
from tests.drafting.test_facts import Propose, say

DPIA = "Data Protection Impact Assessment (DPIA)"
IAMA = "Impact Assessment Mensenrechten en Algoritmes (IAMA)"


def titles(proposal: Proposal) -> list[str]:
    """Return the titles proposed."""
    values = (claim.value for claim in proposal.claims)
    return [value.title for value in values if isinstance(value, LinkedTitle)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Voor dit systeem is in 2023 een DPIA uitgevoerd.", [DPIA]),
        ("De mensenrechtentoets (IAMA) werd in mei 2024 afgerond.", [IAMA]),
        ("De DPIA en het IAMA zijn in 2024 vastgesteld.", [DPIA, IAMA]),
        ("Er is een pre-scan gedaan.", ["Pre-scan DPIA"]),
        ("Een IAMA is niet uitgevoerd.", []),
        ("De DPIA wordt in 2027 uitgevoerd.", []),
        ("Een IAMA moet nog worden gedaan.", []),
        ("Als een DPIA is uitgevoerd, staat dat in het dossier.", []),
        ("De DPIA is een verplichting uit de AVG.", []),
        ("Voor de camera's zelf is in 2022 een DPIA gemaakt voor de camera's.", []),
    ],
)
def test_only_what_was_carried_out_is_proposed(
    propose: Propose, words: str, expected: list[str]
) -> None:
    """A plan, a denial, a condition and another system's assessment are none."""
    assert titles(propose(say(words))["impacttoetsen_grouping"]) == expected
