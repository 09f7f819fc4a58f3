"""Read a web address in one way only: what is compared here is also what is asked.

Forms that another reader might take for another computer are refused rather than understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit, urlunsplit

_UNREADABLE = "(onleesbaar adres)"
_PORTS = {"http": 80, "https": 443}
_COMPUTER = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::([0-9]{0,5}))?")
"""A host, of IPv6 between brackets, with or without a port; in ASCII, so without look-alikes."""
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""The last label of what some readers take for an IPv4 address: 127.1, 0x7f.1, 2130706433."""
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_LAST_PORT = 65535


@dataclass(frozen=True)
class Address:
    """Where something answers, in its one canonical form."""

    scheme: str
    host: str
    """In lower case, without a closing dot; of IPv6 in its shortest form, between brackets."""
    port: int
    path: str
    """Without a closing slash."""
    user: str = field(default="", repr=False)
    """User and password, as they are written in the address."""
    query: str = field(default="", repr=False)

    @property
    def place(self) -> str:
        """Return the host, with its port where that is not the usual one."""
        usual = _PORTS[self.scheme] == self.port
        return self.host if usual else f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the whole address, with what is secret in it."""
        place = f"{self.user}@{self.place}" if self.user else self.place
        return urlunsplit((self.scheme, place, self.path, self.query, ""))

    @property
    def shown(self) -> str:
        """Return the address without user, password and query."""
        return describe_endpoint(self.url)

    @property
    def stays_here(self) -> bool:
        """Return whether it is this machine by its very name, whatever a name server says.

        That is `localhost` (the client looks where it was led before it says a word), 127.0.0.0/8
        and ::1, and no other name or form.
        """
        return self.host == "localhost" or is_loopback(self.host.strip("[]"))

    def is_below(self, other: Address) -> bool:
        """Return whether it is the same computer and port, at the other's path or below it."""
        same = (self.scheme, self.host, self.port) == (other.scheme, other.host, other.port)
        return same and f"{self.path}/".startswith(f"{other.path}/")


def read_address(url: str) -> Address | None:
    """Return the address, or none when it is no http address of one certain computer.

    >>> read_address("HTTP://LocalHost.:80/v1/").url, read_address("http://127.1/v1")
    ('http://localhost/v1', None)
    """
    parts = _split(url)
    if parts is None or parts.scheme not in _PORTS or not _is_plain(parts.path):
        return None
    user, _, computer = parts.netloc.rpartition("@")
    written = _COMPUTER.fullmatch(computer)
    host = _read_host(written[1].lower()) if written else None
    port = int(written[2] or _PORTS[parts.scheme]) if written else 0
    if host is None or not 0 < port <= _LAST_PORT:
        return None
    return Address(
        scheme=parts.scheme,
        host=host,
        port=port,
        path=parts.path.rstrip("/"),
        # Of several @ the last one counts; written so, no reader takes another.
        user=user.replace("@", "%40"),
        query=parts.query,
    )


def describe_endpoint(url: str) -> str:
    """Return the address without user, password, query and fragment; never raises."""
    parts = _split(url)
    if parts is None:
        return _UNREADABLE
    host = parts.netloc.rpartition("@")[2]
    # An @ behind the host is no user, but may belong to a password with a slash in it.
    path = "" if "@" in parts.path else parts.path
    return urlunsplit((parts.scheme, host, path, "", "")) or _UNREADABLE


def is_loopback(number: str) -> bool:
    """Return whether this is the number of a machine for itself; no name is one.

    >>> is_loopback("127.8.0.1"), is_loopback("::1"), is_loopback("localhost")
    (True, True, False)
    """
    try:
        found = ip_address(number)
    except ValueError:
        return False
    return found.is_loopback and (found.version == 4 or found == IPv6Address("::1"))  # noqa: PLR2004 - IPv4


def _split(url: str) -> SplitResult | None:
    """Return the parts, or none when no client could read them either."""
    if not url.isprintable() or " " in url or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return None
    return parts


def _read_host(host: str) -> str | None:
    """Return the host in its one form, or none when it has several."""
    try:
        if host.startswith("["):
            return f"[{IPv6Address(host[1:-1])}]"
        labels = host.removesuffix(".").split(".")
        if _NUMBER.fullmatch(labels[-1]):
            return str(IPv4Address(host))
    except ValueError:
        return None
    return ".".join(labels) if all(map(_LABEL.fullmatch, labels)) else None


def _is_plain(path: str) -> bool:
    """Return whether a path says itself where it leads: no encoding and no steps upward."""
    steps = (step.partition(";")[0] for step in path.split("/"))
    return path.isascii() and "%" not in path and not {".", ".."} & set(steps)
