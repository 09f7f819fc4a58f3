"""Tell a person's mail address from that of a department."""

from __future__ import annotations

import re

_PERSONAL = re.compile(
    r"^(?:[a-z]{1,3}\.)+(?:van\.|de\.|der\.|den\.)*[a-z\-]+@"
    r"|^[a-z]+\.(?:van\.|de\.|der\.|den\.)*[a-z\-]+@",
    re.IGNORECASE,
)
"""Initials or a first name, a full stop, a surname."""


def looks_personal(address: str) -> bool:
    """Return whether a mail address seems to be that of one person.

    >>> looks_personal("j.de.vries@gemeente.example"), looks_personal("parkeren@gemeente.example")
    (True, False)
    """
    return _PERSONAL.search(address) is not None
