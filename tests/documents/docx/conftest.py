"""Word files made of a few lines of XML, so that a test shows what it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from extractor.documents.docx import read_docx
from extractor.models import Block, BlockKind, Reading, Source

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "settings": "w:settings",
    "comments": "w:comments",
    "header1": "w:hdr",
    "header2": "w:hdr",
    "footer1": "w:ftr",
    "diagramData1": "dgm:dataModel",
}

Parts = Mapping[str, str]
MakeWord = Callable[..., bytes]
ReadWord = Callable[..., Reading]


def pack(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these members."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relate(kind: str, target: str, relation_id: str, *, outside: bool = False) -> str:
    """Return one relationship of a part."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{relation_id}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def make_word_file(body: str, links: Parts | None = None, **parts: str) -> bytes:
    """Return a Word file with this body, these parts by name, and links by relationship id."""
    relations = [relate(name.rstrip("12"), f"{name}.xml", name) for name in parts]
    relations += [relate("hyperlink", url, key, outside=True) for key, url in (links or {}).items()]
    members = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">'
        f"{relate('officeDocument', 'word/document.xml', 'main')}</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f"{''.join(relations)}</Relationships>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<{ROOTS[name]} {NAMESPACES}>{content}</{ROOTS[name]}>"
    return pack(members)


@pytest.fixture(name="make_word")
def fixture_make_word() -> MakeWord:
    """Return what makes a Word file of a body and parts."""
    return make_word_file


@pytest.fixture(name="pack_members")
def fixture_pack_members() -> Callable[[Mapping[str, str | bytes]], bytes]:
    """Return what makes a zip of members."""
    return pack


@pytest.fixture(name="read_bytes")
def fixture_read_bytes() -> Callable[[bytes], Reading]:
    """Return what reads the bytes of a Word file."""

    def read(content: bytes) -> Reading:
        digest = hashlib.sha256(content).hexdigest()
        return read_docx(content, Source(sha256=digest, name="dpia.docx", media_type="docx"))

    return read


@pytest.fixture(name="read_word")
def fixture_read_word(read_bytes: Callable[[bytes], Reading]) -> ReadWord:
    """Return what reads a Word file made of a body and parts."""

    def read(body: str, links: Parts | None = None, **parts: str) -> Reading:
        return read_bytes(make_word_file(body, links, **parts))

    return read


@pytest.fixture(name="list_blocks")
def fixture_list_blocks() -> Callable[..., list[str]]:
    """Return what lists the words of a reading's blocks, of one kind or of all outer ones."""

    def list_words(reading: Reading, kind: BlockKind | None = None) -> list[str]:
        def wanted(block: Block) -> bool:
            inner = block.kind in {"cell", "footnote_mark", "instruction"}
            return block.kind == kind if kind else not inner

        return [block.span.of(reading.text) for block in reading.blocks if wanted(block)]

    return list_words
