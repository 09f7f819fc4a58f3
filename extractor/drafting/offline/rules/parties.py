"""How a document gives a party its role, as `parties.toml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.drafting.offline.rules.patterns import read_table

Table = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True)
class PartyRules:
    """Roles in cells and in sentences; case counts in names."""

    name: re.Pattern[str]
    responsible: re.Pattern[str]
    is_responsible: re.Pattern[str]
    supplier: re.Pattern[str]
    role_column: re.Pattern[str]
    """The title of a first column with roles, behind which the parties stand."""
    responsible_label: re.Pattern[str]
    supplies: Table
    """Who supplies `object`, which must be the system."""
    made_by: Table
    """Who made the subject of the clause."""
    in_house: Table
    over: re.Pattern[str]
    made: re.Pattern[str]
    """What may be made for the dossier without its name."""
    column: re.Pattern[str]
    """The title of a column in which parties stand."""
    function: re.Pattern[str]
    """How the name of a function or board begins, which is no body by itself."""
    unsure: re.Pattern[str]


def read_party_rules() -> PartyRules:
    """Return the rules for parties."""
    table = read_table("parties.toml")["parties"]
    filled: dict[str, Any] = {
        key: {name: _fill(table, pattern) for name, pattern in text.items()}
        if isinstance(text, dict)
        else _fill(table, text)
        for key, text in table.items()
        if key != "firm"
    }
    return PartyRules(**filled)


def _fill(table: Mapping[str, Any], text: str) -> re.Pattern[str]:
    return re.compile(text.replace("{NAME}", table["name"]).replace("{FIRM}", table["firm"]))
