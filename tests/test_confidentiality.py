"""A sentence of a document reaches the drafts and nothing else."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

import cli

CANARY = "De kanarie van Duinrade zingt om kwart over zeven bij de sluis."
TEXT = f"# Systeembeschrijving Zangvogel\n\n## Doel\n\nHet doel is rust. {CANARY}\n"
KEY = "sleutel-die-niemand-mag-zien"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a dossier that holds the canary."""
    folder = tmp_path / "zangvogel"
    folder.mkdir()
    (folder / "systeem.md").write_text(TEXT, encoding="utf-8")
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Return the exit code of the command, run in this process so that its logs are seen."""
    monkeypatch.setattr("sys.argv", ["bronvast", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def break_store(workspace: Path) -> None:
    """Put a file of another kind where the database stands."""
    broken = [path.write_bytes(b"geen database " * 100) for path in workspace.glob("*.db*")]
    assert broken


@pytest.mark.parametrize("fault", ["unreachable", "broken store"])
def test_no_text_of_a_document_leaves_with_an_error(  # noqa: PLR0913, PLR0917 - fixtures
    fault: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Neither output nor logs, whatever goes wrong, hold the canary or the key."""
    monkeypatch.setenv("BRONVAST_API_KEY", KEY)
    workspace = tmp_path / "werkmap"
    llm = [
        "--drafter",
        "llm",
        "--llm",
        "x",
        "--base-url",
        "http://127.0.0.1:9/v1",
        "--timeout",
        "2",
    ]
    if fault == "broken store":
        run(monkeypatch, "draft", str(folder), "--workspace", str(workspace), "--quiet")
        capfd.readouterr()
        break_store(workspace)

    with caplog.at_level(logging.DEBUG):
        code = run(monkeypatch, "draft", str(folder), "--workspace", str(workspace), *llm)

    said = [caplog.text, *capfd.readouterr()]
    assert code == 1
    assert not any("kanarie" in text or KEY in text for text in said)


def test_the_key_is_not_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of the workspace holds it."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    workspace = tmp_path / "werkmap"

    run(monkeypatch, "draft", str(folder), "--workspace", str(workspace), "--quiet")

    kept = [path.read_bytes() for path in workspace.rglob("*") if path.is_file()]
    assert kept
    assert not any(KEY.encode() in content for content in kept)
