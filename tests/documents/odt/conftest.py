"""OpenDocument files made of a few lines of XML, so that a test shows what it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from extractor.documents.odt import read_odt
from extractor.models import Block, BlockKind, Reading, Source

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SHORT = {"fo": "xsl-fo-compatible", "svg": "svg-compatible", "draw": "drawing"}
NAMES = ("office", "style", "text", "table", "draw", "form", "fo", "svg", "manifest")
NAMESPACES = " ".join(
    [
        *(f'xmlns:{name}="{OASIS}:{SHORT.get(name, name)}:1.0"' for name in NAMES),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)
MEDIA = "application/vnd.oasis.opendocument.text"


def pack(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these members."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def make_odt_file(
    body: str, automatic: str = "", styles: str = "", masters: str = "", manifest: str = ""
) -> bytes:
    """Return an OpenDocument text with this body, these styles, page layouts and manifest."""
    parts = {
        "content": f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
        "styles": f"<office:styles>{styles}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles>",
    }
    members = {
        "mimetype": MEDIA,
        "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>",
    }
    for name, xml in parts.items():
        root = f"office:document-{name}"
        members[f"{name}.xml"] = f"<{root} {NAMESPACES}>{xml}</{root}>"
    return pack(members)


@pytest.fixture(name="make_odt")
def fixture_make_odt() -> Callable[..., bytes]:
    """Return what makes an OpenDocument text of a body and styles."""
    return make_odt_file


@pytest.fixture(name="pack_members")
def fixture_pack_members() -> Callable[[Mapping[str, str | bytes]], bytes]:
    """Return what makes a zip of members."""
    return pack


@pytest.fixture(name="read_bytes")
def fixture_read_bytes() -> Callable[[bytes], Reading]:
    """Return what reads the bytes of an OpenDocument text."""

    def read(content: bytes) -> Reading:
        digest = hashlib.sha256(content).hexdigest()
        return read_odt(content, Source(sha256=digest, name="dpia.odt", media_type=MEDIA))

    return read


@pytest.fixture(name="read_body")
def fixture_read_body(read_bytes: Callable[[bytes], Reading]) -> Callable[..., Reading]:
    """Return what reads an OpenDocument text made of a body and styles."""

    def read(body: str, **parts: str) -> Reading:
        return read_bytes(make_odt_file(body, **parts))

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
