"""What may be sent where: an administrator's policy, addresses, proxies and markings.

Nothing here sends anything. A `Route` comes out, and the language model's client takes nothing
else.
"""

from extractor.policy.addresses import Address, describe_endpoint, is_loopback, read_address
from extractor.policy.files import Policy, load_policy
from extractor.policy.markings import refuse_markings
from extractor.policy.routes import Route, plan_route

__all__ = [
    "Address",
    "Policy",
    "Route",
    "describe_endpoint",
    "is_loopback",
    "load_policy",
    "plan_route",
    "read_address",
    "refuse_markings",
]
