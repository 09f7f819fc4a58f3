"""Office files that are the same for the same content: no clock in the archive."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAKER = "Bronvast uitvoer"
"""Stands in the properties of every exported office file, and of no other that Bronvast makes."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


def freeze_archive(content: bytes) -> bytes:
    """Return the archive with the same members, all dated alike."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(out, "w", ZIP_DEFLATED) as frozen:
        for name in made.namelist():
            frozen.writestr(ZipInfo(name, _EPOCH), made.read(name), ZIP_DEFLATED)
    return out.getvalue()


def is_exported(content: bytes) -> bool:
    """Return whether an office file says that it is an export."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            properties = archive.read("docProps/core.xml")
    except (ValueError, KeyError, OSError, RuntimeError, NotImplementedError):
        return False
    except Exception as broken:  # noqa: BLE001 - a zip can be broken in more ways than zipfile names
        return not broken
    return f">{MAKER}<".encode() in properties
