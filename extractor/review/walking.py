"""A review in the terminal, field by field, with the rules and the keys of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Protocol

from extractor.errors import BronvastError, ReasonNeeded
from extractor.grounds import load_grounds
from extractor.models import Decision
from extractor.review.choices import Choice, Seen, Signature
from extractor.review.deciding import ABSENT, decide_reviewed
from extractor.review.labels import ACTIONS
from extractor.review.loading import load_review
from extractor.review.passages import choose_passage, cut_passage
from extractor.review.passing import list_places, write_passage
from extractor.review.reviewed import Review, find_value, list_answers
from extractor.review.terminal import write_field
from extractor.review.values import write_typed
from extractor.standard.catalogue import find_field, list_decided_fields
from extractor.standing import find_current, find_proposal, list_absent, list_undecided
from extractor.store import Store

HELP = """\
j / k  volgend of vorig veld        n / p  volgend of vorig citaat
a      neem over                    e      bewerk
x      laat leeg                    u      maak de laatste keuze ongedaan
c      kies een waarde              w      niet publiceren
o      volgend open veld            l      laat alles leeg waar niets is gevonden
h      houd de eerdere keuze        t      zet het antwoord in het veld
?      dit overzicht                q      stop; alles is bewaard"""


class Person(Protocol):
    """Who sits at the terminal."""

    def read_key(self) -> str:
        """Return the next key, `q` where nobody is there any more."""
        ...

    def read_line(self, question: str, given: str = "") -> str | None:
        """Return what was typed behind a question, or none where it was broken off."""
        ...

    def edit(self, text: str) -> str | None:
        """Return the text as changed in an editor, or none where it was left as it was."""
        ...

    def show(self, text: str) -> None:
        """Show lines of text."""
        ...


class Walk:
    """One reviewer's way past the fields of one draft; every choice is kept at once."""

    def __init__(
        self,
        store: Store,
        reference: str,
        person: Person,
        sign: Callable[[str | None], Signature],
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._person, self._sign, self._clock = store, person, sign, clock
        self._draft = load_review(store, reference, clock().date(), with_readings=False).draft.id
        self._review = self._load()
        self._keys = [field.key for field in list_decided_fields()]
        if self._review.draft.coverage.pages_unread:
            self._keys.append("unread")
        self._at = self._place = 0

    def run(self) -> int:
        """Walk until the person stops, and return how many subjects are left open."""
        self._step_open(self._at)
        self._show()
        while (key := self._person.read_key()) != "q":
            act = self._acts().get(key)
            if act is None:
                continue
            try:
                act()
            except BronvastError as refused:
                self._person.show(f"fout: {refused}\ntip: {refused.hint}")
        return len(list_undecided(self._review.draft, self._review.standing))

    def _acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "j": lambda: self._step(1),
            "k": lambda: self._step(-1),
            "o": self._go_on,
            "n": lambda: self._step_place(1),
            "p": lambda: self._step_place(-1),
            "a": lambda: self._decide(Choice(action="accept")),
            "u": lambda: self._decide(Choice(action="undo")),
            "h": lambda: self._decide(Choice(action="carry")),
            "e": self._edit,
            "t": self._take,
            "x": self._leave_empty,
            "c": self._choose,
            "w": self._withhold,
            "l": self._leave_absent,
            "?": lambda: self._person.show(HELP),
        }

    @property
    def _key(self) -> str:
        return self._keys[self._at]

    def _load(self) -> Review:
        return load_review(self._store, self._draft, self._clock().date())

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._keys) - 1)
        self._place = 0
        self._show()

    def _go_on(self) -> None:
        self._step_open(self._at + 1)
        self._show()

    def _step_open(self, start: int) -> None:
        """Go to the first open subject from here, or from the top; stay where none is left."""
        undecided = set(list_undecided(self._review.draft, self._review.standing))
        order = [*range(start, len(self._keys)), *range(start)]
        self._at = next((at for at in order if self._keys[at] in undecided), self._at)
        self._place = 0

    def _show(self) -> None:
        done = sum(key in self._review.standing for key in self._keys)
        head = f"\n[{self._at + 1}/{len(self._keys)}] {self._review.name} · {done} bevestigd"
        if self._key == "unread":
            parts = self._review.draft.coverage.pages_unread
            told = [f"  {each.document}: {each.reason}" for each in parts]
            state = "bevestigd" if "unread" in self._review.standing else "nog te kiezen"
            lines = [f"Niet gelezen delen — {state}", *told]
        else:
            field = find_field(self._key)
            lines = [
                *write_field(self._review, field, find_proposal(self._review.draft, field.key))
            ]
            lines += self._write_lapsed()
        self._person.show("\n".join([head, *lines, "  a e t x c w u h · j k n p o l · ? q"]))

    def _write_lapsed(self) -> Iterator[str]:
        if self._key in self._review.lapsed:
            yield "  h: houd de eerdere keuze"

    def _step_place(self, by: int) -> None:
        places = list_places(self._review, self._key)
        if not places:
            self._person.show("  dit veld heeft geen citaten")
            return
        self._place = (self._place + by) % len(places) if by else self._place
        number = (self._place or len(places), len(places))
        self._person.show("\n".join(write_passage(self._review, places[number[0] - 1], number)))

    def _decide(self, choice: Choice, note: str | None = None) -> None:
        seen = find_current(self._review.decisions).get(self._key)
        asked = choice.model_copy(update={"seen": Seen(decision=seen.id if seen else None)})
        try:
            decide_reviewed(self._store, self._review, self._key, asked, self._sign(note))
        except ReasonNeeded as needed:
            self._person.show(f"let op: {needed}")
            reason = self._person.read_line("Waarom klopt dit toch?")
            if not reason:
                return
            decide_reviewed(self._store, self._review, self._key, asked, self._sign(reason))
        finally:
            self._review = self._load()
        self._tell(find_current(self._review.decisions)[self._key])
        if choice.action not in {"undo", "withdraw"}:
            self._step_open(self._at + 1)
        self._show()

    def _tell(self, decision: Decision) -> None:
        self._person.show(f"  bewaard: {decision.subject} ({ACTIONS[decision.action]})")

    def _edit(self) -> None:
        field = find_field(self._key)
        value = find_value(self._review, field, find_proposal(self._review.draft, field.key))
        given = write_typed(value)
        several = field.rich or field.kind == "links"
        typed = self._person.edit(given) if several else self._person.read_line(field.title, given)
        if typed and typed.strip() != given.strip():
            self._decide(Choice(action="edit", typed=typed))

    def _take(self) -> None:
        """Put the last answer on the field, or what is published of it, into the field."""
        answer = next(iter(list_answers(self._review, self._key)), None)
        if answer is None:
            self._person.show("bij dit veld staat geen antwoord")
            return
        cited = answer.citation
        passage = cut_passage(self._review.readings[cited.reading], cited.span)
        self._decide(choose_passage(self._review, self._key, passage))

    def _leave_empty(self) -> None:
        reason = self._person.read_line("Waarom blijft dit leeg?", "Niet van toepassing")
        if reason is not None:
            self._decide(Choice(action="empty"), reason or None)

    def _choose(self) -> None:
        number = self._person.read_line("Welk nummer?")
        if number and number.strip().isdecimal():
            self._decide(Choice(action="choose", number=int(number)))

    def _withhold(self) -> None:
        listed = "\n".join(f"  {each.key}: {each.label}" for each in load_grounds())
        self._person.show(listed)
        ground = self._person.read_line("Op welke grond?")
        parts = self._person.read_line("Welke zinnen (nummers, leeg voor het hele veld)?")
        if ground is None or parts is None:
            return
        numbers = tuple(int(each) for each in parts.replace(",", " ").split() if each.isdecimal())
        note = self._person.read_line("Interne notitie")
        self._decide(Choice(action="withhold", ground=ground.strip(), parts=numbers), note or None)

    def _leave_absent(self) -> None:
        """Leave all fields empty where nothing was found, in one act, with the list before it."""
        left = list_absent(self._review.draft, self._review.standing)
        titles = ", ".join(find_field(key).title for key in left)
        if not left:
            self._person.show("  er is geen veld waar niets is gevonden")
            return
        answer = self._person.read_line(f"Leeg laten: {titles}? (ja/nee)")
        if answer and answer.strip().lower() == "ja":
            choice = Choice(action="empty")
            decide_reviewed(self._store, self._review, ABSENT, choice, self._sign(None))
            self._review = self._load()
            self._go_on()
