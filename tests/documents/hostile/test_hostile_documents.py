"""A document made to do harm gives its words or a problem, within time and memory.

The bounds are those of the workers: a worker that passed one would have been killed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from extractor.documents.workers import Limits, Workers
from extractor.models import REMARKS, Reading
from tests.documents.hostile import odt_files, pdf_files, text_files, word_files
from tests.documents.hostile.raw_pdf import PAGE_WORDS, make_page_objects, write_pdf

Make = Callable[[], bytes]
Read = Callable[[bytes, str], Reading]

FILES = {"pdf": pdf_files, "docx": word_files, "odt": odt_files, "md": text_files}
STRICT = Limits(seconds=40, memory=1_000_000_000)
# So much memory that the deadline ends first also on a fast machine, where one of the files takes
# almost half a gigabyte a second.
HASTY = Limits(seconds=3, seconds_per_megabyte=0, memory=8_000_000_000)
NARROW = Limits(seconds=40, memory=250_000_000)


def list_cases(table: str) -> list[tuple[str, str]]:
    """Return the extension and the name of every file in this table."""
    return [(kind, name) for kind, module in FILES.items() for name in getattr(module, table)]


def open_readers(limits: Limits, folder: Path) -> Iterator[Read]:
    """Yield what reads bytes under a name in one worker with these limits."""
    with Workers(1, limits) as workers:

        def read(content: bytes, name: str) -> Reading:
            path = folder / name
            path.write_bytes(content)
            ((_, reading),) = workers.read_files([(path, folder)])
            return reading

        yield read


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """Return what reads bytes under a name."""
    yield from open_readers(STRICT, tmp_path_factory.mktemp("dossier"))


@pytest.fixture(scope="module")
def read_in_haste(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """Return what soon loses patience."""
    yield from open_readers(HASTY, tmp_path_factory.mktemp("dossier"))


@pytest.fixture(scope="module")
def read_in_little_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """Return what has little room."""
    yield from open_readers(NARROW, tmp_path_factory.mktemp("dossier"))


def codes_of(reading: Reading) -> set[str]:
    """Return the codes of what was not read."""
    return {problem.code for problem in reading.problems if problem.code not in REMARKS}


@pytest.mark.parametrize(("kind", "name"), list_cases("READ"))
def test_oddities_hide_no_words(read: Read, kind: str, name: str) -> None:
    """What stands on the page is read, and nothing is said to be missing."""
    reading = read(FILES[kind].READ[name](), f"a.{kind}")

    assert PAGE_WORDS in reading.text
    assert not codes_of(reading)


@pytest.mark.parametrize(("kind", "name"), list_cases("REFUSED"))
def test_a_bomb_is_refused(read: Read, kind: str, name: str) -> None:
    """It says why, without having been unpacked or followed to the end."""
    make, codes = FILES[kind].REFUSED[name]
    reading = read(make(), f"a.{kind}")

    assert not reading.text.strip()
    assert [problem.code for problem in reading.problems] in [[code] for code in codes.split()]


@pytest.mark.parametrize(("kind", "name"), list_cases("ENDLESS"))
def test_reading_without_end_is_stopped(read_in_haste: Read, kind: str, name: str) -> None:
    """At the deadline; nothing in the file can put it off."""
    reading = read_in_haste(FILES[kind].ENDLESS[name](), f"a.{kind}")

    assert codes_of(reading) == {"too_slow"}


@pytest.mark.parametrize(("kind", "name"), list_cases("GREEDY"))
def test_reading_without_measure_is_stopped(
    read_in_little_memory: Read, kind: str, name: str
) -> None:
    """Where the memory of the process ends; some libraries say so, others end the process."""
    reading = read_in_little_memory(FILES[kind].GREEDY[name](), f"a.{kind}")

    assert reading.text == ""
    assert codes_of(reading) <= {"crashed", "too_large", "unreadable"}
    assert len(reading.problems) == 1


def test_a_worker_that_was_stopped_leaves_the_next_file_alone(
    read_in_haste: Read, read_in_little_memory: Read
) -> None:
    """After the worst of them, an ordinary file is read as always."""
    good = write_pdf(make_page_objects())
    for read in (read_in_haste, read_in_little_memory):
        assert read(good, "goed.pdf").text == PAGE_WORDS


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.txt", "a", "a.pdf.exe"])
def test_content_goes_before_the_name(read: Read, name: str) -> None:
    """A PDF or a Word file under another name is what it is."""
    pdf, word = write_pdf(make_page_objects()), word_files.READ["tables in tables"]()

    assert read(pdf, name).reader.startswith("pdf@")
    assert read(word, name).reader.startswith("docx@")


@pytest.mark.parametrize(
    ("user", "codes"), [("geheim", {"encrypted"}), ("", set())], ids=["to open", "to change"]
)
@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128"])
def test_only_a_password_to_open_keeps_words_away(
    read: Read, user: str, codes: set[str], algorithm: str
) -> None:
    """What anybody can open is read, whoever may change it."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(write_pdf(make_page_objects())))
    writer.encrypt(user, "eigenaar", algorithm=algorithm)
    target = BytesIO()
    writer.write(target)
    reading = read(target.getvalue(), "slot.pdf")

    assert codes_of(reading) == codes
    assert reading.text == ("" if codes else PAGE_WORDS)
