"""Parse the XML inside a document: no entity is expanded, nothing is fetched."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from extractor.documents.flow.archive import PackageBroken


def parse_part(blob: bytes) -> _Element:
    """Return the root of a part; PackageBroken refuses a document type, LxmlError broken XML."""
    root = etree.fromstring(blob, _make_parser())
    if root.getroottree().docinfo.internalDTD is not None:
        message = "a part declares a document type"
        raise PackageBroken(message)
    return root


def _make_parser() -> etree.XMLParser:
    """Return a parser that expands no entities, fetches nothing and keeps its limits."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
