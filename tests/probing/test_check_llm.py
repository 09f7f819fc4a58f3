"""Each kind of endpoint gets its verdict, over real connections on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.probing.conftest import Run
from tests.probing.endpoints import KEY, Endpoint

Play = Callable[[Endpoint], Endpoint]

KINDS = {
    "strong": (Endpoint(key=KEY), "fit", 0),
    "json_object": (Endpoint(forms=("json_object", "text")), "fit", 0),
    "text": (Endpoint(forms=("text",)), "fit", 0),
    "no list": (Endpoint(listed=None), "fit", 0),
    "weak": (Endpoint(talent="weak"), "fit_in_small", 0),
    "one side": (Endpoint(talent="picks a side"), "fit", 3),
    "makes up": (Endpoint(talent="makes up"), "fit", 3),
    "tiny context": (Endpoint(context=4096), "unfit", 1),
    "silent context": (Endpoint(context=4096, refuses=False), "unfit", 1),
    "invents": (Endpoint(talent="invents"), "unfit", 1),
    "obeys": (Endpoint(talent="obeys"), "unfit", 1),
    "mute": (Endpoint(talent="mute"), "unfit", 1),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_endpoint_gets_its_verdict(kind: str, play: Play, run: Run) -> None:
    """With the exit code that belongs to it; the reasons are counts."""
    endpoint, verdict, code = KINDS[kind]

    left, out, err = run(play(endpoint), "check-llm", "--json")

    told = json.loads(out)
    assert (told["verdict"], left) == (verdict, code), err
    assert told["flawless"] == (code == 0)
    assert err.splitlines()[0].startswith("Proef met een verzonnen document")
    if code == 1:
        assert [line.split(":")[0] for line in err.splitlines()[-2:]] == ["fout", "tip"]


def check(run: Run, endpoint: Endpoint) -> dict[str, object]:
    """Return what a check of the endpoint found."""
    _, out, _ = run(endpoint, "check-llm", "--json")
    found: dict[str, object] = json.loads(out)
    return found


def test_the_strictest_form_that_is_kept_to_is_found(play: Play, run: Run) -> None:
    """Forms that are refused are tried once and never again."""
    endpoint = play(Endpoint(forms=("json_object", "text")))

    found = check(run, endpoint)

    assert found["form"] == "json_object"
    assert found["forms"] == {"json_schema": "refused", "json_object": "kept"}
    forms = [asked["response_format"]["type"] for asked in endpoint.asked]
    assert forms == ["json_schema", *(["json_object"] * (len(forms) - 1))]


@pytest.mark.parametrize(
    ("endpoint", "tokens", "basis"),
    [
        (Endpoint(listed={"id": "x", "max_model_len": 16384}, context=16384), 16384, "list"),
        (Endpoint(context=16384), 16384, "refusal"),
        (Endpoint(context=4096), 4096, "refusal"),
        (Endpoint(context=4096, refuses=False), 4096, "lost"),
        (Endpoint(context=32768, refuses=False), 33333, "held"),
        (Endpoint(), 100_000, "held"),
    ],
    ids=["listed", "refused", "tiny", "lost in silence", "lost further on", "held"],
)
def test_how_long_a_question_may_be_is_found(
    endpoint: Endpoint, tokens: int, basis: str, play: Play, run: Run
) -> None:
    """From the list, a refusal, what is lost in silence, or else what was held."""
    context = check(run, play(endpoint))["context"]

    assert isinstance(context, dict)
    assert (context["tokens"], context["basis"]) == (tokens, basis)


def test_what_is_cached_is_told(play: Play, run: Run) -> None:
    """Of a second question with the same beginning."""
    _, out, _ = run(play(Endpoint(cached=6144)), "check-llm")

    assert "hergebruik van een gelijk begin (goedkoper): 6.144 tokens" in out


def test_the_reasons_are_counts(play: Play, run: Run) -> None:
    """With what to do in words that can be typed."""
    _, out, _ = run(play(Endpoint(talent="weak")), "check-llm")

    assert ": geschikt met minder velden per vraag (--fields-per-call 3)\n" in out
    assert "velden beantwoord: 7 van 11" in out
    assert "velden beantwoord: 11 van 11" in out


def test_it_takes_no_more_than_was_said(play: Play, run: Run) -> None:
    """Counted as the endpoint counts."""
    endpoint = play(Endpoint(talent="weak"))

    _, _, said = run(endpoint, "check-llm", "--dry-run")
    assert endpoint.asked == []
    found = check(run, endpoint)

    most = [int(word.replace(".", "")) for word in said.split() if word[0].isdigit()]
    assert isinstance(found["tokens"], dict)
    assert found["tokens"]["prompt"] <= most[0]
    assert found["tokens"]["completion"] <= most[1]


def test_what_was_measured_is_shown_again_without_asking(play: Play, run: Run) -> None:
    """Only --again asks anew; another llm at the address is another."""
    endpoint = play(Endpoint())
    run(endpoint, "check-llm")
    asked = len(endpoint.asked)

    code, out, err = run(endpoint, "check-llm")

    assert (code, len(endpoint.asked)) == (0, asked)
    assert "Gemeten op 20" in out
    assert "Meet opnieuw met --again" in err
    run(endpoint, "check-llm", "--again")
    assert len(endpoint.asked) == 2 * asked


@pytest.mark.parametrize(
    ("endpoint", "llm", "said"),
    [
        (Endpoint(key="een andere"), "x", "de sleutel is geweigerd"),
        (Endpoint(), "y", "het taalmodel of het adres is daar niet bekend"),
        (Endpoint(forms=()), "x", "het verzoek is geweigerd"),
    ],
    ids=["401", "unknown model", "every form refused"],
)
def test_what_cannot_be_asked_is_an_error_and_not_remembered(
    endpoint: Endpoint, llm: str, said: str, play: Play, run: Run
) -> None:
    """In two lines, without the key."""
    code, out, err = run(play(endpoint), "check-llm", llm=llm)

    assert (code, out) == (1, "")
    assert said in err.splitlines()[-2]
    _, _, again = run(endpoint, "check-llm", llm=llm)
    assert said in again


def test_an_endpoint_that_is_not_allowed_is_not_asked(run: Run) -> None:
    """The policy holds for a check as for a draft, though no document of anybody goes along."""
    code, out, err = run(Endpoint(url="https://llm.example/v1"), "check-llm")

    assert (code, out) == (1, "")
    assert "documenten mogen niet naar https://llm.example/v1" in err


def test_no_word_of_an_endpoint_is_kept_or_shown(play: Play, run: Run, workspace: Path) -> None:
    """What it answers, lists or refuses is untrusted; counts alone are taken."""
    endpoint = play(Endpoint(listed={"id": "kanarie-model"}, talent="obeys"))

    _, out, err = run(endpoint, "check-llm", "--json")

    kept = b"".join(path.read_bytes() for path in workspace.rglob("*.db*"))
    for word in ("kanarie-model", "Zonnekeurmerk", "korenwolf"):
        assert word not in f"{out}{err}"
        assert word.encode() not in kept


def test_no_secret_is_kept_or_shown(play: Play, run: Run, workspace: Path) -> None:
    """Neither the key nor a password in the address."""
    endpoint = play(Endpoint(key=KEY))
    plain = endpoint.url
    secret = plain.replace("http://", "http://jan:wachtwoord@") + "?code=toegang"

    # The JSON is all that is kept of a check, which is packed in the database.
    _, out, err = run(endpoint, "check-llm", "--json")
    # A password in the address goes in the place of the key.
    endpoint.url, endpoint.key = secret, None
    _, again, told = run(endpoint, "check-llm", "--again", "--json")
    assert json.loads(again)["verdict"] == "fit"

    kept = b"".join(path.read_bytes() for path in workspace.rglob("*") if path.is_file())
    for word in (KEY, "wachtwoord", "toegang"):
        assert word not in f"{out}{err}{again}{told}"
        assert word.encode() not in kept


def test_every_request_is_in_the_log(play: Play, run: Run, workspace: Path) -> None:
    """Those with the invented document name it; the others say that nothing went along."""
    from extractor.store import open_store  # noqa: PLC0415 - after the command opened it

    endpoint = play(Endpoint())
    run(endpoint, "check-llm")

    with open_store(workspace) as store:
        sent = store.list_sendings()
        names = {s.name for each in sent for d in each.documents if (s := store.get_source(d))}
    assert len(sent) == len(endpoint.asked) + 1
    assert names == {"proefdocument (verzonnen).md"}
