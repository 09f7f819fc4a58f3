"""The content controls of a Word file that somebody filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import BadZipFile

from lxml.etree import LxmlError, _Element

from extractor.documents.docx.names import find, qualify, read_switch, read_value
from extractor.documents.docx.package import open_package
from extractor.documents.flow.archive import PackageBroken, PackageTooLarge

CONTROL, PARAGRAPH, TEXT = qualify("w:sdt"), qualify("w:p"), qualify("w:t")
_APART = frozenset({qualify("w:br"), qualify("w:tab"), qualify("w:cr")})
_GONE = frozenset({qualify("w:del"), qualify("w:moveFrom"), qualify("w:sdtPr")})


@dataclass(frozen=True)
class FilledControl:
    """A control by its tag, with the text in it: a line for each paragraph."""

    tag: str
    text: str


def read_controls(content: bytes) -> tuple[FilledControl, ...] | None:
    """Return the tagged controls in reading order, empty ones too; none where it is no Word file.

    What stands in an empty control to say that it can be filled is no text of it.
    """
    try:
        root = open_package(content).document.root
    except (PackageBroken, PackageTooLarge, BadZipFile, LxmlError, KeyError, ValueError):
        return None
    controls = (_read_control(element) for element in root.iter(CONTROL))
    return tuple(control for control in controls if control.tag)


def _read_control(element: _Element) -> FilledControl:
    properties = find(element, "w:sdtPr")
    tag = read_value(properties, "w:tag") or ""
    content = find(element, "w:sdtContent")
    if content is None or read_switch(properties, "w:showingPlcHdr"):
        return FilledControl(tag, "")
    lines = "".join(_read_text(content)).splitlines()
    return FilledControl(tag, "\n".join(line.strip() for line in lines if line.strip()))


def _read_text(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in _APART:
            yield " "
        else:
            yield from _read_text(child)
            yield "\n" if child.tag == PARAGRAPH else ""
