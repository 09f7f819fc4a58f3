"""A download is dated by its name, and of it the organisation's own entries count."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.comparing.keeping import choose_entries, find_day, list_names
from extractor.downloads import read_download
from extractor.errors import DownloadUnusable
from extractor.organisation import OrganisationProfile, Service
from tests.downloads.made import LEAST, make_csv

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Algoritmebeschrijvingen 20260808.csv", date(2026, 8, 8)),
        ("Algoritmebeschrijvingen van Gemeente Duinrade 2026-08-08.xlsx", date(2026, 8, 8)),
        ("download 20260230.csv", TODAY),
        ("zaak 202608081.csv", TODAY),
        ("download.csv", TODAY),
    ],
)
def test_the_day_stands_in_the_name(name: str, day: date) -> None:
    """As the register names its files; without such a day it is today's."""
    assert find_day(name, TODAY) == day


def test_the_entries_of_a_service_count_too() -> None:
    """A profile names the organisation and its services; a name given counts instead."""
    profile = OrganisationProfile(name="Ministerie", services=(Service(name="Dienst Eén"),))
    rows = [
        LEAST | {"organization": name, "algorithm_id": f"1234567{at}"}
        for at, name in enumerate(("Ministerie", "dienst één", "Elders"))
    ]
    download = read_download(make_csv(*rows))

    own, named = (
        {entry.lars for _, entry in choose_entries(download, list_names(profile, given))}
        for given in ((), ("Elders",))
    )

    assert own == {"12345670", "12345671"}
    assert named == {"12345672"}


def test_of_a_code_the_last_row_counts() -> None:
    """And an entry without a code cannot be known again: a file of such entries is refused."""
    twice = read_download(make_csv(LEAST, LEAST | {"name": "Nieuw"}))
    without = read_download(make_csv(LEAST | {"algorithm_id": ""}))

    ((_, entry),) = choose_entries(twice, ())
    assert entry.name == "Nieuw"
    with pytest.raises(DownloadUnusable, match="geen beschrijving met een LARS-code"):
        choose_entries(without, ())
