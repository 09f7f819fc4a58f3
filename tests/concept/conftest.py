"""Fill in the answer boxes of a Word document, as somebody does in Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn


def fill_boxes(content: bytes, answers: Mapping[str, str]) -> bytes:
    """Return the document with these answers, by the last part of a box's tag.

    A line of an answer is a paragraph of its own.
    """
    document = Document(BytesIO(content))
    for control in document.element.body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        key = properties.find(qn("w:tag")).get(qn("w:val")).rpartition(":")[2]
        if key not in answers:
            continue
        properties.remove(properties.find(qn("w:showingPlcHdr")))
        first = control.find(qn("w:sdtContent"))[0]
        for line in reversed(answers[key].split("\n")):
            paragraph = deepcopy(first)
            next(paragraph.iter(qn("w:t"))).text = line
            first.addnext(paragraph)
        first.getparent().remove(first)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def fill() -> Callable[[bytes, Mapping[str, str]], bytes]:
    """Return what fills in a document."""
    return fill_boxes
