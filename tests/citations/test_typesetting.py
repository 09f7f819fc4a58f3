"""The closed table, case by case: what typesetting may change about a quote, and what it may not.

Each case is a source, a quote, and the words of the source that are cited.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.citations import check_quote
from extractor.models import Citation, Reading, RejectedQuote

MakeReading = Callable[..., Reading]

TOLERATED: dict[str, tuple[str, str, str]] = {
    "the same": ("De app is vrijwillig.", "De app is vrijwillig.", "De app is vrijwillig."),
    "part of a sentence": ("De app is vrijwillig.", "app is", "app is"),
    "a line end": ("De app\r\nis vrij.", "De app is vrij.", "De app\r\nis vrij."),
    "a line end after a space": ("De app \r\nis vrij.", "De app is vrij.", "De app \r\nis vrij."),
    "more spaces": ("De  app \t is vrij.", "De app is vrij.", "De  app \t is vrij."),
    "fewer spaces": ("De app is vrij.", " De   app\nis vrij. ", "De app is vrij."),
    "a no-break space": ("art.\u00a06 AVG", "art. 6 AVG", "art.\u00a06 AVG"),
    "a narrow no-break space": ("5\u202f% korting", "5 % korting", "5\u202f% korting"),
    "a wide space": ("De\u3000app", "De app", "De\u3000app"),
    "white space gone at a line end": (
        "x.nl/docs/\r\nstuk",
        "x.nl/docs/stuk",
        "x.nl/docs/\r\nstuk",
    ),
    "a word broken without hyphen": ("gegevens\r\nbank", "gegevensbank", "gegevens\r\nbank"),
    "a page boundary": ("De app\fis vrij.", "De app is vrij.", "De app\fis vrij."),
    "a soft hyphen": ("be\u00adlang\u00adrijk", "belangrijk", "be\u00adlang\u00adrijk"),
    "a soft hyphen in the quote": ("belangrijk", "be\u00adlangrijk", "belangrijk"),
    "a soft hyphen at a line end": ("be\u00ad\r\nlangrijk", "belangrijk", "be\u00ad\r\nlangrijk"),
    "a line-end hyphen, joined": ("is be-\r\nlangrijk", "is belangrijk", "is be-\r\nlangrijk"),
    "a line-end hyphen, kept": ("een AVG-\r\nverzoek", "een AVG-verzoek", "een AVG-\r\nverzoek"),
    "a line end after a hyphen and a slash": (
        "een risico-/\r\ninschatting",
        "een risico-/inschatting",
        "een risico-/\r\ninschatting",
    ),
    "a line-end hyphen, hanging": ("in-\r\nen externe", "in- en externe", "in-\r\nen externe"),
    "a line-end hyphen and spaces": ("be- \r\n  langrijk", "belangrijk", "be- \r\n  langrijk"),
    "a line-end U+2010": ("be\u2010\nlangrijk", "belangrijk", "be\u2010\nlangrijk"),
    "a line-end hyphen in both": ("be-\r\nlangrijk", "be-\nlangrijk", "be-\r\nlangrijk"),
    "a line-end hyphen in the quote": ("is belangrijk", "is be-\nlangrijk", "is belangrijk"),
    "U+FFFE, joined": ("be\ufffelangrijk", "belangrijk", "be\ufffelangrijk"),
    "U+FFFE, kept": ("back-end\ufffeserver", "back-end-server", "back-end\ufffeserver"),
    "U+FFFE, joined after a hyphen": (
        "back-end\ufffeserver",
        "back-endserver",
        "back-end\ufffeserver",
    ),
    "U+FFFE, hanging": ("in\ufffeen externe", "in- en externe", "in\ufffeen externe"),
    "U+FFFE, copied": ("be\ufffelangrijk", "be\ufffelangrijk", "be\ufffelangrijk"),
    "U+FFFE at a page boundary": ("be\ufffe\flangrijk", "belangrijk", "be\ufffe\flangrijk"),
    "U+FFFE before a number, kept": ("COVID\ufffe19", "COVID-19", "COVID\ufffe19"),
    "a number broken at its hyphen": ("op 17-\r\n08-2020", "op 17-08-2020", "op 17-\r\n08-2020"),
    "a range broken at its dash": ("5–\r\n10 jaar", "5-10 jaar", "5–\r\n10 jaar"),
    "a non-breaking hyphen": ("AVG\u2011verzoek", "AVG-verzoek", "AVG\u2011verzoek"),
    "curly quotes": ("de “app” van ‘ons’", "de \"app\" van 'ons'", "de “app” van ‘ons’"),
    "low quotes": ("de „app” is", 'de "app" is', "de „app” is"),
    "double quotes made single": ("de “app” is", "de 'app' is", "de “app” is"),
    "an apostrophe": ("foto’s en GGD’en", "foto's en GGD'en", "foto’s en GGD’en"),
    "an en dash": ("mag – soms – wel", "mag - soms - wel", "mag – soms – wel"),
    "an em dash": ("mag—soms", "mag-soms", "mag—soms"),
    "a minus sign": ("\u22125 graden", "-5 graden", "\u22125 graden"),
    "ligatures": (
        "\ufb01guur e\ufb03ciënt \ufb02ow",
        "figuur efficiënt flow",
        "\ufb01guur e\ufb03ciënt \ufb02ow",
    ),
    "a ligature in the quote": ("efficiënt", "e\ufb03ciënt", "efficiënt"),
    "a long s ligature": ("Auguﬅ", "August", "Auguﬅ"),
    "full-width forms": ("ＡＶＧ５％", "AVG5%", "ＡＶＧ５％"),
    "decomposed accents": ("cate\u0301gorie e\u0308n", "catégorie ën", "cate\u0301gorie e\u0308n"),
    "composed accents": ("catégorie", "cate\u0301gorie", "catégorie"),
    "case": ("De APP is Vrij", "de app IS vrij", "De APP is Vrij"),
    "characters nobody sees": (
        "De\u200b \ufeffapp\x07 is",
        "De app is",
        "De\u200b \ufeffapp\x07 is",
    ),
    "a comparison": ("bij ≥ 5 jaar", "≥ 5 jaar", "≥ 5 jaar"),
    "a comparison as it is typed": ("bij <= 5 jaar", "<= 5 jaar", "<= 5 jaar"),
    "an amount": ("kost € 5 miljoen", "€ 5 miljoen", "€ 5 miljoen"),
    "an amount without its currency": ("kost € 5 miljoen", "5 miljoen", "5 miljoen"),
    "an amount after a bullet": ("kost:\r\n- € 5 leges", "€ 5 leges", "€ 5 leges"),
    "an amount with its minus": ("is -€ 5 netto", "-€ 5 netto", "-€ 5 netto"),
    "a percentage": ("is 12,5% hoger", "12,5%", "12,5%"),
    "a word before a percent sign": ("aandeel % hoger", "aandeel", "aandeel"),
    "a number before a full stop": ("in 2020.Daarna weer", "in 2020", "in 2020"),
    "a number after a no-break space": ("artikel\u00a06 geldt", "6 geldt", "6 geldt"),
    "a word after a no-break space": ("na 6\u00a0jaar", "jaar", "jaar"),
    "a dash at U+FFFE": ("waarde \ufffe5 stuks", "waarde - 5 stuks", "waarde \ufffe5 stuks"),
    "a date": ("op 24-8-2020 klaar", "24-8-2020", "24-8-2020"),
    "a state": ("Status: In gebruik", "in gebruik", "In gebruik"),
    "the opening signs": ("zie (art. 6) ook", "(art. 6)", "(art. 6)"),
    "a bullet": ("zoals:\r\n- naam;\r\n- adres;", "- naam; - adres;", "- naam;\r\n- adres;"),
    "a word after a bullet": ("zoals:\r\n-naam;", "naam;", "naam;"),
    "the end before a glued note number": ("op de IC.29 Het", "op de IC.", "op de IC."),
    "an ellipsis of the source": ("van … tot nu", "van … tot", "van … tot"),
    "a number after a tag": ("</b>\r\n5 jaar", "5 jaar", "5 jaar"),
    "a superscript": ("100 m² groot", "100 m²", "100 m²"),
    "a fraction": ("na ½ jaar", "½ jaar", "½ jaar"),
}

REFUSED: dict[str, tuple[str, str]] = {
    "a word missing": ("wordt niet snel gedeeld", "wordt snel gedeeld"),
    "a word added": ("wordt gedeeld met derden", "wordt niet gedeeld met derden"),
    "another word": ("wordt gedeeld met derden", "wordt gedeeld met artsen"),
    "another order": ("naam en adres", "adres en naam"),
    "niet missing": ("gegevens worden niet gedeeld", "gegevens worden gedeeld"),
    "geen missing": ("er zijn geen risico's meer", "er zijn risico's meer"),
    "geen for een": ("er is een risico", "er is geen risico"),
    "onmogelijk for mogelijk": ("dit is onmogelijk", "dit is mogelijk"),
    "another digit": ("na 12 jaar", "na 13 jaar"),
    "a digit missing": ("na 12 jaar", "na 1 jaar"),
    "inside a word": ("welke dag", "wel"),
    "inside a number": ("totaal 312 mensen", "12 mensen"),
    "before a decimal": ("na 12,5 jaar", "na 12"),
    "after a decimal": ("na 12,5 jaar", "5 jaar"),
    "a bare decimal": ("na ,5 jaar", "5 jaar"),
    "before a thousand": ("na 12.500 jaar", "na 12"),
    "before a spaced thousand": ("kost 12\u00a0500 euro", "kost 12"),
    "half a date": ("op 24-8-2020", "2020"),
    "half a range": ("na 5-10 jaar", "10 jaar"),
    "half a range at a line end": ("na 5-\r\n10 jaar", "10 jaar"),
    "half a fraction": ("in 2020/21 gedaan", "in 2020"),
    "half a time": ("om 10:30 uur", "om 10"),
    "half a compound": ("de niet-gebruikers", "gebruikers"),
    "half a compound of one letter": ("e-mail adres", "mail adres"),
    "half a compound at a line end": ("de niet-\r\ngebruikers", "gebruikers"),
    "half a compound at U+FFFE": ("de niet\ufffegebruikers", "gebruikers"),
    "half a word at a line end": ("het is be-\r\nlangrijk", "het is be"),
    "half a word at a soft hyphen": ("het is on\u00ad\r\nmogelijk", "mogelijk"),
    "a hanging compound cut": ("persoons- en zaakgegevens", "persoons"),
    "half a word at an apostrophe": ("de foto’s zijn", "de foto"),
    "half a name": ("veld user_id is", "id is"),
    "words joined": ("een voor beeld", "een voorbeeld"),
    "words parted": ("een voorbeeld", "een voor beeld"),
    "a hyphen missing": ("de back-end server", "de backend server"),
    "a hyphen for a space": ("de back-end server", "de back end server"),
    "a hyphen added": ("de backend server", "de back-end server"),
    "a hyphen for a space at a line end": ("niet-\r\ngebruikers", "niet gebruikers"),
    "numbers joined at a line end": ("rij 12\r\n34 eind", "rij 1234 eind"),
    "numbers joined at a point": ("zie artikel 1.\r\n5 jaar", "artikel 1.5 jaar"),
    "numbers joined at U+FFFE": ("COVID\ufffe19 app", "COVID19 app"),
    "numbers joined at a hyphen": ("17-\r\n08 dagen", "1708 dagen"),
    "a dash in a cell made a minus": ("waarde -\r\n5 stuks", "waarde -5 stuks"),
    "a minus made a range": ("van 10\r\n-5 graden", "van 10-5 graden"),
    "a minus made a hyphen": ("waarde\r\n-5 stuks", "waarde-5 stuks"),
    "a number joined to a word": ("kost 12\r\nduizend euro", "kost 12duizend euro"),
    "a hyphen after a number missing": ("op A4-\r\nformaat", "op A4formaat"),
    "half a range at a dash and line end": ("na 5–\r\n10 jaar", "10 jaar"),
    "a dash at U+FFFE made a minus": ("waarde \ufffe5 stuks", "waarde -5 stuks"),
    "a minus missing": ("het is -5 graden", "het is 5 graden"),
    "a minus cut": ("het is -5 graden", "5 graden"),
    "a minus sign cut": ("het is \u22125 graden", "5 graden"),
    "a minus added": ("het is 5 graden", "het is -5 graden"),
    "a range made a minus": ("na 5-10 jaar", "-10 jaar"),
    "a percent sign missing": ("is 5% hoger", "is 5 hoger"),
    "a percent sign cut": ("is 5% hoger", "is 5"),
    "a spaced percent sign cut": ("is 5 % hoger", "is 5"),
    "a percent sign added": ("is 5 hoger", "is 5% hoger"),
    "less for more": ("bij < 5 jaar", "bij > 5 jaar"),
    "less missing": ("bij < 5 jaar", "bij 5 jaar"),
    "less cut": ("bij < 5 jaar", "5 jaar"),
    "less cut at a line end": ("bij <\r\n5 jaar", "5 jaar"),
    "more cut at a line end": ("bij\r\n>\r\n5 jaar", "5 jaar"),
    "at most cut, as it is typed": ("bij <= 5 jaar", "5 jaar"),
    "at least cut at a line end": ("bij >=\r\n5 jaar", "5 jaar"),
    "not equal cut": ("bij != 5 jaar", "5 jaar"),
    "plus or minus cut, as it is typed": ("is +/- 5 jaar", "5 jaar"),
    "at most cut, in another shape": ("bij ⩽ 5 jaar", "5 jaar"),
    "less cut before an amount": ("bij < € 5 miljoen", "€ 5 miljoen"),
    "less cut with a currency": ("bij < € 5 miljoen", "5 miljoen"),
    "a minus cut before an amount": ("is -€ 5 netto", "€ 5 netto"),
    "and more cut": ("vanaf 18+ jaar", "vanaf 18"),
    "a slash after a line-end hyphen missing": ("risico-/\r\ninschatting", "risicoinschatting"),
    "a hyphen before a slash missing": ("risico-/\r\ninschatting", "risico/inschatting"),
    "at most for less": ("bij ≤ 5 jaar", "bij < 5 jaar"),
    "at least for more": ("bij ≥5 jaar", "bij >5 jaar"),
    "plus or minus missing": ("is ±5 jaar", "is 5 jaar"),
    "a superscript made a digit": ("100 m² groot", "100 m2 groot"),
    "a superscript cut": ("na 10² keer", "na 10"),
    "a fraction taken apart": ("na ½ jaar", "na 1/2 jaar"),
    "a circled digit": ("stap ① eerst", "stap 1 eerst"),
    "a full stop for a comma": ("gedeeld, en bewaard", "gedeeld. en bewaard"),
    "a closing sign added": ("wordt gedeeld met", "wordt gedeeld."),
    "another accent": ("vóór de keuze", "voor de keuze"),
    "an eszett": ("Straße", "Strasse"),
    "another ligature": ("de ĳzer", "de ijzer"),
    "an ellipsis that hides words": ("van nu af aan tot later", "van … later"),
}


@pytest.mark.parametrize(("source", "quote", "cited"), TOLERATED.values(), ids=TOLERATED.keys())
def test_typesetting_may_differ(
    make_reading: MakeReading, source: str, quote: str, cited: str
) -> None:
    """What the closed table names may differ, and the source's own characters are cited."""
    checked = check_quote(quote, make_reading(f"Vooraf. {source} daarna."))

    assert isinstance(checked, Citation)
    assert checked.quote == cited


@pytest.mark.parametrize(("source", "quote"), REFUSED.values(), ids=REFUSED.keys())
def test_wording_may_not_differ(make_reading: MakeReading, source: str, quote: str) -> None:
    """Nothing else may differ: a word, a digit, a sign of a number, a punctuation mark."""
    assert isinstance(check_quote(quote, make_reading(source)), RejectedQuote)
    assert isinstance(check_quote(quote, make_reading(f"Kop.\r\n{source}\r\nEind.")), RejectedQuote)
