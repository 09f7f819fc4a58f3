"""Tell a person's mail address from that of a department."""

from __future__ import annotations

import re

from extractor.checks.words import load_words

_PERSONAL = re.compile(
    r"^(?:[a-z]{1,3}\.)+(?:van\.|de\.|der\.|den\.)*[a-z\-]+@"
    r"|^[a-z]+\.(?:van\.|de\.|der\.|den\.)*[a-z\-]+@",
    re.IGNORECASE,
)
"""Initials or a first name, a full stop, a surname."""

_PRIVATE = re.compile(
    r"@(?:gmail|hotmail|outlook|live|msn|icloud|yahoo"
    r"|ziggo|kpnmail|kpnplanet|planet|xs4all|casema|home|upcmail)\.[^@]*$",
    re.IGNORECASE,
)
"""Providers of mailboxes that are a person's own, by the first part of their hosts."""


def looks_personal(address: str) -> bool:
    """Return whether a mail address seems to be one person's, by its name or its provider.

    >>> looks_personal("j.de.vries@gemeente.example"), looks_personal("parkeren@gemeente.example")
    (True, False)
    """
    parts = address.lower().partition("@")[0].split(".")
    if _PRIVATE.search(address):
        return True
    return bool(_PERSONAL.search(address)) and load_words("functional").isdisjoint(parts)
