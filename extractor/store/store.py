"""The store: one method for each thing that can be added or looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from extractor.candidates import Candidate, CandidateLink, OutcomeChoice
from extractor.fitness import LlmCheck
from extractor.models import (
    Answer,
    Decision,
    Dossier,
    Draft,
    Grouping,
    Reading,
    Registration,
    Sending,
    Source,
)
from extractor.organisation import OrganisationProfile
from extractor.published import Publication
from extractor.store import (
    answers,
    candidates,
    decisions,
    dossiers,
    drafts,
    groupings,
    llm_checks,
    profiles,
    publications,
    readings,
    registrations,
    requests,
    sendings,
    sources,
    summaries,
)
from extractor.store.database import Database
from extractor.store.dossiers import DossierDocument
from extractor.store.drafts import DraftRow
from extractor.store.forgetting import Forgetting
from extractor.store.readings import ReadingRow
from extractor.store.summaries import DossierState
from extractor.store.verification import Finding, verify_store


class Store:
    """Adds and looks up, never changes; may be shared by threads, as a context it closes itself.

    Only `open_forgetting` leads to what removes something.

    What is added is there for good when the method returns, and adding it again is harmless;
    each `add_` and `link_` returns whether it was new.
    """

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def add_source(self, source: Source, content: bytes) -> bool:
        """Add the source with its bytes, which must have the source's hash."""
        sources.write_bytes(self._folder, source.sha256, content)
        is_new = self._database.write(sources.insert_source, source, len(content))
        if not sources.locate_bytes(self._folder, source.sha256).is_file():
            # Forgotten in between; from now on there is a row that keeps them.
            sources.write_bytes(self._folder, source.sha256, content)
        return is_new

    def get_source(self, sha256: str) -> Source | None:
        """Return the source with this hash, or none."""
        return self._database.read(sources.select_source, sha256)

    def has_source(self, sha256: str) -> bool:
        """Return whether the source and its bytes are there."""
        known = self.get_source(sha256) is not None
        return known and sources.locate_bytes(self._folder, sha256).is_file()

    def read_source(self, sha256: str) -> bytes:
        """Return the bytes with this hash; missing or changed bytes are refused."""
        return sources.read_bytes(self._folder, sha256)

    def add_reading(self, reading: Reading) -> bool:
        """Add the reading; its source must be there."""
        return self._database.write(readings.insert_reading, reading)

    def get_reading(self, reading_id: str) -> Reading | None:
        """Return the reading with this id, or none."""
        return self._database.read(readings.select_reading, reading_id)

    def find_reading(
        self, source_sha256: str, reader: str, options: Sequence[str] = ()
    ) -> Reading | None:
        """Return what the reader last made of the source with these options, or none."""
        return self._database.read(readings.search_reading, source_sha256, reader, options)

    def list_readings(self, source_sha256: str) -> tuple[ReadingRow, ...]:
        """Return all that readers made of the source, in the order they were added."""
        return self._database.read(readings.select_rows, source_sha256)

    def find_sources(self, reading_ids: Sequence[str]) -> dict[str, str]:
        """Return the hash of the source that each of these readings is of."""
        return self._database.read(readings.select_origins, reading_ids)

    def add_dossier(self, dossier: Dossier, at: datetime) -> bool:
        """Add the dossier, or what changed in its name, aliases, process or origin."""
        return self._database.write(dossiers.insert_dossier, dossier, at)

    def get_dossier(self, dossier_id: str) -> Dossier | None:
        """Return the dossier as it was described last, or none."""
        return self._database.read(dossiers.select_dossier, dossier_id)

    def list_dossiers(self, at: datetime | None = None) -> tuple[Dossier, ...]:
        """Return all dossiers as they were described last, or by then, in the order of adding."""
        return self._database.read(dossiers.select_dossiers, at)

    def has_dossier(self, dossier_id: str) -> bool:
        """Return whether there is or was a dossier with this id, forgotten ones included."""
        return self._database.read(dossiers.has_dossier, dossier_id)

    def find_dossier_by_origin(self, origin: str) -> Dossier | None:
        """Return the dossier whose origin this is now, or none."""
        return self._database.read(dossiers.search_origin, origin)

    def find_holders(self, sha256: str) -> tuple[Dossier, ...]:
        """Return the dossiers that held the source at some time, in the order they were added."""
        return self._database.read(dossiers.search_holders, sha256)

    def link_document(self, dossier_id: str, sha256: str, path: str, at: datetime) -> bool:
        """Add the source to the dossier, at a path inside its folder."""
        return self._database.write(dossiers.insert_document, dossier_id, sha256, path, at)

    def list_documents(self, dossier_id: str) -> tuple[DossierDocument, ...]:
        """Return the dossier's documents by path, of each path the last one linked."""
        return self._database.read(dossiers.select_documents, dossier_id)

    def add_draft(self, draft: Draft) -> bool:
        """Add the draft with its documents; its dossier and readings must be there."""
        return self._database.write(drafts.insert_draft, draft)

    def get_draft(self, id_or_prefix: str) -> Draft:
        """Return the draft with this id, or the only one whose id starts so; else refuse."""
        return self._database.read(drafts.select_draft, id_or_prefix)

    def list_drafts(self, dossier_id: str | None = None) -> tuple[DraftRow, ...]:
        """Return all drafts, or those of one dossier, in the order they were added."""
        return self._database.read(drafts.select_rows, dossier_id)

    def latest_draft(self, dossier_id: str) -> Draft | None:
        """Return the draft of the dossier that was added last, or none."""
        return self._database.read(drafts.select_latest, dossier_id)

    def add_decision(self, decision: Decision) -> bool:
        """Add the decision to the log; of two that would stand in one place one is refused."""
        return self._database.write(decisions.insert_decision, decision)

    def list_decisions(self, dossier_id: str) -> tuple[Decision, ...]:
        """Return the decisions on the dossier in the order they were taken."""
        return self._database.read(decisions.select_decisions, dossier_id)

    def list_current_decisions(
        self, dossier_id: str, whole: Sequence[str] = ()
    ) -> tuple[Decision, ...]:
        """Return the decisions on the dossier that nothing replaces, and all on `whole` subjects.

        Spares reading what was replaced, which is most of a long review.
        """
        return self._database.read(decisions.select_current, dossier_id, whole)

    def list_last_decisions(self) -> dict[str, str]:
        """Return the id of the last decision on each dossier that has one."""
        return self._database.read(decisions.select_last)

    def head(self) -> str:
        """Return the hash that names the decision log as it is now."""
        return self._database.read(decisions.select_head)

    def add_request(
        self, fingerprint: str, payload: str, at: datetime, dossier: str | None = None
    ) -> bool:
        """Add what an llm answered to the question with this fingerprint, about this dossier."""
        return self._database.write(requests.insert_request, fingerprint, payload, at, dossier)

    def get_request(self, fingerprint: str) -> str | None:
        """Return the answer to the question with this fingerprint, or none."""
        return self._database.read(requests.select_request, fingerprint)

    def add_sending(self, sending: Sending) -> bool:
        """Add a request that is about to leave; it is on disk when the method returns."""
        return self._database.write(sendings.insert_sending, sending)

    def list_sendings(self) -> tuple[Sending, ...]:
        """Return all requests to llms, in the order they were written down."""
        return self._database.read(sendings.select_sendings)

    def add_llm_check(self, check: LlmCheck) -> bool:
        """Add what was measured of an llm at its endpoint."""
        return self._database.write(llm_checks.insert_llm_check, check)

    def find_llm_check(self, endpoint: str, llm: str) -> LlmCheck | None:
        """Return what was last measured of the llm at the endpoint, or none."""
        return self._database.read(llm_checks.select_llm_check, endpoint, llm)

    def add_answer(self, answer: Answer) -> bool:
        """Add what a colleague answered; its draft and the reading it stands in must be there."""
        return self._database.write(answers.insert_answer, answer)

    def list_answers(self, dossier_id: str) -> tuple[Answer, ...]:
        """Return what colleagues answered on drafts of the dossier, in the order of adding."""
        return self._database.read(answers.select_answers, dossier_id)

    def add_grouping(self, grouping: Grouping) -> bool:
        """Add how a person groups the documents of a folder."""
        return self._database.write(groupings.insert_grouping, grouping)

    def list_groupings(self, folder: str) -> tuple[Grouping, ...]:
        """Return how persons grouped the documents of a folder, in the order of doing so."""
        return self._database.read(groupings.select_groupings, folder)

    def add_registration(self, registration: Registration) -> bool:
        """Add how far an entry was copied into the register's own form."""
        return self._database.write(registrations.insert_registration, registration)

    def find_registration(self, dossier_id: str) -> Registration | None:
        """Return how far the dossier's entry was copied last, or none."""
        return self._database.read(registrations.select_registration, dossier_id)

    def list_registration_log(self) -> tuple[Registration, ...]:
        """Return how far entries were copied at any time, in the order of keeping it."""
        return self._database.read(registrations.select_log)

    def list_registrations(self, at: datetime | None = None) -> dict[str, Registration]:
        """Return how far the entry of each dossier was copied last, or by then."""
        return self._database.read(registrations.select_registrations, at)

    def add_candidates(self, rows: Sequence[Candidate]) -> bool:
        """Add the rows of a list, all or none; the reading of the list must be there."""
        return self._database.write(candidates.insert_candidates, rows)

    def list_candidates(self, at: datetime | None = None) -> tuple[Candidate, ...]:
        """Return each candidate as its list had it last, or by then."""
        return self._database.read(candidates.select_candidates, at)

    def add_outcome(self, choice: OutcomeChoice) -> bool:
        """Add what a person says became of a candidate."""
        return self._database.write(candidates.insert_outcome, choice)

    def list_outcomes(self, at: datetime | None = None) -> tuple[OutcomeChoice, ...]:
        """Return what persons said last, or by then, of each candidate."""
        return self._database.read(candidates.select_outcomes, at)

    def add_candidate_link(self, link: CandidateLink) -> bool:
        """Add which dossier a person says is about a candidate."""
        return self._database.write(candidates.insert_link, link)

    def list_candidate_links(self, at: datetime | None = None) -> tuple[CandidateLink, ...]:
        """Return which dossier persons named last, or by then, for each candidate."""
        return self._database.read(candidates.select_links, at)

    def add_profile(self, profile: OrganisationProfile, at: datetime) -> bool:
        """Add what the organisation says of itself."""
        return self._database.write(profiles.insert_profile, profile, at)

    def get_profile(self) -> OrganisationProfile | None:
        """Return what the organisation said of itself last, or none."""
        return self._database.read(profiles.select_profile)

    def get_profile_until(self, until: datetime) -> OrganisationProfile | None:
        """Return what the organisation said of itself last by then, else what it said first."""
        return self._database.read(profiles.select_profile_until, until)

    def open_forgetting(self) -> Forgetting:
        """Return what removes a dossier's texts: the one thing that does more than add."""
        return Forgetting(self._database, self._folder)

    def add_publication(self, publication: Publication) -> bool:
        """Add what the register published under a LARS code; its reading must be there."""
        return self._database.write(publications.insert_publication, publication)

    def list_publications(self, at: datetime | None = None) -> tuple[Publication, ...]:
        """Return what the register published last, or as known by then, under each LARS code."""
        return self._database.read(publications.select_publications, at)

    def list_states(self) -> tuple[DossierState, ...]:
        """Return what an overview of each dossier with a draft rests on, at one moment."""
        return self._database.read(summaries.select_states)

    def find_summaries(self, keys: Sequence[str]) -> dict[str, str]:
        """Return what overviews kept under these keys."""
        return self._database.read(summaries.select_summaries, keys)

    def add_summaries(self, rows: Mapping[str, str]) -> bool:
        """Add what overviews may show again while nothing changes, by key."""
        return self._database.write(summaries.insert_summaries, rows)

    def verify(self, heads: Sequence[str] = ()) -> tuple[Finding, ...]:
        """Return what is not as it was added; `heads` are heads of the log printed earlier."""
        return self._database.read(verify_store, self._folder, heads)
