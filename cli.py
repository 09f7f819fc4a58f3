"""The command line: the commands gathered, and errors as two lines."""

from __future__ import annotations

import os
import sys

import typer

from extractor.commands.asking import check_llm, sent
from extractor.commands.comparing import compare_register
from extractor.commands.consulting import concept
from extractor.commands.copying import backup, restore
from extractor.commands.deciding import decide, sign
from extractor.commands.describing import schema
from extractor.commands.drafting import draft
from extractor.commands.evaluating import evaluate
from extractor.commands.exporting import export
from extractor.commands.forgetting import forget
from extractor.commands.grouping import group
from extractor.commands.inventorying import inventory
from extractor.commands.organising import organisation
from extractor.commands.pages import serve, start
from extractor.commands.reporting import report
from extractor.commands.reviewing import drafts, show
from extractor.commands.scanning import scan
from extractor.commands.submitting import submit
from extractor.commands.telling import tell, tell_error
from extractor.commands.verifying import verify
from extractor.commands.walking import review
from extractor.errors import BronvastError, SystemRefused

app = typer.Typer(
    name="bronvast",
    help="Draft entries for the Dutch Algorithm Register, every sentence fixed to its source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

COMMANDS = (
    start,
    inventory,
    scan,
    group,
    draft,
    drafts,
    show,
    decide,
    review,
    sign,
    concept,
    serve,
    export,
    submit,
    compare_register,
    schema,
    organisation,
    report,
    evaluate,
    check_llm,
    sent,
    verify,
    backup,
    restore,
    forget,
)
"""In the order in which `--help` lists them."""

INTERRUPTED = 130
"""The exit code that typer makes of Ctrl-C."""

for command in COMMANDS:
    app.command(command.__name__.replace("_", "-"))(command)


def main() -> None:
    """Run the command; print an error as what happened and what to do."""
    try:
        app()
    except BronvastError as error:
        tell_error(error)
        sys.exit(1)
    except (OSError, UnicodeError) as error:
        tell_error(SystemRefused(error))
        sys.exit(1)
    except SystemExit as left:
        if left.code != INTERRUPTED:
            raise
        tell("fout: onderbroken; wat klaar was, is bewaard")
        tell("tip: Geef dezelfde opdracht opnieuw om verder te gaan.")
        sys.stdout.flush()
        # A question that nobody waits for any more would hold up the end for minutes.
        os._exit(1)


if __name__ == "__main__":
    main()
