"""The command line: arguments in, one call each, errors as two lines."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.errors import BronvastError, LlmUnfit, NothingToSend, SystemRefused

if TYPE_CHECKING:
    from rich.console import Group
    from rich.progress import Progress as RichProgress

    from extractor.documents.folders import FoundDossier
    from extractor.drafting.llm.drafter import LlmDrafter
    from extractor.drafting.llm.planning import Plan
    from extractor.drafting.llm.spending import Purse
    from extractor.intake.reading import DocumentReader
    from extractor.intake.scanning import ScannedDossier
    from extractor.models import Draft, Reading
    from extractor.pipeline import MakeDrafter
    from extractor.policy import Policy, Route
    from extractor.review.scan_rows import ScanRow
    from extractor.store import Store

app = typer.Typer(
    name="bronvast",
    help="Draft entries for the Dutch Algorithm Register, every sentence fixed to its source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

OFFLINE = "Zonder taalmodel: Bronvast citeert de documenten letterlijk en herschrijft niets."
COLUMNS_FIT = 110
"""Characters of a line from which a scan's facts stand in columns beside the file's path."""

SITE_POLICIES = {
    "linux": "/etc/bronvast/policy.toml",
    "darwin": "/Library/Application Support/bronvast/policy.toml",
}
"""Where an administrator says to which addresses documents may go. platformdirs would let the
environment move it, except on Windows."""

TONES = {"problem": "yellow", "remark": "", "replaced": "yellow", "hint": "dim"}
"""How the notes of a scan are painted."""

PARTLY = 3
"""The exit code when some files or fields failed and are listed."""

INTERRUPTED = 130
"""The exit code that typer makes of Ctrl-C."""


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


Folder = Annotated[
    Path, typer.Argument(help="A folder with documents, or one document.", readable=False)
]
DraftId = Annotated[str, typer.Argument(help="The draft's id, or how it starts.")]
DraftIds = Annotated[
    list[str] | None, typer.Argument(help="Drafts; all that are confirmed when none is named.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]
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


def tell(line: str) -> None:
    """Print to stderr; results alone go to stdout."""
    typer.echo(line, err=True)


def tell_error(error: BronvastError, dossier: str = "") -> None:
    """Print what happened, with which dossier of several, and what to do, as two lines."""
    # A path a user typed may hold line ends; an error stays two lines.
    where = f"{dossier}: " if dossier else ""
    tell(f"fout: {' '.join(f'{where}{error}'.split())}")
    tell(f"tip: {error.hint}")


def now() -> datetime:
    """Return the time; the only clock."""
    return datetime.now(UTC)


@contextmanager
def open_workspace(workspace: Path | None, database: str | None) -> Iterator[Store]:
    """Open the store in the workspace, by default in the user's own data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not for --help

    from extractor.store import open_store  # noqa: PLC0415 - loads SQLAlchemy

    folder = workspace or user_data_path("bronvast", appauthor=False)
    with open_store(folder, database) as store:
        yield store


class Progress:
    """Tells on stderr what is waited for and how far the work is, where somebody is looking."""

    def __init__(self, shown: RichProgress | None) -> None:
        self.stopped = threading.Event()
        """Set once a person stops the work."""
        self._shown = shown
        self._task = shown.add_task("", total=None) if shown else None
        self._dossiers = 0
        self._is_counting = False
        """Whether counts are shown, beside which the names of steps would flicker."""

    def step(self, name: str) -> None:
        """Name what is being done; where the work was stopped, end it here."""
        if self.stopped.is_set() and threading.current_thread() is threading.main_thread():
            raise KeyboardInterrupt
        if self._shown and self._task is not None and not self._is_counting:
            self._shown.update(self._task, description=rich_escape(name))

    def expect(self, dossiers: int, calls: int) -> None:
        """Take for the whole of the work so many dossiers, and so many questions, if any."""
        self._dossiers = dossiers
        if self._shown and self._task is not None:
            self._shown.update(self._task, total=calls or dossiers, completed=0)

    def show_done(self, dossiers: int, purse: Purse | None) -> None:
        """Show how many dossiers are done, and of questions how many and what they took."""
        if self._shown is None or self._task is None:
            return
        if purse is None:
            self._shown.update(self._task, completed=dossiers)
            return
        self._is_counting = True
        spent = purse.spent.prompt + purse.spent.completion
        told = f"{dossiers} van {self._dossiers} dossiers klaar, {spent} tokens"
        self._shown.update(self._task, completed=purse.settled, description=told)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the progress away while a result is printed, which may go to the same screen."""
        if self._shown is None:
            yield
            return
        self._shown.stop()
        yield
        self._shown.start()


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Progress]:
    """Show how far the work is and how long it may still take, where somebody is looking."""
    if quiet or not sys.stderr.isatty():
        yield Progress(None)
        return
    from rich.console import Console  # noqa: PLC0415 - not for --help
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as RichBars  # noqa: PLC0415

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.completed:.0f}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with RichBars(*columns, console=console, transient=True, redirect_stdout=False) as shown:
        yield Progress(shown)


@contextmanager
def heed_interrupts(progress: Progress) -> Iterator[None]:
    """Let Ctrl-C be heard between two steps, where nothing is half done; a second one at once."""

    def hear(*_: object) -> None:
        if progress.stopped.is_set():
            os._exit(1)
        progress.stopped.set()

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def rich_escape(text: str) -> str:
    """Return the text without markup of its own: file names are not ours."""
    from rich.markup import escape  # noqa: PLC0415 - not for --help

    return escape(text)


@contextmanager
def open_reader(progress: Progress) -> Iterator[DocumentReader]:
    """Start the processes that read documents; each step is named."""
    from extractor.documents.workers import Workers  # noqa: PLC0415 - not for --help
    from extractor.intake.reading import DocumentReader  # noqa: PLC0415

    with Workers() as workers:
        yield DocumentReader(workers, progress.step)


@dataclass(frozen=True)
class LlmChoice:
    """Which language model to ask, and how; nothing is sent without a name and an address."""

    name: str | None
    endpoint: str | None
    context_tokens: int | None
    concurrency: int
    timeout: float
    redact: bool
    fields_per_call: int | None
    price_in: float = 0.0
    price_out: float = 0.0
    max_tokens: int | None = None
    max_cost: float | None = None


@dataclass(frozen=True)
class ChosenDrafter:
    """What makes the drafter for a dossier's readings, what is sent where, and what it may cost."""

    make: MakeDrafter
    told: str
    purse: Purse | None = None
    plan: Callable[[FoundDossier, DocumentReader, Store | None], Plan] | None = None
    at_once: int = 1
    """How many dossiers are drafted side by side; rules alone gain nothing by it."""


def find_policy() -> Policy:
    """Return what the system-wide policy file and the one in the environment allow together."""
    from platformdirs import site_config_path  # noqa: PLC0415 - not for --help

    from extractor.policy import load_policy  # noqa: PLC0415

    site = SITE_POLICIES.get(sys.platform, SITE_POLICIES["linux"])
    if sys.platform == "win32":
        site = str(site_config_path("bronvast", appauthor=False) / "policy.toml")
    named = os.environ.get("BRONVAST_POLICY")
    return load_policy(Path(site), Path(named) if named else None)


def find_route(endpoint: str) -> Route:
    """Return the way to an endpoint, where the policy allows one."""
    from urllib.request import getproxies  # noqa: PLC0415 - not for --help

    from extractor.policy import plan_route  # noqa: PLC0415

    return plan_route(endpoint, find_policy(), getproxies())


def find_key() -> str | None:
    """Return the key for endpoints that want one."""
    return os.environ.get("BRONVAST_API_KEY") or os.environ.get("OPENAI_API_KEY")


def name_user() -> str:
    """Return the user's name at the operating system, where it can tell."""
    from getpass import getuser  # noqa: PLC0415 - not for --help

    try:
        # Before the environment, in which anybody can write.
        from pwd import getpwuid  # noqa: PLC0415 - not on Windows

        return getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        pass
    try:
        return getuser()
    except (ImportError, KeyError, OSError):
        return "onbekend"


def choose_drafter(drafter: DrafterName, chosen: LlmChoice, store: Store) -> ChosenDrafter:
    """Return the drafter that was asked for; nothing is sent yet."""
    if drafter is DrafterName.offline:
        from extractor.drafting.offline.drafter import OfflineDrafter  # noqa: PLC0415

        return ChosenDrafter(lambda readings: OfflineDrafter(readings, now), OFFLINE)
    if not chosen.name or not chosen.endpoint:
        raise typer.BadParameter("--drafter llm needs both --llm NAME and --base-url URL")
    from extractor.drafting.llm.asking import Asker  # noqa: PLC0415
    from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions  # noqa: PLC0415
    from extractor.drafting.llm.spending import Limits, Prices, Purse  # noqa: PLC0415
    from extractor.llm import OpenAILlm  # noqa: PLC0415 - loads openai
    from extractor.planning import plan_dossier  # noqa: PLC0415
    from extractor.probing import choose_context  # noqa: PLC0415
    from extractor.review.llm_checks import write_remembered  # noqa: PLC0415

    route = find_route(chosen.endpoint)
    check = store.find_llm_check(route.address.shown, chosen.name)
    llm = OpenAILlm(
        chosen.name,
        route,
        key=find_key(),
        timeout=chosen.timeout,
        most_in_flight=chosen.concurrency,
        first_form=check.form if check else None,
    )
    context_tokens = chosen.context_tokens or choose_context(check)
    options = LlmOptions(
        context_tokens=context_tokens,
        concurrency=chosen.concurrency,
        redact=chosen.redact,
        takes_confidential=route.takes_confidential,
        fields_per_call=chosen.fields_per_call,
    )
    limits = Limits(chosen.max_tokens, chosen.max_cost)
    prices = Prices(chosen.price_in, chosen.price_out)
    purse = Purse(limits, prices, most=chosen.concurrency)
    asker = Asker(llm, store, now, name_user(), purse)
    left = ", zonder de persoonsgegevens die Bronvast herkent," if chosen.redact else ""
    text = f"tekst uit de documenten{left}"
    told = f"Met taalmodel {chosen.name}: {text} gaat naar {route.describe()}"
    if check:
        told += f"\n{write_remembered(check, None if chosen.context_tokens else context_tokens)}"

    def make(readings: Mapping[str, Reading]) -> LlmDrafter:
        return LlmDrafter(readings, asker, options)

    return ChosenDrafter(
        make,
        told,
        purse,
        lambda found, reader, kept: plan_dossier(found, reader, make, kept),
        at_once=chosen.concurrency,
    )


def print_json(value: object) -> None:
    """Write one JSON value on one line."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def paint_scan(scanned: tuple[ScannedDossier, ...]) -> None:
    """Print what is in the folder where somebody is looking: in columns where they fit."""
    from rich.console import Console  # noqa: PLC0415 - not for --help
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from extractor.review.scan_rows import COLUMNS, list_rows, sum_up  # noqa: PLC0415

    console = Console(highlight=False)
    wide = console.width >= COLUMNS_FIT
    listed = [list_rows(dossier) for dossier in scanned]
    facts = [COLUMNS, *(row.facts for rows in listed for row in rows)]
    widths = [max(map(len, column)) for column in zip(*facts, strict=True)]
    for dossier, rows in ((None, ()), *zip(scanned, listed, strict=True)):
        # The heads stand once, above all dossiers.
        table = Table(box=None, pad_edge=False, show_header=not dossier, header_style="dim")
        for column, width in zip(COLUMNS, widths, strict=True) if wide else ():
            table.add_column(column, min_width=width, no_wrap=True)
        table.add_column("Document", overflow="fold")
        for row in rows:
            table.add_row(*(row.facts if wide else ()), paint_document(row, with_facts=not wide))
        if dossier:
            console.print("", Text(dossier.name, style="bold"), sep="\n")
        if dossier or wide:
            console.print(Padding(table, (0, 0, 0, 2)))
    console.print("", Text(sum_up(scanned), style="bold"), sep="\n")


def paint_document(row: ScanRow, *, with_facts: bool) -> Group:
    """Return a document's path, its facts where they stand in no column, and its notes."""
    from rich.console import Group  # noqa: PLC0415 - not for --help
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from extractor.review.scan_rows import MARKS, write_facts  # noqa: PLC0415

    lines = Table.grid(padding=(0, 1))
    lines.add_column(min_width=1)
    lines.add_column(overflow="fold")
    if with_facts:
        lines.add_row("", Text(write_facts(row), style="cyan"))
    for note in row.notes:
        style = TONES[note.tone]
        lines.add_row(Text(MARKS[note.tone], style=style), Text(note.text, style=style))
    path = Text(row.path, style="dim" if row.replaced else "", overflow="fold")
    if row.about and not with_facts:
        path.append(f"  {row.about}", style="cyan")
    return Group(path, lines) if lines.rows else Group(path)


def print_scan(folder: Path, *, as_json: bool, quiet: bool) -> int:
    """Print what is in the folder and return the exit code."""
    from extractor.intake.scanning import describe_scan, scan_folder  # noqa: PLC0415
    from extractor.review.scan_rows import write_scan  # noqa: PLC0415

    with show_progress(quiet=quiet) as progress, open_reader(progress) as reader:
        scanned = scan_folder(folder, reader)
    if as_json:
        print_json(describe_scan(scanned))
    elif sys.stdout.isatty():
        paint_scan(scanned)
    else:
        typer.echo(write_scan(scanned))
    return PARTLY if any(each.has_problems for each in scanned) else 0


@app.command()
def scan(folder: Folder, *, as_json: Json = False, quiet: Quiet = False) -> None:
    """Show what is there: dossiers, documents, kind, pages, problems. Nothing is kept."""
    raise typer.Exit(print_scan(folder, as_json=as_json, quiet=quiet))


def print_screens(dossiers: Sequence[FoundDossier], *, as_json: bool, quiet: bool) -> int:
    """Print the quick screen of each dossier and return the exit code."""
    from extractor.review.screens import describe_screened, write_screened  # noqa: PLC0415
    from extractor.screening.dossiers import screen_dossier  # noqa: PLC0415

    partly = False
    with show_progress(quiet=quiet) as progress, open_reader(progress) as reader:
        for found in dossiers:
            screened = screen_dossier(found, reader)
            if as_json:
                print_json(describe_screened(screened))
            else:
                typer.echo(write_screened(screened))
            partly = partly or bool(screened.unread)
    return PARTLY if partly else 0


@app.command()
def draft(  # noqa: PLR0913 - each argument is an option of the command
    folder: Folder,
    *,
    drafter: Drafters = DrafterName.offline,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = 4,
    context_tokens: ContextTokens = None,
    timeout: Timeout = 300.0,
    redact: Redact = False,
    fields_per_call: FieldsPerCall = None,
    price_in: PriceIn = 0.0,
    price_out: PriceOut = 0.0,
    max_tokens: MaxTokens = None,
    max_cost: MaxCost = None,
    wanted: With = None,
    only: Annotated[
        DraftPart | None, typer.Option(help="Make this part alone; nothing is kept or sent.")
    ] = None,
    dry_run: Annotated[bool, typer.Option(help="Say what would be drafted, and stop.")] = False,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Propose an entry for each dossier in the folder, every sentence with its citation."""
    from extractor.documents.folders import find_dossiers  # noqa: PLC0415
    from extractor.intake.wanted import want_documents  # noqa: PLC0415

    if dry_run and drafter is DrafterName.offline:
        raise typer.Exit(print_scan(folder, as_json=as_json, quiet=quiet))
    dossiers = want_documents(find_dossiers(folder), wanted or ())
    if only is DraftPart.screen:
        raise typer.Exit(print_screens(dossiers, as_json=as_json, quiet=quiet))
    chosen = LlmChoice(
        llm,
        base_url,
        context_tokens,
        concurrency,
        timeout,
        redact,
        fields_per_call,
        price_in,
        price_out,
        max_tokens,
        max_cost,
    )
    with (
        show_progress(quiet=quiet) as progress,
        heed_interrupts(progress),
        open_reader(progress) as reader,
        open_workspace(workspace, database) as store,
    ):
        drafting = choose_drafter(drafter, chosen, store)
        if not quiet:
            tell(drafting.told)
        if drafting.plan and (dry_run or not quiet):
            kept = None if dry_run else store
            plan = print_plan(drafting, dossiers, reader, kept, as_json=as_json and dry_run)
            progress.expect(plan.dossiers, plan.calls)
        code = 0
        if not dry_run:
            code = print_drafts(drafting, dossiers, store, reader, progress, as_json=as_json)
    raise typer.Exit(code)


def print_drafts(  # noqa: PLR0913 - what a run needs, each once
    drafting: ChosenDrafter,
    dossiers: Sequence[FoundDossier],
    store: Store,
    reader: DocumentReader,
    progress: Progress,
    *,
    as_json: bool,
) -> int:
    """Draft the dossiers side by side, print each when it is done, and return the exit code.

    A dossier that fails leaves the others alone; once a limit is reached none is begun.
    """
    from extractor.batch import Course, draft_all  # noqa: PLC0415 - not for --help
    from extractor.pipeline import draft_dossier  # noqa: PLC0415

    purse = drafting.purse
    failed = partly = done = 0

    def draft_one(found: FoundDossier) -> Draft:
        reader.step(f"{found.name}: concept maken")
        return draft_dossier(found, store, reader, drafting.make, now)

    course = Course(
        may_begin=lambda: not progress.stopped.is_set() and (purse is None or not purse.refusal),
        is_stopped=progress.stopped.is_set,
        stop_asking=lambda: purse.stop() if purse else None,
    )
    outcomes = draft_all(dossiers, draft_one, drafting.at_once, course)
    with closing(outcomes):
        for outcome in outcomes:
            done += 1
            progress.show_done(done, purse)
            if outcome.error is not None:
                tell_error(outcome.error, outcome.found.name if len(dossiers) > 1 else "")
                failed += 1
                continue
            if outcome.draft is not None:
                with progress.aside():
                    print_drafted(outcome.draft, store, as_json=as_json)
                coverage = outcome.draft.coverage
                partly += bool(coverage.pages_unread or coverage.calls_failed)
    if progress.stopped.is_set():
        raise KeyboardInterrupt
    if purse and purse.refusal and done < len(dossiers):
        tell_stopped(purse.refusal, len(dossiers) - done)
        return PARTLY
    if failed == len(dossiers):
        return 1
    return PARTLY if partly or failed else 0


def print_drafted(made: Draft, store: Store, *, as_json: bool) -> None:
    """Print what was drafted of one dossier."""
    from extractor.review.description import describe_review  # noqa: PLC0415
    from extractor.review.loading import load_review  # noqa: PLC0415
    from extractor.review.overview import write_drafted  # noqa: PLC0415

    review = load_review(store, made.id, now().date())
    if as_json:
        print_json(describe_review(review))
    else:
        typer.echo(write_drafted(review))


def tell_stopped(refusal: str, left: int) -> None:
    """Say that a limit was reached, and what a new run does."""
    dossiers = "1 dossier is" if left == 1 else f"{left} dossiers zijn"
    tell(f"Gestopt: {refusal}; {dossiers} niet begonnen.")
    tell("Wat klaar is, is bewaard; een nieuwe keer gaat verder en vraagt niets dubbel.")


def print_plan(
    drafting: ChosenDrafter,
    dossiers: Sequence[FoundDossier],
    reader: DocumentReader,
    store: Store | None,
    *,
    as_json: bool,
) -> Plan:
    """Say what drafting these dossiers will take, before anything is sent, and return it.

    What is read for it is kept in the store, where one is given.
    """
    from extractor.drafting.llm.planning import Plan, add_plans, write_plan  # noqa: PLC0415

    if drafting.plan is None or drafting.purse is None:
        return Plan()
    prices = drafting.purse.prices
    plans = []
    for found in dossiers:
        reader.step(f"{found.name}: tellen wat het vraagt")
        # What may not be sent is told when its turn comes.
        with suppress(NothingToSend):
            plans.append(drafting.plan(found, reader, store))
    plan = add_plans(plans)
    if as_json:
        tokens = plan.tokens.model_dump(include={"prompt", "completion"})
        counts = {"dossiers": plan.dossiers, "calls": plan.calls, "tokens": tokens}
        print_json({**counts, "cost": prices.count(plan.tokens)})
    else:
        tell(write_plan(plan, prices))
    return plan


@app.command()
def drafts(
    *,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """List the drafts and how far their review is, high-risk AI systems first."""
    from extractor.review.loading import summarise_drafts  # noqa: PLC0415
    from extractor.review.overview import write_drafts  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        rows = summarise_drafts(store, now().date())
    if as_json:
        print_json([asdict(row) for row in rows])
    else:
        typer.echo(write_drafts(rows))


@app.command()
def serve(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Of this machine.")] = 8020,
    reviewers: Annotated[
        list[str] | None,
        typer.Option("--reviewer", help="Make an address for this person; may be repeated."),
    ] = None,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Serve the pages on which drafts are reviewed, on this machine alone."""
    from extractor.review.web.serving import serve as serve_pages  # noqa: PLC0415 - loads FastAPI

    with open_workspace(workspace, database) as store:
        serve_pages(store, port, reviewers or (), now, tell_address)


@app.command()
def start(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Of this machine.")] = 8020,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Open the pages on which drafts are reviewed in your browser."""
    import webbrowser  # noqa: PLC0415 - not for --help

    from extractor.review.web.serving import serve as serve_pages  # noqa: PLC0415 - loads FastAPI

    def open_page(reviewer: str | None, address: str) -> None:
        if not webbrowser.open(address):
            tell_address(reviewer, address)

    with open_workspace(workspace, database) as store:
        serve_pages(store, port, (), now, open_page)


def tell_address(reviewer: str | None, address: str) -> None:
    """Print an address that opens the page once, and for whom it is."""
    typer.echo(f"{reviewer}: {address}" if reviewer else address)
    sys.stdout.flush()


@app.command()
def show(
    draft_id: DraftId,
    *,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Show one draft: fields, claims, citations, checks."""
    from extractor.review.description import describe_review  # noqa: PLC0415
    from extractor.review.loading import load_among_others  # noqa: PLC0415
    from extractor.review.terminal import write_draft  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        review = load_among_others(store, draft_id, now().date())
    if as_json:
        print_json(describe_review(review))
    else:
        typer.echo(write_draft(review))


@app.command()
def decide(  # noqa: PLR0913 - each argument is an option of the command
    draft_id: DraftId,
    field: Annotated[str, typer.Argument(help="A field key, `unread`, or `absent` with --empty.")],
    *,
    reviewer: Annotated[str, typer.Option(help="Who decides.")],
    accept: Annotated[bool, typer.Option("--accept", help="Take over the proposal.")] = False,
    value: Annotated[
        str | None, typer.Option(help="Use this value instead; of a list, a line is TITLE | LINK.")
    ] = None,
    choose: Annotated[int | None, typer.Option(help="Take the alternative of this number.")] = None,
    empty: Annotated[bool, typer.Option("--empty", help="Leave the field empty.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the decision back.")] = False,
    note: Annotated[str | None, typer.Option(help="A remark for colleagues.")] = None,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Decide on one field, or leave all fields empty where nothing was found."""
    from extractor.review.deciding import decide_subject, review_choice  # noqa: PLC0415
    from extractor.review.decisions import Choice, Signature  # noqa: PLC0415

    given = {
        "accept": accept,
        "edit": value is not None,
        "choose": choose is not None,
        "empty": empty,
        "withdraw": withdraw,
    }
    actions = [action for action, wanted in given.items() if wanted]
    if len(actions) != 1:
        message = "give exactly one of --accept, --value, --choose, --empty, --withdraw"
        raise typer.BadParameter(message)
    choice = Choice.model_validate(
        {"action": actions[0], "typed": value or "", "number": choose or 0}
    )
    signature = Signature(reviewer=reviewer, at=now(), note=note)
    with open_workspace(workspace, database) as store:
        taken = decide_subject(store, draft_id, field, choice, signature)
        outcome = review_choice(store, draft_id, taken, signature)
    if not quiet:
        subjects = ", ".join(decision.subject for decision in taken) or "niets"
        tell(f"vastgelegd: {subjects}; nog te kiezen: {outcome.undecided}")
        for warning in outcome.warnings:
            tell(f"let op: {warning}")


@app.command()
def export(  # noqa: PLR0913 - each argument is an option of the command
    draft_ids: DraftIds = None,
    *,
    format_: Annotated[ExportFormat, typer.Option("--format", help="The form to write.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Write confirmed entries in one of the register's own formats."""
    from extractor.exports.file import write_export  # noqa: PLC0415
    from extractor.exports.formats import render_entries  # noqa: PLC0415
    from extractor.review.exporting import collect_entries  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        entries = collect_entries(store, draft_ids or (), now().date())
    write_export(out, render_entries(format_.value, entries))
    if not quiet:
        tell(f"{len(entries)} algoritmebeschrijving(en) geschreven naar {out}")


@app.command()
def evaluate(  # noqa: PLR0913 - each argument is an option of the command
    folder: Folder,
    *,
    gold: Annotated[Path, typer.Option(help="The folder with gold files, or one gold file.")],
    drafter: Drafters = DrafterName.offline,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = 4,
    context_tokens: ContextTokens = None,
    timeout: Timeout = 300.0,
    redact: Redact = False,
    fields_per_call: FieldsPerCall = None,
    beside: Annotated[
        list[Path] | None,
        typer.Option(help="What `evaluate --json` wrote of another drafter; may be repeated."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write an html page with this and those side by side.")
    ] = None,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Count what drafts get right, miss and make up against known truth."""
    from extractor.evaluation.gold import load_gold  # noqa: PLC0415
    from extractor.evaluation.reporting import (  # noqa: PLC0415
        describe_evaluation,
        write_evaluation,
    )
    from extractor.evaluation.running import evaluate_folder  # noqa: PLC0415
    from extractor.evaluation.side_by_side import (  # noqa: PLC0415
        load_evaluation,
        write_side_by_side,
    )
    from extractor.pipeline import draft_dossier  # noqa: PLC0415

    golds = load_gold(gold)
    earlier = [load_evaluation(path) for path in beside or ()]
    chosen = LlmChoice(llm, base_url, context_tokens, concurrency, timeout, redact, fields_per_call)
    with (
        show_progress(quiet=True) as progress,
        open_reader(progress) as reader,
        open_workspace(workspace, database) as store,
    ):
        drafting = choose_drafter(drafter, chosen, store)
        if drafter is DrafterName.llm:
            tell(drafting.told)
        counted = evaluate_folder(
            folder,
            golds,
            store,
            lambda found: draft_dossier(found, store, reader, drafting.make, now),
        )
    if out is not None:
        out.write_text(write_side_by_side([*earlier, counted]), encoding="utf-8")
        tell(f"Naast elkaar gezet in {out}.")
    if as_json:
        print_json(describe_evaluation(counted))
    else:
        typer.echo(write_evaluation(counted))


@app.command("check-llm")
def check_llm(  # noqa: PLR0913 - each argument is an option of the command
    *,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    context_tokens: Annotated[
        int, typer.Option(min=1000, help="The longest question that is tried, in tokens.")
    ] = 100_000,
    timeout: Timeout = 300.0,
    again: Annotated[bool, typer.Option("--again", help="Measure, also what is known.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what it would take, and stop.")] = False,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Tell whether an llm can do the job: tried with an invented document, and remembered."""
    if not llm or not base_url:
        raise typer.BadParameter("check-llm needs both --llm NAME and --base-url URL")
    from extractor.llm import Form, OpenAILlm  # noqa: PLC0415 - loads openai
    from extractor.probing import LlmProbe  # noqa: PLC0415
    from extractor.review import llm_checks as telling  # noqa: PLC0415

    name, route, key = llm, find_route(base_url), find_key()

    def open_llm(form: Form) -> OpenAILlm:
        return OpenAILlm(name, route, key=key, timeout=timeout, form=form)

    with open_workspace(workspace, database) as store:
        probe = LlmProbe(open_llm, store, now, name_user(), context_tokens)
        check = None if again or dry_run else store.find_llm_check(route.address.shown, name)
        if not quiet:
            cost = telling.write_cost(route.describe(), probe.count_cost())
            tell(telling.REMEMBERED if check else cost)
        if dry_run:
            return
        if check is None:
            with show_progress(quiet=quiet) as progress:
                progress.step(f"{name} beproeven")
                check = probe.check()
    if as_json:
        print_json(telling.describe_llm_check(check))
    else:
        typer.echo(telling.write_llm_check(check))
    if check.verdict == "unfit":
        raise LlmUnfit(name, *telling.explain_unfit(check))
    raise typer.Exit(0 if check.is_flawless else PARTLY)


@app.command()
def sent(
    *,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """List every request to a language model: when, where to, with which documents, by whom."""
    from extractor.review.sent import describe_sendings, write_sendings  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        if as_json:
            print_json(describe_sendings(store.list_sendings()))
        else:
            typer.echo(write_sendings(store.list_sendings(), store.get_source))


if __name__ == "__main__":
    main()
