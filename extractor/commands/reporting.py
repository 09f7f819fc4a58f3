"""`bronvast report`: the progress figures at a reference date."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import Database, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import tell
from extractor.errors import DateRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.report.figures import Figures
    from extractor.report.planning_file import Planning
    from extractor.store import Store

_DAY = "%Y-%m-%d"


def report(  # noqa: PLR0913 - each argument is an option of the command
    figures_files: Annotated[
        list[Path] | None, typer.Argument(help="With --combine: files that --figures-out wrote.")
    ] = None,
    *,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=[_DAY], help="The reference date, such as 2026-06-30."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The report to write: .docx, .xlsx or .md.")
    ] = None,
    planning: Annotated[
        Path | None, typer.Option(help="A TOML file with targets per quarter, service, category.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Compare with this day, or with an earlier figures file.")
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(help="A Word file of your own; the report goes where it says {{rapport}}."),
    ] = None,
    figures_out: Annotated[
        Path | None, typer.Option(help="Write the counts too: no names, no texts.")
    ] = None,
    combine: Annotated[
        bool, typer.Option("--combine", help="Add figures files up; needs no workspace.")
    ] = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Report progress to parliament: counts per service at a day that is past, in Dutch."""
    _require_usage(figures_files, as_of, (out, figures_out), combine=combine)
    from extractor.exports.file import write_export  # noqa: PLC0415 - not for --help
    from extractor.report.figures_file import render_figures  # noqa: PLC0415
    from extractor.report.rendering import render_report  # noqa: PLC0415
    from extractor.report.writing import Frame  # noqa: PLC0415

    day = as_of.date() if as_of else None
    planned = _read_planning(planning)
    organisation = planned.organisation if planned else ""
    if combine:
        figures = _combine(figures_files or (), day, since, planned)
    else:
        with open_workspace(workspace, database) as store:
            figures = _collect(store, _require_past(day), since, planned)
            profile = store.get_profile()
        organisation = organisation or (profile.name if profile else "")
    frame = Frame(organisation=organisation, note=planned.note if planned else "")
    made = [(figures_out, render_figures(figures))] if figures_out else []
    if out:
        named = (template.name, template.read_bytes()) if template else None
        made.append((out, render_report(out, figures, frame, named)))
    for path, content in made:
        write_export(path, content)
        if not quiet:
            tell(f"geschreven: {path}")
    if not quiet and figures.as_of == now().date():
        tell("let op: de peildatum is vandaag; wat vandaag nog wordt gekozen, telt straks mee")


def _require_usage(
    files: list[Path] | None,
    as_of: datetime | None,
    written: tuple[Path | None, ...],
    *,
    combine: bool,
) -> None:
    if not any(written):
        message = "give --out, --figures-out or both"
        raise typer.BadParameter(message)
    if combine != bool(files):
        message = "give figures files together with --combine"
        raise typer.BadParameter(message)
    if not combine and as_of is None:
        message = "give --as-of, the reference date"
        raise typer.BadParameter(message)


def _require_past(day: date | None) -> date:
    if day is None or day > now().date():
        raise DateRefused("de peildatum ligt in de toekomst")
    return day


def _read_planning(path: Path | None) -> Planning | None:
    from extractor.report.planning_file import parse_planning  # noqa: PLC0415

    return parse_planning(path.read_text(encoding="utf-8")) if path else None


def _read_figures(path: Path) -> Figures:
    from extractor.report.figures_file import parse_figures  # noqa: PLC0415

    return parse_figures(path.name, path.read_bytes())


def _collect(store: Store, day: date, since: str | None, planned: Planning | None) -> Figures:
    from extractor.report.collecting import Question, collect_figures  # noqa: PLC0415
    from extractor.report.known import list_known  # noqa: PLC0415

    earlier = _read_since(since)
    asked = Question(as_of=day, since=earlier, targets=planned.list_targets() if planned else {})
    if earlier and earlier >= day:
        raise DateRefused("de dag van --since ligt niet voor de peildatum")
    return collect_figures(store, partial(list_known, store), asked)


def _combine(
    files: Sequence[Path], day: date | None, since: str | None, planned: Planning | None
) -> Figures:
    from extractor.report.combining import (  # noqa: PLC0415
        combine_figures,
        compare_counts,
        set_targets,
    )

    figures = combine_figures([_read_figures(each) for each in files])
    if day and day != figures.as_of:
        raise DateRefused(f"de cijfers zijn van {figures.as_of}, niet van {day}")
    if since:
        figures = compare_counts(figures, _read_earlier(since))
    return set_targets(figures, planned.list_targets()) if planned else figures


def _read_since(said: str | None) -> date | None:
    """Return the day that is meant: typed, or that of an earlier figures file."""
    if said is None:
        return None
    try:
        return datetime.strptime(said, _DAY).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return _read_earlier(said).as_of


def _read_earlier(said: str) -> Figures:
    path = Path(said)
    if not path.is_file():
        raise DateRefused(
            f"{said} is geen eerder cijferbestand",
            "Geef met --since een bestand van --figures-out; zonder --combine mag ook een dag.",
        )
    return _read_figures(path)
