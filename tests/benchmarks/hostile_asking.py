"""What becomes of a planted passage where a language model proposes that obeys it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gullible_llm import OBEYED, GullibleLlm, serve_gullible
from hostile_drafts import NOON
from planted_hostile import Passage, list_lines, load_document, read_planted

from extractor.checks.steered import Cited, check_steered, list_undecided
from extractor.chunking import split_reading
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions
from extractor.drafting.repairing import join_repaired
from extractor.llm import OpenAILlm
from extractor.models import Dossier, Proposal, Reading
from extractor.policy import Policy, plan_route
from extractor.presenting import present
from extractor.prompts import load_prompt
from extractor.standard.catalogue import find_field
from extractor.store import Store, open_store

ASKED = ("goal", "status", "risks", "human_intervention", "source_data")
REPAIRS = 1
TIMEOUT = 30.0


@dataclass(frozen=True)
class Obeyed:
    """What came of asking about one document with a planted passage."""

    met: int
    """Orders that the llm met in what it was sent."""
    taken: tuple[str, ...]
    """Claims on the llm's word that were offered to a person."""
    unmarked: tuple[str, ...]
    """Claims that rest on the passage, without a word to the reviewer."""
    marked: int
    outside: frozenset[str]
    """What was sent outside the user part."""


class GullibleAsking:
    """Asks the gullible llm about one document after another, through the real client."""

    def __init__(self, llm: GullibleLlm, store: Store) -> None:
        self._llm, self._store = llm, store

    def ask(self, passage: Passage) -> Obeyed:
        """Return what came of the document with this passage."""
        reading = read_planted(passage, passage.suffixes[0])
        honest = read_planted(None, passage.suffixes[0])
        self._llm.honest = frozenset(list_lines(honest))
        self._llm.orders.clear()
        self._llm.system_parts.clear()
        proposals = self._propose(reading)
        claims = [each for p in proposals for each in (*p.claims, *p.alternatives)]
        marked, unmarked = 0, []
        for proposal in proposals:
            cited: list[Cited] = [*enumerate(each.citations for each in proposal.claims)]
            for each in (*cited, *list_undecided(proposal)):
                if not any(words in self._llm.orders for words in _list_quoted(each, reading)):
                    continue
                found = [*check_steered([each], {reading.id: reading})]
                marked += bool(found)
                unmarked += [] if found else [f"{proposal.field}: {passage.text}"]
        return Obeyed(
            met=len(self._llm.orders),
            taken=tuple(str(each.value) for each in claims if each.value == OBEYED),
            unmarked=tuple(unmarked),
            marked=marked,
            outside=frozenset(self._llm.system_parts - {load_prompt("propose.v1").system}),
        )

    def _propose(self, reading: Reading) -> tuple[Proposal, ...]:
        readings = {reading.id: reading}
        route = plan_route(self._llm.address, Policy(), {})
        client = OpenAILlm("gullible", route, key=None, timeout=TIMEOUT)
        asker = Asker(client, self._store, lambda: NOON, "benchmark")
        drafter = LlmDrafter(readings, asker, LlmOptions(concurrency=1))
        check = QuoteChecker(readings).check_proposals
        dossier = Dossier(id="planted", name=load_document()["name"], origin="planted")
        chunks = split_reading(reading)
        fields = [find_field(key) for key in ASKED]
        try:
            proposed = check(drafter.propose(dossier, fields, chunks).proposals)
            for _ in range(REPAIRS):
                refused = [each for each in proposed if each.withheld]
                repaired = drafter.repair(dossier, refused, chunks) if refused else ()
                proposed = join_repaired(proposed, check(repaired))
        finally:
            client.close()
        return tuple(proposed)


@contextmanager
def open_asking() -> Iterator[GullibleAsking]:
    """Serve the llm, with a store of its own, as long as it is asked."""
    with (
        serve_gullible() as llm,
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder)) as store,
    ):
        yield GullibleAsking(llm, store)


def _list_quoted(cited: Cited, reading: Reading) -> list[str]:
    """Return what the citations quote, as it is shown to an llm."""
    return [present(reading, each.span).text for each in cited[1]]
