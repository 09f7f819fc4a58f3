"""`bronvast compare-register`: drafts beside what the register published."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import Database, Json, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import print_json, tell

if TYPE_CHECKING:
    from extractor.comparing.comparison import Comparison
    from extractor.comparing.keeping import DownloadedFile
    from extractor.published import Publication
    from extractor.store import Store

REGISTER = "https://algoritmes.overheid.nl/api/downloads/NLD?filetype=csv"
"""What the register publishes, of all organisations, in Dutch."""


@dataclass(frozen=True)
class Wanted:
    """Where the register's entries come from, and whose."""

    path: Path | None
    address: str | None
    organisations: Sequence[str]


def compare_register(  # noqa: PLR0913 - each argument is an option of the command
    download: Annotated[
        Path | None,
        typer.Argument(help="The register's download, CSV or Excel.", readable=False),
    ] = None,
    *,
    from_register: Annotated[
        bool, typer.Option("--from-register", help="Fetch the public download now.")
    ] = False,
    register: Annotated[str, typer.Option(help="Where --from-register fetches it.")] = REGISTER,
    organisation: Annotated[
        list[str] | None, typer.Option(help="Whose entries; may be repeated.")
    ] = None,
    link: Annotated[
        list[str] | None, typer.Option(help="LARS=DOSSIER: this entry is of that dossier.")
    ] = None,
    reviewer: Annotated[str | None, typer.Option(help="Who says so, with --link.")] = None,
    review_after: Annotated[
        int, typer.Option(min=1, max=20, help="Years after which an entry is due for review.")
    ] = 1,
    out: Annotated[Path | None, typer.Option(help="Write the tables too, as .xlsx or .md.")] = None,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Compare drafts with the published entries: old, new and why; and what is due for review.

    Published values are put beside the fields, as suggestions. Without DOWNLOAD the ones that were
    read before are compared again.
    """
    if download and from_register:
        message = "give DOWNLOAD or --from-register"
        raise typer.BadParameter(message)
    if link and not reviewer:
        message = "--link wants --reviewer"
        raise typer.BadParameter(message)
    wanted = Wanted(download, register if from_register else None, organisation or ())
    with open_workspace(workspace, database) as store:
        publications = read_publications(store, wanted)
        made = compare_all(store, publications, link or (), reviewer or "", review_after)
    if out:
        write_tables(made, out)
    if as_json:
        from extractor.comparing.describing import describe_comparison  # noqa: PLC0415

        print_json(describe_comparison(made))
    else:
        from extractor.comparing.writing import write_comparison  # noqa: PLC0415

        typer.echo(write_comparison(made))
    if not quiet:
        tell_result(made, out)


def read_publications(store: Store, wanted: Wanted) -> tuple[Publication, ...]:
    """Return what the register says, of a new download or else of those that were kept."""
    from extractor.comparing.keeping import choose_entries, keep_entries, list_names  # noqa: PLC0415
    from extractor.downloads import read_download  # noqa: PLC0415 - not for --help
    from extractor.errors import DownloadUnusable  # noqa: PLC0415

    if wanted.path is None and wanted.address is None:
        kept = store.list_publications()
        if not kept:
            raise DownloadUnusable("is nog niet gegeven")
        return kept
    file = load_file(wanted.path) if wanted.path else fetch_file(wanted.address or "")
    names = list_names(store.get_profile(), wanted.organisations)
    chosen = choose_entries(read_download(file.content), names)
    publications = keep_entries(store, file, chosen, now())
    later = sum(each.downloaded_on > file.day for each in publications)
    if later:
        tell(f"van {later} beschrijving(en) is een latere download bekend; die telt")
    return publications


def load_file(path: Path) -> DownloadedFile:
    """Return a download from disk, dated by its name."""
    from extractor.documents.files import load_file as load  # noqa: PLC0415 - not for --help
    from extractor.errors import FolderNotFound  # noqa: PLC0415

    loaded = load(path)
    if loaded.problem is not None:
        raise FolderNotFound(str(path))
    return make_file(loaded.name, loaded.content)


def fetch_file(address: str) -> DownloadedFile:
    """Return the public download as it is today."""
    from extractor.submitting.downloading import fetch_download  # noqa: PLC0415 - loads httpx

    content = fetch_download(address, time.monotonic).content
    return make_file(f"Algoritmebeschrijvingen {now():%Y%m%d}.csv", content)


def make_file(name: str, content: bytes) -> DownloadedFile:
    """Return the bytes as a source."""
    from extractor.comparing.keeping import DownloadedFile, find_day  # noqa: PLC0415
    from extractor.downloads import name_media  # noqa: PLC0415
    from extractor.models import Source  # noqa: PLC0415

    digest = hashlib.sha256(content).hexdigest()
    source = Source(sha256=digest, name=name, media_type=name_media(content))
    return DownloadedFile(source, content, find_day(name, now().date()))


def compare_all(
    store: Store,
    publications: Sequence[Publication],
    links: Sequence[str],
    reviewer: str,
    years: int,
) -> Comparison:
    """Return the comparison, after keeping what a person linked."""
    from extractor.comparing.comparison import compare  # noqa: PLC0415 - not for --help
    from extractor.comparing.registering import link_by_hand  # noqa: PLC0415
    from extractor.review.choices import Signature  # noqa: PLC0415

    at = now()
    if links:
        link_by_hand(store, links, Signature(reviewer=reviewer, at=at))
    return compare(store, publications, at, years)


def write_tables(made: Comparison, out: Path) -> None:
    """Write the tables to a file of which nothing else is lost."""
    from extractor.comparing.describing import list_tables  # noqa: PLC0415 - not for --help
    from extractor.exports.comparison import render_tables  # noqa: PLC0415
    from extractor.exports.file import write_export  # noqa: PLC0415

    write_export(out, render_tables(list_tables(made), out))


def tell_result(made: Comparison, out: Path | None) -> None:
    """Say how much was compared, and what to do next."""
    due = sum(each.day <= made.on for each in made.due)
    tell(
        f"{len(made.compared)} gekoppeld, {len(made.entries_left)} gepubliceerd zonder dossier, "
        f"{len(made.drafts_left)} concepten zonder beschrijving, {due} toe aan herziening"
    )
    if made.brought:
        tell(f"{made.brought} gepubliceerde waarden staan nu als suggestie bij de velden")
    if out:
        tell(f"tabellen geschreven naar {out}")
