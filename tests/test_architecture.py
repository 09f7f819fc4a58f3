"""Imports point downward, every module has a floor, every outside library has one door."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FLOORS: tuple[tuple[str, ...], ...] = (
    ("models", "errors"),
    (
        "standard",
        "locators",
        "sentences",
        "policy",
        "fitness",
        "organisation",
        "grounds",
        "candidates",
        "published",
    ),
    ("instruments", "citations", "facts", "composing", "prompts", "llm", "store", "standing"),
    ("documents", "chunking", "presenting", "checks", "exports", "still_cited", "downloads"),
    ("relevance",),
    ("evidence",),
    ("intake",),
    ("drafting",),
    ("contradictions", "screening", "suggesting", "probing"),
    ("ingredients",),
    ("pipeline",),
    ("planning", "batch"),
    ("inventory",),
    ("evaluation",),
    ("review",),
    # report counts what review's rules make of the decisions, so it stands above them.
    ("concept", "submitting", "report", "comparing"),
    ("commands",),
)
"""The rooms of `extractor/`, lowest floor first."""

DOORS: dict[str, tuple[str, ...]] = {
    "openai": ("llm",),
    # llm asks language models, submitting the register; neither knows the other.
    "httpx2": ("llm", "submitting"),
    "pypdfium2": ("documents",),
    "pypdf": ("documents",),
    # documents reads Word files; concept, exports and report write them.
    "docx": ("documents", "concept", "exports", "report"),
    # exports and report write workbooks; inventory and downloads read them.
    "openpyxl": ("exports", "report", "inventory", "downloads"),
    "markdown_it": ("documents",),
    "langchain_text_splitters": ("chunking",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    # documents walks the XML of DOCX, concept adds answer boxes to it, which python-docx cannot;
    # standard counts length as the register does, with lxml; inventory walks the XML of a sheet for
    # what openpyxl leaves out when it reads row by row.
    "lxml": ("documents", "standard", "concept", "inventory"),
    "json_repair": ("drafting",),
    "text_to_num": ("facts",),
    "snowballstemmer": ("checks",),
    "stdnum": ("checks",),
    "bm25s": ("relevance",),
    "pyphen": ("checks",),
    "fastapi": ("review",),
    "starlette": ("review",),
    "uvicorn": ("review",),
    "jinja2": ("review",),
    "rich": ("commands",),
    "typer": ("commands",),
    "click": ("commands",),
    "platformdirs": ("commands",),
}
"""Which rooms may import an outside library; `cli.py`, the roof, may import typer too."""

MODULES = sorted((ROOT / "extractor").rglob("*.py"))


def name_room(path: Path) -> str:
    """Return the room a module stands in: the first part of its path below `extractor/`."""
    return path.relative_to(ROOT / "extractor").parts[0].removesuffix(".py")


def list_imports(path: Path) -> set[str]:
    """Return the dotted names of all modules the file imports, at whatever depth."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def find_floor(room: str) -> int:
    """Return the floor of a room, from 0; -1 when it has none."""
    return next((level for level, rooms in enumerate(FLOORS) if room in rooms), -1)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downward(path: Path) -> None:
    """A module imports from lower floors and from its own room, never upward or sideways."""
    room = name_room(path)
    if room == "__init__":
        return
    assert find_floor(room) >= 0, f"{room} has no floor"
    for name in list_imports(path):
        if name.startswith("extractor."):
            other = name.split(".")[1]
            assert other == room or find_floor(other) < find_floor(room), f"{room} → {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_library_has_one_door(path: Path) -> None:
    """An outside library is imported in its own room only."""
    room = name_room(path)
    for name in list_imports(path):
        library = name.split(".")[0]
        assert room in DOORS.get(library, (room,)), f"{room} → {library}"


def test_no_drawer_modules() -> None:
    """No module is named for holding things."""
    drawers = {"utils", "helpers", "common", "base", "manager", "handler"}

    assert not drawers & {path.stem for path in MODULES}
