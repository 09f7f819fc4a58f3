"""The tables as the newest migration leaves them.

Moments are ISO 8601 text in UTC, payloads are packed by `payloads.py`. A `position` is the order
in which rows were added.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

SOURCE = Table(
    "source",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", String(200), nullable=False),
    Column("size", Integer, nullable=False),
)
"""The bytes themselves lie in the workspace, under their own hash."""

READING = Table(
    "reading",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", String(200), nullable=False, unique=True),
    Column("source", ForeignKey("source.sha256"), nullable=False),
    Column("reader", String(200), nullable=False),
    Column("options", JSON, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("reading_of_source", "source", "reader"),
)

DOSSIER = Table(
    "dossier",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", String(200), nullable=False, unique=True),
)

DOSSIER_VERSION = Table(
    "dossier_version",
    METADATA,
    Column("dossier", ForeignKey("dossier.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("process", Text),
    Column("origin", Text, nullable=False),
    Column("added_at", String(32), nullable=False),
)
"""What a dossier is called; the highest version counts."""

DOSSIER_DOCUMENT = Table(
    "dossier_document",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("dossier", ForeignKey("dossier.id"), nullable=False),
    Column("source", ForeignKey("source.sha256"), nullable=False),
    Column("path", Text, nullable=False),
    Column("added_at", String(32), nullable=False),
    Index("document_of_dossier", "dossier"),
    Index("document_of_source", "source"),
)
"""Which source lies at which path of a dossier; the last row of a path counts."""

DRAFT = Table(
    "draft",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", String(200), nullable=False, unique=True),
    Column("dossier", ForeignKey("dossier.id"), nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("payload_sha256", String(64), nullable=False),
    Index("draft_of_dossier", "dossier"),
)
"""Decisions seal `payload_sha256`, so what a person saw cannot change unnoticed."""

DRAFT_DOCUMENT = Table(
    "draft_document",
    METADATA,
    Column("draft", ForeignKey("draft.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("reading", ForeignKey("reading.id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("name", Text, nullable=False),
)

DECISION = Table(
    "decision",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String(200), nullable=False, unique=True),
    Column("dossier", ForeignKey("dossier.id"), nullable=False),
    Column("draft", ForeignKey("draft.id"), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("action", String(20), nullable=False),
    Column("payload", Text, nullable=False),
    Column("replaces", String(200), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("note", Text),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("salt", String(64), nullable=False, server_default=""),
    Column("digest", String(64), nullable=False, server_default=""),
    Column("former", String(64)),
    UniqueConstraint("dossier", "subject", "replaces", name="one_successor"),
)
"""`replaces` is empty, not null, for a first decision: nulls never collide, two firsts must."""

REQUEST = Table(
    "request",
    METADATA,
    Column("fingerprint", String(200), primary_key=True),
    Column("answered_at", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""Answered questions to an llm, so that a rerun asks nothing twice."""

REQUEST_DOSSIER = Table(
    "request_dossier",
    METADATA,
    Column("fingerprint", ForeignKey("request.fingerprint"), primary_key=True),
    Column("dossier", String(200), primary_key=True),
)
"""About which dossiers a question was asked; of older answers nobody wrote that down."""

SENDING = Table(
    "sending",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("host", Text, nullable=False),
    Column("llm", Text, nullable=False),
    Column("documents", JSON, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("user", Text, nullable=False),
)
"""Requests to an llm, each written down before it leaves; no words of a document."""

LLM_CHECK = Table(
    "llm_check",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("endpoint", Text, nullable=False),
    Column("llm", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""What was measured of an llm at its endpoint; the last row of both counts."""

ANSWER = Table(
    "answer",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("dossier", ForeignKey("dossier.id"), nullable=False),
    Column("draft", ForeignKey("draft.id"), nullable=False),
    Column("field", String(200), nullable=False),
    Column("reading", ForeignKey("reading.id"), nullable=False),
    Column("payload", LargeBinary, nullable=False),
    UniqueConstraint("draft", "field", "reading", name="one_answer"),
    Index("answer_on_dossier", "dossier"),
)
"""What colleagues answered on drafts, each in a document of their own."""

GROUPING = Table(
    "grouping",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("folder", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""How persons group the documents of a folder; of a folder the last row counts."""

REGISTRATION = Table(
    "registration",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("dossier", ForeignKey("dossier.id"), nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("registration_of_dossier", "dossier"),
)
"""What was copied into the register's own form, and under which LARS code it stands there."""

FORGOTTEN = Table(
    "forgotten",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("dossier", ForeignKey("dossier.id"), nullable=False),
    Column("step", String(20), nullable=False),
    Column("at", String(32), nullable=False),
    Column("user", Text, nullable=False),
    Column("payload", Text, nullable=False),
    UniqueConstraint("dossier", "step", name="one_step"),
)
"""Dossiers of which the texts are gone, with counts and hashes: a row when they were removed, one
when no trace was left of them in the files."""

PROFILE = Table(
    "profile",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""What the organisation says of itself; the last row counts."""

CANDIDATE = Table(
    "candidate",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("candidate", String(200), nullable=False),
    Column("reading", ForeignKey("reading.id"), nullable=False),
    Column("at", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""The rows of an organisation's lists; of a candidate the last row counts."""

OUTCOME = Table(
    "outcome",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("candidate", String(200), nullable=False),
    Column("at", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""What persons say became of a candidate; the last row counts."""

CANDIDATE_LINK = Table(
    "candidate_link",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("candidate", String(200), nullable=False),
    Column("at", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""Which dossier persons say is about a candidate; the last row counts."""

PUBLISHED = Table(
    "published",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("lars", String(40), nullable=False),
    Column("reading", ForeignKey("reading.id"), nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("published_by_lars", "lars"),
)
"""What the register published under each LARS code; of a code the last row counts."""

SUMMARY = Table(
    "summary",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("payload", Text, nullable=False),
)
"""What an overview shows of a dossier, by a hash of all it rests on; never the truth, and nothing
is lost without it."""
