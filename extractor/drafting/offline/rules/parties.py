"""How a document gives a party its role, as `parties.toml` says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import read_table


@dataclass(frozen=True)
class PartyRules:
    """Roles in cells and in sentences; case counts in names."""

    name: re.Pattern[str]
    responsible: re.Pattern[str]
    is_responsible: re.Pattern[str]
    supplier: re.Pattern[str]
    supplies: re.Pattern[str]
    column: re.Pattern[str]
    """The title of a column in which parties stand."""
    function: re.Pattern[str]
    """How the name of a function or board begins, which is no body by itself."""
    unsure: re.Pattern[str]


def read_party_rules() -> PartyRules:
    """Return the rules for parties."""
    table = read_table("parties.toml")["parties"]
    filled = {
        key: re.compile(text.replace("{NAME}", table["name"]).replace("{FIRM}", table["firm"]))
        for key, text in table.items()
        if key != "firm"
    }
    return PartyRules(**filled)
