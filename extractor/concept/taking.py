"""Take the answers of a filled-in document into the workspace: suggestions, never decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from extractor.citations import build_index, check_quote
from extractor.citations.indexing import QuoteIndex
from extractor.concept.tags import DATE_TAG, NAME_TAG, BoxTag, read_tag, write_label
from extractor.documents.docx.controls import FilledControl, read_controls
from extractor.documents.files import LoadedFile
from extractor.errors import AnswersUnusable, DraftNotFound
from extractor.facts import find_dates
from extractor.models import Answer, Citation, Reading, Span
from extractor.standard.catalogue import list_decided_fields
from extractor.store import Store


@dataclass(frozen=True)
class Unused:
    """A filled-in box that gave no suggestion, with the reason."""

    field: str
    reason: str


@dataclass(frozen=True)
class TakenAnswers:
    """What came of one document."""

    answers: tuple[Answer, ...]
    unused: tuple[Unused, ...]


def take_answers(
    store: Store, loaded: LoadedFile, reading: Reading, given_name: str | None, at: datetime
) -> TakenAnswers:
    """Return the answers in the document, kept with the document itself as their source.

    Refused is a document without answer boxes, without one that is filled in, or without a name.
    """
    controls = read_controls(loaded.content) or ()
    boxes = [(tag, each) for each in controls if (tag := read_tag(each.tag)) is not None]
    if not boxes:
        raise AnswersUnusable(loaded.name, "heeft geen antwoordvakken van Bronvast")
    filled = [(tag, each) for tag, each in boxes if each.text]
    if not filled:
        raise AnswersUnusable(loaded.name, "heeft geen ingevuld antwoordvak")
    name = _read_own(controls, NAME_TAG) or (given_name or "").strip()
    if not name:
        raise AnswersUnusable(loaded.name, "zegt niet wie de antwoorden gaf")
    form = _Form(store, reading, name, _read_date(controls) or at.date(), at)
    made = [form.make_answer(tag, control) for tag, control in filled]
    answers = tuple(each for each in made if isinstance(each, Answer))
    if answers:
        store.add_source(reading.source, loaded.content)
        store.add_reading(reading)
    for answer in answers:
        store.add_answer(answer)
    return TakenAnswers(answers, tuple(each for each in made if isinstance(each, Unused)))


class _Form:
    """One filled-in document: who answered, when, and where each answer stands."""

    def __init__(
        self, store: Store, reading: Reading, name: str, answered_on: date, at: datetime
    ) -> None:
        self._store = store
        self._index: QuoteIndex = build_index(reading)
        self._name, self._answered_on, self._at = name, answered_on, at
        self._keys = {field.key for field in list_decided_fields()}

    def make_answer(self, tag: BoxTag, control: FilledControl) -> Answer | Unused:
        """Return the answer with its place in the document, or why it is none."""
        if tag.field not in self._keys:
            return Unused(tag.field, "dit veld kent het Algoritmeregister niet")
        try:
            draft = self._store.get_draft(tag.draft)
        except DraftNotFound:
            return Unused(tag.field, f"het concept {tag.draft} staat niet in deze werkmap")
        found = self._find(control.text, tag)
        if found is None:
            return Unused(tag.field, "het antwoord is in het document niet terug te vinden")
        return Answer(
            dossier=draft.dossier,
            draft=draft.id,
            field=tag.field,
            citation=found,
            name=self._name,
            answered_on=self._answered_on,
            document=self._index.reading.source.name,
            added_at=self._at,
        )

    def _find(self, text: str, tag: BoxTag) -> Citation | None:
        """Return where the answer stands: the first such words behind the label of its box."""
        label = check_quote(write_label(tag.draft, tag.field), self._index)
        start = label.span.end if isinstance(label, Citation) else 0
        below = Span(start=start, end=len(self._index.reading.text))
        found = check_quote(text, self._index, below)
        return found if isinstance(found, Citation) else None


def _read_own(controls: Sequence[FilledControl], tag: str) -> str:
    return next((" ".join(each.text.split()) for each in controls if each.tag == tag), "")


def _read_date(controls: Sequence[FilledControl]) -> date | None:
    return next(_list_days(_read_own(controls, DATE_TAG)), None)


def _list_days(text: str) -> Iterator[date]:
    for found in find_dates(text):
        if found.year and found.month and found.day:
            yield date(found.year, found.month, found.day)
