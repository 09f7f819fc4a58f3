"""Which proxy stands between here and an address, by what the system says of proxies."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address, ip_network

from extractor.policy.addresses import Address


def find_proxy(address: Address, settings: Mapping[str, str]) -> str | None:
    """Return the proxy's address, or none; to this machine there is never one between.

    The settings are as `urllib.request.getproxies` gives them: an address for `http`, `https` and
    `all`, and in `no` what is asked directly.
    """
    found = settings.get(address.scheme) or settings.get("all")
    if not found or address.stays_here or _is_direct(address, settings.get("no", "")):
        return None
    return found if "://" in found else f"http://{found}"


def _is_direct(address: Address, listed: str) -> bool:
    entries = (entry.strip().lower() for entry in listed.split(","))
    return any(_names(entry, address) for entry in entries if entry)


def _names(entry: str, address: Address) -> bool:
    """Return whether an entry is about the address: a domain, a network, or everything."""
    host = address.host.strip("[]")
    try:
        return ip_address(host) in ip_network(entry.strip("[]"), strict=False)
    except ValueError:
        pass  # one of both is a name
    domain = entry.removeprefix("*.").removeprefix(".").removesuffix(".")
    if domain.endswith(f":{address.port}"):
        domain = domain.removesuffix(f":{address.port}").strip("[]")
    return entry == "*" or host == domain or host.endswith(f".{domain}")
