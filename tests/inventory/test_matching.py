"""Which dossier is about which candidate: certain, suggested, or as a person says."""

from __future__ import annotations

import pytest

from extractor.candidates import Candidate, CandidateLink
from extractor.inventory.matching import (
    Suggestion,
    list_places,
    match_candidates,
    suggest_places,
)
from extractor.models import Dossier
from tests.inventory.conftest import NOON


def make_candidate(name: str, number: int = 0) -> Candidate:
    """Return a candidate of this name alone; its id is the name and the number."""
    return Candidate(
        id=f"{name}{number}", list="l", reading="r", row=number, name=name, cells=(), added_at=NOON
    )


def make_dossier(name: str, *aliases: str, origin: str = "/elders/map") -> Dossier:
    """Return a dossier whose id is its name."""
    return Dossier(id=name, name=name, aliases=aliases, origin=origin)


def match(
    names: list[str], dossiers: list[Dossier], *links: CandidateLink
) -> tuple[dict[str, str], dict[str, tuple[Suggestion, ...]]]:
    """Return the certain dossiers by candidate, and those suggested for all."""
    candidates = [make_candidate(name, number) for number, name in enumerate(names)]
    places = list_places(dossiers)
    certain = match_candidates(candidates, places, links)
    return {key: place.id for key, place in certain.items()}, suggest_places(candidates, places)


@pytest.mark.parametrize(
    ("name", "dossier"),
    [
        ("PARKEERCONTROLE (scanauto)", make_dossier("Parkeercontrole scanauto")),
        ("Oude naam", make_dossier("Nieuw", "Oude naam")),
        ("Slootschouw beelden", make_dossier("Toets", origin="/d/03 slootschouw-beelden")),
        ("Beeldén", make_dossier("Toets", origin="/d/alles//Beelden")),
    ],
)
def test_the_same_name_is_certain(name: str, dossier: Dossier) -> None:
    """A dossier goes by its name, earlier names and its folder's; signs make no difference."""
    assert match([name], [dossier])[0] == {f"{name}0": dossier.id}


def test_a_name_that_several_have_is_only_suggested() -> None:
    """Two dossiers, or two candidates, of one name: a person tells which."""
    certain, twice = match(
        ["Chatbot"], [make_dossier("Chatbot"), make_dossier("Andere", "Chatbot")]
    )
    assert certain == {}
    assert [len(found) for found in twice.values()] == [2]

    certain, double = match(["Chatbot", "Chatbot"], [make_dossier("Chatbot")])
    assert certain == {}
    assert double.keys() == {"Chatbot0", "Chatbot1"}


def test_shared_words_are_only_a_suggestion_with_its_evidence() -> None:
    """A long word that no other dossier has, or two words, are worth a look; and are shown."""
    dossiers = [make_dossier("Slootschouw beelden"), make_dossier("Subsidie risicomodel")]
    certain, suggested = match(["Slootschouw met Slootzicht"], dossiers)

    assert certain == {}
    ((suggestion,),) = suggested.values()
    assert (suggestion.place.id, suggestion.words) == ("Slootschouw beelden", ("slootschouw",))


@pytest.mark.parametrize(
    "name", ["Model voor subsidie", "Het algoritme van de gemeente", "Risicomodellen", "???", "de"]
)
def test_words_that_tell_nothing_suggest_nothing(name: str) -> None:
    """What any algorithm may be called, short words, and words two dossiers share."""
    dossiers = [make_dossier("Subsidie model A"), make_dossier("Subsidie model B")]

    assert match([name], dossiers) == ({}, {})


def test_a_person_goes_first() -> None:
    """What was linked by hand counts, also against a name; none is an answer too."""
    dossiers = [make_dossier("Chatbot"), make_dossier("Elders")]
    said = CandidateLink(candidate="Chatbot0", dossier="Elders", reviewer="x", at=NOON)
    none = said.model_copy(update={"dossier": None})

    assert match(["Chatbot"], dossiers, said)[0] == {"Chatbot0": "Elders"}
    assert match(["Chatbot"], dossiers, none)[0] == {}
