"""Office files that are the same for the same content: no clock in the archive."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAKER = "Bronvast uitvoer"
"""Stands in the properties of every exported office file, and of no other that Bronvast makes."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]*)")


def freeze_archive(content: bytes) -> bytes:
    """Return the archive with the same members, all dated alike, and last changed when made."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(out, "w", ZIP_DEFLATED) as frozen:
        for name in made.namelist():
            member = made.read(name)
            kept = _freeze_properties(member) if name == _PROPERTIES else member
            frozen.writestr(ZipInfo(name, _EPOCH), kept, ZIP_DEFLATED)
    return out.getvalue()


def _freeze_properties(member: bytes) -> bytes:
    """Put the moment of making for that of saving, which openpyxl takes from the clock."""
    created = _CREATED.search(member)
    return _MODIFIED.sub(rb"\g<1>" + created[1], member) if created else member


def is_exported(content: bytes) -> bool:
    """Return whether an office file says that it is an export."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            properties = archive.read(_PROPERTIES)
    except (ValueError, KeyError, OSError, RuntimeError, NotImplementedError):
        return False
    except Exception as broken:  # noqa: BLE001 - a zip can be broken in more ways than zipfile names
        return not broken
    return f">{MAKER}<".encode() in properties
