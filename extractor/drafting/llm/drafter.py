"""The llm drafter: questions in groups, the passages first, every answer as claims with quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from extractor.documents.profile import list_markings
from extractor.drafting.constants import find_constant
from extractor.drafting.llm.answers import merge_answers
from extractor.drafting.llm.asking import Asked, Asker
from extractor.drafting.llm.material import Material, write_material
from extractor.drafting.llm.proposing import read_field
from extractor.drafting.llm.questions import group_fields, write_questions, write_refusals
from extractor.drafting.room import hash_room
from extractor.models import (
    Chunk,
    Dossier,
    Origin,
    Proposal,
    Reading,
    Tokens,
)
from extractor.policy import refuse_markings
from extractor.prompts import FilledPrompt, fill_prompt, load_prompt
from extractor.standard.catalogue import Field, find_field

PROPOSE, REPAIR, REDACTED = "propose.v1", "repair.v1", "redacted.v1"


@dataclass(frozen=True)
class LlmOptions:
    """How much is asked at a time, and what may be sent."""

    context_tokens: int = 100_000
    concurrency: int = 4
    redact: bool = False
    """Whether personal data stay here."""
    takes_confidential: bool = False
    """Whether documents marked Dep. VERTROUWELIJK may go to this llm."""


class LlmDrafter:
    """Asks a language model; every claim must bring its quote."""

    def __init__(self, readings: Mapping[str, Reading], asker: Asker, options: LlmOptions) -> None:
        self._asker = asker
        self._options = options
        self._prompt = load_prompt(PROPOSE)
        reasons = {each: self._refuse(reading) for each, reading in readings.items()}
        self._kept_back = {each: reason for each, reason in reasons.items() if reason}
        self._readings = {each: readings[each] for each in readings if each not in self._kept_back}

    @property
    def fingerprint(self) -> str:
        """Return the llm, its endpoint, the prompts, the context, what is kept back, the room."""
        llm = self._asker.llm
        names = (PROPOSE, REPAIR, REDACTED) if self._options.redact else (PROPOSE, REPAIR)
        prompts = " ".join(load_prompt(name).fingerprint for name in names)
        asked = f"{llm.name} {llm.endpoint} {prompts} {self.context_tokens} {hash_room()}"
        return " ".join((asked, *sorted(self._kept_back)))

    @property
    def kept_back(self) -> Mapping[str, str]:
        """Return why which readings may not be sent, by their markings."""
        return self._kept_back

    @property
    def context_tokens(self) -> int:
        """Return what the llm's context holds."""
        return self._options.context_tokens

    def propose(
        self, dossier: Dossier, fields: Sequence[Field], passages: Sequence[Chunk]
    ) -> tuple[Proposal, ...]:
        """Return one proposal a field, in the order of the fields; its quotes are unchecked."""
        material = self._write(passages)
        constants = {f.key: claim for f in fields if (claim := find_constant(f, dossier))}
        groups = group_fields([field for field in fields if field.key not in constants])
        prompts = [self._fill(dossier, material, group) for group in groups]
        found: dict[str, Proposal] = {}
        answers = self._ask_all(prompts, material)
        for group, asked in zip(groups, answers, strict=True):
            found.update(self._read_group(group, asked, material, self._prompt.fingerprint))
        for key, claim in constants.items():
            found[key] = Proposal(field=key, claims=(claim,), origin=self._sign(found.values()))
        return tuple(found[field.key] for field in fields)

    def repair(
        self, dossier: Dossier, refused: Sequence[Proposal], passages: Sequence[Chunk]
    ) -> tuple[Proposal, ...]:
        """Return new proposals for the fields of which something was refused; asked once.

        Where the question fails, each says so and proposes nothing.
        """
        material = self._write(passages)
        fields = [find_field(proposal.field) for proposal in refused]
        first = self._fill(dossier, material, fields)
        prompt = fill_prompt(
            load_prompt(REPAIR),
            system=first.system,
            material=first.user,
            # Quotes are in the source's own words again by now.
            refusals=material.redaction.hide(write_refusals(refused)),
        )
        asked = self._asker.ask(prompt, material.documents)
        return tuple(self._read_group(fields, asked, material, prompt.fingerprint).values())

    def _refuse(self, reading: Reading) -> str | None:
        markings = list_markings(reading, reading.source.name)
        return refuse_markings(markings, takes_confidential=self._options.takes_confidential)

    def _write(self, passages: Sequence[Chunk]) -> Material:
        """Return the passages as they are sent; what is kept back is never among them."""
        sendable = [chunk for chunk in passages if chunk.reading in self._readings]
        return write_material(self._readings, sendable, redact=self._options.redact)

    def _fill(self, dossier: Dossier, material: Material, fields: Sequence[Field]) -> FilledPrompt:
        prompt = fill_prompt(
            self._prompt,
            dossier=material.redaction.hide(" ".join(dossier.name.split())),
            seal=material.seal,
            passages=material.text,
            questions=write_questions(fields),
        )
        if not self._options.redact:
            return prompt
        return fill_prompt(load_prompt(REDACTED), system=prompt.system, material=prompt.user)

    def _ask_all(self, prompts: Sequence[FilledPrompt], material: Material) -> list[Asked]:
        """Ask the first alone, so that its long beginning is remembered for the others."""
        if not prompts:
            return []

        def ask(prompt: FilledPrompt) -> Asked:
            return self._asker.ask(prompt, material.documents)

        first = ask(prompts[0])
        with ThreadPoolExecutor(max_workers=self._options.concurrency) as pool:
            return [first, *pool.map(ask, prompts[1:])]

    def _read_group(
        self, fields: Sequence[Field], asked: Asked, material: Material, prompt: str
    ) -> dict[str, Proposal]:
        """Return a proposal for each asked field; what was not asked is not read."""
        given = merge_answers(asked.answer.answers) if asked.answer else {}
        origin = Origin(
            drafter="llm",
            llm=self._asker.llm.name,
            prompt=prompt,
            at=asked.at,
            tokens=asked.tokens,
            failure=asked.failure,
        )
        # The tokens of a question are counted once, with its first field.
        free = origin.model_copy(update={"tokens": Tokens()})
        return {
            field.key: read_field(field, given.get(field.key), material, free if at else origin)
            for at, field in enumerate(fields)
        }

    def _sign(self, proposals: Iterable[Proposal]) -> Origin:
        """Return the origin of what was asked first, without its tokens."""
        first = next(iter(proposals)).origin
        return first.model_copy(update={"tokens": Tokens(), "failure": None})
