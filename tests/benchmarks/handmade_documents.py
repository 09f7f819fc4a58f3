"""Print the planted hand-made documents in every way that their files name."""

from __future__ import annotations

import re
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "drafting/handmade"
FIXTURES = Path(__file__).parents[2] / "fixtures"
HALVES = ("seen", "held_out")
SAVED = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - a zip package knows no time zone
MARK = re.compile(r"\{\{(~|-|\??[^}]*)\}\}\s*")
MOST_TRIES = 5
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_TENS = ("", "X", "XX")
NUMBERINGS: dict[str, Callable[[str], str]] = {
    "none": lambda _: "",
    "1.": lambda number: f"{number}. ",
    "1": lambda number: f"{number} ",
    "§": lambda number: f"§{number} ",
    "A.1": lambda number: f"A.{number} ",
    "paragraaf": lambda number: f"Paragraaf {number}: ",
    "hoofdstuk": lambda number: f"Hoofdstuk {number} - ",
    "vraag": lambda number: f"Vraag {number} ",
    "roman": lambda number: f"{_write_roman(int(number))}. ",
}


@dataclass(frozen=True)
class Planted:
    """A sentence of a document, and what must become of it."""

    mark: str
    text: str


@dataclass(frozen=True)
class Printed:
    """One document, printed in one way."""

    document: str
    instrument: str
    look: str
    numbering: str
    suffix: str
    markup: str
    planted: tuple[Planted, ...]

    @property
    def name(self) -> str:
        """Return what tells it from the others."""
        return f"{self.document} [{self.look} {self.numbering} {self.suffix}]"


def list_printed(half: str) -> Iterator[Printed]:
    """Yield every document of one half in every way it is printed."""
    listed = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    for document in listed["document"]:
        planted = tuple(
            Planted(match[1], line[match.end() :])
            for line in document["text"].splitlines()
            if (match := MARK.match(line))
        )
        for way in document["printed"]:
            look, numbering, *suffixes = way.split(" ")
            markup = _write_markup(document["text"], look, NUMBERINGS[numbering])
            for suffix in suffixes:
                yield Printed(
                    document["name"],
                    document["instrument"],
                    look,
                    numbering,
                    suffix,
                    markup,
                    planted,
                )


def print_bytes(printed: Printed) -> tuple[bytes, str]:
    """Return the document's bytes, and the name of its file."""
    name = f"toets.{printed.suffix}"
    if printed.suffix == "md":
        return _write_markdown(printed.markup).encode(), name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        _print_file(printed.markup, path)
        return path.read_bytes(), name


def _write_markup(text: str, look: str, number: Callable[[str], str]) -> str:
    """Return the document in the markup of the fixtures, its headings in one look."""
    lines: list[str] = []
    rows: list[list[str]] = []
    heading: tuple[str, str] | None = None
    for line in filter(None, MARK.sub("", text).splitlines()):
        if line.startswith("! "):
            lines += [f"!titel {line[2:]}", ""]
        elif line.startswith("= "):
            label, _, title = line[2:].partition(" | ")
            heading = (number(label), title)
            if look == "table":
                rows.append(["".join(heading), ""])
            elif look != "run_in":
                lines += _write_heading(*heading, look)
        elif look == "table":
            rows[-1][1] = f"{rows[-1][1]} {line}".strip()
        elif look == "run_in" and heading is not None:
            title = "".join(heading)
            lines += [f"**{title}{'' if title.endswith('?') else '.'}** {line}", ""]
            heading = None
        else:
            lines += [line, ""]
    if rows:
        lines += [":::tabel breedtes=40,60 kop=1", "|Vraag|Antwoord|"]
        lines += [*(f"|{question}|{answer}|" for question, answer in rows), ":::", ""]
    return "\n".join(lines)


def _write_heading(number: str, title: str, look: str) -> list[str]:
    if look == "styled":
        return [f"# {number}{title}", ""]
    if look == "caps":
        return [f"= {(number + title).upper()}", ""]
    if look == "cell":
        return [":::tabel breedtes=100 kop=0", f"|{number}{title}|", ":::", ""]
    if look == "apart":
        return [f"**{number}** **{title}**", ""]
    words = title.split(" ")
    if look == "two_lines" and len(words) > 2:
        half = (len(words) + 1) // 2
        return [f"= {number}{' '.join(words[:half])}", "", f"= {' '.join(words[half:])}", ""]
    return [f"= {number}{title}", ""]


def _write_roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (_ROMAN[ones - 1] if ones else "")


def _write_markdown(markup: str) -> str:
    """Return what a person would write of it in Markdown."""
    written: list[str] = []
    for line in markup.splitlines():
        if line.startswith("!titel "):
            written.append(f"# {line.removeprefix('!titel ')}")
        elif line.startswith("# "):
            written.append(f"#{line}")
        elif line.startswith("= "):
            written.append(f"**{line.removeprefix('= ')}**")
        elif line.startswith(":::tabel breedtes=100"):
            continue
        elif line.startswith("|Vraag|"):
            written += [line, "|---|---|"]
        elif line.startswith("|") and line.count("|") == 2:
            written += [line, "|---|"]
        elif not line.startswith(":::"):
            written.append(line)
    return "\n".join(written) + "\n"


def _print_file(text: str, path: Path) -> None:
    if str(FIXTURES) not in sys.path:
        sys.path.append(str(FIXTURES))
    from document_builders.markup import read_source  # noqa: PLC0415 - not installed

    prose = path.with_suffix(".txt")
    prose.write_text(f":::pagina tekst\n\n{text}" if path.suffix == ".pdf" else text, "utf-8")
    source = read_source(prose)
    if path.suffix == ".pdf":
        _print_pdf(source, path)
        return
    from document_builders.word_document import (  # noqa: PLC0415 - not installed
        build_word_document,
        write_package,
    )
    from document_builders.word_text import Editing  # noqa: PLC0415

    parts = build_word_document(source, (FIXTURES / "sources/word-parts",), Editing("", ""))
    write_package(parts, path, SAVED)


def _print_pdf(source: object, path: Path) -> None:
    from document_builders.markup import Heading, Paragraph, Source  # noqa: PLC0415
    from document_builders.pdf_document import PdfLayout  # noqa: PLC0415
    from document_builders.pdf_furniture import RunningLines  # noqa: PLC0415
    from document_builders.pdf_text import PdfText  # noqa: PLC0415

    assert isinstance(source, Source)
    blocks = tuple(
        Paragraph(f"**{block.text}**") if isinstance(block, Heading) and not block.styled else block
        for block in source.blocks
    )
    running = RunningLines("Toets", "VB-2026-004", "Invoorbeeld")
    layout = PdfLayout(
        Source(blocks), PdfText({}, {}), running, title="Toets", author="Invoorbeeld"
    )
    for _ in range(MOST_TRIES):
        with suppress(RuntimeError):
            return layout.write(path)
    return layout.write(path)
