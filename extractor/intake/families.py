"""Find the versions of one document in a dossier, and which of them feeds the draft.

Documents of one kind and voice are versions of one document when, outside the questionnaire's own
text, at least 60 % of the shorter stands word for word in the longer, and the shorter has at least
40 % of its length. Versions with 30 % of their sentences rewritten still share 72 %; documents on
other systems that repeat 40 % of an organisation's standard sentences share at most 42 %; a
summary that takes over a third of the sentences is too short, a first concept of 60 % is not.

The latest final one feeds the draft: final before concept, then the version, then the date; the
time of a file says nothing. Where these do not decide, both feed the draft, and that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from extractor.documents.profile import DocumentProfile, describe_reading
from extractor.intake.similarity import ComparedText, measure_shared
from extractor.models import Reading

LEAST_SHARED = 0.6
"""Share of the shorter text that must stand in the longer."""

LEAST_RATIO = 0.4
"""Of the lengths; a first concept is seldom shorter, a summary is."""

SAME_TEXT, SAME_IN_OTHER_FORMAT = 0.98, 0.85
"""Share and ratio from which two texts are one: what differs in one format was edited, what
differs between formats may be labels and tables; a real form exported twice shares 86 %.
"""

RANKS = {"concept": 0, None: 1, "final": 2}

REASONS = {
    "bytes": "hetzelfde bestand",
    "text": "dezelfde tekst",
    "version": "een lagere versie",
    "date": "een eerdere datum",
    "concept": "dit is een concept",
    "final": "de andere is definitief",
}
"""Why a document is replaced, as it is shown."""


@dataclass(frozen=True)
class Member:
    """A document as it stands among its versions."""

    path: str
    reading: Reading
    profile: DocumentProfile
    text: ComparedText = field(compare=False)


@dataclass(frozen=True)
class Replaced:
    """That another document of the dossier counts instead, and why."""

    by: str
    """The path of the document that counts."""
    reason: str


@dataclass(frozen=True)
class Families:
    """What the versions of documents in one dossier come to."""

    replaced: Mapping[str, Replaced]
    """By path."""
    doubts: tuple[tuple[str, ...], ...]
    """Paths of versions of which none could be told to be the latest; they all count."""

    def find_replacement(self, path: str) -> str | None:
        """Return the path of the document that counts instead, where one does."""
        replaced = self.replaced.get(path)
        return replaced.by if replaced else None


def find_families(
    documents: Sequence[tuple[str, Reading]], wanted: Collection[str] = ()
) -> Families:
    """Return which documents, as path and reading, are replaced by which.

    The `wanted` paths count, whatever replaces them.
    """
    members = [
        Member(path, reading, describe_reading(reading, path), ComparedText(reading))
        for path, reading in documents
    ]
    replaced: dict[str, Replaced] = {}
    doubts = []
    for family in _group(members):
        latest = max(family, key=_rank)
        others = (each for each in family if each is not latest)
        beaten = {each.path: why for each in others if (why := _compare(latest, each))}
        replaced.update({path: Replaced(latest.path, REASONS[why]) for path, why in beaten.items()})
        left = tuple(each.path for each in family if each.path not in beaten)
        if len(left) > 1:
            doubts.append(left)
    kept = {path: each for path, each in replaced.items() if path not in wanted}
    return Families(replaced=kept, doubts=tuple(doubts))


def _group(members: Sequence[Member]) -> list[list[Member]]:
    """Return the families of two members and more, each in the order of the dossier."""
    families = {member.path: [member] for member in members}
    for one, other in combinations(members, 2):
        first, second = families[one.path], families[other.path]
        if first is not second and _are_versions(one, other):
            first += second
            families.update({member.path: first for member in second})
    order = {member.path: at for at, member in enumerate(members)}
    unique = {id(family): family for family in families.values() if len(family) > 1}
    return [sorted(family, key=lambda member: order[member.path]) for family in unique.values()]


def _are_versions(one: Member, other: Member) -> bool:
    if _are_copies(one, other):
        return True
    if (one.profile.kind, one.profile.voice) != (other.profile.kind, other.profile.voice):
        return False
    shared, ratio = measure_shared(one.text, other.text, LEAST_SHARED)
    return shared >= LEAST_SHARED and ratio >= LEAST_RATIO


def _are_copies(one: Member, other: Member) -> bool:
    """Return whether they are the same bytes, and something was read of them."""
    same = one.reading.source.sha256 == other.reading.source.sha256
    return same and bool(one.reading.text.strip())


def _compare(latest: Member, other: Member) -> str | None:
    """Return by what of `REASONS` the latest replaces another version; none in case of doubt."""
    if _are_copies(latest, other):
        return "bytes"
    undecided = "text"
    reason = _compare_profiles(latest.profile, other.profile, undecided)
    if reason != undecided:
        return reason
    shared, ratio = measure_shared(latest.text, other.text, LEAST_SHARED)
    formats = {member.reading.source.media_type for member in (latest, other)}
    least = SAME_TEXT if len(formats) == 1 else SAME_IN_OTHER_FORMAT
    return reason if min(shared, ratio) >= least else None


def _compare_profiles(ours: DocumentProfile, theirs: DocumentProfile, undecided: str) -> str | None:
    """Return what makes ours the later one; none where what they say contradicts."""
    if ours.status and theirs.status and ours.status != theirs.status:
        return "concept"
    if ours.version and theirs.version and _number(ours.version) != _number(theirs.version):
        return "version" if _number(ours.version) > _number(theirs.version) else None
    if ours.date and theirs.date and not _is_one_day(ours.date, theirs.date):
        return "date" if ours.date > theirs.date else None
    if ours.status == theirs.status:
        return undecided
    return "concept" if theirs.status else "final"


def _rank(member: Member) -> tuple[object, ...]:
    """Return what the latest version has most of: of one text, the one with pages to turn to."""
    profile = member.profile
    return (
        RANKS[profile.status],
        _number(profile.version or ""),
        profile.date or "",
        -len(member.reading.problems),
        len(member.reading.pages) > 0,
    )


def _number(version: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared: 1.10 is later than 1.9, 2.0 is 2."""
    numbers = [int(part) for part in version.split(".") if part]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _is_one_day(one: str, other: str) -> bool:
    """Return whether two dates may be the same: a month without a day is any day in it."""
    return one.startswith(other) or other.startswith(one)
