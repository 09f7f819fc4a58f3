"""What a run over many dossiers came to: what was drafted, what changed, what needs a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from extractor.models import Draft, Record
from extractor.review.attention import Kind, count_attention
from extractor.review.labels import count_things
from extractor.store import Store

Reason = Literal["added", "changed", "removed", "read_again", "drafter", "other"]

REASONS: Mapping[Reason, str] = {
    "changed": "een gewijzigd document",
    "added": "een nieuw document",
    "removed": "een document dat weg is",
    "read_again": "een document dat opnieuw is gelezen",
    "drafter": "andere regels, of een ander taalmodel",
    "other": "de naam, de organisatie of de versie van Bronvast",
}
"""Why a dossier was drafted again, as it is shown."""

_NAMED = 3
"""Documents named of one change; a folder that was replaced would name them all."""


class Change(Record):
    """Why a dossier has another draft than it had."""

    reason: Reason
    documents: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Return the change in words, with the first documents it concerns."""
        more = len(self.documents) - _NAMED
        named = [*self.documents[:_NAMED], *([f"en nog {more}"] if more > 0 else [])]
        return REASONS[self.reason] + (f" ({', '.join(named)})" if named else "")


class Worked(Record):
    """What a run did with one dossier."""

    state: Literal["drafted", "redrafted", "unchanged"]
    changes: tuple[Change, ...] = ()
    unread: int = 0
    """Documents that were not read, or not wholly."""
    attention: tuple[Kind, ...] = ()


def explain_changes(before: Draft, after: Draft, store: Store) -> tuple[Change, ...]:
    """Return what of the dossier differs between two of its drafts."""
    old, new = ({each.path: each.reading for each in made.documents} for made in (before, after))
    sources = store.find_sources([*old.values(), *new.values()])
    other = [path for path in new if path in old and new[path] != old[path]]
    paths: dict[Reason, list[str]] = {
        "changed": [p for p in other if sources.get(new[p]) != sources.get(old[p])],
        "added": [path for path in new if path not in old],
        "removed": [path for path in old if path not in new],
        "read_again": [p for p in other if sources.get(new[p]) == sources.get(old[p])],
    }
    found = [Change(reason=why, documents=tuple(named)) for why, named in paths.items() if named]
    if _name_drafters(before) != _name_drafters(after):
        found.append(Change(reason="drafter"))
    return tuple(found) or (Change(reason="other"),)


def _name_drafters(draft: Draft) -> set[tuple[str, str | None, str | None]]:
    return {(p.origin.drafter, p.origin.llm, p.origin.prompt) for p in draft.proposals}


def write_run(worked: Sequence[Worked], failed: int, left: int) -> Iterator[str]:
    """Yield in a few lines what the run came to; `failed` and `left` dossiers have no draft."""
    states = Counter(each.state for each in worked)
    total = count_things(len(worked) + failed + left, "algoritmedossier", "algoritmedossiers")
    told = (
        (states["drafted"], "nieuw"),
        (states["redrafted"], "opnieuw gemaakt"),
        (states["unchanged"], "ongewijzigd"),
        (failed, "mislukt"),
        (left, "niet begonnen"),
    )
    yield f"{total}: " + ", ".join(f"{count} {word}" for count, word in told if count)
    reasons = Counter(change.reason for each in worked for change in each.changes)
    for reason, words in REASONS.items():
        if reasons[reason]:
            yield f"  opnieuw gemaakt door {words}: {reasons[reason]}"
    unread = sum(each.unread for each in worked)
    if unread:
        documents = count_things(unread, "document", "documenten")
        yield f"  {documents} niet of niet helemaal gelezen"
    waiting = sum(bool(each.attention) for each in worked)
    if waiting:
        dossiers = count_things(waiting, "dossier vraagt", "dossiers vragen")
        yield f"  {dossiers} aandacht:"
        kinds = [kind for each in worked for kind in each.attention]
        yield from (f"    {line}" for line in count_attention(kinds))
