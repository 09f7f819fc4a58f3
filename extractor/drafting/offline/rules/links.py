"""Which addresses answer a field, as `links.toml` says."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.drafting.offline.rules.patterns import Patterns, compile_all, read_table


@dataclass(frozen=True)
class LinkRule:
    """What a sentence must speak of, and where its address must lead."""

    cues: Patterns
    avoid: Patterns
    hosts: Patterns
    general: Patterns
    """Explains things in general, unless it speaks of the system."""
    pages: Patterns
    """Words with which an address counts wherever it leads; of a mail field, a web page."""


@dataclass(frozen=True)
class LinkRules:
    """The rules of all fields that hold an address."""

    fields: dict[str, LinkRule]
    internal: Patterns
    laws: Patterns


def read_link_rules() -> LinkRules:
    """Return the rules for addresses."""
    table = read_table("links.toml")
    return LinkRules(
        fields={
            key: LinkRule(
                cues=compile_all(rule["cues"]),
                avoid=compile_all(rule.get("avoid", [])),
                hosts=compile_all(rule["hosts"]),
                general=compile_all(rule.get("general", [])),
                pages=compile_all(rule.get("pages", [])),
            )
            for key, rule in table["link"].items()
        },
        internal=compile_all(table["links"]["internal"]),
        laws=compile_all(table["links"]["laws"]),
    )
