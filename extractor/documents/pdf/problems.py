"""Say in Dutch what could not be read of a PDF, and what the user can do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extractor.documents.files import show_name
from extractor.documents.pdf.lines import Line
from extractor.documents.problems import describe_problem
from extractor.models import Problem

EMPTY = Problem(
    code="empty",
    message="Dit PDF-bestand is leeg.",
    hint="Controleer of het bestand volledig is gekopieerd of gedownload.",
)
NO_PAGES = Problem(
    code="empty",
    message="Dit PDF-bestand heeft geen pagina's.",
    hint="Controleer of het bestand volledig is gekopieerd of gedownload.",
)
UNREADABLE = Problem(
    code="unreadable",
    message="Dit bestand kan niet worden gelezen: het is beschadigd of het is geen PDF.",
    hint="Open het bestand en bewaar het opnieuw als PDF.",
)
ENCRYPTED = Problem(
    code="encrypted",
    message="Dit PDF-bestand is beveiligd met een wachtwoord.",
    hint="Bewaar het bestand zonder wachtwoord en lees het opnieuw in.",
)


def report_no_text(pages: Sequence[int], total: int) -> Problem:
    """Return the problem that these pages are pictures without text."""
    whole = len(pages) == total
    return Problem(
        code="no_text",
        message=(
            "Dit document bevat geen tekst, alleen beeld."
            if whole
            else f"Op {name_pages(pages)} van {total} staat geen tekst, alleen beeld."
        ),
        hint=(
            "Maak de tekst leesbaar met tekstherkenning (OCR), bijvoorbeeld met"
            " `ocrmypdf in.pdf uit.pdf`, en lees het document opnieuw in."
        ),
        pages=tuple(pages),
    )


def report_second_hand(pages: Sequence[int]) -> Problem:
    """Return the problem that the text of these pages comes from the second reader."""
    return Problem(
        code="fallback",
        message=f"Op {name_pages(pages)} is de tekst gelezen zonder de opmaak.",
        hint="Bekijk citaten van deze pagina's in het document zelf.",
        pages=tuple(pages),
    )


def report_lost(pages: Sequence[int]) -> Problem:
    """Return the problem that these pages could not be read at all."""
    return Problem(
        code="unreadable",
        message=f"De tekst op {name_pages(pages)} kan niet worden gelezen.",
        hint="Open het bestand en bewaar het opnieuw als PDF.",
        pages=tuple(pages),
    )


def report_comments(counts: Mapping[int, int]) -> Problem:
    """Return the problem that remarks hang on these pages, so many on each, and are not read."""
    pages = tuple(sorted(counts))
    found = describe_problem(
        "pdf_comments", pages=name_pages(pages), count=str(sum(counts.values()))
    )
    return found.model_copy(update={"pages": pages})


def report_hidden(lines: Iterable[Line]) -> Problem:
    """Return the problem that nobody sees these lines on their pages."""
    counts: Counter[int] = Counter()
    for line in lines:
        counts[line.page] += len(line.words)
    pages = tuple(sorted(counts))
    count = str(sum(counts.values()))
    found = describe_problem("pdf_hidden_text", pages=name_pages(pages), count=count)
    return found.model_copy(update={"pages": pages})


def report_attachments(names: Sequence[str]) -> Problem:
    """Return the problem that the document carries files that are not read."""
    return describe_problem("pdf_attachment", names=", ".join(map(show_name, names)))


def name_pages(pages: Sequence[int]) -> str:
    """Return the pages in words, runs as ranges: "pagina 2, 5-7 en 9"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    names = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    listed = " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"pagina {listed}"
