"""What generated documents say is read as it was written, whatever their layout."""

from __future__ import annotations

import pytest
from generated.__main__ import read_generated
from generated.contents_set import Form, count_form, read_forms
from generated.counting import count_reading
from generated.designs import Design, read_designs

SMALL = {"chapters": 2, "sections": 2, "landscape": False}
"""What makes a document short: a few seconds are enough for all of them."""

DESIGNS = [design for design in read_designs() if design.engine == "reportlab"]
SEED = 7


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.name)
def test_generated_documents_are_read_as_written(design: Design) -> None:
    """Sentences are whole, rows, notes, headings and running lines told from each other."""
    short = design.model_copy(update=SMALL)
    document, reading, _ = read_generated(short)
    missed = {
        measure: tally.missed
        for measure, tally in count_reading(document, short, reading).items()
        if tally.missed and measure not in {"paragraphs", "cells"}
    }

    assert missed == {}


@pytest.mark.parametrize("form", read_forms(), ids=lambda form: form.name)
def test_contents_are_told_from_lookalikes(form: Form) -> None:
    """Lines of contents are marked as such, sums, sources and tables are not."""
    told, around = count_form(form, SEED)

    assert told.missed == []
    assert around.missed == []
