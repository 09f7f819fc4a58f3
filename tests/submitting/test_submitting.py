"""Entries are handed over once, whatever breaks, and what the register has is not lost."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from extractor.errors import RegisterRefused
from extractor.submitting.client import PER_MINUTE, Pace, Register
from extractor.submitting.merging import find_listed, merge_bodies
from extractor.submitting.submitting import BROKEN, Handed, Submission, submit_entries
from tests.submitting.register_server import ORG, TOKEN, RegisterServer, run_register

WRONG = TOKEN[::-1]
BODY = {
    "name": "Parkeerrechten controleren",
    "description_short": "Een auto leest kentekens.",
    "organization": "Gemeente Duinrade",
    "status": "In gebruik",
    "contact_email": "parkeren@duinrade.example",
    "publication_category": "Impactvolle algoritmes",
    "lang": "nld",
    "standard_version": "1.0",
    "source_id": "parkeren-1",
}


@pytest.fixture
def server() -> Iterator[RegisterServer]:
    """Return a running register."""
    with run_register() as running:
        yield running


def make_entries(count: int) -> list[Handed]:
    """Return entries of so many dossiers."""
    return [
        Handed(f"d{n}", {**BODY, "name": f"Algoritme {n}", "source_id": f"bron-{n}"}, None)
        for n in range(count)
    ]


class Waits:
    """A clock that moves only by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds


def hand_over(
    server: RegisterServer,
    entries: list[Handed],
    *,
    token: str = TOKEN,
    org: str = ORG,
    dry_run: bool = False,
) -> list[Submission]:
    """Return what became of the entries, with time that passes by itself."""
    waits = Waits()
    with Register(server.address, org, token, Pace(lambda: waits.now, waits.sleep)) as register:
        return list(submit_entries(register, entries, dry_run=dry_run))


def test_a_new_entry_gets_a_code_and_a_rerun_changes_nothing(server: RegisterServer) -> None:
    """The second time it is known by its source."""
    (first,) = hand_over(server, make_entries(1))
    (again,) = hand_over(server, make_entries(1))

    assert (first.state, again.state) == ("new", "same")
    assert first.lars == again.lars
    assert len(server.entries) == 1
    assert server.asked.count(f"POST /v1_0/organizations/{ORG}/algorithms") == 1


@pytest.mark.parametrize("lost", ["answers", "connections"])
def test_a_connection_that_breaks_makes_no_doubles(server: RegisterServer, lost: str) -> None:
    """Half-way through twenty, before or after the register kept it; a rerun completes them."""
    entries = make_entries(20)
    hand_over(server, entries[:9])
    if lost == "answers":
        server.lose_answers = 3
    else:
        server.refuse_connections = 3

    made = hand_over(server, entries)
    after = hand_over(server, entries)

    failed = [each for each in made if each.state == "failed"]
    assert [each.reason for each in failed] == [BROKEN] * (0 if lost == "answers" else 3)
    assert {each.state for each in after} <= {"same", "new"}
    assert sorted(each["source_id"] for each in server.entries.values()) == sorted(
        str(each.body["source_id"]) for each in entries
    )


def test_a_new_version_keeps_what_only_the_register_has(server: RegisterServer) -> None:
    """A link that somebody added there stays, a changed field is replaced, the version is sent."""
    hand_over(server, make_entries(1))
    (lars,) = server.entries
    server.entries[lars]["website"] = "https://www.duinrade.example"
    changed = Handed("d0", {**make_entries(1)[0].body, "status": "Buiten gebruik"}, None)

    (made,) = hand_over(server, [changed])

    assert (made.state, made.kept) == ("changed", ("Link naar publiekspagina",))
    assert server.entries[lars]["website"] == "https://www.duinrade.example"
    assert server.entries[lars]["status"] == "Buiten gebruik"
    assert server.entries[lars]["standard_version"] == "1.0"


def test_an_entry_copied_by_hand_is_known_by_its_code(server: RegisterServer) -> None:
    """It has no source there, and another name; a second one is not made."""
    server.entries["12345678"] = {**BODY, "name": "Scanauto", "source_id": None}
    entry = Handed("d0", dict(BODY), "12345678")

    (made,) = hand_over(server, [entry])

    assert (made.state, made.lars) == ("changed", "12345678")
    assert list(server.entries) == ["12345678"]


def test_a_name_counts_only_where_nothing_else_tells_them_apart() -> None:
    """Two of one name, or one with a source of its own, is another entry."""
    one = {"lars": "1", "name": BODY["name"], "source_id": None}
    other = {"lars": "2", "name": BODY["name"], "source_id": "iets-anders"}

    assert find_listed(BODY, [one], None) == one
    assert find_listed(BODY, [other], None) is None
    assert find_listed(BODY, [one, dict(one, lars="3")], None) is None


def test_a_trial_sends_nothing(server: RegisterServer) -> None:
    """It says what would happen."""
    hand_over(server, make_entries(1))
    before = dict(server.entries)
    server.asked.clear()

    made = hand_over(server, make_entries(2), dry_run=True)

    assert [each.state for each in made] == ["same", "new"]
    assert server.entries == before
    assert {each.split()[0] for each in server.asked} == {"GET"}


def test_what_the_register_refuses_names_the_field_and_others_go_on(
    server: RegisterServer,
) -> None:
    """A name that is too long there, by its Dutch title."""
    wrong = Handed("d9", {**BODY, "name": "x" * 101, "source_id": "fout"}, None)

    made = hand_over(server, [wrong, *make_entries(1)])

    assert [each.state for each in made] == ["failed", "new"]
    assert "het register neemt de beschrijving niet aan: Naam:" in made[0].reason


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (400, "kan dit nu niet: REDEN"),
        (403, "mag hier niet schrijven"),
        (409, "een andere versie"),
        (500, "antwoordt met een fout (500)"),
        (307, "antwoordt met een fout (307)"),
    ],
)
def test_every_refusal_is_explained(server: RegisterServer, status: int, told: str) -> None:
    """In Dutch, with what the register itself said; a redirect is not followed."""
    server.answers = [status]

    with pytest.raises(RegisterRefused, match=re.escape(told)) as refused:
        hand_over(server, make_entries(1))

    assert TOKEN not in str(refused.value)
    assert len(server.asked) == 1


def test_a_wrong_token_and_organisation_are_told_apart(server: RegisterServer) -> None:
    """Neither sends an entry, and the token stands in no message."""
    with pytest.raises(RegisterRefused, match="token is niet geldig") as refused:
        hand_over(server, make_entries(1), token=WRONG)
    assert WRONG not in str(refused.value)
    with pytest.raises(RegisterRefused, match="ORG_NOT_FOUND"):
        hand_over(server, make_entries(1), org="gm9999")
    assert server.entries == {}


def test_a_busy_register_is_waited_for(server: RegisterServer) -> None:
    """A minute, a few times, and then it is said."""
    server.answers = [429]
    (made,) = hand_over(server, make_entries(1))
    assert made.state == "new"
    server.answers = [429] * 9
    with pytest.raises(RegisterRefused, match="te druk"):
        hand_over(server, make_entries(1))


def test_no_more_than_25_requests_leave_in_a_minute() -> None:
    """The next one waits for the first to be a minute old."""
    waits = Waits()
    pace = Pace(lambda: waits.now, waits.sleep)
    moments = []
    for _ in range(3 * PER_MINUTE):
        pace.wait()
        moments.append(waits.now)

    assert all(
        later - first >= 60 for first, later in zip(moments, moments[PER_MINUTE:], strict=False)
    )


@pytest.mark.parametrize(
    "address", ["http://register.example/v1_0", "ftp://localhost", "localhost"]
)
def test_the_token_never_leaves_unencrypted(address: str) -> None:
    """Only https, or this machine."""
    with pytest.raises(RegisterRefused, match="https"):
        Register(address, ORG, TOKEN, Pace(time.monotonic, time.sleep))


def test_an_unreachable_register_is_said() -> None:
    """Before anything is sent."""
    pace = Pace(time.monotonic, time.sleep)
    with (
        Register("http://127.0.0.1:9/v1_0", ORG, TOKEN, pace) as register,
        pytest.raises(RegisterRefused, match="niet te bereiken"),
    ):
        list(submit_entries(register, make_entries(1)))


def test_merging_the_same_changes_nothing() -> None:
    """Whatever else the register answers with, such as its state."""
    merged = merge_bodies(BODY, {**BODY, "state": "STATE_1", "tags": None})

    assert not merged.is_changed
    assert merged.kept == ()
