"""Decisions form one log that nobody can fork, rewrite or lose a row of unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from extractor.errors import DecisionRefused, DraftNotFound
from extractor.models import Decision, Dossier, LinkedTitle
from extractor.store import NO_DECISIONS, Store
from extractor.store.decisions import DIGESTED, SEALED, digest_texts, seal_row
from extractor.store.tables import DECISION


def test_decisions_come_back_in_order(filled: Store, decision: Decision) -> None:
    """Decisions are listed in the order they were taken, whatever their clocks said."""
    earlier = decision.decided_at - timedelta(days=1)
    second = decision.model_copy(
        update={"id": "keuze-2", "replaces": decision.id, "decided_at": earlier}
    )

    assert filled.add_decision(decision)
    assert filled.add_decision(second)
    assert filled.list_decisions(decision.dossier) == (decision, second)
    assert filled.list_decisions("chatbot") == ()


@pytest.mark.parametrize(
    "value", [None, "", "tekst\n\n“é”", (), ("a", LinkedTitle(title="Awb", link="https://x.nl"))]
)
def test_a_decided_value_comes_back(
    filled: Store, decision: Decision, value: str | tuple[str | LinkedTitle, ...] | None
) -> None:
    """Nothing, nothing filled in, a text and a list are four different values."""
    decided = decision.model_copy(update={"value": value})
    filled.add_decision(decided)

    assert filled.list_decisions(decision.dossier) == (decided,)


def test_two_first_decisions_are_one_too_many(filled: Store, decision: Decision) -> None:
    """Who decides on what another has just decided is told so, and nothing is overwritten."""
    filled.add_decision(decision)
    rival = decision.model_copy(update={"id": "keuze-2", "reviewer": "A. Bakker"})

    with pytest.raises(DecisionRefused, match="goal is intussen al"):
        filled.add_decision(rival)
    assert filled.list_decisions(decision.dossier) == (decision,)


def test_a_decision_is_replaced_once(filled: Store, decision: Decision) -> None:
    """Of two decisions that would replace the same one, the second is refused."""
    second = decision.model_copy(update={"id": "keuze-2", "replaces": decision.id})
    rival = second.model_copy(update={"id": "keuze-3"})
    filled.add_decision(decision)
    filled.add_decision(second)

    with pytest.raises(DecisionRefused, match="intussen"):
        filled.add_decision(rival)


def test_only_what_is_there_can_be_replaced(filled: Store, decision: Decision) -> None:
    """A decision on another subject, or none at all, cannot be replaced."""
    filled.add_decision(decision)

    for subject, replaces in (("goal", "keuze-9"), ("name", decision.id)):
        stray = {"id": "keuze-2", "subject": subject, "replaces": replaces}
        with pytest.raises(DecisionRefused, match="vervangen is er niet"):
            filled.add_decision(decision.model_copy(update=stray))


def test_the_same_decision_counts_once(filled: Store, decision: Decision) -> None:
    """Sending a decision twice is harmless; another one under its id is refused."""
    filled.add_decision(decision)
    head = filled.head()

    assert not filled.add_decision(decision)
    assert filled.head() == head
    with pytest.raises(DecisionRefused, match="andere keuze met nummer"):
        filled.add_decision(decision.model_copy(update={"note": "toch niet"}))


def test_a_decision_is_about_a_draft_of_its_dossier(
    filled: Store, decision: Decision, dossier: Dossier
) -> None:
    """A decision on no draft, or on a draft of another algorithm, is refused."""
    filled.add_dossier(dossier.model_copy(update={"id": "chatbot"}), decision.decided_at)

    with pytest.raises(DraftNotFound):
        filled.add_decision(decision.model_copy(update={"draft": "weg"}))
    with pytest.raises(DecisionRefused, match="hoort niet bij"):
        filled.add_decision(decision.model_copy(update={"dossier": "chatbot"}))


def test_every_decision_moves_the_head(filled: Store, decision: Decision) -> None:
    """The head names the log so far: no two states of it have the same head."""
    heads = [filled.head()]
    for subject in ("goal", "name", "status"):
        filled.add_decision(decision.model_copy(update={"id": subject, "subject": subject}))
        heads.append(filled.head())

    assert heads[0] == NO_DECISIONS
    assert len(set(heads)) == 4
    assert filled.verify(heads) == ()


def test_current_decisions_leave_out_what_was_replaced(filled: Store, decision: Decision) -> None:
    """What nothing replaces is listed in order, and of subjects asked for whole everything."""
    taken = [
        decision.model_copy(update={"id": name, "subject": subject, "replaces": replaces})
        for name, subject, replaces in (
            ("a", "goal", None),
            ("b", "signoff", None),
            ("c", "goal", "a"),
            ("d", "signoff", "b"),
            ("e", "name", None),
        )
    ]
    for each in taken:
        filled.add_decision(each)

    def list_ids(*whole: str) -> str:
        return "".join(d.id for d in filled.list_current_decisions(decision.dossier, whole))

    assert list_ids() == "cde"
    assert list_ids("signoff") == "bcde"
    assert filled.list_current_decisions("chatbot") == ()


@pytest.mark.parametrize("column", SEALED)
def test_the_seal_covers_every_column(column: str) -> None:
    """Two decisions that differ in one column have different seals."""
    row: dict[str, object] = dict.fromkeys(SEALED, "a")

    assert seal_row(row, "draft") != seal_row({**row, column: "b"}, "draft")
    assert seal_row(row, "draft") != seal_row(row, "another draft")


def test_every_column_is_sealed() -> None:
    """A column that a later migration adds cannot be left out of the seal unseen."""
    assert {*SEALED, *DIGESTED, "hash"} == set(DECISION.columns.keys())


@pytest.mark.parametrize("column", DIGESTED)
def test_the_digest_covers_every_text(column: str) -> None:
    """Two decisions that differ in a text, or in their salt, have different digests."""
    row: dict[str, object] = dict.fromkeys(DIGESTED, "a")

    assert digest_texts(row) != digest_texts({**row, column: "b"})
