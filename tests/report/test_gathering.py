"""From the rows of a real store to figures at a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from extractor.intake.reading import DocumentReader
from extractor.models import Dossier, Draft, StepAnswer
from extractor.organisation import OrganisationProfile, parse_profile
from extractor.report.collecting import Question, collect_figures
from extractor.report.figures import Changes, Figures, ServiceFigures
from extractor.report.figures_file import render_figures
from extractor.report.known import KnownAlgorithm, join_dossiers, list_dossier_algorithms
from extractor.report.periods import end_day
from extractor.report.states import Phase
from extractor.review.choices import Choice
from extractor.review.deciding import decide_subject, screen_reviewed
from extractor.review.loading import load_review
from extractor.review.screen_deciding import ScreenForm
from extractor.store import Store, open_store
from tests.report.ministry import MAY, PROFILE, confirm, make_draft, register, sign

JUNE = date(2026, 6, 30)
HOUR = timedelta(hours=1)
Make = Callable[..., Draft]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store that knows the ministry."""
    with open_store(tmp_path / "werkmap") as opened:
        opened.add_profile(parse_profile(PROFILE), MAY)
        yield opened


@pytest.fixture
def make(store: Store, reader: DocumentReader, tmp_path: Path) -> Make:
    """Return what makes a draft in a folder below the documents."""
    return lambda folder, at=MAY: make_draft(store, reader, tmp_path / "documenten" / folder, at)


def count(store: Store, day: date = JUNE, since: date | None = None) -> Figures:
    """Return the figures of all dossiers at the day."""
    asked = Question(as_of=day, since=since)
    return collect_figures(store, lambda until: list_dossier_algorithms(store, until), asked)


def count_one(store: Store, day: date = JUNE, since: date | None = None) -> ServiceFigures:
    """Return the figures of the only service."""
    (service,) = count(store, day, since).services
    return service


def screen(store: Store, draft: Draft, **answers: StepAnswer) -> None:
    """Answer steps of the quick screen."""
    review = load_review(store, draft.id, MAY.date(), with_readings=False)
    screen_reviewed(store, review, ScreenForm(answers=answers), sign(MAY))


def list_phases(service: ServiceFigures) -> dict[Phase, int]:
    """Return the phases that count anything."""
    return {phase: number for phase, number in service.count_phases().items() if number}


def test_what_comes_later_changes_no_past_figures(store: Store, make: Make) -> None:
    """Decisions, drafts, codes, names, a new profile: the same day gives the same bytes."""
    first, second = make("Dienst Regelingen/Toets"), make("Dienst Toezicht/Schouw")
    confirm(store, first, MAY)
    before = render_figures(count(store, since=date(2026, 5, 1)))

    july = datetime(2026, 7, 6, 9, tzinfo=UTC)
    confirm(store, second, july)
    register(store, first, july)
    decide_subject(store, first.id, "goal", Choice(action="withdraw"), sign(july))
    make("Dienst Toezicht/Nieuw", july)
    changed = Dossier(
        id=second.dossier, name="Anders", process="Dienst Regelingen", origin="/elders"
    )
    store.add_dossier(changed, july)
    store.add_profile(OrganisationProfile(name="Ministerie van Niets"), july)

    assert render_figures(count(store, since=date(2026, 5, 1))) == before
    assert render_figures(count(store, date(2026, 7, 31))) != before


def test_a_phase_is_told_by_the_rows_till_then(store: Store, make: Make) -> None:
    """Without a draft, drafted, decided on every field, with a code, and without that again."""
    store.add_dossier(Dossier(id="leeg", name="Leeg", origin="/d/Dienst Regelingen/Leeg"), MAY)
    draft = make("Dienst Regelingen/Toets")
    assert list_phases(count_one(store)) == {"not started": 1, "draft": 1}

    done = confirm(store, draft, MAY)
    assert list_phases(count_one(store)) == {"not started": 1, "confirmed": 1}
    register(store, draft, done + HOUR)
    assert list_phases(count_one(store)) == {"not started": 1, "delivered": 1}
    register(store, draft, done + 2 * HOUR, None)
    assert list_phases(count_one(store)) == {"not started": 1, "withdrawn": 1}
    assert count(store, date(2026, 5, 3)).services == ()


def test_a_day_ends_when_it_ends_in_the_netherlands(store: Store, make: Make) -> None:
    """A code noted at half past midnight, Dutch time, is of the next day."""
    draft = make("Dienst Regelingen/Toets")
    register(store, draft, datetime(2026, 6, 30, 22, 30, tzinfo=UTC))

    assert list_phases(count_one(store)) == {"draft": 1}
    assert list_phases(count_one(store, date(2026, 7, 1))) == {"delivered": 1}


def test_a_confirmed_entry_counts_with_its_facts(store: Store, make: Make) -> None:
    """Category and status as decided, fields and questions, time, and typed names."""
    confirm(store, make("Dienst Regelingen/Toets"), MAY)
    service = count_one(store)

    assert service.progress == {"B": {"confirmed": 1}}
    assert service.statuses == {"in use": 1}
    assert (service.dpia, service.iama) == ({"no": 1}, {"no": 1})
    quality = service.quality
    assert (quality.entries, quality.complete) == (1, 0)
    assert 0 < quality.filled < quality.shown
    assert 0 < quality.passed < quality.asked
    assert service.minutes == (25,)
    assert (service.trail.decisions, service.trail.unchecked) == (26, 26)


def test_a_draft_nobody_looked_at_is_reserved(store: Store, make: Make) -> None:
    """Its values are proposals: no category, no status, no quality."""
    make("Dienst Regelingen/Toets")
    service = count_one(store)

    assert service.progress == {"undetermined": {"draft": 1}}
    assert service.trail.unreviewed == 1
    assert service.quality.entries == 0
    assert service.drafted_from == service.drafted_until == MAY.date()


def test_the_service_is_that_of_the_entry_then_the_process_then_the_folder(
    store: Store, make: Make
) -> None:
    """What no service is named for is unknown, and a service that ended is none."""
    folder, said = make("Dienst Toezicht/A"), make("Dienst Toezicht/B")
    make("Elders/C")
    make("Dienst Oud/D")
    decide_subject(
        store,
        said.id,
        "organization",
        Choice(action="edit", typed="Dienst Regelingen"),
        sign(MAY),
    )
    own = make("Elders/E")
    choice = Choice(action="edit", typed="Ministerie van Waterrade")
    decide_subject(store, own.id, "organization", choice, sign(MAY))

    counted = {each.service: each.known for each in count(store).services}
    assert counted == {
        "Dienst Regelingen": 1,
        "Dienst Toezicht": 1,
        "Ministerie van Waterrade": 1,
        "dienst onbekend": 2,
    }
    moved = Dossier(id=folder.dossier, name="A", process="dienst  regelingen", origin="/elders")
    store.add_dossier(moved, MAY + HOUR)
    assert {e.service: e.known for e in count(store).services}["Dienst Regelingen"] == 2


def test_an_organisation_without_services_is_one(store: Store, make: Make) -> None:
    """A municipality reports on itself."""
    store.add_profile(OrganisationProfile(name="Gemeente Duinrade"), MAY + HOUR)
    make("Toets")

    assert count_one(store).service == "Gemeente Duinrade"


def test_without_a_profile_the_service_is_unknown(tmp_path: Path, reader: DocumentReader) -> None:
    """Once there is one, it also tells of the days before."""
    with open_store(tmp_path / "leeg") as store:
        make_draft(store, reader, tmp_path / "Toets")
        assert count_one(store).service == "dienst onbekend"
        store.add_profile(OrganisationProfile(name="Gemeente Duinrade"), MAY + timedelta(days=99))
        assert count_one(store).service == "Gemeente Duinrade"


def test_who_says_that_there_is_no_algorithm_takes_it_off_the_count(
    store: Store, make: Make
) -> None:
    """It stays known, with why it gets no entry."""
    none, banned = make("Dienst Regelingen/A"), make("Dienst Regelingen/B")
    screen(store, none, algorithm="no")
    screen(store, banned, prohibited="yes")

    service = count_one(store)
    assert (service.known, service.included) == (2, 0)
    assert service.left == {"no algorithm": 1, "prohibited practice": 1}


def test_several_algorithms_in_one_dossier_widen_the_range(store: Store, make: Make) -> None:
    """From the moment somebody says so, until they are told apart."""
    draft = make("Dienst Regelingen/A")
    assert count_one(store).bandwidth.most == 1
    screen(store, draft, several="yes")

    band = count_one(store).bandwidth
    assert (band.waiting, band.fewest, band.most) == (1, 1, 2)
    assert (band.open_fewest, band.open_most) == (1, 2)


def test_a_withheld_field_counts_with_its_ground(store: Store, make: Make) -> None:
    """The entry is published in part."""
    draft = make("Dienst Regelingen/A")
    choice = Choice(action="withhold", ground="toezicht")
    decide_subject(store, draft.id, "goal", choice, sign(MAY))

    service = count_one(store)
    assert (service.partly, service.withheld) == (1, {"toezicht": 1})


def test_changes_are_told_since_an_earlier_day(store: Store, make: Make) -> None:
    """An entry confirmed otherwise is changed, a new dossier is new."""
    draft = make("Dienst Regelingen/A")
    confirm(store, draft, MAY)
    june = datetime(2026, 6, 8, 9, tzinfo=UTC)
    choice = Choice(action="edit", typed="Het doel is dat ondernemers geld krijgen.")
    decide_subject(store, draft.id, "goal", choice, sign(june))
    make("Dienst Regelingen/B", june)

    changes = count_one(store, since=date(2026, 5, 31)).changes
    assert changes is not None
    assert (changes.new, changes.changed, changes.withdrawn) == (1, 1, 0)


def test_an_inventory_says_more_than_dossiers(store: Store, make: Make) -> None:
    """What it knows of service, category, publication and ground counts, quarter by quarter."""
    draft = make("Dienst Toezicht/A")

    def list_at(until: datetime) -> list[KnownAlgorithm]:
        published = until > datetime(2026, 5, 1, tzinfo=UTC)
        return [
            KnownAlgorithm(
                id="1",
                name="Een",
                service="Dienst Regelingen",
                category="B",
                status="In gebruik",
                dossier=draft.dossier,
                outcome="published" if published else "to do",
            ),
            KnownAlgorithm(id="2", name="Twee", service="Dienst Regelingen"),
            KnownAlgorithm(
                id="3",
                name="Drie",
                service="Dienst Regelingen",
                outcome="not published",
                ground="omdat het geheim is",
            ),
            KnownAlgorithm(
                id="4", name="Vier", service="Dienst Regelingen", outcome="part of", ground="1"
            ),
        ]

    (service,) = collect_figures(store, list_at, Question(as_of=JUNE)).services
    assert service.progress == {"B": {"published": 1}, "undetermined": {"not started": 1}}
    assert service.published == {"2026-Q2": {"B": 1}}
    assert service.left == {"not published": 1, "part of": 1}
    assert service.grounds == {"other": 1}


def test_an_inventory_and_dossiers_are_counted_once(store: Store, make: Make) -> None:
    """A dossier that a listed algorithm claims is no algorithm of its own; any other is."""
    own, other = make("Dienst Toezicht/A"), make("Dienst Toezicht/B")
    register(store, own, MAY)
    register(store, own, MAY + HOUR, None)
    dossiers = list_dossier_algorithms(store, end_day(JUNE))
    listed = [
        KnownAlgorithm(id="1", name="Een", dossier=own.dossier, outcome="draft"),
        KnownAlgorithm(id="2", name="Twee", service="Dienst Regelingen"),
    ]
    joined = join_dossiers(listed, dossiers)

    assert [each.id for each in joined] == ["1", "2", other.dossier]
    assert (joined[0].outcome, joined[0].origin) == ("withdrawn", dossiers[0].origin)
    published = KnownAlgorithm(id="1", name="Een", dossier=own.dossier, outcome="published")
    assert join_dossiers([published], dossiers)[0].outcome == "published"


def test_an_algorithm_that_a_later_inventory_lists_is_not_new(store: Store, make: Make) -> None:
    """It is known by its dossier."""
    draft = make("Dienst Toezicht/A")

    def list_at(until: datetime) -> tuple[KnownAlgorithm, ...]:
        listed = [KnownAlgorithm(id="1", name="Een", dossier=draft.dossier)]
        known = list_dossier_algorithms(store, until)
        return join_dossiers(listed, known) if until.month > 5 else known

    asked = Question(as_of=JUNE, since=date(2026, 5, 10))
    (service,) = collect_figures(store, list_at, asked).services
    assert service.known == 1
    assert service.changes == Changes()
