"""Open an OpenDocument file within bounds that a hostile one cannot pass."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml.etree import LxmlError, _Element

from extractor.documents.flow.archive import PackageBroken, refuse_bombs
from extractor.documents.flow.mathml import local_name, write_mathml
from extractor.documents.flow.xml import parse_part
from extractor.documents.odt.names import find, qualify, read

MANIFEST, CONTENT, STYLES = "META-INF/manifest.xml", "content.xml", "styles.xml"

WRAPPED = "encrypted-package"
"""The one member that a file encrypted as a whole has beside its manifest."""

DOCUMENTS = (
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
)
"""Media types of parts that are documents themselves; formulas and charts are not."""


class PackageEncrypted(Exception):
    """The package cannot be read without a password."""


@dataclass(frozen=True)
class OdtPackage:
    """The parts of an OpenDocument text that hold its words and their looks."""

    content: _Element
    styles: _Element | None
    parts: ZipFile
    holds_documents: bool
    """Whether another document was put into it as an object."""

    @property
    def body(self) -> _Element:
        """Return what the text stands in; PackageBroken when there is none."""
        body = find(self.content, "office:body", "office:text")
        if body is None:
            message = "the package holds no text"
            raise PackageBroken(message)
        return body

    def find_formula(self, address: str) -> str:
        """Return the formula of an object inside the package, or nothing when it is none."""
        try:
            root = parse_part(self.parts.read(f"{address.removeprefix('./')}/{CONTENT}"))
        except (KeyError, LxmlError):
            return ""
        return write_mathml(root) if local_name(root) == "math" else ""


def open_package(content: bytes) -> OdtPackage:
    """Return the package; PackageTooLarge, PackageEncrypted or the zip's own error refuses it."""
    archive = ZipFile(BytesIO(content))
    refuse_bombs(archive, len(content))
    names = frozenset(archive.namelist())
    manifest = parse_part(archive.read(MANIFEST)) if MANIFEST in names else None
    if WRAPPED in names or _is_encrypted(manifest):
        message = "a part is encrypted"
        raise PackageEncrypted(message)
    return OdtPackage(
        content=parse_part(archive.read(CONTENT)),
        styles=parse_part(archive.read(STYLES)) if STYLES in names else None,
        parts=archive,
        holds_documents=any(_list_documents(manifest)),
    )


def _is_encrypted(manifest: _Element | None) -> bool:
    """Return whether the manifest says that a part is encrypted."""
    if manifest is None:
        return False
    return next(manifest.iter(qualify("manifest:encryption-data")), None) is not None


def _list_documents(manifest: _Element | None) -> list[str]:
    """Return the paths of the parts that are documents themselves."""
    entries = [] if manifest is None else manifest.iter(qualify("manifest:file-entry"))
    return [
        path
        for entry in entries
        if (path := read(entry, "manifest:full-path")) != "/"
        and read(entry, "manifest:media-type").startswith(DOCUMENTS)
    ]
