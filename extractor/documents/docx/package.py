"""Open a Word file: its parts and what they refer to, within bounds a hostile file cannot pass."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Protocol
from zipfile import ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml import etree
from lxml.etree import _Element

from extractor.documents.docx.names import NAMESPACES, STRICT, qualify

LARGEST_PART = 200_000_000
"""Bytes of one part once unpacked; the text of 200 pages takes about 5 million."""

LARGEST_PACKAGE = 2_000_000_000
"""Bytes of all parts once unpacked, pictures included."""

LARGEST_RATIO = 200
"""Times a package may grow; real ones, full of repeated XML, grow some 20 times."""

SMALLEST_BOMB = 50_000_000
"""Below these unpacked bytes a high ratio harms nobody."""


class PackageTooLarge(Exception):
    """The package unpacks to more than any document needs."""


class PackageBroken(Exception):
    """The package lacks its main document, or its XML says what Word refuses."""


class Blobs(Protocol):
    """What python-docx's package reader offers here."""

    def blob_for(self, pack_uri: PackURI) -> bytes:
        """Return the bytes of a part; KeyError when it is not there."""


@dataclass(frozen=True)
class Relation:
    """What one part says of another, or of an address outside."""

    kind: str
    target: str
    """A part's name, or the address itself when it lies outside."""
    outside: bool


@dataclass(frozen=True)
class Part:
    """One XML part with what it refers to, by relationship id."""

    name: PackURI
    root: _Element
    relations: dict[str, Relation]


@dataclass(frozen=True)
class WordPackage:
    """A Word file opened for reading; parts are read when asked for."""

    blobs: Blobs
    document: Part

    def find_part(self, kind: str) -> Part | None:
        """Return the document's own part of this relationship kind, or none without it."""
        for relation in self.document.relations.values():
            if relation.kind == kind and not relation.outside:
                return read_part(self.blobs, relation.target)
        return None

    def follow(self, part: Part, relation_id: str | None) -> Part | None:
        """Return the part that another refers to, or none when it is not there."""
        relation = part.relations.get(relation_id or "")
        if relation is None or relation.outside:
            return None
        return read_part(self.blobs, relation.target)


def open_package(content: bytes) -> WordPackage:
    """Return the package; PackageTooLarge, PackageBroken or the zip's own error refuses it."""
    with ZipFile(BytesIO(content)) as archive:
        refuse_bombs(archive, len(content))
    # python-docx types its factory as the class without the methods of what it makes.
    blobs: Blobs = PhysPkgReader(BytesIO(content))  # type: ignore[no-untyped-call, assignment]
    relations = read_relations(blobs, PACKAGE_URI)
    mains = [
        relation.target
        for relation in relations.values()
        if relation.kind == RELATIONSHIP_TYPE.OFFICE_DOCUMENT
    ]
    document = read_part(blobs, mains[0] if mains else "/word/document.xml")
    if document is None:
        message = "the main document is missing"
        raise PackageBroken(message)
    return WordPackage(blobs=blobs, document=document)


def refuse_bombs(archive: ZipFile, packed: int) -> None:
    """Raise PackageTooLarge when the unpacked sizes exceed the bounds.

    The sizes are those the archive declares; zipfile never unpacks more than that.
    """
    sizes = [member.file_size for member in archive.infolist()]
    total = sum(sizes)
    bomb = total > SMALLEST_BOMB and total > LARGEST_RATIO * packed
    if bomb or total > LARGEST_PACKAGE or max(sizes, default=0) > LARGEST_PART:
        message = f"{total} bytes in {packed}"
        raise PackageTooLarge(message)


def read_part(blobs: Blobs, name: str) -> Part | None:
    """Return the part with its relations, or none when the package lacks it."""
    uri = PackURI(name)
    try:
        blob = blobs.blob_for(uri)
    except KeyError:
        return None
    return Part(name=uri, root=parse_xml(blob), relations=read_relations(blobs, uri))


def read_relations(blobs: Blobs, name: PackURI) -> dict[str, Relation]:
    """Return what a part refers to, by relationship id; nothing when it refers to nothing."""
    try:
        root = parse_xml(blobs.blob_for(name.rels_uri))
    except KeyError:
        return {}
    relations = {}
    for element in root.iter(qualify("rel:Relationship")):
        outside = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        relations[element.get("Id", "")] = Relation(
            kind=element.get("Type", ""),
            target=target if outside else PackURI.from_rel_ref(name.baseURI, target),
            outside=outside,
        )
    return relations


def parse_xml(blob: bytes) -> _Element:
    """Return the root of a part, Strict names made the usual ones; a DOCTYPE is refused."""
    root = etree.fromstring(blob, _make_parser())
    if root.getroottree().docinfo.internalDTD is not None:
        message = "a part declares a document type"
        raise PackageBroken(message)
    if not any(name in blob for name in STRICT) or NAMESPACES["w"] in root.nsmap.values():
        return root
    blob = etree.tostring(root, encoding="utf-8")
    for strict, usual in STRICT.items():
        blob = blob.replace(strict, usual)
    return etree.fromstring(blob, _make_parser())


def _make_parser() -> etree.XMLParser:
    """Return a parser that expands no entities, fetches nothing and keeps its limits."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
