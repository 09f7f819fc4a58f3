"""The warning about a workspace that lies where others may read it or a database may break."""

from __future__ import annotations

from pathlib import Path

from extractor.commands.telling import tell

ADVICE = "tip: Kies met --workspace een map op de eigen schijf van deze computer."


def warn_of_place(folder: Path) -> None:
    """Tell on stderr when the workspace lies on a network drive or in a synced folder."""
    from extractor.store.mounts import lies_on_network  # noqa: PLC0415 - not for --help
    from extractor.store.syncing import find_synced  # noqa: PLC0415

    if lies_on_network(folder):
        tell("let op: de werkmap ligt op een netwerkschijf; anderen kunnen er misschien bij.")
        tell(ADVICE)
    elif synced := find_synced(folder):
        tell(f"let op: de werkmap ligt in een map die elders wordt gekopieerd: {synced.name!r}.")
        tell(ADVICE)
