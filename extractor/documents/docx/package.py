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
from extractor.documents.flow.archive import PackageBroken, refuse_bombs
from extractor.documents.flow.xml import parse_part


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
    root = parse_part(blob)
    if NAMESPACES["w"] in root.nsmap.values() or not any(name in blob for name in STRICT):
        return root
    blob = etree.tostring(root, encoding="utf-8")
    for strict, usual in STRICT.items():
        blob = blob.replace(strict, usual)
    return parse_part(blob)
