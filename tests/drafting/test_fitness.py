"""What an entry may not hold is kept out, and its lookalikes are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.fitness import is_publishable, withhold_unfit
from extractor.drafting.offline.rules import load_rules

KEPT_OUT = {
    "marked": "De grens ligt bij twaalf keer per maand (niet openbaar maken).",
    "security": "De koppeling loopt over VPN met een certificaat op de gateway.",
    "threshold": "Een aanvraag krijgt voorrang bij een score boven 75 punten.",
    "selection": "De 8 procent met de hoogste score wordt bezocht.",
    "price": "De licentie kost 2.400 euro per maand.",
    "person": "De heer Brandsma bekijkt alle meldingen.",
    "mail": "Vragen gaan naar t.brandsma@stadskroon.example of naar de balie.",
    "inside": "Het beheer staat op https://beheer.stadskroon.intern/start van de dienst.",
    "supplier": "Volgens de leverancier maakt het model nooit een fout.",
    "promise": "Met dit pakket vindt u alles, belooft de fabrikant.",
    "adviser": "De FG adviseert om de bewaartermijn te halveren.",
    "plan": "Wij overwegen om het model ook voor parkeren te gebruiken.",
    "later": "In de volgende fase komen er meldingen van scholen bij.",
    "document": "Deze notitie beschrijft de werking van het model.",
    "requirement": "F12. De app toont een duidelijke waarschuwing aan de burger.",
}
OFFERED = {
    "reading": "Lezingen met een betrouwbaarheid onder 90 procent worden niet gebruikt.",
    "quality": "Van de meldingen werd 88 procent goed ingedeeld.",
    "outcome": "Het verschil tussen de groepen is nog niet opgelost.",
    "supplier": "De leverancier traint het model elk kwartaal opnieuw.",
    "money": "Een inwoner kan ten hoogste 500 euro aanvragen.",
    "law": "De grondslag is artikel 3 van de Wet gemeentelijke schuldhulpverlening.",
}


@pytest.mark.parametrize("text", KEPT_OUT.values(), ids=KEPT_OUT)
def test_what_may_not_be_published_is_kept_out(text: str) -> None:
    """Register.md 3.5 and 4.4 say what: secrets, persons, plans, and what others say."""
    assert not is_publishable(load_rules().fitness, text)


@pytest.mark.parametrize("text", OFFERED.values(), ids=OFFERED)
def test_a_lookalike_is_offered(text: str) -> None:
    """A number, a supplier or a sum of money is no reason by itself."""
    assert is_publishable(load_rules().fitness, text)


@pytest.mark.parametrize(
    ("marked", "usable"),
    [
        ("Deze grenzen zijn alleen voor intern gebruik.", [True, False, False]),
        ("Deze dagen zijn niet openbaar.", [True, True, False]),
    ],
)
def test_what_a_later_sentence_keeps_inside_is_kept_out(
    answers_of: Callable[[str], list[Answer]], marked: str, usable: list[bool]
) -> None:
    """It is found by the name that the later sentence points to it with."""
    text = f"# Systeem\n\nHet model geeft een signaal. De grenzen liggen op 14 procent. {marked}\n"
    answers = withhold_unfit(load_rules().fitness, answers_of(text))

    assert [answer.usable for answer in answers] == usable
