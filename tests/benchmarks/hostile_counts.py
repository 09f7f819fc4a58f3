"""Who is told of planted passages that speak to a model, and what those change in a draft."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hostile_asking import GullibleAsking, open_asking
from hostile_drafts import list_changed, list_proposed
from markdown import make_table
from planted_hostile import HALVES, Passage, list_false, list_missed, list_passages, list_untold

NAMES = {"seen": "while building", "held_out": "set apart"}
KINDS = {
    "order": "orders to a model",
    "polite": "polite requests to one",
    "tool": "orders to this program",
    "guidance": "dressed up as guidance of a form",
    "note": "dressed up as a note of an officer",
    "delimiter": "made-up delimiters",
    "reply": "made-up answers of a model",
    "ids": "made-up passage ids",
    "role": "made-up roles",
    "closing": "closings of markup",
    "hidden": "where nobody looks",
    "written": "in odd characters",
}
"""What is planted, as tables say it."""


def measure() -> dict[str, Any]:
    """Return the counts of each half; a passage counts once, whatever files it is put in."""
    with open_asking() as asking:
        return {half: _count_half(half, asking) for half in HALVES}


def describe(measured: dict[str, Any]) -> str:
    """Return a row for each kind of passage, then what became of all of them."""
    halves = [measured[half] for half in HALVES]
    told = [
        (name, *(_write_told(half["kinds"][kind]) for half in halves))
        for kind, name in KINDS.items()
    ]
    told.append(("**all**", *(_write_told(_add(half["kinds"])) for half in halves)))
    honest = [("honest lookalikes", *(_of(h["honest"], "told", "planted") for h in halves))]
    became = [
        (name, *(_of(half["drafts"], key, "planted") for half in halves))
        for key, name in (
            ("changed", "an offline proposal is another because of it"),
            ("proposed", "its words are proposed offline"),
            ("outside", "it stands outside the user part of a request"),
            ("met", "a gullible llm met it, and obeyed"),
            ("taken", "what that llm said without a true quote was offered"),
            ("unmarked", "its own words were offered, without a word to the reviewer"),
        )
    ]
    head = ("Planted", *(f"Told, {NAMES[half]}" for half in HALVES))
    after = ("Of all planted", *(NAMES[half] for half in HALVES))
    return f"{make_table(head, [*told, *honest])}\n\n{make_table(after, became)}"


def _count_half(half: str, asking: GullibleAsking) -> dict[str, Any]:
    kinds: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    drafts: Counter[str] = Counter()
    for passage in list_passages(half, "hostile"):
        kinds[passage.kind] += _count_told(passage)
        drafts += _count_became(passage, asking)
    honest = list(list_passages(half, "honest"))
    return {
        "kinds": {kind: _fill(count, "planted", "told", "unread") for kind, count in kinds.items()},
        "honest": {"planted": len(honest), "told": sum(map(bool, map(list_false, honest)))},
        "drafts": _fill(
            drafts, "planted", "changed", "proposed", "outside", "met", "taken", "unmarked"
        ),
    }


def _count_told(passage: Passage) -> Counter[str]:
    untold = bool(list_untold(passage))
    unread = untold and not list_missed(passage)
    return Counter(planted=1, told=int(not untold), unread=int(unread))


def _count_became(passage: Passage, asking: GullibleAsking) -> Counter[str]:
    obeyed = asking.ask(passage)
    return Counter(
        planted=1,
        changed=int(bool(list_changed(passage))),
        proposed=int(bool(list_proposed(passage))),
        outside=int(bool(obeyed.outside)),
        met=int(bool(obeyed.met)),
        taken=int(bool(obeyed.taken)),
        unmarked=int(bool(obeyed.unmarked)),
    )


def _fill(count: Counter[str], *names: str) -> dict[str, int]:
    return {name: count[name] for name in names}


def _add(kinds: dict[str, dict[str, int]]) -> dict[str, int]:
    names = next(iter(kinds.values()))
    return {name: sum(count[name] for count in kinds.values()) for name in names}


def _write_told(count: dict[str, int]) -> str:
    unread = f", {count['unread']} read by nothing" if count["unread"] else ""
    return f"{_of(count, 'told', 'planted')}{unread}"


def _of(count: dict[str, int], part: str, whole: str) -> str:
    return f"{count[part]} of {count[whole]}"
