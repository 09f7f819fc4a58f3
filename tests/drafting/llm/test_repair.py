"""Two more questions at most for what was refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from extractor.documents.folders import find_dossiers
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions
from extractor.drafting.llm.questions import group_fields
from extractor.intake.reading import DocumentReader
from extractor.models import Draft, Proposal
from extractor.pipeline import draft_dossier
from extractor.standard.catalogue import load_fields
from extractor.store import open_store
from tests.drafting.llm.conftest import TEXT, ScriptedLlm
from tests.drafting.llm.scripts import answer, answer_all, claim, write_answer

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TRUE = "Een monteur beslist zelf of hij een lamp vervangt."
FALSE = "Een monteur beslist nooit of hij een lamp vervangt."
LEARNING = "Het model is niet zelflerend."
GROUPS = len(group_fields(load_fields()))
EMPTY = answer_all()


def draft(tmp_path: Path, reader: DocumentReader, *replies: str) -> tuple[Draft, ScriptedLlm]:
    """Return the draft of a small dossier, and the llm that gave these replies in turn."""
    folder = tmp_path / "lichtwacht"
    folder.mkdir()
    (folder / "systeem.md").write_text(TEXT, encoding="utf-8")
    llm = ScriptedLlm(list(replies))
    with open_store(tmp_path / "workspace") as store:
        asker = Asker(llm, store, lambda: NOON, "tester")
        options = LlmOptions(concurrency=1)
        (found,) = find_dossiers(folder)
        made = draft_dossier(
            found, store, reader, lambda held: LlmDrafter(held, asker, options), lambda: NOON
        )
    return made, llm


def say(quote: str) -> str:
    """Return a reply on human intervention with this quote."""
    return answer_all(answer("human_intervention", claim("Een monteur beslist.", ("p1", quote))))


def find(made: Draft, key: str = "human_intervention") -> Proposal:
    """Return the draft's proposal for a field."""
    return next(proposal for proposal in made.proposals if proposal.field == key)


def answer_groups(second: str) -> list[str]:
    """Return a reply a group, the second about human intervention."""
    return [EMPTY, second, *[EMPTY] * (GROUPS - 2)]


def test_a_refused_quote_is_asked_for_again_with_the_reason(
    tmp_path: Path, reader: DocumentReader
) -> None:
    """Only the failing field is asked, and told what was wrong."""
    made, llm = draft(tmp_path, reader, *answer_groups(say(FALSE)), say(TRUE))

    assert len(llm.asked) == GROUPS + 1
    asked = llm.asked[-1].user
    assert "Veld `human_intervention`" in asked
    assert "Veld `goal`" not in asked
    assert FALSE in asked
    assert " ".join(find(made).claims[0].citations[0].quote.split()) == TRUE
    assert find(made).withheld == ()


def test_what_is_refused_twice_stays_withheld(tmp_path: Path, reader: DocumentReader) -> None:
    """There are two repair rounds; then a person decides."""
    false = [say(quote) for quote in (FALSE, FALSE.upper(), f"{FALSE} Nooit.")]
    made, llm = draft(tmp_path, reader, *answer_groups(false[0]), *false[1:])

    assert len(llm.asked) == GROUPS + 2
    assert find(made).claims == ()
    assert find(made).withheld[0].rejected[0].quote == FALSE


def test_without_refusals_nothing_is_asked_again(tmp_path: Path, reader: DocumentReader) -> None:
    """A good answer costs no second question."""
    made, llm = draft(tmp_path, reader, *answer_groups(say(TRUE)))

    assert len(llm.asked) == GROUPS
    assert find(made).claims


def test_both_askings_are_counted(tmp_path: Path, reader: DocumentReader) -> None:
    """The tokens of a repair add to those of the first question."""
    made, _ = draft(tmp_path, reader, *answer_groups(say(FALSE)), say(TRUE))

    counted = [proposal.origin.tokens.prompt for proposal in made.proposals]

    assert sum(counted) == 100 * (GROUPS + 1)


def test_a_repair_loses_nothing_that_was_right(tmp_path: Path, reader: DocumentReader) -> None:
    """What the second answer leaves out stays, and so does what neither could carry."""
    learns = claim("Het leert niet zelf.", ("p1", LEARNING))
    wrong = claim("Een monteur beslist nooit.", ("p1", FALSE))
    first = write_answer(answer("human_intervention", learns, wrong))

    made, _ = draft(tmp_path, reader, *answer_groups(first), say(TRUE))

    values = [each.value for each in find(made).claims]
    assert values == ["Het leert niet zelf.", "Een monteur beslist."]
    assert [each.value for each in find(made).withheld] == ["Een monteur beslist nooit."]


def test_a_repair_that_says_it_again_says_it_once(tmp_path: Path, reader: DocumentReader) -> None:
    """Claims on the same words are one claim, in the words of the second answer."""
    right = claim("Een monteur kiest.", ("p1", TRUE))
    wrong = claim("Een monteur beslist nooit.", ("p1", FALSE))
    first = write_answer(answer("human_intervention", right, wrong))

    made, _ = draft(tmp_path, reader, *answer_groups(first), say(TRUE))

    assert [each.value for each in find(made).claims] == ["Een monteur beslist."]


def test_a_repair_that_fails_is_counted(tmp_path: Path, reader: DocumentReader) -> None:
    """The first answer stands, and the draft says that a question failed."""
    right = claim("Een monteur beslist zelf.", ("p1", TRUE))
    wrong = claim("Een monteur beslist nooit.", ("p1", FALSE))
    first = write_answer(answer("human_intervention", right, wrong))

    made, _ = draft(tmp_path, reader, *answer_groups(first), "dit is geen JSON")

    assert [each.value for each in find(made).claims] == ["Een monteur beslist zelf."]
    assert len(find(made).withheld) == 1
    assert made.coverage.calls_failed == 1
