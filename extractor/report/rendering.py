"""The files a report can be written as."""

from __future__ import annotations

from pathlib import Path

from extractor.errors import OutputRefused
from extractor.report.figures import Figures
from extractor.report.markdown import render_markdown
from extractor.report.word import render_word
from extractor.report.workbook import render_workbook
from extractor.report.writing import Frame, write_report

Template = tuple[str, bytes]
"""A Word file's name and content."""


def render_report(
    path: Path, figures: Figures, frame: Frame, template: Template | None = None
) -> bytes:
    """Return the report as the kind of file that the path's name ends in; refuse another kind."""
    kind = path.suffix.lower()
    report = write_report(figures, frame)
    if template is not None and kind != ".docx":
        raise OutputRefused(
            "een sjabloon past alleen bij een Word-rapport", "Laat --out eindigen op .docx."
        )
    if kind == ".docx":
        return render_word(report, template)
    if kind == ".xlsx":
        return render_workbook(report, figures)
    if kind == ".md":
        return render_markdown(report)
    raise OutputRefused(
        f"{path}: deze soort rapport is er niet", "Laat --out eindigen op .docx, .xlsx of .md."
    )
