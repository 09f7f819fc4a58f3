"""Read the words in a diagram of Word's own making (SmartArt), kept in a part of its own."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from extractor.documents.docx.names import qualify
from extractor.documents.docx.package import Part, WordPackage
from extractor.documents.flow.parts import Paragraph


def read_diagram(package: WordPackage, part: Part, element: _Element) -> Iterator[Paragraph]:
    """Yield the words of each shape, in the order in which the file lists the shapes."""
    diagram = package.follow(part, element.get(qualify("r:dm")))
    if diagram is None:
        return
    for paragraph in diagram.root.iter(qualify("a:p")):
        words = "".join(text.text or "" for text in paragraph.iter(qualify("a:t")))
        if words.strip():
            yield Paragraph(kind="paragraph", text=words)
