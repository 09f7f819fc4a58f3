"""What the machine gives a command: the clock, the environment, the user, the workspace."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.commands.placing import warn_of_place

if TYPE_CHECKING:
    from extractor.policy import Policy, Route
    from extractor.store import Store


SITE_POLICIES = {
    "linux": "/etc/bronvast/policy.toml",
    "darwin": "/Library/Application Support/bronvast/policy.toml",
}
"""Where an administrator says to which addresses documents may go. platformdirs would let the
environment move it, except on Windows."""


def now() -> datetime:
    """Return the time; the only clock."""
    return datetime.now(UTC)


def has_workspace(workspace: Path | None) -> bool:
    """Return whether there is a workspace already, so that looking makes none."""
    return (find_workspace(workspace) / "bronvast.db").is_file()


def find_workspace(workspace: Path | None) -> Path:
    """Return the workspace, by default in the user's own data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not for --help

    return workspace or user_data_path("bronvast", appauthor=False)


@contextmanager
def open_workspace(workspace: Path | None, database: str | None) -> Iterator[Store]:
    """Open the store in the workspace, by default in the user's own data folder."""
    from extractor.store import open_store  # noqa: PLC0415 - loads SQLAlchemy

    folder = find_workspace(workspace)
    warn_of_place(folder)
    with open_store(folder, database) as store:
        yield store


def find_policy() -> Policy:
    """Return what the system-wide policy file and the one in the environment allow together."""
    from platformdirs import site_config_path  # noqa: PLC0415 - not for --help

    from extractor.policy import load_policy  # noqa: PLC0415

    site = SITE_POLICIES.get(sys.platform, SITE_POLICIES["linux"])
    if sys.platform == "win32":
        site = str(site_config_path("bronvast", appauthor=False) / "policy.toml")
    named = os.environ.get("BRONVAST_POLICY")
    return load_policy(Path(site), Path(named) if named else None)


def find_route(endpoint: str) -> Route:
    """Return the way to an endpoint, where the policy allows one."""
    from urllib.request import getproxies  # noqa: PLC0415 - not for --help

    from extractor.policy import plan_route  # noqa: PLC0415

    return plan_route(endpoint, find_policy(), getproxies())


def find_key() -> str | None:
    """Return the key for endpoints that want one."""
    return os.environ.get("BRONVAST_API_KEY") or os.environ.get("OPENAI_API_KEY")


def name_user() -> str:
    """Return the user's name at the operating system, where it can tell."""
    from getpass import getuser  # noqa: PLC0415 - not for --help

    try:
        # Before the environment, in which anybody can write.
        from pwd import getpwuid  # noqa: PLC0415 - not on Windows

        return getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        pass
    try:
        return getuser()
    except (ImportError, KeyError, OSError):
        return "onbekend"
