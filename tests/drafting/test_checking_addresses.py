"""An address is proposed only where it stands whole in its citation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.reading import read_document
from extractor.drafting.checking import NOT_CITED, QuoteChecker
from extractor.drafting.cited_addresses import is_cited
from extractor.models import Citation, Claim, Locator, Origin, Proposal, Quote, Span

LAMPS = "https://gemeente.example/lampen"
MAIL = "info@gemeente.example"


def cite(text: str, words: str | None = None) -> Citation:
    """Return a citation of these words, or of the whole text."""
    start = text.index(words) if words else 0
    end = start + len(words or text)
    where = Locator(kind="paragraph", label="1")
    return Citation(
        reading="r", span=Span(start=start, end=end), quote=text[start:end], locator=where
    )


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (LAMPS, f"Zie {LAMPS}."),
        (LAMPS, f"Zie {LAMPS}, of bel."),
        (LAMPS, f"Zie {LAMPS}"),
        (LAMPS, f"Zie ({LAMPS})."),
        (LAMPS, f"Zie [lampen]({LAMPS}) of **{LAMPS}**."),
        (LAMPS, f'Zie "{LAMPS}".'),
        (LAMPS, f"Zie ‘{LAMPS}’."),
        (LAMPS, f"Zie <{LAMPS}>!"),
        (LAMPS, f"Website:{LAMPS}; meer volgt."),
        (LAMPS, f"| {LAMPS}|"),
        (LAMPS, f"Zie {LAMPS}/ en verder."),
        (LAMPS + "/", f"Zie {LAMPS}."),
        (LAMPS, f"Zie {LAMPS}/oud en {LAMPS}."),
        (LAMPS, "Zie https://gemeente.example/\nlampen voor meer."),
        (LAMPS, "Zie https://gemeente.example/lam\r\n  pen voor meer."),
        (LAMPS, "Zie https://gemeente.\nexample/lampen."),
        (LAMPS, "Zie https://gemeente.example/\u200blampen."),
        (LAMPS, f"Zie {LAMPS}\nvoor meer."),
        (LAMPS, f"{LAMPS}\n- een punt\n"),
        (LAMPS, f"{LAMPS}\n# Kop\n"),
        ("https://a.example/wie-wat", "Zie https://a.example/wie\ufffewat."),
        ("https://a.example/wie-wat", "Zie https://a.example/wie-\nwat."),
        ("https://a.example/w_(x)", "Zie (https://a.example/w_(x))."),
        (MAIL, f"Mail {MAIL}."),
        (MAIL, f"Mail ({MAIL}), of bel."),
        (MAIL, f"Mail <{MAIL}> of mailto:{MAIL}"),
        (MAIL, f"E-mail:\n{MAIL}\nTelefoon"),
        (MAIL, f"| '{MAIL}'|"),
        (MAIL, f"hoofd{MAIL} en {MAIL}."),
    ],
)
def test_a_whole_address_is_cited(address: str, text: str) -> None:
    """Whatever signs stand around it, and over two lines when it is a link."""
    assert is_cited(address, cite(text), text)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (LAMPS, f"Zie {LAMPS}/oud."),
        (LAMPS, f"Zie {LAMPS}?jaar=1."),
        (LAMPS, f"Zie {LAMPS}#deel."),
        (LAMPS, f"Zie {LAMPS}.html."),
        (LAMPS, f"Zie {LAMPS}-oud."),
        (LAMPS, f"Zie {LAMPS},1.html"),
        (LAMPS, f"Zie {LAMPS}_(oud)."),
        (LAMPS, f"Zie {LAMPS}(oud)."),
        (LAMPS, f"Zie {LAMPS}\ufffeoud."),
        (LAMPS, f"Zie {LAMPS}-\noud."),
        (LAMPS, f"Zie {LAMPS}\n/oud."),
        (LAMPS, f"Zie {LAMPS}\n?jaar=1."),
        (LAMPS, f"Zie {LAMPS}\u200boud."),
        (LAMPS, f"Zie https://archief.example/{LAMPS}."),
        (LAMPS, f"Zie https://archief.example/?u={LAMPS}."),
        (LAMPS, "Zie https://gemeente.example/lam pen."),
        (LAMPS, "Zie https://gemeente.example/lam\n\npen."),
        (LAMPS, "Zie https://gemeente.example/ lampen."),
        ("https://gemeente.examplelampen", "Zie https://gemeente.example\nlampen zijn er."),
        ("https://gemeente.example", f"Zie {LAMPS}."),
        ("https://gemeente.ex", "Zie https://gemeente.example."),
        ("https://a.example/w_(x", "Zie https://a.example/w_(x)y."),
        ("https://a.example/wiewat", "Zie https://a.example/wie-\nwat."),
        (MAIL, f"Mail hoofd{MAIL}."),
        (MAIL, f"Mail hoofd.{MAIL}."),
        (MAIL, f"Mail hoofd-{MAIL}."),
        (MAIL, f"Mail hoofd-\n{MAIL}."),
        (MAIL, f"Mail hoofd\ufffe{MAIL}."),
        (MAIL, f"Mail hoofd+{MAIL}."),
        (MAIL, f"Mail {MAIL}.org."),
        (MAIL, f"Mail {MAIL}-zuid.nl."),
        (MAIL, f"Mail {MAIL}s."),
        ("info@gemeente.exam", f"Mail {MAIL}."),
        ("Janparkeren@x.nl", "Jan\nparkeren@x.nl"),
        ("Janparkeren@x.nl", "Jan parkeren@x.nl"),
        ("parkeren@x.nl", "par\nkeren@x.nl"),
        ("parkeren@x.nl", "parkeren @x.nl"),
    ],
)
def test_a_part_of_an_address_is_not_cited(address: str, text: str) -> None:
    """Nor one put together from words that stand apart."""
    assert not is_cited(address, cite(text), text)


@pytest.mark.parametrize(
    ("field", "text", "quote", "value"),
    [
        ("website", f"Zie {LAMPS}/oud voor meer.", f"Zie {LAMPS}", LAMPS),
        ("contact_email", f"Mail naar hoofd.{MAIL} graag.", f"{MAIL} graag.", MAIL),
    ],
)
def test_a_quote_that_cuts_an_address_does_not_carry_it(
    field: str, text: str, quote: str, value: str
) -> None:
    """What stands around the citation tells that the address goes on."""
    assert not is_cited(value, cite(text, quote), text)
    reading = read_document(text.encode(), "stuk.md")
    origin = Origin(drafter="llm", llm="x", at="2026-11-23T12:00:00Z")
    claim = Claim(value=value, quotes=(Quote(reading=reading.id, text=quote),))
    checker = QuoteChecker({reading.id: reading})

    (checked,) = checker.check_proposals([Proposal(field=field, claims=(claim,), origin=origin)])

    assert checked.claims == ()
    assert [withheld.reason for withheld in checked.withheld] == [NOT_CITED]


NAME = st.text("abcz09", min_size=1, max_size=6)
LINKS = st.builds("https://{}.{}/{}".format, NAME, NAME, NAME)
MAILS = st.builds("{}@{}.{}".format, NAME, NAME, NAME)


@given(LINKS, st.sampled_from(["", "/", "-", ".", "?", "#", "&", "=", "_", "%", "~", "/("]), NAME)
def test_a_longer_link_never_carries_a_shorter_one(link: str, joint: str, rest: str) -> None:
    """Wherever it goes on, and however the quote was cut."""
    text = f"Zie {link}{joint}{rest} voor meer."

    assert is_cited(f"{link}{joint}{rest}", cite(text), text) or "(" in joint
    assert not is_cited(link, cite(text), text)
    assert not is_cited(link, cite(text, f"Zie {link}"), text)


@given(MAILS, NAME, st.sampled_from(["", ".", "-", "_", "+"]), st.sampled_from(["", ".", "-"]))
def test_a_longer_mail_address_never_carries_a_shorter_one(
    mail: str, more: str, before: str, after: str
) -> None:
    """Not when it begins earlier, and not when it ends later."""
    text = f"Mail {more}{before}{mail} of {mail}{after}{more} graag."

    assert is_cited(f"{more}{before}{mail}", cite(text), text)
    assert is_cited(f"{mail}{after}{more}", cite(text), text)
    assert not is_cited(mail, cite(text), text)
