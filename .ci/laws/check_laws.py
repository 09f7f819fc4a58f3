"""Hold every number in the table of laws against a source that links the law.

    python .ci/laws/check_laws.py [--reference PATH] [--list]

Sources are the published entries of the register, whose links stand beside the titles of laws, and
the lists in `sources.toml`. With --list what the published entries link is printed.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from extractor.facts.law_table import LawRow, fold_name, load_laws  # noqa: E402 - path set above
from extractor.facts.laws import find_named_laws  # noqa: E402 - the path is set above

SOURCES = Path(__file__).with_name("sources.toml")
ENTRIES = "published-entries-2026-08-08.json"
NUMBER = re.compile(r"BWB[RVW]\d{7}")
NEAR = 90
"""Characters at most between a law and the link that is its own."""
CUT = "…"

Seen = list[tuple[str, str, str]]
"""The number, the name beside it, and where that was."""


def list_published(reference: Path) -> Seen:
    """Return the numbers that published entries link, with the law named right before each."""
    entries = json.loads((reference / ENTRIES).read_text(encoding="utf-8"))["algoritmes"]
    return list(dict.fromkeys(seen for entry in entries for seen in _list_links(entry)))


def _list_links(entry: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    text = entry["juridische_basis"]
    earlier = 0
    laws = [law for law in find_named_laws(text) if law.listed]
    for match in NUMBER.finditer(text):
        # What stands before an earlier link is named for that one.
        first = max(earlier, match.start() - NEAR)
        named = [law.words for law in laws if first <= law.span.end <= match.start()]
        yield match[0], named[-1] if named else "", f"published entry {entry['id']}"
        earlier = match.end()


def list_known() -> Seen:
    """Return the numbers of the other sources with the names they give."""
    sources = tomllib.loads(SOURCES.read_text(encoding="utf-8"))["source"]
    return [
        (number, name, source["name"])
        for source in sources
        for number, name in source["laws"].items()
    ]


def list_faults(seen: Seen) -> list[str]:
    """Return what is wrong with the table: numbers without a source, or of another law."""
    faults = []
    owners: dict[str, str] = {}
    for law in load_laws().values():
        if law.celex and not _is_own_celex(law):
            faults.append(f"{law.title}: {law.celex} is not the number that its names have")
        if law.bwb is None:
            continue
        if law.bwb in owners:
            faults.append(f"{law.title}: {law.bwb} is of {owners[law.bwb]} too")
        owners[law.bwb] = law.title
        if not any(number == law.bwb and _names(law, name) for number, name, _ in seen):
            faults.append(f"{law.title}: no source names it beside {law.bwb}")
        faults += [
            f"{law.title}: {where} has {number} for {name}"
            for number, name, where in seen
            if number != law.bwb and _names(law, name)
        ]
    return faults


def _names(law: LawRow, name: str) -> bool:
    """Return whether the name is one of the law's, or a title that is cut off."""
    given = _fold(name.removesuffix(CUT).strip())
    names = [_fold(each) for each in (law.title, *law.also, *law.short)]
    if name.endswith(CUT):
        return any(each.startswith(given) for each in names)
    return bool(given) and given in names


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r" \([^()]*\)$", "", fold_name(letters))


def _is_own_celex(law: LawRow) -> bool:
    """Return whether one of the law's names has the year and number of its CELEX number."""
    celex = law.celex or ""
    year, number = celex[1:5], str(int(celex[6:]))
    kinds = {"R": ("verordening", "regulation"), "L": ("richtlijn", "directive")}[celex[5]]
    official = [name.lower() for name in law.also if name.lower().startswith(kinds)]
    return any(
        re.search(rf"\b(?:{year}/{number}|{number}/{year})\b", name) is not None
        for name in official
    )


def main() -> int:
    """Print the faults of the table; 1 when there are some."""
    parser = argparse.ArgumentParser(description="Check the numbers in the table of laws.")
    parser.add_argument("--reference", type=Path, default=ROOT.parent / "shared" / "reference")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    published = list_published(options.reference)
    if options.list:
        sys.stdout.write("".join("\t".join(each) + "\n" for each in published))
    faults = list_faults([*published, *list_known()])
    numbered = [law for law in load_laws().values() if law.link]
    alone = {law.bwb for law in numbered} & {number for number, name, _ in published if name}
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stdout.write(
        f"{len(numbered)} laws with a link, {len(alone)} of them in published entries\n"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
