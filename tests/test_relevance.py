"""Passages are ranked by how much they are about a field, in any form of its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.relevance import RelevanceIndex, list_terms
from extractor.standard.catalogue import load_fields

TEXTS = (
    "De medewerkers controleren de uitkomst en beslissen zelf.",
    "De gemeente verfde de lantaarns in het voorjaar.",
    "Er is een risico op bias; als maatregel is er een steekproef.",
)


def test_the_passage_about_the_field_is_ranked_first() -> None:
    """Also where its words stand in another form."""
    index = RelevanceIndex(TEXTS)

    assert max(enumerate(index.rank("human_intervention")), key=lambda pair: pair[1])[0] == 0
    assert max(enumerate(index.rank("risks")), key=lambda pair: pair[1])[0] == 2
    assert index.count_shared("risks")[2] >= 3


def test_every_field_that_documents_answer_has_terms() -> None:
    """Constants have none."""
    without = {field.key for field in load_fields() if not list_terms(field.key)}

    assert without == {"lang", "standard_version", "source_id"}


def test_no_texts_and_no_words_give_no_scores() -> None:
    """An empty dossier is no error."""
    assert RelevanceIndex(()).rank("risks") == ()
    assert RelevanceIndex(("", "12 %")).rank("risks") == (0.0, 0.0)
    assert RelevanceIndex(TEXTS).rank("lang") == (0.0, 0.0, 0.0)


@given(st.lists(st.text(max_size=40), max_size=8), st.lists(st.text(max_size=12), max_size=5))
def test_each_text_gets_one_score_and_sharing_nothing_scores_nothing(
    texts: list[str], terms: list[str]
) -> None:
    """Scores are never negative; the same question gets the same answer."""
    index = RelevanceIndex(texts)
    scores = index.rank_terms(terms)

    assert len(scores) == len(texts)
    assert all(score >= 0 for score in scores)
    assert scores == index.rank_terms(terms)


@given(st.permutations(TEXTS))
def test_the_order_of_the_texts_changes_no_score(texts: list[str]) -> None:
    """A score belongs to the text."""
    ranked = dict(zip(texts, RelevanceIndex(texts).rank("risks"), strict=True))

    assert ranked == dict(zip(TEXTS, RelevanceIndex(TEXTS).rank("risks"), strict=True))
