"""Gaps in a form and sentences about the document are told from answers."""

from __future__ import annotations

import pytest

from extractor.instruments.template import is_about_document, is_placeholder


@pytest.mark.parametrize(
    "sentence",
    [
        "tbd",
        "TBD.",
        "n.t.b.",
        "invullen",
        "Nog in te vullen",
        "[datum invullen]",
        "Duinwijck, [datum invullen na vaststelling]",
        "Selecteer/typ datum",
        "Klik of tik om tekst in te voeren.",
        "Vraag is niet ingevuld of er is geen waarde geselecteerd.",
        "*Niet ingevuld*",
        "Beheerder van de maatregelen Vraag is niet ingevuld of er is geen waarde geselecteerd.",
        "Partij naam\tNiet ingevuld",
        "NADER INVULLEN DOOR JURIST",
        "TO DO: navragen bij de leverancier.",
        "Rechtsgrond verstrekking: tbd",
        "Moet nog worden uitgezocht",
        "Kopie van de toets toevoegen",
        "[…]",
        "...",
        "[naam organisatie]",
        "Ingangsdatum: dd-mm-jjjj",
        "",
    ],
)
def test_gaps_in_a_form_are_placeholders(sentence: str) -> None:
    """What still has to be filled in is an open question, never an answer."""
    assert is_placeholder(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "n.v.t.",
        "Geen.",
        "Nee",
        "De inwoner moet een formulier invullen.",
        "Medewerkers vullen de datum in.",
        "De wet spreekt van gegevens […] die nodig zijn voor de taak.",
        "Het algoritme selecteert een datum voor de controle.",
        "De naam van de aanvrager [artikel 3] wordt niet gebruikt.",
        "De begindatum wordt nog bepaald door het college.",
        "Een todo-lijst helpt de medewerker.",
        "[x] gehaald",
        "Het formulier is door de leverancier niet ingevuld.",
        "Een inwoner kan een bijlage bij de aanvraag toevoegen.",
    ],
)
def test_answers_are_no_placeholders(sentence: str) -> None:
    """Saying that there is none, or speaking of filling in, is an answer."""
    assert not is_placeholder(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze DPIA onderzoekt de laadpalenplanner.",
        "Deze DPIA ziet op de landelijke inzet.",
        "Dit document bevat de uitkomst van drie sessies.",
        "Gegenereerd op 18 februari 2026 om 11:02",
        "In dit hoofdstuk staan de risico's.",
        "De scope van deze IAMA is de eerste versie.",
        "Zie bijlage 2.",
        "Zie voor meer informatie paragraaf 3.",
        "(Zie ook hoofdstuk 4.)",
        "Zoals in paragraaf 3 beschreven, is de app vrijwillig.",
        "Zoals eerder aangegeven is dit beperkt.",
        "Onderstaande tabel geeft de stappen weer.",
        "Hieronder volgt een toelichting.",
        "In bijlage 1 is een overzicht opgenomen.",
        "Hiervoor wordt verwezen naar onderdeel 9.",
        "Grotendeels gebaseerd op DPIA Laadpalen.",
    ],
)
def test_sentences_about_the_document_are_known(sentence: str) -> None:
    """A sentence about the document, or a reference within it, means nothing in the register."""
    assert is_about_document(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het algoritme schat hoe lang een inwoner op een laadpaal wacht.",
        "Deze app waarschuwt de gebruiker.",
        "De inwoner uploadt dit document bij de aanvraag.",
        "Als onderdeel van de controle bekijkt een medewerker elk dossier.",
        "Het doel van deze regeling is snellere hulp.",
        "De gegevens komen uit de BAG (zie bijlage 2).",
        "Zie de inwoner als partner in het gesprek.",
        "In hoofdstuk 3 van de AVG staan de rechten van betrokkenen.",
        "Voor deze verwerking is een DPIA uitgevoerd.",
        "Zoals de wet voorschrijft, beslist een medewerker.",
    ],
)
def test_answers_are_not_about_the_document(sentence: str) -> None:
    """A sentence with a reference in brackets, or about another text, stays an answer."""
    assert not is_about_document(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De grondslag is artikel 6 lid 1 onder e AVG in samenhang met NADER INVULLEN DOOR JZ.",
        "Het model is sinds xx-xx-2025 in gebruik bij de dienst.",
        "De gegevens worden na … jaar verwijderd door het archief.",
        "De gegevens worden na ... maanden gewist.",
        "De bewaartermijn is ____ maanden na het besluit.",
        "De termijn bedraagt ?? weken na ontvangst.",
        "Het algoritme is gemaakt door XXX in opdracht van de gemeente.",
        "De taak volgt uit artikel n.t.b. van de Wegenverkeerswet 1994.",
        "De gegevens gaan naar de deurwaarder (naam tbd) en naar het archief.",
        "Er zijn [aantal invullen] aanvragen per jaar in behandeling.",
        "De uitkomst gaat naar de afdeling [check bij Joost] en wordt daar bekeken.",
        "Elk jaar controleert de dienst (?) woningen op deze manier.",
        "De termijn is NTB en wordt door het college vastgesteld.",
        "De grondslag volgt uit nader in te vullen bepalingen van de wet.",
    ],
)
def test_a_gap_in_the_middle_of_a_sentence_is_a_placeholder(sentence: str) -> None:
    """What stands around it is no answer either: nobody can take it over as it is."""
    assert is_placeholder(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het model meet fijnstof (PM10 en PM2,5) langs de weg.",
        "Kleding in de maat XXL wordt apart geteld.",
        "De begroting vermeldt de post pm voor onvoorziene kosten.",
        "De wet noemt 'gegevens ... die nodig zijn' voor de taak.",
        "Gebruikers van het formulier moeten alle velden INVULLEND lezen.",
        "De aanvrager moet het formulier binnen twee weken aanvullen.",
        "Medewerkers kunnen notities toevoegen en dossiers uitwerken.",
        "De heer [naam verwijderd] heeft de regels opgesteld.",
        "Het bestand staat in de map _archief_ van de dienst.",
        "Zie de uitleg van de rechter [1] over dit artikel.",
        "Het college wil dit nader bepalen na de zomer.",
        "De vraag of dit mag? Ja, volgens de FG wel.",
        "Het systeem draait op poort 8080 ... en verder nergens.",
    ],
)
def test_what_looks_like_a_gap_in_a_sentence_is_an_answer(sentence: str) -> None:
    """Substances, sizes, elisions in a quotation, notes and verbs are words like any others."""
    assert not is_placeholder(sentence)
