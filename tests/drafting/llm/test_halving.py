"""Halving a question ends, never at a question about nothing, and loses no passage in silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from extractor.drafting.drafter import Drafted
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.dossier_asking import ONE_TOO_LONG
from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions
from extractor.drafting.llm.passages import PassageChooser
from extractor.errors import LlmFailed
from extractor.llm import Question, Reply
from extractor.models import Chunk, Reading, Source, Span, Tokens
from extractor.standard.catalogue import find_field
from tests.drafting.llm.conftest import DOSSIER, NOON, Bench, DictMemory
from tests.drafting.llm.scripts import answer_all

KEYS = ("goal", "proportionality", "human_intervention")
SENTENCES = ("De lamp brandt. ", "Een monteur beslist zelf. ", "Het doel is minder uitval. ")
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.integers(1, 40)).map(lambda part: part[0] * part[1]),
    min_size=1,
    max_size=12,
)
FIELDS = st.lists(st.sampled_from(KEYS), min_size=1, unique=True)


@dataclass
class NarrowLlm:
    """Takes questions of so many characters at most."""

    room: int
    name: str = "narrow"
    endpoint: str = "http://localhost/v1"
    asked: list[Question] = field(default_factory=list)

    def ask(self, question: Question, announce: Callable[[], None]) -> Reply:
        """Return that nothing is found, or refuse what is too long."""
        announce()
        self.asked.append(question)
        if len(question.user) > self.room:
            reason = "het verzoek past niet in de context van het taalmodel"
            raise LlmFailed(reason, "too_long")
        return Reply(text=answer_all(), tokens=Tokens())


def cut(texts: Sequence[str]) -> tuple[Reading, tuple[Chunk, ...]]:
    """Return a reading of these texts and a window on each."""
    source = Source(sha256="0" * 64, name="lamp.md", media_type="text/markdown")
    reading = Reading(id="r", source=source, reader="test", text="\n".join(texts), blocks=())
    chunks, start = [], 0
    for text in texts:
        chunks.append(Chunk(reading="r", span=Span(start=start, end=start + len(text))))
        start += len(text) + 1
    return reading, tuple(chunks)


def propose(texts: Sequence[str], keys: Sequence[str], llm: NarrowLlm) -> Drafted:
    """Return what is proposed on these texts."""
    reading, chunks = cut(texts)
    asker = Asker(llm, DictMemory(), lambda: NOON, "tester")
    drafter = LlmDrafter({"r": reading}, asker, LlmOptions(concurrency=1))
    return drafter.propose(DOSSIER, [find_field(key) for key in keys], chunks)


@given(TEXTS, FIELDS)
def test_halving_leaves_fewer_passages_and_never_none(texts: list[str], keys: list[str]) -> None:
    """Each step keeps some of the step before it, down to the one that is worth most."""
    reading, chunks = cut(texts)
    chooser = PassageChooser({"r": reading}, chunks, DOSSIER)
    fields = [find_field(key) for key in keys]
    chosen = chunks
    while len(chosen) > 1:
        halved = chooser.halve(chosen, fields)

        assert set() < set(halved) < set(chosen)
        chosen = halved
    assert len(chosen) == 1


@given(TEXTS, FIELDS, st.integers(0, 4000))
def test_some_passage_is_chosen_however_little_fits(
    texts: list[str], keys: list[str], tokens: int
) -> None:
    """There is no question about nothing."""
    reading, chunks = cut(texts)

    chosen = PassageChooser({"r": reading}, chunks, DOSSIER).choose(
        [find_field(k) for k in keys], tokens
    )

    assert set() < set(chosen) <= set(chunks)


@given(TEXTS, FIELDS, st.integers(0, 12_000))
def test_each_passage_was_shown_or_is_left_out(
    texts: list[str], keys: list[str], room: int
) -> None:
    """What the llm took and what the coverage names are all passages together."""
    llm = NarrowLlm(room)
    drafted = propose(texts, keys, llm)
    _, chunks = cut(texts)

    taken = [each.user for each in llm.asked if len(each.user) <= room]
    left = [text for text, chunk in zip(texts, chunks, strict=True) if chunk in drafted.left_out]
    assert all(" einde p1]" in asked.user for asked in llm.asked)
    assert len(llm.asked) <= len(texts)
    shown = max((asked.count(" einde p") for asked in taken), default=0)
    assert len(left) + shown == len(texts)
    failures = {each.origin.failure for each in drafted.proposals}
    assert failures == ({None} if taken else {ONE_TOO_LONG})


def test_of_two_equal_passages_one_is_asked_about() -> None:
    """Half of their room holds neither of them."""
    llm = NarrowLlm(3500)

    drafted = propose([SENTENCES[1] * 60, SENTENCES[1] * 60], ["human_intervention"], llm)

    assert [each.user.count(" einde p") for each in llm.asked] == [2, 1]
    assert len(drafted.left_out) == 1
    assert drafted.proposals[0].origin.failure is None


def test_a_repair_that_is_too_long_is_halved_too(make_bench: Callable[..., Bench]) -> None:
    """A small context costs no field its second chance."""
    story = "\n\n".join(f"## Deel {at}\n\n{SENTENCES[0] * 60}" for at in range(6))
    too_long = LlmFailed("het verzoek past niet in de context van het taalmodel", "too_long")
    bench = make_bench(too_long, answer_all(), text=f"# Systeem\n\n{story}\n")
    (refused,) = propose([SENTENCES[0]], ["goal"], NarrowLlm(10**6)).proposals

    (made,) = bench.drafter.repair(DOSSIER, [refused], bench.passages)

    first, second = (each.user.count(" einde p") for each in bench.llm.asked)
    assert 1 <= second < first
    assert made.origin.failure is None


def test_without_passages_nothing_is_asked() -> None:
    """A document without words is no reason to ask an llm what it makes of it."""
    llm = NarrowLlm(10**6)

    drafted = propose([], KEYS, llm)

    assert llm.asked == []
    assert {each.absent.kind for each in drafted.proposals if each.absent} == {"not_found"}
    assert [each.withheld for each in drafted.proposals] == [()] * len(KEYS)
