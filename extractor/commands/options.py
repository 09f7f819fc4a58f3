"""The arguments and options that commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class DrafterName(StrEnum):
    """Who proposes."""

    offline = "offline"
    llm = "llm"


class DraftPart(StrEnum):
    """What of a draft can be made alone."""

    screen = "screen"


class ExportFormat(StrEnum):
    """The formats an entry can leave in."""

    api = "api"
    csv = "csv"
    xlsx = "xlsx"
    html = "html"
    docx = "docx"
    jsonschema = "jsonschema"
    eu_annex_viii = "eu-annex-viii"


class ExportVariant(StrEnum):
    """For whom an export is."""

    extern = "extern"
    intern = "intern"


Folder = Annotated[
    Path, typer.Argument(help="A folder with documents, or one document.", readable=False)
]


DraftId = Annotated[str, typer.Argument(help="The draft's id, or how it starts.")]


DraftIds = Annotated[
    list[str] | None, typer.Argument(help="Drafts; all that are confirmed when none is named.")
]


Json = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]


AttentionOut = Annotated[
    Path | None,
    typer.Option("--attention", help="Write what needs a person to this CSV, a row each."),
]


Quiet = Annotated[bool, typer.Option("--quiet", help="No progress and no talk on stderr.")]


Drafters = Annotated[DrafterName, typer.Option("--drafter", help="Who proposes.")]


LlmName = Annotated[
    str | None, typer.Option("--llm", envvar="BRONVAST_LLM", help="The llm's name at its endpoint.")
]


BaseUrl = Annotated[
    str | None,
    typer.Option(envvar="BRONVAST_BASE_URL", help="An OpenAI-compatible endpoint, ending in /v1."),
]


Concurrency = Annotated[int, typer.Option(min=1, help="Questions to the llm at the same time.")]


ContextTokens = Annotated[
    int | None,
    typer.Option(
        min=1000,
        help="What fits the llm's context; by default what check-llm measured, up to 100000.",
    ),
]


With = Annotated[
    list[str] | None,
    typer.Option("--with", help="Use this document too, whatever replaces it; may be repeated."),
]


PriceIn = Annotated[float, typer.Option(min=0, help="What a million tokens sent cost.")]


PriceOut = Annotated[float, typer.Option(min=0, help="What a million tokens answered cost.")]


MaxTokens = Annotated[
    int | None, typer.Option(min=1, help="Ask no more than takes so many tokens in all.")
]


MaxCost = Annotated[float | None, typer.Option(min=0, help="Ask no more than costs so much.")]


FieldsPerCall = Annotated[
    int | None, typer.Option(min=1, help="Ask about so many fields at a time; for a weak llm.")
]


Redact = Annotated[
    bool,
    typer.Option(
        "--redact", help="Replace names, mail addresses and personal numbers that are recognised."
    ),
]


Timeout = Annotated[float, typer.Option(min=1.0, help="Seconds for one question, with retries.")]


Workspace = Annotated[
    Path | None,
    typer.Option(envvar="BRONVAST_WORKSPACE", help="Where drafts and decisions are kept."),
]


Database = Annotated[
    str | None,
    typer.Option(envvar="BRONVAST_DATABASE", help="A database URL instead of the workspace's own."),
]
