"""The way to an endpoint: made only where the policy lets documents go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.errors import EndpointRefused, EndpointUnreadable
from extractor.policy.addresses import Address, describe_endpoint, read_address
from extractor.policy.files import Policy
from extractor.policy.proxies import find_proxy


@dataclass(frozen=True)
class Route:
    """Where documents may go, and by which proxy they go there."""

    address: Address
    takes_confidential: bool
    """Whether documents marked Dep. VERTROUWELIJK may go too."""
    proxy: str | None = field(default=None, repr=False)

    def describe(self) -> str:
        """Return where it leads, without user and password of either.

        >>> plan_route("http://localhost:11434/v1", Policy(), {"all": "proxy:8080"}).describe()
        'http://localhost:11434/v1'
        """
        if self.proxy is None:
            return self.address.shown
        return f"{self.address.shown} via proxy {describe_endpoint(self.proxy)}"


def plan_route(url: str, policy: Policy, proxies: Mapping[str, str]) -> Route:
    """Return the way to the address; refused where the policy does not let documents go."""
    address = read_address(url)
    if address is None:
        raise EndpointUnreadable(describe_endpoint(url))
    if not policy.allows(address):
        raise EndpointRefused(address.shown, [str(file.path) for file in policy.files])
    return Route(
        address=address,
        takes_confidential=policy.takes_confidential(address),
        proxy=find_proxy(address, proxies),
    )
