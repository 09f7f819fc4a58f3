"""What is hidden can be put back, and nothing that a detector finds is left in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.citations import build_index, check_quote
from extractor.documents.reading import read_document
from extractor.drafting.llm.redacting import (
    NO_REDACTION,
    find_personal_data,
    hides_something,
    number_words,
    redact_texts,
)
from extractor.models import Citation

# Everybody and everything here is invented; the numbers only pass their own checks.
LETTER = (
    "Vragen? Mail j.devries@duinrade.example of bel J. de Vries op 06-12345678. Haar BSN is "
    "111222333, haar rekening NL91 ABNA 0417 1643 00. Mevrouw De Vries leest post@duinrade.example."
)
HIDDEN = (
    "Vragen? Mail [e-mailadres 1] of bel [naam 1] op [telefoonnummer 1]. Haar BSN is "
    "[burgerservicenummer 1], haar rekening [rekeningnummer 1]. Mevrouw [naam 2] leest "
    "[e-mailadres 2]."
)


def test_each_kind_gets_a_name_and_a_number() -> None:
    """The sentence stays one that can be understood."""
    assert redact_texts([LETTER]).hide(LETTER) == HIDDEN


def test_the_same_words_get_the_same_placeholder_in_all_passages() -> None:
    """Also where only another passage tells that they are a name."""
    texts = ["Mevrouw Bakkerman tekent.", "Bakkerman beslist; zie de Bakkermanlaan."]
    redaction = redact_texts(texts)

    assert [redaction.hide(text) for text in texts] == [
        "Mevrouw [naam 1] tekent.",
        "[naam 1] beslist; zie de Bakkermanlaan.",
    ]


def test_a_placeholder_that_a_document_holds_itself_is_not_used() -> None:
    """Its words would be taken for somebody's."""
    text = "Vul in: [Naam  1] of [e-mailadres 1]. Mail j.devries@duinrade.example."
    redaction = redact_texts([text])
    hidden = redaction.hide(text)

    assert hidden.endswith("[e-mailadres 2].")
    assert redaction.restore(hidden) == text


def test_a_quote_may_write_a_placeholder_its_own_way() -> None:
    """A language model changes capitals and white space easily."""
    redaction = redact_texts([LETTER])

    assert redaction.restore("bel [Naam\xa01] op [ TELEFOONNUMMER 1 ]") == (
        "bel J. de Vries op 06-12345678"
    )
    assert redaction.restore("bel [naam 9] of [naam]") == "bel [naam 9] of [naam]"


def test_a_quote_that_cuts_through_a_placeholder_gets_it_whole() -> None:
    """Half a placeholder stands for nothing by itself."""
    redaction = redact_texts([LETTER])

    assert redaction.restore("adres 1] of bel [na", HIDDEN) == (
        "j.devries@duinrade.example of bel J. de Vries"
    )


def test_only_a_placeholder_of_a_mail_address_becomes_a_value() -> None:
    """And only where it is all there is."""
    redaction = redact_texts([LETTER])

    assert redaction.restore_mail(" [E-mailadres 2] ") == "post@duinrade.example"
    for value in ("[naam 1]", "mail [e-mailadres 2]", "[e-mailadres 9]", "[telefoonnummer 1]"):
        assert redaction.restore_mail(value) == value


def test_words_that_turn_up_later_are_hidden_too() -> None:
    """What an llm makes up, or writes otherwise, does not go back to it."""
    redaction = redact_texts([LETTER])

    hidden = redaction.hide("Bel 0612345678 of J. de Vries, of P. van Loon (a@b.example).")

    assert hidden == "Bel [telefoonnummer] of [naam 1], of [naam] ([e-mailadres])."
    assert hides_something(hidden)


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("0.9\t12-03-2023\tR. Oldenhof\teerste versie", ["R. Oldenhof"]),
        ("1.0\tmaart 2023\tM. Jansen, P. Bakker\tna review", ["M. Jansen", "P. Bakker"]),
        ("K. Aaldering en R. Dam\t2024-01-05\t1.1", ["K. Aaldering", "R. Dam"]),
        ("Proceseigenaar\tM. Jansen\t5 mei 2024\t(paraaf)", ["M. Jansen"]),
        ("A. Beschrijving van het systeem\tin 2024\tklaar", []),
        ("A. Beschrijving\tB. Beoordeling\tC. Risico", []),
        ("2023\tDuinrade\tEerste versie\tOpmerkingen verwerkt", []),
    ],
)
def test_who_signs_a_row_with_a_date_is_a_person(row: str, names: list[str]) -> None:
    """In tables of versions and signatures a surname with one initial is enough."""
    assert list(find_personal_data(f"Kop\n{row}\nVoet")) == names


def test_without_redaction_nothing_changes() -> None:
    """A quote with brackets is a quote with brackets."""
    assert NO_REDACTION.hide(LETTER) == LETTER
    assert NO_REDACTION.restore("[naam 1]", "[naam 1]") == "[naam 1]"


@pytest.mark.parametrize("text", ["K", "[naam ſ]", "[\u212aaam 1]", "[e-mailadreſ 1]", "[naam ١]"])
def test_letters_that_fold_alike_are_no_placeholder(text: str) -> None:
    """They break nothing and mean nothing."""
    redaction = redact_texts([LETTER, text])

    assert redaction.restore(redaction.hide(text)) == text


PIECES = st.sampled_from(
    (
        *("j.devries@duinrade.example", "a@b.example", "mailto:", "https://x.example/", "@"),
        *(
            "J. de Vries",
            "De heer Bakker",
            "Bakker",
            "Jan",
            "mevrouw ",
            "door ",
            "M.",
            " van ",
            "-",
        ),
        *("06-12345678", "+31 6 1234 5678", "020 123 45 67", "(", ")", "0", "1", "12"),
        *("111222333", "BSN ", "111.222.333", "euro", "kenmerk ", "123456782"),
        *("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "NL"),
        *(
            "[naam 1]",
            "[naam",
            "[e-mailadres 1]",
            "[",
            "]",
            "[telefoonnummer 2]",
            "naam 1",
            " ",
            "\n",
        ),
        *("Het systeem telt lampen", ", ", "é", "ł", "straat", "ſ", "\xa0", "laan 12"),
    )
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join)


@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_nothing_that_a_detector_finds_is_left(texts: list[str]) -> None:
    """In none of the passages, and all of them can be put back letter by letter."""
    redaction = redact_texts(texts)

    for text in texts:
        hidden = redaction.hide(text)
        assert find_personal_data(hidden) == {}
        assert redaction.restore(hidden) == text


@given(text=TEXTS, other=TEXTS)
def test_nothing_is_left_in_words_that_come_later(text: str, other: str) -> None:
    """Whatever an llm answers, what goes back to it holds nothing either."""
    assert find_personal_data(redact_texts([text]).hide(other)) == {}


@given(text=TEXTS, data=st.data())
def test_a_quote_of_what_is_shown_is_words_of_the_source(text: str, data: st.DataObject) -> None:
    """Wherever it is cut."""
    redaction = redact_texts([text])
    hidden = redaction.hide(text)
    start = data.draw(st.integers(0, len(hidden)))
    end = data.draw(st.integers(start, len(hidden)))

    assert redaction.restore(hidden[start:end], hidden) in text


@given(text=st.text(), data=st.data())
def test_so_it_is_with_any_words_hidden(text: str, data: st.DataObject) -> None:
    """Also those that no detector would find."""
    ends = st.integers(0, len(text))
    cuts = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    words = {text[start:end] for start, end in cuts if start < end}
    redaction = number_words(dict.fromkeys(sorted(words), "naam"), [text])
    hidden, _ = redaction.hide_known(text)
    start = data.draw(st.integers(0, len(hidden)))
    end = data.draw(st.integers(start, len(hidden)))

    assert redaction.restore(hidden, hidden) == text
    assert redaction.restore(hidden[start:end], hidden) in text


@given(pieces=st.lists(PIECES.filter(str.strip), min_size=1, max_size=10), data=st.data())
def test_a_quote_of_what_is_shown_is_cited(pieces: list[str], data: st.DataObject) -> None:
    """Whole words of a hidden sentence lead to a checked citation in the document itself."""
    text = f"Zin een. {' '.join(' '.join(pieces).split())} is het einde."
    reading = read_document(f"# Kop\n\n{text}\n".encode(), "a.txt")
    redaction = redact_texts([text])
    hidden = redaction.hide(text)
    words = hidden.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])

    restored = redaction.restore(quote, hidden)

    assert restored in text
    if any(letter.isalnum() for letter in restored):
        assert isinstance(check_quote(restored, build_index(reading)), Citation)
