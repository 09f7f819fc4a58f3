"""Each rule of the standard for one field's value as the register takes it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.models import LinkedTitle
from extractor.standard.catalogue import find_field
from extractor.standard.objections import list_value_objections
from extractor.standard.rich_text import count_characters


def object_to(key: str, value: object) -> str:
    """Return all objections to a value as one text."""
    return "; ".join(list_value_objections(find_field(key), value))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Fryske oersetting – ‘café’ € 中文 😀"),
        ("name", "a < b en c <= 3"),
        ("name", "R&D en AT&T & co"),
        ("provider", "+31 70 123, @home, -5 graden en 1+1=2"),
        ("provider", '{Leverancier, "B.V."}'),
        ("name", "n" * 100),
        ("organization", "Gemeente Súdwest-Fryslân"),
        ("organization", "Gemeente 's-Hertogenbosch"),
        ("begin_date", "2023-12"),
        ("contact_email", "algoritmes@duinwijck.example"),
        ("contact_email", "https://www.duinwijck.example/contact?over=algoritmes&taal=nl"),
        ("website", "http://www.duinwijck.example/"),
        ("website", "https://www.duinwijck.example/?a=1&region=2#deel"),
        ("website", ""),
        ("goal", "<p>Als x &lt; 5 en R&amp;D &gt; 3.</p>"),
        ("goal", "<DIV><p>a<br />b</p><ol><li>c</li></ol></DIV>"),
        ("goal", "losse tekst zonder opmaak"),
        ("goal", ""),
        ("goal", None),
        ("goal", "<p>" + "x" * 2500 + "</p>"),
        ("category", ["Overheidsfinanciën", "Werk"]),
        ("category", None),
        ("lawful_basis_grouping", []),
        ("lawful_basis_grouping", [{"title": "Gemeentewet", "link": ""}]),
        ("impacttoetsen_grouping", [{"title": "Eigen toets"}, {"title": "DEDA", "link": None}]),
        ("impacttoetsen_grouping", [LinkedTitle(title="DEDA")]),
        ("lang", "nld"),
    ],
)
def test_what_the_register_keeps_is_accepted(key: str, value: object) -> None:
    """Nothing is refused that the register takes and shows as it was given."""
    assert object_to(key, value) == ""


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("name", None, "verplicht"),
        ("name", "", "verplicht"),
        ("name", "  ", "witruimte"),
        ("name", 12, "geen tekst"),
        ("name", "n" * 101, "telt 101 tekens en er passen er 100: schrap er 1"),
        ("name", "x" * 300_000, "veel te lang"),
        ("name", "regel een\nregel twee", "op één regel"),
        ("name", " Naam", "spatie"),
        ("name", "Naam\x00", "onzichtbaar teken (U+0000)"),
        ("name", "Naam \x1b[31m", "op plaats 6"),
        ("name", "\ud83d kapot", "U+D83D"),
        ("name", "\ufffeNaam", "U+FFFE"),
        ("name", "\ufeffNaam", "U+FEFF"),
        ("name", "Regeling<script>alert(1)</script>", "weglaat"),
        ("name", "als score<drempel", "weglaat"),
        ("name", "score < 0,3 is laag en score > 0,7 hoog", "weglaat"),
        ("name", "<", "weglaat"),
        ("name", "R&amp;D", "schrijf het teken zelf"),
        ("name", "caf&#233", "schrijf het teken zelf"),
        ("name", "nummer &# drie", "schrijf het teken zelf"),
        ("name", "=1+1", "formule"),
        ("name", " =1+1", "spatie"),
        ("organization", "Gemeente ’s-Hertogenbosch", "rechte apostrof"),
        ("status", "in gebruik", "In gebruik"),
        ("status", "", "verplicht"),
        ("publication_category", "Impactvolle algoritmes (Categorie B)", "Impactvolle algoritmes"),
        ("category", "Verkeer", "geen lijst"),
        ("category", [], "lege lijst"),
        ("category", ["Landbouw"], "Natuur en milieu"),
        ("category", ["Overheidsfinancie\u0308n"], "neem precies over"),
        ("category", ["Verkeer", "Verkeer"], "twee keer"),
        ("category", [["Verkeer"]], "neem precies over"),
        ("begin_date", "2023-01-15", "geen maand"),
        ("begin_date", "2023-13", "geen maand"),
        ("begin_date", "maart23", "geen maand"),
        ("begin_date", "0001-01", "geen maand"),
        ("begin_date", "２０２３-01", "geen maand"),
        ("begin_date", 2023, "geen tekst"),
        ("lang", "nl", "nld"),
        ("lang", None, "geen tekst"),
        ("standard_version", "1.0.0", "1.0"),
        ("standard_version", 1.0, "geen tekst"),
        ("process_index_url", "https://x.example/" + "a" * 483, "telt 501 tekens"),
    ],
)
def test_what_the_register_refuses_or_loses_is_refused(
    key: str, value: object, reason: str
) -> None:
    """The objection says what to change (register.md 1.2 and 4.2)."""
    assert reason in object_to(key, value)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("   ", "witruimte"),
        ("<p>&nbsp;</p>", "witruimte"),
        ("<!-- nog invullen -->", "witruimte"),
        ("<?xml version='1.0'?><p>tekst</p>", "weghaalt"),
        ("<p onclick='x()'>a</p>", "weghaalt"),
        ("<p>a</p><script>alert(1)</script>", "weghaalt"),
        ("<p>a <strong>b</strong></p>", "weghaalt"),
        ("<p>a < b</p>", "&lt;"),
        ("<p>a&#7;b</p>", "schrijf het teken zelf"),
        ("regel een\nregel twee", "alinea's"),
        ("<p>a", "sluit"),
        ("a</p>", "sluit"),
        ("<p>a</p> los", "sluit"),
        ("los <br> los", "sluit"),
        ("<p>a<ul><li>b</li></ul></p>", "sluit"),
        ("<div>" * 20 + "a" + "</div>" * 20, "sluit"),
        ("<p>bel\x07</p>", "onzichtbaar teken (U+0007)"),
        ("<p> =SOM(A1)</p>", "formule"),
        ("<p>" + "x" * 1250 + "</p><p>" + "x" * 1250 + "</p>", "telt 2501 tekens"),
        ("R&D " * 625, "5007 tekens in en er passen er 5000"),
        ("<p>ja</p>" * 620, "5591 tekens in"),
    ],
)
def test_rich_text_the_register_would_change_is_refused(html: str, reason: str) -> None:
    """Only `div br p ul ol li` without attributes, closed, within length and column."""
    assert reason in object_to("goal", html)


def test_tags_must_fit_the_column_with_their_markup() -> None:
    """2500 characters are allowed, and the register's `<p></p>` comes on top (1.2)."""
    assert "2507 tekens in" in object_to("tags", "t" * 2500)
    assert object_to("tags", "t" * 2493) == ""


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "www.duinwijck.example",
        "zie intranet",
        "https://",
        "https://a.example https://b.example",
        "ftp://a.example/",
        "https://naam:geheim@a.example/",
        "https://a.example:99999/",
        "https://a.example:0/",
        "https://[a.example/",
        'https://a.example/"onclick',
        "mailto:a@b.example",
        "https://./",
        "https://../pad",
        "https://a..example/",
        "https://.a.example/",
        "https://-/",
        "https://a-.example/",
        "https://%20/",
        "https://,/",
    ],
)
def test_only_a_web_address_is_a_link(link: str) -> None:
    """The register checks no link; a reader must be able to follow it (1.2)."""
    assert "https://" in object_to("website", link)
    assert "https://" in object_to("source_data_grouping", [{"title": "x", "link": link}])
    assert object_to("contact_email", link) != ""


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example./",
        "https://xn--caf-dma.example/",
        "https://café.example/",
        "https://a-b.c_d.example:8443/x",
        "https://192.0.2.1/",
        "https://[2001:db8::1]/",
    ],
)
def test_every_sort_of_host_is_a_host(link: str) -> None:
    """With other letters, hyphens, a number, a port or a last full stop."""
    assert object_to("website", link) == ""


@pytest.mark.parametrize("sign", [*"\u200b\u200e\u200f\u2060\u061c\ufeff\U000e0041\x85\x0b"])
def test_a_sign_nobody_sees_is_refused(sign: str) -> None:
    """In every kind of text, with its place and what to do."""
    said = f"op plaats 3 een onzichtbaar teken (U+{ord(sign):04X}): haal het weg, of typ"

    for key in ("name", "goal", "tags"):
        assert said in object_to(key, f"ab{sign}c")
    assert "onzichtbaar" in object_to("website", f"https://a{sign}.example/")
    assert "onzichtbaar" in object_to("contact_email", f"a{sign}@b.example")
    assert "onzichtbaar" in object_to("impacttoetsen_grouping", [{"title": f"ab{sign}c"}])


@pytest.mark.parametrize("sign", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_a_sign_that_turns_the_text_is_refused(sign: str) -> None:
    """A reader would see other words, or another address, than what stands there."""
    for key in ("name", "goal", "tags"):
        assert f"leesrichting omdraait (U+{ord(sign):04X}): haal" in object_to(key, f"ab{sign}c")
    assert "leesrichting" in object_to("website", f"https://a.example/{sign}fdp")


@pytest.mark.parametrize("text", ["be\xadleid", "👩\u200d💻 helpt", "a\xa0b", "שלום"])
def test_a_sign_that_words_need_is_accepted(text: str) -> None:
    """Soft hyphens, joiners in pictograms, hard spaces and scripts from right to left."""
    assert object_to("name", text) == ""
    assert object_to("goal", f"<p>{text}</p>") == ""


@pytest.mark.parametrize("contact", ["bel ons", "a@b", "a b@c.example", "@c.example", "a@b..nl"])
def test_contact_is_a_mail_address_or_a_link(contact: str) -> None:
    """A reader must be able to ask a question there."""
    assert "e-mailadres" in object_to("contact_email", contact)


@pytest.mark.parametrize(
    ("key", "items", "reason"),
    [
        ("lawful_basis_grouping", {"title": "x", "link": ""}, "geen lijst"),
        ("lawful_basis_grouping", ["https://x.example"], "punt 1: geef een titel"),
        ("lawful_basis_grouping", [{"title": "x"}], "link ontbreekt"),
        ("lawful_basis_grouping", [{"title": "x", "link": None}], "link ontbreekt"),
        ("lawful_basis_grouping", [{"title": "x" * 101, "link": ""}], "de titel telt 101"),
        ("source_data_grouping", [{"title": "x" * 501, "link": ""}], "de titel telt 501"),
        ("impacttoetsen_grouping", [{"link": "https://x.example"}], "titel ontbreekt"),
        ("impacttoetsen_grouping", [{"title": " "}], "titel ontbreekt"),
        ("impacttoetsen_grouping", [{"title": "x", "link": 5}], "geen tekst"),
        ("impacttoetsen_grouping", [{"title": "x", "uitleg": "y"}], "niets anders"),
        ("impacttoetsen_grouping", [{"title": "Wet\x00boek"}], "U+0000"),
        ("impacttoetsen_grouping", [{"title": "<script>"}], "weglaat"),
        (
            "impacttoetsen_grouping",
            [{"title": "goed"}, {"title": "x", "link": "https://x.example/" + "a" * 500}],
            "punt 2: de link telt 518",
        ),
    ],
)
def test_groupings_are_checked_where_the_register_does_not(
    key: str, items: object, reason: str
) -> None:
    """Title and link have the declared maxima, and the link its place (1.2)."""
    assert reason in object_to(key, items)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("<>&;#/!?ab1 \n=xé'\"😀"), max_size=25))
def test_accepted_plain_text_counts_as_it_stands(text: str) -> None:
    """Text without objections is text of which the register loses no character."""
    if text and object_to("provider", text) == "":
        assert count_characters(text) == len(text)


@settings(deadline=None)
@given(
    st.sampled_from(["name", "goal", "category", "status", "begin_date", "lawful_basis_grouping"]),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["title", "link", "x"]), inner, max_size=3),
        ),
        max_leaves=5,
    ),
)
def test_no_value_breaks_the_check(key: str, value: object) -> None:
    """Whatever JSON holds is accepted or refused with a reason."""
    objections = list_value_objections(find_field(key), value)

    assert isinstance(objections, tuple)
    assert all(isinstance(reason, str) and reason for reason in objections)
