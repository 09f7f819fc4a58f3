"""A choice, a month or a name is proposed only where a sentence or a row literally says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.models import Proposal

Propose = Callable[..., dict[str, Proposal]]


def say(words: str) -> str:
    """Return a system document with these words."""
    return f"# Systeembeschrijving ParkeerScan\n\n## Het systeem\n\n{words}\n"


def values(proposal: Proposal) -> list[str]:
    """Return the proposed value, or the values the sources disagree about."""
    return [str(claim.value) for claim in (*proposal.claims, *proposal.alternatives)]


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("status", "Het systeem is sinds maart 2023 in gebruik.", "In gebruik"),
        ("status", "Sinds mei 2022 werkt de gemeente met de scanauto.", "In gebruik"),
        (
            "begin_date",
            "De dienst werkt sinds mei 2023 met de scan, nadat die in 2022 was uitgeprobeerd.",
            "2023-05",
        ),
        ("status", "Het algoritme is in ontwikkeling bij team Data.", "In ontwikkeling"),
        ("status", "Het model is nog niet in gebruik.", "In ontwikkeling"),
        ("status", "Het systeem zal in 2026 in gebruik zijn.", "In ontwikkeling"),
        ("status", "Het systeem is in juni 2024 buiten gebruik gesteld.", "Buiten gebruik"),
        ("status", "| Status | In productie |\n|---|---|\n", "In gebruik"),
        ("begin_date", "Het systeem is op 1 maart 2023 in gebruik genomen.", "2023-03"),
        ("begin_date", "Sinds mei 2022 werkt de gemeente met de scanauto.", "2022-05"),
        ("begin_date", "| Datum ingebruikname | 01-03-2023 |\n|---|---|\n", "2023-03"),
        ("begin_date", "- Live sinds: 2021-09\n", "2021-09"),
        ("end_date", "Het systeem is in juni 2024 buiten gebruik gesteld.", "2024-06"),
        ("end_date", "De gemeente is in mei 2023 gestopt met ParkeerScan.", "2023-05"),
        ("end_date", "ParkeerScan is in mei 2024 vervangen door Padvinder.", "2024-05"),
        ("begin_date", "Het gebruik van ParkeerScan begon in september 2021.", "2021-09"),
        ("begin_date", "De gemeente heeft ParkeerScan sinds februari 2020 in gebruik.", "2020-02"),
        (
            "publication_category",
            "Dit algoritme is een hoog-risico AI-systeem volgens bijlage III.",
            "Hoog-risico AI-systeem",
        ),
        (
            "publication_category",
            "Het model is aangemerkt als impactvol algoritme.",
            "Impactvolle algoritmes",
        ),
        (
            "provider",
            "De leverancier is Zichtlijn Parkeersystemen B.V.",
            "Zichtlijn Parkeersystemen B.V.",
        ),
        ("provider", "De software is ontwikkeld door Optiveld BV uit Delft.", "Optiveld BV"),
        ("provider", "| Leverancier | Zichtlijn B.V. |\n|---|---|\n", "Zichtlijn B.V."),
        (
            "provider",
            "Het model is in eigen beheer ontwikkeld door team Data.",
            "Intern ontwikkeld",
        ),
    ],
)
def test_what_a_sentence_says_is_proposed(
    propose: Propose, field: str, words: str, value: str
) -> None:
    """The value rests on the sentence or row that says it."""
    proposal = propose(say(words))[field]

    assert values(proposal) == [value]
    assert proposal.claims[0].citations
    assert proposal.withheld == ()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("status", "Als de proef slaagt, is het systeem sinds maart 2025 in gebruik."),
        ("status", "Pas nadat de raad instemt is het systeem in gebruik."),
        ("status", "Het systeem kan buiten gebruik worden gesteld."),
        ("status", "Bij een storing is de camera buiten gebruik."),
        ("status", "Indien het systeem is stopgezet, belt de beheerder."),
        ("begin_date", "Het contract is sinds mei 2022 in gebruik."),
        ("begin_date", "De tweede auto is in mei 2024 in gebruik genomen."),
        ("begin_date", "Modelversie 5.1 is sinds mei 2024 in gebruik."),
        ("begin_date", "De gedragscode is in mei 2022 in gebruik genomen."),
        ("begin_date", "Deze DPIA is van 21 november 2023."),
        ("begin_date", "De proef met ParkeerScan ging in maart 2021 van start."),
        ("begin_date", "ParkeerScan werkt sinds mei 2023 met nieuwe kaarten."),
        ("begin_date", "In mei 2023 is een nieuwe functie van ParkeerScan in gebruik genomen."),
        ("begin_date", "De koppeling van ParkeerScan met het archief is in mei 2023 in gebruik."),
        ("end_date", "De overeenkomst loopt tot en met december 2027."),
        ("end_date", "ParkeerScan is in mei 2024 vervangen door een nieuwe versie."),
        ("end_date", "Het contract met Optiveld B.V. is in mei 2024 beëindigd."),
        ("publication_category", "Nagegaan is of dit een hoog-risico AI-systeem is."),
        ("publication_category", "Dit is geen hoog-risico AI-systeem."),
        ("publication_category", "Mogelijk is dit een impactvol algoritme."),
        ("provider", "De vorige leverancier is Optiveld B.V."),
        ("provider", "De hosting wordt geleverd door Wolkendienst B.V."),
        ("provider", "De leverancier is verantwoordelijk voor het beheer."),
        ("provider", "Het systeem is niet zelf ontwikkeld."),
        ("provider", "De handleiding van ParkeerScan is gemaakt door Optiveld B.V."),
        ("provider", "Optiveld B.V. maakt een analyse van ParkeerScan."),
        ("provider", "De gemeente neemt de hosting af van Optiveld B.V."),
    ],
)
def test_what_is_hedged_or_about_something_else_says_nothing(
    propose: Propose, field: str, words: str
) -> None:
    """A condition, a plan, a denial or another subject is no fact about the algorithm."""
    proposal = propose(say(words))[field]

    assert values(proposal) == []
    assert proposal.absent is not None


def test_two_values_are_left_to_the_person(propose: Propose) -> None:
    """Sources that disagree become alternatives, each with its own citations."""
    first = say("Het systeem is op 1 maart 2023 in gebruik genomen.")
    second = say("Het systeem is op 5 juni 2023 in gebruik genomen.")

    proposal = propose(first, second)["begin_date"]

    assert proposal.claims == ()
    assert values(proposal) == ["2023-03", "2023-06"]
    sources = [{c.reading for c in claim.citations} for claim in proposal.alternatives]
    assert all(len(each) == 1 for each in sources)
    assert sources[0] != sources[1]


def test_one_value_in_two_documents_is_one_claim_with_two_citations(propose: Propose) -> None:
    """Documents that agree support each other."""
    first = say("Het systeem is op 1 maart 2023 in gebruik genomen.")
    second = say("De dienst is in gebruik sinds maart 2023, in de hele stad.")

    proposal = propose(first, second)["begin_date"]

    assert values(proposal) == ["2023-03"]
    assert len({citation.reading for citation in proposal.claims[0].citations}) == 2


def test_one_firm_written_in_two_ways_is_one_value(propose: Propose) -> None:
    """B.V. and BV, with or without, name the same firm."""
    text = say("De leverancier is Zichtlijn B.V.\n\n| Leverancier | Zichtlijn BV |\n|---|---|\n")

    assert len(propose(text)["provider"].claims) == 1


def test_code_that_is_not_public_is_a_stated_absence(propose: Propose) -> None:
    """A document that says there is none is another answer than nothing found."""
    proposal = propose(say("De broncode is niet openbaar beschikbaar."))["publiccode"]

    assert proposal.absent is not None
    assert proposal.absent.kind == "stated"
    assert [c.quote for c in proposal.absent.citations] == [
        "De broncode is niet openbaar beschikbaar."
    ]


DENIED = "Er wordt geen gebruik gemaakt van profilering of van een algoritme."


def test_a_document_without_algorithm_proposes_nothing_and_says_so(propose: Propose) -> None:
    """Every field a person decides is absent, with the sentence that denies it."""
    proposals = propose(say(f"Het formulier heeft als doel verhuizingen te melden. {DENIED}"))

    decided = [p for p in proposals.values() if not p.claims or p.claims[0].basis is None]
    assert decided
    assert all(p.claims == p.alternatives == () for p in decided)
    assert all(p.absent and p.absent.kind == "stated" for p in decided)
    assert decided[0].absent is not None
    assert [c.quote for c in decided[0].absent.citations] == [DENIED]


@pytest.mark.parametrize(
    "words",
    [
        "Er is geen sprake van een zelflerend algoritme.",
        "Er is geen sprake van inzet van een zelflerende variant van het algoritme.",
        f"Het algoritme kiest. Het algoritme leert. {DENIED}",
    ],
)
def test_a_denial_of_something_else_denies_no_algorithm(propose: Propose, words: str) -> None:
    """An algorithm that does not learn is one, and a document full of one holds one."""
    absent = propose(say(words))["publication_category"].absent

    assert absent is None or absent.kind == "not_found"
