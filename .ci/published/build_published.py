"""Build the hashes of published texts from a list of the register's entries: no words are kept."""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from pathlib import Path

from extractor.checks.published import DATA, hash_sentences

TEXTS = ("doel", "juridische_basis")
"""The texts that the list holds of each entry."""


def main(path: Path) -> None:
    """Write the entries with the hashes of their sentences into the package."""
    listed = json.loads(path.read_text(encoding="utf-8"))
    entries = [
        {"id": entry["id"], "title": entry["title"], "sentences": sorted(hashes)}
        for entry in listed["algoritmes"]
        if (hashes := {h for text in TEXTS for h in hash_sentences(entry.get(text) or "")})
    ]
    head = {"of": listed["fetched_at"][:10], "source": "https://algoritmes.overheid.nl"}
    lines = [json.dumps(each, ensure_ascii=False) for each in (head, *entries)]
    DATA.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(entries), "entries")  # noqa: T201 - a script's result


if __name__ == "__main__":
    main(Path(sys.argv[1]))
