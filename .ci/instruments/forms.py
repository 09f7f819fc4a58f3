"""Turn the official forms and the field mapping into instruments with questions."""  # noqa: INP001 - part of a script, not a package

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

HEADS: dict[str, dict[str, Any]] = {
    "dpia_3_0": {
        "kind": "DPIA",
        "title": "Model DPIA Rijksdienst",
        "version": "3.0",
        "urns": ["urn:nl:dpia:3.0"],
    },
    "dpia_2017": {
        "kind": "DPIA",
        "title": "Model gegevensbeschermingseffectbeoordeling rijksdienst (PIA)",
        "version": "2017",
        "urns": [],
    },
    "iama_2_0": {
        "kind": "IAMA",
        "title": "Impact Assessment Mensenrechten en Algoritmes",
        "version": "2.0",
        "urns": ["urn:nl:iama:2.0"],
    },
    "iama_1": {
        "kind": "IAMA",
        "title": "Impact Assessment Mensenrechten en Algoritmes",
        "version": "1.0",
        "urns": ["urn:nl:aivt:tr:iama:1.0"],
    },
    "aiia_2_0": {
        "kind": "AIIA",
        "title": "AI Impact Assessment",
        "version": "2.0",
        "urns": [],
    },
    "aiia_1": {
        "kind": "AIIA",
        "title": "AI Impact Assessment",
        "version": "1.0",
        "urns": ["urn:nl:aivt:tr:aiia:1.0"],
    },
    "prescan_2_0": {
        "kind": "Pre-scan DPIA",
        "title": "Pre-scan DPIA",
        "version": "2.0",
        "urns": ["urn:nl:prescan:2.0"],
    },
}
FILES = {
    "dpia_3_0": "dpia.yaml",
    "iama_2_0": "iama.yaml",
    "iama_1": "iama-v1.yaml",
    "aiia_1": "aiia-v1.yaml",
    "prescan_2_0": "prescan.yaml",
}
WHOLE_PARTS = frozenset({"iama_2_0"})
"""Forms whose outermost headings span so much that they feed no field themselves."""
NO_HEADINGS = frozenset({"aiia_1"})
"""Forms in which what stands above a question is a question too, with its own answer."""

Row = dict[str, Any]


def make_instruments(reference: Path, here: Path) -> list[dict[str, object]]:
    """Return all instruments with their questions, the newest version of a kind first."""
    mapping = json.loads((reference / "register_mapping.json").read_text("utf-8"))
    aliases = tomllib.loads((here / "aliases.toml").read_text("utf-8"))
    numbers = tomllib.loads((here / "model_2017.toml").read_text("utf-8"))["numbers"]
    rows = {key: read_form(reference / "instruments" / name) for key, name in FILES.items()}
    rows["aiia_2_0"] = list_mapped(mapping, "aiia_2_0")
    for key, questions in rows.items():
        add_feeds(questions, mapping, key)
    for row in rows["dpia_3_0"]:
        row["aliases"] = aliases.get(row["id"], [])
    rows["dpia_2017"] = renumber(rows["dpia_3_0"], numbers)
    return [
        {"key": key, **head, "questions": [_trim(row, key) for row in rows[key]]}
        for key, head in HEADS.items()
    ]


def read_form(path: Path) -> list[Row]:
    """Return the questions of a form in its order, with level and parent."""
    form = yaml.safe_load(path.read_text("utf-8"))
    if "question" in form["tasks"][0]:
        return nest_questions([(_take_id(task["urn"]), task) for task in form["tasks"]])
    return list(_walk(form["tasks"], parent=None, level=1))


def _walk(tasks: Iterable[Any], parent: Row | None, level: int) -> Iterator[Row]:
    for task in tasks:
        row: Row = {
            "id": task["id"],
            "title": clean_title(task["task"]) if task.get("task") else (parent or {})["title"],
            "level": level,
            "parent": parent["id"] if parent else None,
            "description": task.get("description", ""),
        }
        yield row
        yield from _walk(task.get("tasks") or [], row, level + 1)


def nest_questions(tasks: list[tuple[str, Any]]) -> list[Row]:
    """Return the questions of a flat form below their numbered headings.

    Where a number such as 1.5 is no question itself, its topic is the heading.
    """
    rows: dict[str, Row] = {}
    ids = {question_id for question_id, _ in tasks}
    for question_id, task in tasks:
        parent = _mend(question_id).rpartition(".")[0]
        if "." not in parent and parent not in ids:
            parent = ""
        elif parent not in ids and parent not in rows:
            topic = clean_title(task["labels"][0]["value"])
            rows[parent] = {"id": parent, "title": topic, "level": 1, "parent": None}
        rows[question_id] = {
            "id": question_id,
            "title": clean_title(task["question"]),
            "level": 2 if parent else 1,
            "parent": parent or None,
        }
    return list(rows.values())


def list_mapped(mapping: Any, key: str) -> list[Row]:  # noqa: ANN401 - parsed JSON
    """Return the questions of a form that is known from the mapping only."""
    titles: dict[str, str] = {}
    for field in mapping["fields"].values():
        for found in field.get("evidence", {}).get(key, {}).values():
            titles.update({each["id"]: each["title"] for each in found})
    titles.update({each["id"]: each["title"] for each in mapping["do_not_copy"][key]})
    return [
        {"id": each, "title": clean_title(titles[each]), "level": 1, "parent": None}
        for each in sorted(titles, key=lambda found: [int(part) for part in found.split(".")])
    ]


def add_feeds(questions: list[Row], mapping: Any, key: str) -> None:  # noqa: ANN401 - parsed JSON
    """Give each question the fields it feeds, and each heading those of the questions below it."""
    by_id = {row["id"]: row for row in questions}
    never = {each["id"] for each in mapping["do_not_copy"].get(key, [])}
    _refuse_unknown(never, by_id, key)
    for row in questions:
        row["never_copied"] = row["id"] in never
        row["feeds"] = {"primary": [], "supporting": []}
    for field, facts in mapping["fields"].items():
        evidence = facts.get("evidence", {}).get(key, {})
        for role, found in evidence.items():
            _refuse_unknown({each["id"] for each in found}, by_id, key)
            for each in found:
                by_id[each["id"]]["feeds"][role].append(field)
    order = list(mapping["fields"])
    for row in reversed(questions):
        _feed_parent(row, by_id, key)
    for row in questions:
        primary = sorted(set(row["feeds"]["primary"]), key=order.index)
        row["primary"] = primary
        row["supporting"] = sorted(set(row["feeds"]["supporting"]) - set(primary), key=order.index)
    _spread_never_copied(questions)


def _feed_parent(row: Row, by_id: dict[str, Row], key: str) -> None:
    parent = by_id.get(row["parent"])
    if parent is None or key in NO_HEADINGS:
        return
    if key in WHOLE_PARTS and parent["parent"] is None:
        return
    for role, fields in row["feeds"].items():
        parent["feeds"][role].extend(fields)


def _spread_never_copied(questions: list[Row]) -> None:
    """Mark a heading whose questions may all not be copied."""
    for heading in questions:
        below = [row for row in questions if row["parent"] == heading["id"]]
        if below and all(row["never_copied"] for row in below):
            heading["never_copied"] = True


def _refuse_unknown(found: set[str], by_id: dict[str, Row], key: str) -> None:
    unknown = found - by_id.keys()
    if unknown:
        message = f"the mapping names questions that {key} does not have: {sorted(unknown)}"
        raise ValueError(message)


def renumber(questions: list[Row], numbers: dict[str, str]) -> list[Row]:
    """Return the 17 paragraphs of version 3.0, and those below 14 and 15, with numbers of 2017."""
    kept = []
    for row in questions:
        root = row["id"].split(".")[0]
        wanted = row["level"] == 1 or (row["level"] == 2 and root in {"14", "15"})  # noqa: PLR2004 - levels
        if wanted and 1 <= int(root) <= 17:  # noqa: PLR2004 - the paragraphs of the model
            number = numbers.get(row["id"], row["id"])
            kept.append({**row, "id": number, "official": row["id"]})
    return sorted(kept, key=lambda row: [int(part) for part in row["id"].split(".")])


def clean_title(title: str) -> str:
    """Return a title without mark-up and footnote numbers."""
    text = html.unescape(re.sub(r"<[^>]+>", "", title))
    text = re.sub(r"(?<=[?,.])\d{1,2}(?=\s|$)|(?<=[a-z])\d{1,2}(?=\s\()", "", text)
    return " ".join(text.split())


def _take_id(urn: str) -> str:
    return urn.rpartition(":")[2]


def _mend(question_id: str) -> str:
    """Return 2A.2.2 for the id that the source misspells as 2.A.2.2."""
    return re.sub(r"^(\d)\.([AB])\.", r"\1\2.", question_id)


def _trim(row: Row, key: str) -> Row:
    """Return what is stored of a question: its facts, leaving out what is empty."""
    kept = {"instrument": key, "id": row["id"], "title": row["title"]}
    names = ("aliases", "level", "parent", "official", "primary", "supporting", "never_copied")
    return kept | {name: row[name] for name in names if row.get(name)}
