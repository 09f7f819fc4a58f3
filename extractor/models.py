"""The records every other file speaks in: frozen, strict, and doing nothing.

Offsets are half-open character ranges over `Reading.text` throughout.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """Refuses unknown keys and later changes; its errors do not repeat what was refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Span(Record):
    """A half-open range of characters; it never runs backward."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _runs_forward(self) -> Span:
        if self.end < self.start:
            message = f"a span cannot run from {self.start} back to {self.end}"
            raise ValueError(message)
        return self

    def of(self, text: str) -> str:
        """Return the characters of the text in this range."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Return whether the other range lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Return whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end


class Locator(Record):
    """A place a person can turn to."""

    kind: Literal["page", "paragraph", "cell", "question"]
    label: str
    """Of a page: the PDF page number alone, from 1."""
    printed: str | None = None
    """Of a page: its number as printed, where that is known. Of any other place: the page on which
    its paragraph or row began when a word processor last laid out the text; near, not certain."""
    heading: str | None = None
    """The headings above the place, outermost first, joined by " › "."""


BlockKind = Literal[
    "heading",
    "paragraph",
    "list_item",
    "row",
    "cell",
    "footnote",
    "footnote_mark",
    "furniture",
    "hidden",
    "contents",
    "instruction",
]
"""`cell`, `footnote_mark` and `instruction` lie inside another block; the rest follow each other.

`furniture` is running headers, footers and page numbers; `hidden` text that nobody sees on the
page, such as white letters on white; `contents` a line of a table of contents; `instruction` a
sentence of a questionnaire's own text between the answers; `footnote_mark` a mark that is no word
of the text: a note's number, the address behind a link.
"""

INNER_KINDS: frozenset[BlockKind] = frozenset({"cell", "footnote_mark", "instruction"})
"""Kinds of block that lie inside another block."""


class Block(Record):
    """A part of a reading's text that belongs together; blocks stand in reading order."""

    kind: BlockKind
    span: Span
    level: int | None = None
    """Of a heading: its depth from 1. Of a cell: its column from 1."""
    page: int | None = None
    """The page it starts on, from 1, where the source has pages or a word processor left them."""
    label: str | None = None
    """What a locator says of it: a paragraph's number, a table's row, a question's id."""


class Page(Record):
    """One page of a source that has pages."""

    number: Annotated[int, Field(ge=1)]
    span: Span
    printed: str | None = None


ProblemCode = Literal[
    "unreadable",
    "encrypted",
    "empty",
    "no_text",
    "unsupported",
    "too_large",
    "tracked_changes",
    "fallback",
    "not_regular",
    "poor_text",
    "hidden_text",
    "comments",
    "images",
    "attachment",
    "instruction",
    "changed",
    "too_slow",
    "crashed",
]


class Problem(Record):
    """Why something was not, or not wholly, read, in Dutch, with what the user can do."""

    code: ProblemCode
    message: str
    hint: str
    pages: tuple[int, ...] = ()
    """The pages it concerns, from 1; none when it concerns the whole document."""


REMARKS: frozenset[ProblemCode] = frozenset(
    {
        "tracked_changes",
        "fallback",
        "hidden_text",
        "comments",
        "images",
        "attachment",
        "instruction",
    }
)
"""Codes of problems that leave no page of the document unread."""


class Source(Record):
    """A file, known by its content."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    name: str
    """The file's own name, without its folder."""
    media_type: str


class Reading(Record):
    """What a reader made of a source: its raw characters, never reordered or cleaned."""

    id: str
    source: Source
    reader: str
    """The reader's name and version, such as `pdf@1`."""
    options: tuple[str, ...] = ()
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    """Empty for sources without pages."""
    problems: tuple[Problem, ...] = ()


class Chunk(Record):
    """A window on a reading, with its exact place."""

    reading: str
    span: Span
    heading_path: tuple[str, ...] = ()


class Quote(Record):
    """Words a drafter says stand in a reading; unchecked."""

    reading: str
    text: str
    chunk: Span | None = None
    """The window the drafter was shown, where it knows."""


class Twin(Record):
    """Another passage of the same reading that holds a citation's words."""

    span: Span
    locator: Locator


class Citation(Record):
    """One contiguous passage: `quote` is the reading's own text at `span`."""

    reading: str
    span: Span
    quote: str
    locator: Locator
    twins: tuple[Twin, ...] = ()
    """Where its words stand too, in reading order; of many the first only."""


class WordChange(Record):
    """One step of the way from a refused quote to the nearest passage."""

    kind: Literal["same", "removed", "added", "changed"]
    """`removed` words are the quote's alone, `added` ones the passage's alone."""
    text: str
    """The words; of a change those of the quote."""
    found: str | None = None
    """Of a change: the words that stand in the passage instead."""


class RejectedQuote(Record):
    """A quote that does not stand in its source, with the reason."""

    quote: str
    reason: str
    nearest: Citation | None = None
    diff: tuple[WordChange, ...] = ()


class LinkedTitle(Record):
    """An item of a grouping: a title with the link that belongs to it."""

    title: str
    link: str | None = None


ClaimValue = str | LinkedTitle

Basis = Literal["constant", "identifier", "profile"]
"""What a value rests on that no document can hold."""


class Claim(Record):
    """The one unit of a proposal: a sentence, a list item, or a single value.

    `quotes` are what the drafter gave, untouched; `citations` and `rejected` what checking made
    of them. Text claims are joined by a space, or by a blank line before `starts_paragraph`.
    """

    value: ClaimValue
    quotes: tuple[Quote, ...] = ()
    citations: tuple[Citation, ...] = ()
    rejected: tuple[RejectedQuote, ...] = ()
    basis: Basis | None = None
    starts_paragraph: bool = False
    topic: str | None = None
    """Of an alternative that sources contradict each other about: on what; of one topic two cannot
    both be so."""


class WithheldClaim(Record):
    """A claim without a checked citation: kept in sight, never part of the value."""

    value: ClaimValue
    reason: str
    rejected: tuple[RejectedQuote, ...] = ()


NO_ALGORITHM = "volgens het document wordt er geen algoritme gebruikt"
"""The reason of an absence where a document denies that there is anything to register."""


NOT_FOUND = "niet gevonden in wat gelezen is"
"""The reason of an absence about which no document says anything."""


class Absence(Record):
    """That a field has no value: stated in a source, or not found in what was read."""

    kind: Literal["stated", "not_found"]
    reason: str
    quotes: tuple[Quote, ...] = ()
    citations: tuple[Citation, ...] = ()


class Tokens(Record):
    """What asking a language model took."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0

    def __add__(self, other: Tokens) -> Tokens:
        """Return both counts together."""
        sums = {name: getattr(self, name) + getattr(other, name) for name in Tokens.model_fields}
        return Tokens(**sums)


class Sending(Record):
    """One request to a language model: what of which documents went where; never the words."""

    at: datetime
    host: str
    """The computer it was sent to, with its port where that is not the usual one."""
    llm: str
    documents: tuple[str, ...]
    """The hashes of the sources whose text went along."""
    characters: int
    """Of the whole request, our own questions included."""
    user: str
    """Who sent it, as the operating system knows them."""


class Origin(Record):
    """Who proposed something, asked how, and when."""

    drafter: Literal["offline", "llm"]
    llm: str | None = None
    prompt: str | None = None
    """The fingerprint of the prompt or of the offline rules."""
    at: datetime
    tokens: Tokens = Tokens()
    failure: str | None = None
    """Why the language model gave no answer, where it gave none."""


class Proposal(Record):
    """What a drafter said about one field, untouched by persons."""

    field: str
    claims: tuple[Claim, ...] = ()
    withheld: tuple[WithheldClaim, ...] = ()
    alternatives: tuple[Claim, ...] = ()
    """Values, or sides of a topic in a text, that the sources disagree about; a person chooses."""
    absent: Absence | None = None
    suggestions: tuple[Citation, ...] = ()
    """Passages where a person may look; they are no proposal."""
    open_places: tuple[Citation, ...] = ()
    """Where a document leaves open what the field asks for: "tbd", "[datum invullen]"."""
    origin: Origin

    @property
    def is_denied(self) -> bool:
        """Return whether a document says that there is no algorithm to describe."""
        return self.absent is not None and self.absent.reason == NO_ALGORITHM


class Dossier(Record):
    """One algorithm with its documents; the id survives renames."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    process: str | None = None
    origin: str
    """The folder or file it was first found in."""


class DraftDocument(Record):
    """A reading in a draft, with the path it had inside the dossier's folder."""

    reading: str
    path: str
    name: str
    replaced_by: str | None = None
    """The path of the version that feeds the draft instead of this one."""


class UnreadPages(Record):
    """Pages a draft does not rest on, with the reason; no pages means the whole document."""

    document: str
    """The path inside the dossier's folder."""
    pages: tuple[int, ...] = ()
    reason: str


class ReplacedDocument(Record):
    """A document that was read and feeds nothing, because another version of it does."""

    document: str
    """The path inside the dossier's folder."""
    by: str
    reason: str


class Coverage(Record):
    """How much of the dossier a draft rests on."""

    pages_read: int
    pages_unread: tuple[UnreadPages, ...] = ()
    calls_failed: int = 0
    replaced: tuple[ReplacedDocument, ...] = ()
    """Documents whose pages are counted nowhere: another version counts."""
    in_doubt: tuple[tuple[str, ...], ...] = ()
    """Paths of versions of one document that all count: none could be told to be the latest."""


StepAnswer = Literal["yes", "no", "unknown"]


class ScreenAnswer(Record):
    """What the documents answer to one step of the quick screen."""

    step: str
    answer: StepAnswer
    """Unknown where no document says it for certain, or where they contradict each other."""
    citations: tuple[Citation, ...] = ()
    """The words that say so; of an unknown answer those that contradict each other."""
    suggestions: tuple[Citation, ...] = ()
    """What others than the organisation itself say to it; no answer."""


class NamedSystem(Record):
    """A system that the documents call by name, beside the one they are about."""

    name: str
    citations: tuple[Citation, ...]


class Screen(Record):
    """The quick screen of one dossier: the answers, and the category that follows from them."""

    answers: tuple[ScreenAnswer, ...]
    category: str | None
    """None where there is no algorithm, or where its use is prohibited."""
    in_doubt: bool
    """Whether the category is only proposed because no other is certain."""
    rests_on: tuple[str, ...] = ()
    """The steps that the category follows from."""
    others: tuple[NamedSystem, ...] = ()


class Draft(Record):
    """The machine's work on one dossier; the id is a hash of what went in."""

    id: str
    dossier: str
    documents: tuple[DraftDocument, ...]
    proposals: tuple[Proposal, ...]
    coverage: Coverage
    created_at: datetime
    screen: Screen | None = None
    """None in a draft that was made before there was a quick screen."""


DecisionAction = Literal[
    "accept", "edit", "choose", "empty", "withhold", "withdraw", "confirm", "carry"
]


class Answer(Record):
    """What a colleague answered on a field of a draft, in a document; a suggestion, no decision."""

    dossier: str
    draft: str
    field: str
    citation: Citation
    """Where the answer stands in the document that came back."""
    name: str
    """Who answered, as the document says."""
    answered_on: date
    document: str
    """The file's own name."""
    added_at: datetime


class StepChoice(Record):
    """What a person answers to one step of the quick screen."""

    step: str
    answer: StepAnswer


class GroupedDossier(Record):
    """The documents that a person says are about one algorithm."""

    name: str
    documents: tuple[str, ...]
    """Paths inside the folder that was looked at, with slashes."""


class Grouping(Record):
    """A person's correction of which documents of a folder make which dossier."""

    folder: str
    dossiers: tuple[GroupedDossier, ...]
    """None where the corrections were taken back."""
    reviewer: str
    decided_at: datetime


class CopiedField(Record):
    """A field that stands in the register's own form, as this decision has it."""

    field: str
    decision: str


class Registration(Record):
    """How far somebody is with copying an entry into the register's own form."""

    dossier: str
    copied: tuple[CopiedField, ...]
    lars: str | None
    """The code that the register gave the entry."""
    reviewer: str
    at: datetime


class SignOff(Record):
    """Who answers for an entry as a whole, in which role and on whose behalf."""

    name: str
    role: str
    on_behalf_of: str
    on: date
    reference: str | None = None
    """Of the letter, note or case in which it was agreed."""
    of: str
    """The digest of the decisions it covers; another decision on a field voids it."""


class Decision(Record):
    """A person's word on one subject; a later one may replace it, nothing overwrites it."""

    id: str
    dossier: str
    draft: str
    subject: str
    """A field key, or `unread`, `grouping`, `screen`, `signoff`."""
    action: DecisionAction
    value: str | tuple[ClaimValue, ...] | None = None
    """Plain text or a choice; a list for list fields; none when left empty or withdrawn."""
    claims: tuple[Claim, ...] = ()
    """What the value was based on."""
    replaces: str | None = None
    reviewer: str
    decided_at: datetime
    note: str | None = None
    ground: str | None = None
    """Of what is withheld: the key of the ground."""
    undoes: str | None = None
    """The decision that this one takes back, to what stood before it."""
    checked: bool = False
    """Whether the reviewer's name came with a token of their own, not as something typed."""
    answers: tuple[StepChoice, ...] = ()
    """Of the quick screen."""
    signoff: SignOff | None = None
