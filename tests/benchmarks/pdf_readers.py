"""How each PDF reader is run: alone in a fresh process, its libraries loaded before the clock."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from processes import make_environment, python, run_measured

CLOCK = """
import io, sys, time
from pathlib import Path
content = Path(sys.argv[1]).read_bytes()
{libraries}
start = time.process_time()
{work}
print(time.process_time() - start)
"""
"""Reading the file's bytes and loading libraries stand before the clock."""

BLOCKS_AND_CHUNKS = """
import langchain_text_splitters
from extractor.chunking import split_reading
from extractor.documents.pdf import reader
from extractor.models import Source
source = Source(sha256="0" * 64, name="a.pdf", media_type="application/pdf")
"""

READERS: dict[str, tuple[str, str]] = {
    "bronvast": (BLOCKS_AND_CHUNKS, "split_reading(reader.read_pdf(content, source))"),
    "pypdf": (
        "import pypdf",
        "[page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]",
    ),
    "pdfplumber": (
        "import pdfplumber",
        "[page.extract_text() for page in pdfplumber.open(io.BytesIO(content)).pages]",
    ),
}
"""Text, blocks and chunks by this project, the text alone by the others."""


def list_readers() -> dict[str, Callable[[Path], float]]:
    """Return how to take the CPU seconds of each reader that is installed here, by name."""
    readers: dict[str, Callable[[Path], float]] = {
        name: make_timer(*code)
        for name, code in READERS.items()
        if name == "bronvast" or importlib.util.find_spec(name)
    }
    if program := shutil.which("pdftotext"):
        readers["pdftotext"] = lambda path: run_measured([program, str(path), "-"]).seconds
    return readers


def make_timer(libraries: str, work: str) -> Callable[[Path], float]:
    """Return how to take the CPU seconds of a piece of Python on a file."""
    code = CLOCK.format(libraries=libraries, work=work)

    def take(path: Path) -> float:
        return float(run_python(code, str(path)))

    return take


def run_python(code: str, *arguments: str) -> str:
    """Return what a piece of Python prints in a process of its own; raises where it fails."""
    return subprocess.run(  # noqa: S603 - our own code
        python(code, *arguments),
        env=make_environment(None),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def read_with_pdftotext(path: Path) -> str | None:
    """Return the text as pdftotext reads it, none where that is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    command = [program, "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(  # noqa: S603 - our own arguments
        command, capture_output=True, text=True, check=True
    ).stdout
