"""Read a document: the reader its content asks for, and a problem where there is none."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractor.documents.files import LARGEST_FILE, MEGABYTE, LoadedFile, load_file, show_name
from extractor.documents.folder_names import is_owner_file
from extractor.documents.formats import (
    DOCX,
    ENCRYPTED,
    HTML,
    JSON,
    ODT,
    PDF,
    Format,
    find_format,
    find_stand_in,
    tell_encryption,
)
from extractor.documents.identity import make_reading_id
from extractor.documents.problems import describe_problem
from extractor.documents.text_quality import find_poor_pages
from extractor.models import Problem, Reading, Source

NO_READER = "none@1"
"""The reader of a reading that only says why there is nothing in it."""

FORM_KEY = "AssessmentData"
"""Under which the form tool keeps the whole form in the PDF that it makes."""

UNKNOWN_MEDIA = "application/octet-stream"


def read_file(path: Path, within: Path | None = None) -> Reading:
    """Return the reading of a file; one that cannot be opened or read gives its problem."""
    return read_loaded(load_file(path, within))


def read_loaded(loaded: LoadedFile) -> Reading:
    """Return the reading of a file that was loaded, or of why it was not."""
    if loaded.problem is None:
        return read_document(loaded.content, loaded.name)
    return refuse_loaded(loaded, loaded.problem)


def refuse_loaded(loaded: LoadedFile, problem: Problem) -> Reading:
    """Return a reading without text that says why a file was not read."""
    source = Source(sha256=loaded.sha256, name=loaded.name, media_type=UNKNOWN_MEDIA)
    return refuse_source(source, problem)


def read_document(content: bytes, name: str) -> Reading:
    """Return the reading of a document by its content; nothing in it makes this raise."""
    name = show_name(name)
    digest = hashlib.sha256(content).hexdigest()
    found = find_format(content, name)
    media = found.media if isinstance(found, Format) else found
    source = Source(sha256=digest, name=name, media_type=media)
    problem = find_obstacle(content, name, found)
    if problem is not None:
        return refuse_source(source, problem)
    try:
        return report_poor_pages(_read(content, source))
    except MemoryError:
        return refuse_source(source, describe_problem("out_of_memory"))
    except Exception:  # noqa: BLE001 - one bad file never stops a folder
        return refuse_source(source, describe_problem("reader_failed"))


def find_obstacle(content: bytes, name: str, found: Format | str) -> Problem | None:
    """Return why a file is not read at all, or none when a reader can try."""
    if is_owner_file(name):
        return describe_problem("lock_file")
    if not content and find_stand_in(name) is None:
        return describe_problem("empty")
    if content.startswith(b"\0") and not content.strip(b"\0"):
        return describe_problem("hollow")
    if len(content) > LARGEST_FILE:
        return describe_problem("too_large", limit=str(LARGEST_FILE // MEGABYTE))
    if isinstance(found, Format):
        return describe_problem("unsupported", says=found.says, hint=found.hint)
    return describe_problem(tell_encryption(content)) if found == ENCRYPTED else None


def _read(content: bytes, source: Source) -> Reading:
    """Return what the reader for this media type makes of the content."""
    # The readers' libraries are loaded only when such a document is read.
    if source.media_type == PDF:
        from extractor.documents.pdf import read_info, read_pdf  # noqa: PLC0415

        reading, form = read_pdf(content, source), read_info(content, FORM_KEY)
        return _label_form(reading, form) if form else reading
    if source.media_type == DOCX:
        from extractor.documents.docx import read_docx  # noqa: PLC0415

        return read_docx(content, source)
    if source.media_type == JSON:
        from extractor.documents.form import read_form  # noqa: PLC0415

        return read_form(content, source)
    if source.media_type == ODT:
        from extractor.documents.odt import read_odt  # noqa: PLC0415

        return read_odt(content, source)
    if source.media_type == HTML:
        from extractor.documents.html import read_html  # noqa: PLC0415

        return read_html(content, source)
    from extractor.documents.text import read_text  # noqa: PLC0415

    return read_text(content, source)


def _label_form(reading: Reading, form: str) -> Reading:
    """Return the reading of a PDF that carries the form it was made of, with its questions."""
    from extractor.documents.form import label_pages  # noqa: PLC0415

    return label_pages(reading, form)


def report_poor_pages(reading: Reading) -> Reading:
    """Return the reading with the problem that pages hold no words, where they do not."""
    poor = find_poor_pages(reading)
    if poor is None:
        return reading
    return reading.model_copy(update={"problems": (*reading.problems, poor)})


def refuse_source(source: Source, problem: Problem) -> Reading:
    """Return a reading without text that says why."""
    return Reading(
        id=make_reading_id(source.sha256, NO_READER, (problem.code,)),
        source=source,
        reader=NO_READER,
        options=(problem.code,),
        text="",
        blocks=(),
        problems=(problem,),
    )
