"""Tell whether a path lies on a network drive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

NETWORK_FILESYSTEMS = frozenset({"9p", "afs", "ceph", "cifs", "fuse.sshfs", "nfs", "nfs4", "smb3"})
"""Where SQLite's write-ahead log may lose writes: it needs memory that all readers share."""

MOUNTS = Path("/proc/self/mounts")


def lies_on_network(path: Path) -> bool:
    """Return whether the path is known to lie on a network drive; only Linux lists them all."""
    resolved = path.resolve()
    if resolved.drive.startswith("\\\\"):
        return True
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return find_filesystem(resolved, mounts) in NETWORK_FILESYSTEMS


def find_filesystem(path: Path, mounts: str) -> str | None:
    """Return the type of the innermost filesystem that holds the path, or none."""
    holding = [(point, kind) for point, kind in _list_mounts(mounts) if path.is_relative_to(point)]
    # Of two mounts on one point the later covers the earlier; max keeps the first it meets.
    innermost = max(reversed(holding), key=lambda mount: len(mount[0].parts), default=None)
    return None if innermost is None else innermost[1]


def _list_mounts(mounts: str) -> Iterator[tuple[Path, str]]:
    for line in mounts.splitlines():
        _device, point, kind, *_options = line.split(" ")
        # Linux writes a space in a mount point as \040.
        yield Path(point.replace("\\040", " ")), kind
