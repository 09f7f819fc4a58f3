"""Where a document may go by the marking it bears.

State secrets go to no language model. What says it is confidential stays on this machine, or goes
where the policy lets Dep. VERTROUWELIJK go: that holds for a firm's own words and for TLP:RED and
TLP:AMBER too. What is only internal, or public, goes wherever documents may go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SECRET = re.compile(r"\bstg\b|staatsgeheim", re.IGNORECASE)
_CONFIDENTIAL = re.compile(
    r"vertrouwelijk|confidential|\bdep\b|TLP ?: ?(?:RED|AMBER)", re.IGNORECASE
)


def refuse_markings(markings: Iterable[str], *, takes_confidential: bool) -> str | None:
    """Return in one sentence why a document with these markings may not go; none when it may.

    >>> refuse_markings(["Stg. GEHEIM"], takes_confidential=True)
    'documenten met de markering “Stg. GEHEIM” gaan nooit naar een taalmodel'
    """
    listed = tuple(markings)
    for marking in listed:
        if _SECRET.search(marking):
            return f"documenten met de markering “{marking}” gaan nooit naar een taalmodel"
    for marking in listed:
        if _CONFIDENTIAL.search(marking) and not takes_confidential:
            return f"documenten met de markering “{marking}” mogen niet naar dit adres"
    return None
