"""Make the tables of the pages that state measurements from `results.json`."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

from parts import PARTS

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", Path(__file__).with_name("README.md"))
RESULTS = Path(__file__).with_name("results.json")


def main() -> None:
    """Write the tables into each page."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    for page in PAGES:
        page.write_text(fill_tables(page.read_text(encoding="utf-8"), results), encoding="utf-8")


def fill_tables(page: str, results: dict[str, Any]) -> str:
    """Return a page with what stands between each part's marks made from the results."""
    for name, part in PARTS.items():
        if name not in results:
            continue
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        page = marks.sub(partial(put_between, part.describe(results[name])), page)
    return page


def put_between(table: str, marks: re.Match[str]) -> str:
    """Return the marks with the table between them."""
    return f"{marks[1]}{table}\n{marks[2]}"


if __name__ == "__main__":
    main()
