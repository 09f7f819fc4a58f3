"""A reading is known by its source, its reader and its options."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.identity import make_reading_id

SHA = "a" * 64


def test_an_id_is_the_same_everywhere() -> None:
    """Stored drafts pin readings by it, so it may never change."""
    assert make_reading_id(SHA, "docx@1") == "637d069668b27309"


@given(st.lists(st.sampled_from(["docx@1", "docx@2", "ocr"]), unique=True, max_size=3).map(tuple))
def test_another_reader_or_option_makes_another_reading(options: tuple[str, ...]) -> None:
    """The same bytes read otherwise are another reading."""
    made = make_reading_id(SHA, "pdf@1", options)

    assert len(made) == 16
    assert made != make_reading_id(SHA, "pdf@2", options)
    assert made != make_reading_id("b" * 64, "pdf@1", options)
    assert made != make_reading_id(SHA, "pdf@1", (*options, "meer"))
