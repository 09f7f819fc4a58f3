"""Which links and mail addresses may stand in an entry; the register itself checks none."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

NOT_IN_LINK = re.compile(r'[\s<>"\\]')

HOST = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)*\.?")
"""Names between single full stops, each with a letter or digit at both ends."""

MAIL = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-]{1,64}(?:\.[\w!#$%&'*+/=?^`{|}~-]{1,64})*@(?:[\w-]{1,63}\.)+[^\W\d_]{2,63}"
)


def list_link_objections(link: str) -> tuple[str, ...]:
    """Return why this is no link the public can follow: http or https with a host, one link."""
    if _is_link(link):
        return ()
    return ("is geen link: geef één volledig adres dat begint met https://",)


def list_contact_objections(contact: str) -> tuple[str, ...]:
    """Return why this is neither a mail address nor a link."""
    if MAIL.fullmatch(contact) or _is_link(contact):
        return ()
    return ("is geen e-mailadres en geen link: geef één e-mailadres, of een adres met https://",)


def _is_link(link: str) -> bool:
    if NOT_IN_LINK.search(link):
        return False
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return False
    named = _is_host(parts.hostname or "") and port != 0 and "@" not in parts.netloc
    return parts.scheme in {"http", "https"} and named


def _is_host(host: str) -> bool:
    """Return whether this is the name or number of a machine; only a number holds colons."""
    return ":" in host or HOST.fullmatch(host) is not None
