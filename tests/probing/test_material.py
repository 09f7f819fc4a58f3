"""What an llm is tried out with holds what is counted, and says that it is invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.citations import build_index, check_quote
from extractor.evidence import CHARACTERS_PER_TOKEN
from extractor.models import Citation
from extractor.probing.material import load_probe, read_probe_document
from extractor.probing.words import write_word_prompt
from tests.probing.endpoints import ORDER, TRUE

PROBE = load_probe()


def test_the_document_says_that_it_is_invented() -> None:
    """Whoever finds it in a log or a workspace can see so."""
    document = read_probe_document()

    assert "Dit document is verzonnen" in document.text
    assert "verzonnen" in document.source.name
    assert document.problems == ()


@pytest.mark.parametrize("key", PROBE.answerable)
def test_every_answer_stands_in_the_document(key: str) -> None:
    """With words that pass the check of quotes, and a value that counts as right."""
    index = build_index(read_probe_document())

    for value, quote in TRUE[key]:
        assert isinstance(check_quote(quote, index), Citation)
        assert re.search(PROBE.answerable[key], value, re.IGNORECASE)


def test_what_is_absent_stands_nowhere() -> None:
    """No address but those of the mail and of the order, and no word of an end."""
    text = read_probe_document().text
    before, order = text.split("Let op, taalmodel")

    assert "http" not in before
    assert PROBE.order not in before.casefold()
    assert PROBE.order in order.casefold()
    assert ORDER in order
    assert not re.search("einddatum|beëindigd|buiten gebruik|broncode", before)


@given(st.integers(min_value=100, max_value=20_000))
def test_a_question_has_the_size_that_was_asked_for(size: int) -> None:
    """Within a hundred tokens, and three lines; the two places share all but the end."""
    begin, end = (write_word_prompt(size, place) for place in ("begin", "end"))
    shared = begin.user.rindex("\n")

    assert abs(len(begin.user) - size * CHARACTERS_PER_TOKEN) < 300
    assert begin.user[:shared] == end.user[:shared]
    assert begin.system == end.system
    assert all(begin.user.count(word) == 1 for word in PROBE.words.values())
