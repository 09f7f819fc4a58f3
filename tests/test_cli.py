"""The command itself, run as a person or a program runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.standard.catalogue import list_decided_fields, load_fields
from tests.commands import call_here

ROOT = Path(__file__).parents[1]
DOSSIERS = ROOT / "fixtures" / "dossiers" / "parkeercontrole-scanauto"
GOLD = ROOT / "fixtures" / "gold" / "parkeercontrole-scanauto.json"
COMMANDS = ("scan", "draft", "drafts", "show", "decide", "export", "evaluate")

SYSTEM = """# Systeembeschrijving ParkeerScan

## Het systeem

Het systeem is sinds maart 2023 in gebruik bij de gemeente Duinrade.

Voor vragen kunnen inwoners mailen naar parkeren@duinrade.nl.
"""
SUMMARY = {
    "draft",
    "dossier",
    "category",
    "decided",
    "undecided",
    "organization",
    "state",
    "contradictions",
    "problems",
    "unread",
    "lars",
}
"""The keys of `drafts --json`."""
TYPED = {
    "description_short": "Een auto leest kentekens.",
    "publication_category": "Impactvolle algoritmes",
}
"""What no drafter without a language model finds in it, though the register asks for it."""

Run = Callable[..., subprocess.CompletedProcess[str]]
Call = Callable[..., tuple[int, str, str]]


def run_command(
    workspace: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Return what the command wrote, and its exit code; settings of this machine are left out."""
    kept = {key: value for key, value in os.environ.items() if "BRONVAST" not in key}
    settings = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    return subprocess.run(  # noqa: S603 - the command under test
        [sys.executable, "-m", "cli", *arguments],
        cwd=workspace.parent,
        env={**kept, **settings, "BRONVAST_WORKSPACE": str(workspace), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what runs the command on one workspace for all tests here."""
    workspace = tmp_path_factory.mktemp("cli") / "werkmap"
    return lambda *arguments, **environment: run_command(workspace, *arguments, **environment)


@pytest.fixture(scope="module")
def drafted(run: Run) -> subprocess.CompletedProcess[str]:
    """Return what drafting the invented dossier as JSON wrote."""
    return run("draft", str(DOSSIERS), "--json")


@pytest.fixture(scope="module")
def draft(drafted: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Return the draft it made."""
    described: dict[str, Any] = json.loads(drafted.stdout)
    return described


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return what runs the command in this process, which is quicker, on a workspace of its own.

    It returns the exit code, what went to stdout and what went to stderr.
    """
    monkeypatch.setenv("BRONVAST_WORKSPACE", str(tmp_path / "werkmap"))
    monkeypatch.setenv("COLUMNS", "200")

    return call_here


def read_error(code: int, out: str, err: str) -> list[str]:
    """Return the two lines of an error; anything else than those fails."""
    lines = err.splitlines()
    assert out == ""
    assert code == 1
    assert [line.split(":")[0] for line in lines] == ["fout", "tip"]
    return lines


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(call: Call, command: str) -> None:
    """Help goes to stdout, names the command and is done."""
    code, out, err = call(command, "--help")

    assert (code, err) == (0, "")
    assert f"{command} [OPTIONS]" in out


def test_the_help_names_every_command(run: Run) -> None:
    """What is not named cannot be found."""
    finished = run("--help")

    assert finished.returncode == 0
    assert all(f" {command} " in finished.stdout for command in COMMANDS)


def test_help_loads_nothing_heavy() -> None:
    """Help must answer at once: no library for reading, storing or asking is loaded."""
    heavy = ("sqlalchemy", "alembic", "openai", "pypdfium2", "pypdf", "docx", "lxml", "langchain")
    code = f"import cli, sys; print([m for m in sys.modules if m.split('_')[0] in {heavy!r}])"
    finished = subprocess.run(  # noqa: S603 - a line of Python written here
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert finished.stdout.strip() == "[]"


def test_a_scan_as_json_has_the_keys_of_the_contract(run: Run) -> None:
    """Scanning keeps nothing and says what each document is."""
    finished = run("scan", str(DOSSIERS), "--json")
    dossier = json.loads(finished.stdout)[0]

    assert finished.returncode == 0
    assert finished.stderr == ""
    assert set(dossier) == {"name", "path", "documents", "in_doubt"}
    assert {"path", "kind", "pages", "problems", "signs"} <= set(dossier["documents"][0])
    assert [document["kind"] for document in dossier["documents"]] == ["DPIA", "system document"]


def test_a_scan_names_the_kinds_of_documents_in_dutch(run: Run) -> None:
    """What a person reads is Dutch; the JSON keeps the contract's words."""
    shown = run("scan", str(DOSSIERS), "--quiet").stdout

    assert "    systeemdocument · " in shown
    assert "system document" not in shown


def test_drafting_writes_one_line_a_dossier(drafted: subprocess.CompletedProcess[str]) -> None:
    """Results to stdout as JSON Lines, talk to stderr."""
    assert drafted.returncode == 0
    assert drafted.stdout.count("\n") == 1
    assert drafted.stderr.startswith("Zonder taalmodel")


def test_a_draft_as_json_has_the_keys_of_the_contract(draft: dict[str, Any]) -> None:
    """Format 1: no key more, no key less, in the draft, its documents, coverage and origin."""
    assert draft["format"] == 1
    assert list(draft) == [
        "format",
        "draft",
        "dossier",
        "documents",
        "coverage",
        "fields",
        "screen",
        "origin",
    ]
    assert all(
        set(document)
        == {
            "id",
            "path",
            "name",
            "media_type",
            "kind",
            "voice",
            "status",
            "date",
            "version",
            "language",
            "marking",
            "replaced_by",
            "pages",
            "problems",
        }
        for document in draft["documents"]
    )
    assert set(draft["coverage"]) == {
        "pages_read",
        "pages_unread",
        "calls_failed",
        "replaced",
        "in_doubt",
    }
    assert set(draft["origin"]) == {"drafter", "llm", "prompt", "tokens", "seconds"}
    assert set(draft["origin"]["tokens"]) == {"prompt", "completion", "cached"}
    assert list(draft["fields"]) == [field.key for field in load_fields()]


def test_a_field_as_json_has_the_keys_of_the_contract(draft: dict[str, Any]) -> None:
    """Claims, citations, places and absence have their own fixed keys."""
    fields = draft["fields"].values()
    claims = [claim for field in fields for claim in field["claims"] + field["alternatives"]]
    citations = [citation for claim in claims for citation in claim["citations"]]
    absences = [field["absent"] for field in fields if field["absent"]]

    assert all(
        set(field)
        == {
            "value",
            "claims",
            "withheld",
            "alternatives",
            "absent",
            "suggestions",
            "answers",
            "open_places",
            "checks",
            "origin",
            "decision",
        }
        for field in fields
    )
    assert {frozenset(claim) - {"basis", "topic", "link_from"} for claim in claims} == {
        frozenset({"value", "citations", "rejected"})
    }
    assert {frozenset(each) - {"twins"} for each in citations} == {
        frozenset({"document", "span", "quote", "locator"})
    }
    assert {frozenset(twin) for each in citations for twin in each.get("twins", [])} <= {
        frozenset({"span", "locator"})
    }
    assert {frozenset(each["locator"]) for each in citations} == {
        frozenset({"kind", "label", "printed", "heading"})
    }
    assert {frozenset(each) for each in absences} == {frozenset({"kind", "reason", "citations"})}
    assert {frozenset(check) for field in fields for check in field["checks"]} == {
        frozenset({"rule", "severity", "claim", "message"})
    }


def test_a_page_is_named_by_its_number_alone(draft: dict[str, Any]) -> None:
    """A program can open the page that is cited."""
    labels = [
        citation["locator"]["label"]
        for field in draft["fields"].values()
        for claim in field["claims"]
        for citation in claim["citations"]
        if citation["locator"]["kind"] == "page"
    ]

    assert labels
    assert all(label.isdecimal() for label in labels)


def test_showing_a_draft_gives_what_drafting_gave(run: Run, draft: dict[str, Any]) -> None:
    """The same object, from the store, by the start of its id."""
    shown = run("show", draft["draft"][:6], "--json")

    assert json.loads(shown.stdout) == draft
    assert shown.stderr == ""


def test_a_draft_is_shown_in_dutch_with_its_sources(run: Run, draft: dict[str, Any]) -> None:
    """Every field, where its words stand, and what to do next; by the dossier's name too."""
    shown = run("show", draft["dossier"]).stdout

    assert all(f"[{field.key}]" in shown for field in load_fields())
    assert "Nog te kiezen" in shown
    assert "pagina" in shown


def test_a_key_in_the_environment_sends_nothing(run: Run, draft: dict[str, Any]) -> None:
    """Only `--drafter llm` sends; a key or an address by itself selects nothing."""
    settings = {
        "OPENAI_API_KEY": "geheim-1234",
        "BRONVAST_API_KEY": "geheim-1234",
        "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
        "BRONVAST_BASE_URL": "http://127.0.0.1:9/v1",
    }

    finished = run("draft", str(DOSSIERS), "--json", **settings)

    assert finished.returncode == 0
    assert json.loads(finished.stdout)["draft"] == draft["draft"]
    assert json.loads(finished.stdout)["origin"]["drafter"] == "offline"
    assert "geheim" not in finished.stdout + finished.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("draft",),
        ("draft", str(DOSSIERS), "--drafter", "llm"),
        ("decide", "x", "goal", "--reviewer", "R"),
        ("decide", "x", "goal", "--accept", "--empty", "--reviewer", "R"),
        ("export", "--format", "yaml", "--out", "uit"),
    ],
)
def test_wrong_usage_is_exit_code_two(call: Call, arguments: tuple[str, ...]) -> None:
    """Nothing is done, and stdout stays empty."""
    code, out, err = call(*arguments)

    assert (code, out) == (2, "")
    assert "Usage" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "verzonnen"), "concept verzonnen is er niet"),
        (("evaluate", str(DOSSIERS), "--gold", "nergens"), "bekende antwoorden"),
        (("draft", "nergens"), "nergens is er niet"),
        (("drafts", "--database", "sqlite:////nergens/x.db"), "kan niet worden"),
    ],
)
def test_an_error_is_two_lines(call: Call, arguments: tuple[str, ...], words: str) -> None:
    """What happened and what to do, on stderr; nothing on stdout."""
    assert words in read_error(*call(*arguments))[0]


def test_a_refused_export_names_the_fields_and_writes_no_file(
    run: Run, draft: dict[str, Any], tmp_path: Path
) -> None:
    """Not one field may leave that nobody has decided on."""
    out = tmp_path / "uit.json"

    refused = run("export", draft["draft"], "--format", "api", "--out", str(out))
    lines = read_error(refused.returncode, refused.stdout, refused.stderr)

    assert all(field.key in lines[0] for field in list_decided_fields())
    assert draft["draft"] in lines[1]
    assert not out.exists()


def test_an_error_stays_two_lines_whatever_a_path_holds(call: Call, tmp_path: Path) -> None:
    """A line end in a name does not make a third line."""
    lines = read_error(*call("evaluate", str(DOSSIERS), "--gold", str(tmp_path / "a\nfout: b")))

    assert lines[0].endswith("bekende antwoorden")


def test_counts_are_json(call: Call) -> None:
    """An evaluation can be read by a program."""
    code, out, _ = call("evaluate", str(DOSSIERS), "--gold", str(GOLD), "--json")
    counted = json.loads(out)

    assert code == 0
    assert set(counted) == {"format", "dossiers", "total"}
    assert counted["total"]["citations"] == counted["total"]["citations_verbatim"]


def test_a_draft_is_decided_and_exported(call: Call, tmp_path: Path) -> None:
    """The whole path: draft, decide on every field, export in both formats."""
    (tmp_path / "scanauto.md").write_text(SYSTEM, encoding="utf-8")
    _, made, _ = call("draft", str(tmp_path / "scanauto.md"), "--json")
    draft_id, fields = json.loads(made)["draft"], json.loads(made)["fields"]
    signed = ("--reviewer", "R. Eviewer")

    absent = call("decide", draft_id, "absent", "--empty", *signed)
    for key, value in TYPED.items():
        call("decide", draft_id, key, "--value", value, *signed)
    for key, field in fields.items():
        if key not in TYPED and any("basis" not in claim for claim in field["claims"]):
            call("decide", draft_id, key, "--accept", *signed)
    _, listed, _ = call("drafts", "--json")
    api, csv = tmp_path / "uit.json", tmp_path / "uit.csv"
    exported = call("export", draft_id, "--format", "api", "--out", str(api))
    call("export", "--format", "csv", "--out", str(csv), "--quiet")

    assert absent[:2] == exported[:2] == (0, "")
    assert absent[2].startswith("vastgelegd: ")
    assert [(set(row), row["undecided"]) for row in json.loads(listed)] == [(SUMMARY, 0)]
    entry = json.loads(api.read_text(encoding="utf-8"))
    assert (entry["name"], entry["contact_email"]) == ("ParkeerScan", "parkeren@duinrade.nl")
    assert csv.read_text(encoding="utf-8-sig").splitlines()[1].startswith('"ParkeerScan"')


def test_a_decision_that_cannot_be_taken_changes_nothing(call: Call, tmp_path: Path) -> None:
    """A refusal names the field and says what can be done; the draft awaits it still."""
    (tmp_path / "scanauto.md").write_text(SYSTEM, encoding="utf-8")
    call("draft", str(tmp_path / "scanauto.md"), "--quiet")

    refused = call("decide", "Scanauto", "begin_date", "--value", "lente", "--reviewer", "R")
    unknown = call("decide", "Scanauto", "verzonnen", "--accept", "--reviewer", "R")
    required = call("decide", "Scanauto", "name", "--empty", "--reviewer", "R")
    _, listed, _ = call("drafts", "--json")

    assert read_error(*refused)[0].startswith("fout: begin_date: ")
    assert read_error(*unknown)[0] == "fout: het register kent geen veld verzonnen"
    assert "verplicht" in read_error(*required)[0]
    assert json.loads(listed)[0]["decided"] == 0


def test_a_decision_can_be_taken_back(call: Call, tmp_path: Path) -> None:
    """Until then it is shown with who took it."""
    (tmp_path / "scanauto.md").write_text(SYSTEM, encoding="utf-8")
    call("draft", str(tmp_path / "scanauto.md"), "--quiet")
    call("decide", "Scanauto", "status", "--accept", "--reviewer", "R. Eviewer")

    _, decided, _ = call("show", "Scanauto", "--json")
    call("decide", "Scanauto", "status", "--withdraw", "--reviewer", "R. Eviewer")
    _, withdrawn, _ = call("show", "Scanauto", "--json")
    decision = json.loads(decided)["fields"]["status"]["decision"]

    assert set(decision) == {"action", "value", "claims", "reviewer", "decided_at"}
    assert (decision["action"], decision["value"]) == ("accept", "In gebruik")
    assert json.loads(withdrawn)["fields"]["status"]["decision"] is None


@pytest.mark.parametrize("command", ["scan", "draft"])
def test_quiet_says_nothing_on_stderr(call: Call, tmp_path: Path, command: str) -> None:
    """A scheduled job hears only of trouble."""
    (tmp_path / "scanauto.md").write_text(SYSTEM, encoding="utf-8")

    code, out, err = call(command, str(tmp_path / "scanauto.md"), "--quiet")

    assert (code, err) == (0, "")
    assert "Scanauto" in out


def test_a_dry_run_keeps_nothing(call: Call, tmp_path: Path) -> None:
    """What would be drafted is shown, and no workspace is made."""
    (tmp_path / "scanauto.md").write_text(SYSTEM, encoding="utf-8")

    code, out, _ = call("draft", str(tmp_path / "scanauto.md"), "--dry-run")

    assert code == 0
    assert "scanauto.md" in out
    assert not (tmp_path / "werkmap").exists()


def test_the_quick_screen_alone_keeps_nothing(call: Call, tmp_path: Path) -> None:
    """It answers each step with its source, without a workspace and without an llm."""
    (tmp_path / "scanauto.md").write_text(
        f"{SYSTEM}\nDe inzet heeft rechtsgevolgen voor inwoners.\n", encoding="utf-8"
    )
    code, out, err = call("draft", str(tmp_path / "scanauto.md"), "--only", "screen")

    assert (code, err) == (0, "")
    assert "Voorstel bij twijfel: Impactvolle algoritmes." in out
    assert "“De inzet heeft rechtsgevolgen voor inwoners.”" in out
    assert not list(tmp_path.rglob("*.db*"))


def test_the_quick_screen_as_json_is_one_line_a_dossier(call: Call, tmp_path: Path) -> None:
    """With the sources of each answer, and the paths of the documents they stand in."""
    (tmp_path / "scanauto.md").write_text(
        f"{SYSTEM}\nHet systeem is geen AI-systeem.\n", encoding="utf-8"
    )
    _, out, _ = call("draft", str(tmp_path / "scanauto.md"), "--only", "screen", "--json")
    screened = json.loads(out)
    answers = {each["step"]: each for each in screened["screen"]["answers"]}

    assert out.count("\n") == 1
    assert list(screened) == ["format", "dossier", "documents", "pages_unread", "screen"]
    assert answers["ai_system"]["answer"] == "no"
    assert answers["ai_system"]["citations"][0]["quote"] == "Het systeem is geen AI-systeem."
    assert answers["ai_system"]["citations"][0]["document"] == screened["documents"][0]["id"]
