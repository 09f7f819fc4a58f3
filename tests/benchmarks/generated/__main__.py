"""Typeset the generated documents, read them and print the counts as JSON.

`--folder PATH` keeps the documents and lists what was missed; `--only NAME` takes one of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from extractor.documents.pdf import read_pdf
from extractor.models import Reading, Source
from generated import reportlab_pages, writer_pages
from generated.contents_set import count_forms
from generated.counting import Tally, count_reading
from generated.designs import Design, read_designs
from generated.documents import Document
from generated.writing import write_document

ENGINES = {"reportlab": reportlab_pages.typeset, "writer": writer_pages.typeset}


def main() -> None:
    """Print the counts of each document and the number of its pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", action="append")
    chosen = parser.parse_args()
    counted: dict[str, Any] = {"documents": {}, "forms": {}}
    for design in read_designs():
        if chosen.only and design.name not in chosen.only:
            continue
        if design.engine == "writer" and writer_pages.find_writer() is None:
            sys.stderr.write(f"{design.name}: soffice is not installed\n")
            continue
        counted["documents"][design.name] = count_design(design, chosen.folder)
    if not chosen.only:
        counted["forms"] = {
            kind: {name: [tally.found, tally.total] for name, tally in forms.items()}
            for kind, forms in count_forms().items()
        }
    json.dump(counted, sys.stdout, indent=2)


def count_design(design: Design, folder: Path | None = None) -> dict[str, object]:
    """Return the engine, the pages and the counts of one document; keep it in the folder."""
    document, reading, content = read_generated(design)
    tallies = count_reading(document, design, reading)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{design.name}.pdf").write_bytes(content)
        (folder / f"{design.name}.txt").write_text(list_missed(tallies), encoding="utf-8")
    counts = {key: [tally.found, tally.total] for key, tally in tallies.items()}
    return {"engine": design.engine, "pages": len(reading.pages), "counts": counts}


def read_generated(design: Design) -> tuple[Document, Reading, bytes]:
    """Return what a document of this design says, what is read in it, and its bytes."""
    document = write_document(design)
    content = ENGINES[design.engine](document, design)
    digest = hashlib.sha256(content).hexdigest()
    source = Source(sha256=digest, name=f"{design.name}.pdf", media_type="application/pdf")
    return document, read_pdf(content, source), content


def list_missed(tallies: dict[str, Tally]) -> str:
    """Return what each measure missed, a line each."""
    return "".join(f"{key}: {text}\n" for key, tally in tallies.items() for text in tally.missed)


if __name__ == "__main__":
    main()
