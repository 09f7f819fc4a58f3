"""What is too much for an llm is asked about less, and no other field suffers."""

from __future__ import annotations

import json
from collections.abc import Callable

from extractor.drafting.checking import QuoteChecker
from extractor.drafting.drafter import Drafted
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions
from extractor.drafting.llm.spending import Limits, Purse
from extractor.errors import LlmFailed
from extractor.standard.catalogue import find_field
from tests.drafting.llm.conftest import DOSSIER, NOON, Bench
from tests.drafting.llm.scripts import answer, answer_all, claim

CUT_OFF = LlmFailed("het antwoord werd afgebroken omdat het te lang was", "cut_off")
TOO_LONG = LlmFailed("het verzoek past niet in de context van het taalmodel", "too_long")
STORY = "Het systeem bewaart de gegevens van lantaarn {0} in een lijst van de gemeente. " * 20
LONG = "# Systeembeschrijving\n\n" + "\n\n".join(
    f"## Onderdeel {at}\n\n{STORY.format(at)}" for at in range(12)
)
CHECKED = "Een monteur beslist zelf of hij een lamp vervangt en kijkt elke melding na."


def propose(bench: Bench, options: LlmOptions, *keys: str) -> Drafted:
    """Return what a drafter with these options proposes for the bench's passages."""
    asker = Asker(bench.llm, bench.memory, lambda: NOON, "tester")
    drafter = LlmDrafter(bench.readings, asker, options)
    return drafter.propose(DOSSIER, [find_field(key) for key in keys], bench.passages)


def list_asked(bench: Bench) -> list[list[str]]:
    """Return which fields each question was about."""
    keys = ("goal", "proportionality", "human_intervention", "publication_category")
    return [[key for key in keys if f"`{key}`" in asked.user] for asked in bench.llm.asked]


def test_an_answer_that_breaks_off_is_asked_for_in_halves(
    make_bench: Callable[..., Bench],
) -> None:
    """Down to one field, if need be."""
    bench = make_bench(CUT_OFF, CUT_OFF, answer_all())
    keys = ("goal", "proportionality", "human_intervention")

    made = propose(bench, LlmOptions(concurrency=1), *keys)

    assert list_asked(bench) == [[*keys], ["goal"], ["proportionality", "human_intervention"]]
    assert made.proposals[0].origin.failure is not None
    assert [each.origin.failure for each in made.proposals[1:]] == [None, None]


def test_an_answer_that_broke_off_is_paid_for(make_bench: Callable[..., Bench]) -> None:
    """Its tokens count towards the limit."""
    broken = LlmFailed("afgebroken", "cut_off", {"prompt": 900, "completion": 100})
    bench = make_bench(broken)
    purse = Purse(Limits(tokens=100_000))
    asker = Asker(bench.llm, bench.memory, lambda: NOON, "tester", purse)
    drafter = LlmDrafter(bench.readings, asker, LlmOptions(concurrency=1))

    (made,) = drafter.propose(DOSSIER, [find_field("goal")], bench.passages).proposals

    assert purse.spent.prompt == made.origin.tokens.prompt == 900


def test_a_question_beyond_the_context_is_asked_about_half_the_passages(
    make_bench: Callable[..., Bench],
) -> None:
    """Until it fits; what was never shown is left out."""
    bench = make_bench(TOO_LONG, TOO_LONG, answer_all(), text=f"{LONG}\n\n{CHECKED}\n")

    made = propose(bench, LlmOptions(concurrency=1), "human_intervention")

    lengths = [len(asked.user) for asked in bench.llm.asked]
    assert lengths == sorted(lengths, reverse=True)
    assert CHECKED in bench.llm.asked[-1].user
    assert made.left_out
    assert made.proposals[0].origin.failure is None


def test_passages_beyond_the_room_are_chosen_by_what_the_fields_ask(
    make_bench: Callable[..., Bench],
) -> None:
    """The one passage about people is shown, though it stands last."""
    bench = make_bench(answer_all(), text=f"{LONG}\n\n{CHECKED}\n")

    made = propose(bench, LlmOptions(context_tokens=1_500, concurrency=1), "human_intervention")

    assert CHECKED in bench.llm.asked[0].user
    assert len(bench.llm.asked[0].user) < len(LONG)
    assert set(made.left_out) < set(bench.passages)


def test_a_repair_is_shown_the_passage_that_comes_nearest_to_the_refused_quote(
    make_bench: Callable[..., Bench],
) -> None:
    """Though the field has nothing else to do with it, and not all passages fit."""
    quote = CHECKED.replace("elke melding", "iedere melding")
    said = answer_all(answer("provider", claim("Een monteur levert.", ("p1", quote))))
    start = "# Contract\n\nDe leverancier van het systeem is Straatlicht Systemen B.V."
    text = f"{start}\n\n{LONG}\n\n# Slot\n\n{CHECKED}\n"
    bench = make_bench(said, answer_all(), text=text)
    options = LlmOptions(context_tokens=1_500, concurrency=1)
    asker = Asker(bench.llm, bench.memory, lambda: NOON, "tester")
    drafter = LlmDrafter(bench.readings, asker, options)
    fields = [find_field("provider")]
    drafted = drafter.propose(DOSSIER, fields, bench.passages)
    (refused,) = QuoteChecker(bench.readings).check_proposals(drafted.proposals)

    drafter.repair(DOSSIER, [refused], bench.passages)

    first, repair = bench.llm.asked
    assert CHECKED not in first.user
    assert CHECKED in repair.user
    assert quote in repair.user


def test_a_weak_llm_is_asked_about_so_many_fields_at_a_time(
    make_bench: Callable[..., Bench],
) -> None:
    """A group is cut, never joined with another."""
    bench = make_bench(*[answer_all()] * 3)
    options = LlmOptions(concurrency=1, fields_per_call=1)

    propose(bench, options, "goal", "proportionality", "human_intervention")

    assert list_asked(bench) == [["goal"], ["proportionality"], ["human_intervention"]]


def test_a_field_that_was_not_answered_is_asked_for_again(
    make_bench: Callable[..., Bench],
) -> None:
    """It is not taken for one that stands nowhere."""
    bench = make_bench(json.dumps({"answers": [{"field": "goal", "claims": [], "absent": None}]}))

    (made,) = propose(bench, LlmOptions(concurrency=1), "goal").proposals

    assert made.withheld[0].reason == "het taalmodel heeft dit veld niet beantwoord"
