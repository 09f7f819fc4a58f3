"""Load an export of the form tool, in its present and its earlier layouts, whatever is in it.

Sources: the tool's own schema `assessment-output.v2` and its import of earlier exports.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Value = str | bool | None | list["Value"] | dict[str, "Value"]
"""What JSON holds here: numbers are kept as they are written."""

MOST_VALUES = 1_000_000
"""Brackets and commas above which a file is refused before it is parsed; a filled-in form of
60 pages has some ten thousand."""

DEEPEST = 8
"""Levels of groups within groups; the questionnaires have four."""

NAMESPACES = ("dpia", "prescan", "iama")
"""How earlier exports name the questionnaire, in the order in which the tool looks for them."""

KEY = re.compile(r"(?P<id>[^\[\]_]+)(?:_.*|\[(?P<row>\d{1,9})\])?", re.DOTALL)
"""The key of an answer: `2.1.3`, `2.1.3[0]`, or `2.1.3_` with a random name behind it."""


class ExportBroken(ValueError):
    """The JSON is damaged, or says two things in one place."""


class ExportTooLarge(ValueError):
    """The JSON holds more than any form that people filled in."""


@dataclass(frozen=True)
class Answer:
    """What was answered to one question, or to one question in one row of a table."""

    question: str
    row: str | None
    value: Value


@dataclass(frozen=True)
class Export:
    """A form as it was exported."""

    name: str
    """What it says it is: a URN such as `urn:nl:dpia:3.0`, or `dpia` in earlier exports."""
    date: str | None
    """The day on which it was exported."""
    answers: tuple[Answer, ...]


def load_export(text: str) -> Export | None:
    """Return the form in a JSON text, or none for JSON that no form tool wrote.

    Raises `ExportBroken` for what is no JSON or holds a key twice, `ExportTooLarge` for too much.
    """
    loaded = _parse(text)
    if not isinstance(loaded, dict):
        return None
    metadata, answers = loaded.get("metadata"), loaded.get("answers")
    if not isinstance(metadata, dict) or not isinstance(answers, dict):
        return None
    name = _find_name(metadata, answers)
    if name is None and "taskState" not in loaded:
        return None
    namespace = next((each for each in NAMESPACES if each in answers), None)
    inside = answers if namespace is None else answers[_choose_namespace(name, answers)]
    instances = _find_instances(loaded.get("taskState"))
    found = inside if isinstance(inside, dict) else {}
    return Export(
        name=name or NAMESPACES[0],
        date=_find_date(metadata),
        answers=tuple(_list_answers(found, instances)),
    )


def _parse(text: str) -> Value:
    """Return what the JSON holds; depth and amount are bounded, and no key stands there twice."""
    if sum(text.count(sign) for sign in "[{,") > MOST_VALUES:
        raise ExportTooLarge
    try:
        parsed: Value = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_read_object,
            parse_int=str,
            parse_float=str,
            parse_constant=_refuse_constant,
        )
    except (ValueError, RecursionError) as error:
        raise ExportBroken from error
    return parsed


def _read_object(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ExportBroken
    return found


def _refuse_constant(_name: str) -> Value:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ExportBroken


def _find_name(metadata: Mapping[str, Value], answers: Mapping[str, Value]) -> str | None:
    """Return how the export names its questionnaire, or none."""
    urn, active = metadata.get("urn"), metadata.get("activeNamespace")
    if isinstance(urn, str) and urn.lower().startswith("urn:nl:"):
        return urn
    if active in NAMESPACES:
        return str(active)
    return next((each for each in NAMESPACES if answers.get(each)), None)


def _choose_namespace(name: str | None, answers: Mapping[str, Value]) -> str:
    """Return whose answers are read: those of the questionnaire that the export names."""
    held = [each for each in NAMESPACES if each in answers]
    named = [each for each in held if each in (name or "").split(":")]
    filled = [each for each in held if answers[each]]
    return (named or filled or held)[0]


def _find_date(metadata: Mapping[str, Value]) -> str | None:
    for key in ("createdAt", "savedAt"):
        value = metadata.get(key)
        found = re.match(r"\d{4}-\d\d-\d\d", value) if isinstance(value, str) else None
        if found:
            return found[0]
    return None


def _find_instances(state: Value) -> dict[str, dict[str, Value]]:
    """Return what earlier exports say of each answer's place, by the answer's key."""
    if not isinstance(state, dict):
        return {}
    holders = [state, *(each for each in state.values() if isinstance(each, dict))]
    listed = (holder.get("taskInstances") for holder in holders)
    return {
        key: instance
        for instances in listed
        if isinstance(instances, dict)
        for key, instance in instances.items()
        if isinstance(instance, dict)
    }


def _list_answers(
    answers: Mapping[str, Value], instances: Mapping[str, Mapping[str, Value]]
) -> Iterator[Answer]:
    """Yield the answers as they stand in the export.

    Earlier exports have no rows: a question with more than one instance is one of a table, and
    what belongs to one group is a row.
    """
    repeated = Counter(_split_key(key)[0] for key in {*answers, *instances})
    seen: Counter[str] = Counter()
    for key, value in answers.items():
        question, row = _split_key(key)
        if isinstance(value, list):
            yield from _list_rows(question, value, "", DEEPEST)
            continue
        if row is None and repeated[question] > 1:
            group = instances.get(key, {}).get("groupId")
            row = group if isinstance(group, str) else str(seen[question])
            seen[question] += 1
        yield Answer(question, row, _unwrap(value))


def _list_rows(question: str, rows: list[Value], above: str, deepest: int) -> Iterator[Answer]:
    """Yield the answers in the rows of a table, and of tables within it."""
    if not deepest:
        raise ExportTooLarge
    for place, row in enumerate(rows):
        if not isinstance(row, dict):
            yield Answer(question, f"{above}{place}", row)
            continue
        index = row.get("_index")
        number = f"{above}{index if isinstance(index, str) else place}"
        for key, value in row.items():
            child = _split_key(key)[0]
            if key == "_index":
                continue
            if isinstance(value, list):
                yield from _list_rows(child, value, f"{number}.", deepest - 1)
            else:
                yield Answer(child, number, _unwrap(value))


def _unwrap(value: Value) -> Value:
    """Return an answer without when and by whom it was given."""
    return value.get("value") if isinstance(value, dict) and "data" not in value else value


def _split_key(key: str) -> tuple[str, str | None]:
    """Return the id of the question in an answer's key, and its row where the key names one.

    >>> _split_key("2.1.3"), _split_key("2.1.3[4]"), _split_key("2.1.3_xK_9")
    (('2.1.3', None), ('2.1.3', '4'), ('2.1.3', None))
    """
    found = KEY.fullmatch(key)
    return (found["id"].strip(), found["row"]) if found else (key, None)
