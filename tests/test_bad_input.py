"""A folder of bad files beside one good document: the good one is drafted, each bad one listed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tests.commands import call_here

Call = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parents[1]
GOAL = "Het algoritme heeft als doel dat inwoners sneller een plek krijgen."
GOOD = f"# Systeembeschrijving ParkeerScan\n\n## Doel\n\n{GOAL}\n"


def draw_pdf(draw: Callable[[Canvas], None]) -> bytes:
    """Return a PDF of one page."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def write_pdf(writer: PdfWriter) -> bytes:
    """Return what the writer holds."""
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def encrypt_pdf(content: bytes) -> bytes:
    """Return the PDF behind a password."""
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(content)))
    writer.encrypt("geheim", algorithm="RC4-128")
    return write_pdf(writer)


def make_bad_files() -> dict[str, bytes]:
    """Return files that cannot be read, by name."""
    words = draw_pdf(lambda canvas: canvas.drawString(72, 700, GOAL))
    word = io.BytesIO()
    Document().save(word)
    return {
        "kapot.pdf": b"%PDF-1.7\nniets dan dit",
        "afgebroken.pdf": words[: len(words) // 2],
        "slot.pdf": encrypt_pdf(words),
        "leeg.pdf": b"",
        "leeg.md": b"",
        "nul.pdf": write_pdf(PdfWriter()),
        "beeld.pdf": draw_pdf(lambda canvas: canvas.rect(72, 72, 300, 300, fill=1)),
        "oud.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "half.docx": word.getvalue()[:400],
        "leeg.docx": word.getvalue(),
        "foto.jpg": b"\xff\xd8\xff\xe0" + bytes(100),
        "beschadigd.txt": bytes(range(256)),
    }


ODD_NAMES = ("met  spaties .md", 'it\'s "raar".md', "regel\neinde.md", "🚗 — é.md", "-v.md")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the dossier's folder, with what this disk takes of it."""
    folder = tmp_path_factory.mktemp("dossiers") / "Scanauto"
    folder.mkdir()
    for name, content in make_bad_files().items():
        (folder / name).write_bytes(content)
    (folder / "~$half.docx").write_bytes(b"\x05Jan" + bytes(100))
    (folder / "goed.md").write_text(GOOD, encoding="utf-8")
    for name in (*ODD_NAMES, os.fsdecode(b"geen\xfftekst.md")):
        try:
            (folder / name).write_text(GOOD, encoding="utf-8")
        except (OSError, UnicodeError):
            continue
    try:
        (folder / "weg.pdf").symlink_to(folder / "nergens.pdf")
    except OSError:
        (folder / "weg.pdf").write_bytes(b"")
    return folder


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Return what the command wrote, and its exit code."""
    kept = {key: value for key, value in os.environ.items() if "BRONVAST" not in key}
    settings = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8:strict"}
    return subprocess.run(  # noqa: S603 - the command under test
        [sys.executable, "-m", "cli", *arguments],
        env={**kept, **settings},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def call() -> Call:
    """Return what runs the command in this process; it gives the exit code, stdout and stderr."""
    return call_here


@pytest.fixture(scope="module")
def drafted(folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Return what drafting the folder wrote."""
    return run("draft", str(folder), "--json", "--workspace", str(folder.parent / "werkmap"))


@pytest.fixture(scope="module")
def draft(drafted: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """Return the draft it made."""
    described: dict[str, Any] = json.loads(drafted.stdout)
    return described


def test_bad_files_make_exit_code_three(drafted: subprocess.CompletedProcess[bytes]) -> None:
    """Done, but not wholly; no traceback and no words of a document on stderr."""
    assert drafted.returncode == 3
    assert drafted.stderr.decode().startswith("Zonder taalmodel")
    assert drafted.stderr.count(b"\n") == 1


def test_the_good_document_is_drafted(draft: dict[str, Any]) -> None:
    """Its neighbours take nothing from it."""
    assert draft["fields"]["goal"]["value"] == GOAL


def test_each_bad_file_is_listed_with_its_reason(draft: dict[str, Any]) -> None:
    """Every one in the coverage, and no good one."""
    unread = {part["document"]: part["reason"] for part in draft["coverage"]["pages_unread"]}

    assert set(unread) == {*make_bad_files(), "weg.pdf"}
    assert all(reason.endswith(".") for reason in unread.values())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kapot.pdf", "beschadigd"),
        ("slot.pdf", "wachtwoord"),
        ("leeg.pdf", "nul bytes"),
        ("nul.pdf", "geen pagina's"),
        ("beeld.pdf", "alleen beeld"),
        ("oud.doc", ".doc"),
        ("half.docx", "beschadigd"),
    ],
)
def test_the_reason_says_what_is_wrong(draft: dict[str, Any], name: str, words: str) -> None:
    """A user can do something about it."""
    reasons = [p["reason"] for p in draft["coverage"]["pages_unread"] if p["document"] == name]

    assert len(reasons) == 1
    assert words in reasons[0]


def test_odd_names_are_read_and_can_be_shown(draft: dict[str, Any], folder: Path) -> None:
    """Spaces, quotes, line ends and bytes that are no text; none is lost."""
    names = {document["path"] for document in draft["documents"]}
    good = [path for path in folder.iterdir() if path.suffix == ".md" and path.stat().st_size]

    assert len([name for name in names if name.endswith(".md") and name != "leeg.md"]) == len(good)
    assert all(name.isprintable() for name in names)


def test_what_word_leaves_behind_is_no_document(draft: dict[str, Any]) -> None:
    """A lock file beside its document is not a document that somebody forgot to read."""
    assert "~$" not in json.dumps(draft)


def test_a_scan_lists_them_too(folder: Path) -> None:
    """Before anything is drafted, with a hint each."""
    finished = run("scan", str(folder), "--json")
    problems = {
        document["path"]: document["problems"]
        for dossier in json.loads(finished.stdout)
        for document in dossier["documents"]
    }

    assert finished.returncode == 3
    assert {name for name, found in problems.items() if found} == {*make_bad_files(), "weg.pdf"}
    assert all(problem["hint"] for found in problems.values() for problem in found)


def test_a_scan_can_be_read_by_people(folder: Path, call: Call) -> None:
    """The same in plain lines, one a document, whatever the names hold."""
    code, out, err = call("scan", str(folder))
    problems = [line for line in out.splitlines() if line.startswith("    ! ")]

    assert (code, err) == (3, "")
    assert len(problems) == len(make_bad_files()) + 1


@pytest.mark.parametrize("name", ["leeg", "nergens"])
def test_no_documents_are_two_lines_and_exit_code_one(
    tmp_path: Path, call: Call, name: str
) -> None:
    """An empty folder and a missing one each say which; no workspace is made for them."""
    (tmp_path / "leeg").mkdir()
    workspace = tmp_path / "werkmap"

    code, out, err = call("draft", str(tmp_path / name), "--workspace", str(workspace))

    assert (code, out) == (1, "")
    assert [line[:4] for line in err.splitlines()] == ["fout", "tip:"]
    assert name in err
    assert not workspace.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("scan", "m" * 300), "het pad is te lang"), (("show", "\udcff"), "deze tekens kunnen")],
)
def test_what_the_system_refuses_is_an_error_of_two_lines(
    call: Call, tmp_path: Path, arguments: tuple[str, str], said: str
) -> None:
    """A path or a name that no system takes is explained, without a traceback."""
    keep = ("--workspace", str(tmp_path)) if arguments[0] == "show" else ()

    code, out, err = call(*arguments, *keep)

    assert (code, out) == (1, "")
    assert said in err.splitlines()[0]
    assert err.splitlines()[1].startswith("tip: ")
