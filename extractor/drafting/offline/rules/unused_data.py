"""What a table says of the use of a datum, as `unused_data.toml` says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import compile_pattern, read_table


@dataclass(frozen=True)
class UnusedRules:
    """Columns that tell whether a datum is used, and what their cells mean."""

    columns: re.Pattern[str]
    others: re.Pattern[str]
    excluded: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    partly: re.Pattern[str]
    limited: re.Pattern[str]
    unused: re.Pattern[str]
    only: re.Pattern[str]


def read_unused_rules() -> UnusedRules:
    """Return what tells that a datum is not used, or not for everything."""
    return UnusedRules(
        **{key: compile_pattern(each) for key, each in read_table("unused_data.toml").items()}
    )
