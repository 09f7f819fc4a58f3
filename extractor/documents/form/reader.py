"""Read an export of the form tool; JSON of anything else becomes a problem of the reading."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.documents.form.export import ExportBroken, ExportTooLarge, load_export
from extractor.documents.form.layout import LaidOut, lay_out
from extractor.documents.formats import load_formats
from extractor.documents.identity import make_reading_id
from extractor.documents.problems import describe_problem
from extractor.documents.text.decoding import decode_text
from extractor.models import Block, Problem, Reading, Source

READER = "form@1"

LARGEST_FORM = 50_000_000
"""Bytes; pictures make most of a large export."""


def read_form(content: bytes, source: Source) -> Reading:
    """Return the reading of a form export; its options name the questionnaire by its URN."""
    text = decode_text(content) if len(content) <= LARGEST_FORM else ""
    try:
        export = load_export(text) if text else None
        laid_out = lay_out(export) if export else None
    except ExportTooLarge:
        return _make_reading(source, problems=(describe_problem("form_too_large"),))
    except ExportBroken:
        damaged = text is not None and '"urn:nl:' in text
        problem = describe_problem("form_damaged") if damaged else _describe_data()
        return _make_reading(source, problems=(problem,))
    if len(content) > LARGEST_FORM:
        return _make_reading(source, problems=(describe_problem("form_too_large"),))
    if laid_out is None:
        return _make_reading(source, problems=(_describe_data(),))
    problems = tuple(find_problems(laid_out))
    urn = laid_out.instrument_urn
    options = (urn,) if urn and laid_out.sheet.text else ()
    sheet = laid_out.sheet
    return _make_reading(source, sheet.text, tuple(sheet.blocks), problems, options)


def find_problems(laid_out: LaidOut) -> Iterator[Problem]:
    """Yield what a reader of the answers should know."""
    if not laid_out.sheet.text:
        yield describe_problem("form_no_text")
        return
    if laid_out.images:
        yield describe_problem("form_images", count=str(laid_out.images))
    if not laid_out.outline.exact:
        yield describe_problem("form_version")


def _describe_data() -> Problem:
    """Return the problem of a file that holds data and no document."""
    data = load_formats()["json"]
    return describe_problem("unsupported", says=data.says, hint=data.hint)


def _make_reading(
    source: Source,
    text: str = "",
    blocks: tuple[Block, ...] = (),
    problems: tuple[Problem, ...] = (),
    options: tuple[str, ...] = (),
) -> Reading:
    return Reading(
        id=make_reading_id(source.sha256, READER, options),
        source=source,
        reader=READER,
        options=options,
        text=text,
        blocks=blocks,
        problems=problems,
    )
