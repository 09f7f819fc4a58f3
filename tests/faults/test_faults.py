"""Whatever a server does wrong, the draft tells what is so, and nothing else suffers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.faults.conftest import KEY, Bench, Case, Ran
from tests.faults.desk import list_asked_fields, list_neighbours
from tests.faults.tables import Fault, load_faults

LASTING = [each for each in load_faults("faults", "answers") if each.code]
UNSAID = (KEY, "branduren", "Traceback")
"""What neither a message nor a log may say: the key, a word of the documents, lines of our code."""
MENDING = "Je gaf eerder al een antwoord."
"""How a request begins that asks to mend what was refused."""
HASTY = ("--timeout", "1")
"""So short that nothing is waited for between two tries."""


def compare_fields(ran: Ran) -> dict[str, Any]:
    """Return the fields without when and at what price they were answered."""
    return {
        key: {**field, "origin": field["origin"]["failure"]} for key, field in ran.fields.items()
    }


def list_citations(said: object) -> Iterator[dict[str, Any]]:
    """Yield everything that is shown as a citation, wherever it stands."""
    if isinstance(said, dict):
        if "span" in said and "quote" in said:
            yield said
        for each in said.values():
            yield from list_citations(each)
    elif isinstance(said, list):
        for each in said:
            yield from list_citations(each)


def list_unsaid(ran: Ran) -> list[str]:
    """Return what was told and should not have been."""
    told = f"{ran.out}{ran.err}{ran.logged}"
    return [word for word in UNSAID if word in told or (word == KEY and word in ran.said)]


def find_spoiled(fault: Fault) -> set[str]:
    """Return the fields that are otherwise than in a run without the fault."""
    if fault.spoils == "nothing":
        return set()
    return {fault.on} if fault.spoils == "field" else list_neighbours(fault.on)


def test_a_fault_has_its_stated_outcome(case: Case, undisturbed: Ran) -> None:
    """A draft is made that says what is so, and differs nowhere but where the fault was."""
    fault, ran = case.fault, case.ran
    asked = [user for user in case.asked if fault.on in list_asked_fields(user)]

    assert ran.code == fault.code, ran.said
    assert [said for said in fault.says if said not in ran.said] == []
    assert fault.asked in {None, len(asked)}
    fields, good = compare_fields(ran), compare_fields(undisturbed)
    assert {key for key in good if fields[key] != good[key]} == find_spoiled(fault)


def test_of_the_faulty_field_only_what_is_carried_is_proposed(case: Case) -> None:
    """What is proposed, and what is kept from it in sight, is what the table says."""
    fault, field = case.fault, case.ran.fields[case.fault.on]
    stated = {each.value: each.value * each.repeat for each in fault.claims}
    proposed = [each["value"] for each in (*field["claims"], *field["alternatives"])]

    assert fault.spoils == "nothing" or proposed == [stated[value] for value in fault.holds]
    assert {each["value"] for each in field["withheld"]} == set(fault.withheld)


def test_whatever_goes_wrong_what_is_shown_is_true_and_safe(case: Case) -> None:
    """A citation is the source's own words; no key, no document and no line of code is told."""
    for ran in (case.ran, case.again):
        assert list_unsaid(ran) == []
        shown = list(list_citations(ran.fields))
        cut = [ran.texts[each["document"]][slice(*each["span"])] for each in shown]
        assert shown
        assert [each["quote"] for each in shown] == cut


def test_nothing_goes_to_another_address(case: Case) -> None:
    """Also where the server says that it moved."""
    asked = {head.split(b"\r\n")[0] for head in case.heads}

    assert asked == {b"POST /v1/chat/completions HTTP/1.1"}


def test_the_next_run_asks_the_failed_question_alone(case: Case, undisturbed: Ran) -> None:
    """The draft is then as if nothing had gone wrong; where no question failed it stays."""
    asked = [list_asked_fields(user) for user in case.asked_again]

    assert case.again.code == 0
    if case.fault.code:
        assert asked == [list_neighbours(case.fault.on)]
        assert compare_fields(case.again) == compare_fields(undisturbed)
    else:
        assert asked == []
        assert case.again.draft == case.ran.draft


def test_at_most_two_requests_mend_what_was_refused(case: Case) -> None:
    """Each asks for the failing field alone, and names the claims at fault with the reason."""
    fault = case.fault
    mending = [user for user in case.asked if MENDING in user]
    refused = [claim for claim in fault.claims if claim.value not in fault.holds]

    assert len(mending) <= 2
    assert bool(mending) == bool(refused or fault.leave_out)
    for user in mending:
        assert list_asked_fields(user) == {fault.on}
        told = user.partition(MENDING)[2]
        assert all(each.value in told for each in refused)
        assert any(reason in told for reason in fault.says) or not fault.withheld


@pytest.mark.parametrize("fault", LASTING, ids=lambda row: str(row.name))
def test_where_every_question_fails_a_rerun_goes_on(
    fault: Fault, bench: Bench, undisturbed: Ran
) -> None:
    """There is no draft but two lines with what happened; afterwards one as it should be."""
    bench.desk.fault, bench.desk.is_everywhere = fault, True

    failed = bench.draft(*HASTY)
    bench.desk.fault = None
    again = bench.draft()

    assert list_unsaid(failed) == []
    assert (failed.code, failed.out) == (1, "")
    happened, hint = failed.err.splitlines()[-2:]
    assert happened.startswith("fout: het taalmodel gaf geen antwoord: ")
    assert fault.says[0] in happened
    assert hint.startswith("tip: ")
    assert again.code == 0
    assert compare_fields(again) == compare_fields(undisturbed)
