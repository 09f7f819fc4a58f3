"""Values are compared by what they say, up to what a download loses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.comparing.sameness import is_said, is_same
from extractor.exports.register_csv import write_cell
from extractor.models import LinkedTitle
from extractor.standard.catalogue import find_field
from extractor.standard.values import build_entry, list_objections

LEAST = {
    "name": "Scanauto",
    "description_short": "Een auto leest kentekens.",
    "organization": "Gemeente Duinrade",
    "status": "In gebruik",
    "contact_email": "parkeren@duinrade.example",
    "publication_category": "Impactvolle algoritmes",
}
LINES = st.lists(
    st.sampled_from(["Een zin.", "- een punt", "", "x < 5 & y", "• nog een"]), min_size=1
)


@given(LINES.map("\n".join).filter(lambda text: not list_objections("goal", text)))
def test_a_text_is_the_same_after_a_download(text: str) -> None:
    """Paragraphs, list signs and lines are lost there; the words are not."""
    published = write_cell(build_entry({**LEAST, "goal": text}), "goal")

    assert is_same(find_field("goal"), text, published)
    assert not is_same(find_field("goal"), f"{text}\nNiet dus.", published)


def test_the_order_of_themes_says_nothing() -> None:
    """That of a grouping does, and so does a link."""
    themes, laws = find_field("category"), find_field("lawful_basis_grouping")
    one, other = LinkedTitle(title="A", link="https://a.example"), LinkedTitle(title="B", link="")

    assert is_same(themes, ("Werk", "Economie"), ("Economie", "Werk"))
    assert not is_same(laws, (one, other), (other, one))
    assert not is_same(laws, (one,), (LinkedTitle(title="A"),))
    assert is_same(laws, (other,), (LinkedTitle(title="B"),))


def test_a_sentence_may_be_published_inside_a_text() -> None:
    """Of prose anywhere; a date or a name is wholly the same or not."""
    assert is_said(find_field("goal"), "Twee.", "Een.  Twee. Drie.")
    assert not is_said(find_field("goal"), "Twee.", "Een.")
    assert not is_said(find_field("name"), "Scan", "Scanauto")
    assert not is_said(find_field("goal"), "Twee.", None)
