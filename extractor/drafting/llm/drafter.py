"""The llm drafter: questions in groups, the passages first, every answer as claims with quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from extractor.composing import takes_several
from extractor.drafting.constants import find_constant
from extractor.drafting.llm.answers import AnswerClaim, FieldAnswer, merge_answers
from extractor.drafting.llm.asking import Asked, Asker
from extractor.drafting.llm.material import Material, write_material
from extractor.drafting.llm.questions import group_fields, write_questions, write_refusals
from extractor.drafting.room import hash_room
from extractor.models import (
    NOT_FOUND,
    Absence,
    Chunk,
    Claim,
    ClaimValue,
    Dossier,
    LinkedTitle,
    Origin,
    Proposal,
    Reading,
    Tokens,
)
from extractor.prompts import FilledPrompt, fill_prompt, load_prompt
from extractor.standard.catalogue import Field, find_field

PROPOSE, REPAIR = "propose.v1", "repair.v1"


@dataclass(frozen=True)
class LlmOptions:
    """How much is asked at a time."""

    context_tokens: int = 100_000
    concurrency: int = 4


class LlmDrafter:
    """Asks a language model; every claim must bring its quote."""

    def __init__(self, readings: Mapping[str, Reading], asker: Asker, options: LlmOptions) -> None:
        self._readings = readings
        self._asker = asker
        self._options = options
        self._prompt = load_prompt(PROPOSE)

    @property
    def fingerprint(self) -> str:
        """Return the llm, its endpoint, the prompts, the context and the drafting room."""
        llm = self._asker.llm
        prompts = f"{self._prompt.fingerprint} {load_prompt(REPAIR).fingerprint}"
        return f"{llm.name} {llm.endpoint} {prompts} {self.context_tokens} {hash_room()}"

    @property
    def context_tokens(self) -> int:
        """Return what the llm's context holds."""
        return self._options.context_tokens

    def propose(
        self, dossier: Dossier, fields: Sequence[Field], passages: Sequence[Chunk]
    ) -> tuple[Proposal, ...]:
        """Return one proposal a field, in the order of the fields; its quotes are unchecked."""
        material = write_material(self._readings, passages)
        constants = {f.key: claim for f in fields if (claim := find_constant(f, dossier))}
        groups = group_fields([field for field in fields if field.key not in constants])
        prompts = [self._fill(dossier, material, group) for group in groups]
        found: dict[str, Proposal] = {}
        for group, asked in zip(groups, self._ask_all(prompts), strict=True):
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
        material = write_material(self._readings, passages)
        fields = [find_field(proposal.field) for proposal in refused]
        first = self._fill(dossier, material, fields)
        prompt = fill_prompt(
            load_prompt(REPAIR),
            system=first.system,
            material=first.user,
            refusals=write_refusals(refused),
        )
        asked = self._asker.ask(prompt)
        return tuple(self._read_group(fields, asked, material, prompt.fingerprint).values())

    def _fill(self, dossier: Dossier, material: Material, fields: Sequence[Field]) -> FilledPrompt:
        return fill_prompt(
            self._prompt,
            dossier=" ".join(dossier.name.split()),
            seal=material.seal,
            passages=material.text,
            questions=write_questions(fields),
        )

    def _ask_all(self, prompts: Sequence[FilledPrompt]) -> list[Asked]:
        """Ask the first alone, so that its long beginning is remembered for the others."""
        if not prompts:
            return []
        first = self._asker.ask(prompts[0])
        with ThreadPoolExecutor(max_workers=self._options.concurrency) as pool:
            return [first, *pool.map(self._asker.ask, prompts[1:])]

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
            field.key: _read_field(field, given.get(field.key), material, free if at else origin)
            for at, field in enumerate(fields)
        }

    def _sign(self, proposals: Iterable[Proposal]) -> Origin:
        """Return the origin of what was asked first, without its tokens."""
        first = next(iter(proposals)).origin
        return first.model_copy(update={"tokens": Tokens(), "failure": None})


def _read_field(
    field: Field, answer: FieldAnswer | None, material: Material, origin: Origin
) -> Proposal:
    if answer is not None and answer.claims:
        claims = tuple(_read_claim(field, claim, material) for claim in answer.claims)
        if takes_several(field) or len(claims) == 1:
            return Proposal(field=field.key, claims=claims, origin=origin)
        return Proposal(field=field.key, alternatives=claims, origin=origin)
    return Proposal(field=field.key, absent=_read_absence(answer, material, origin), origin=origin)


def _read_claim(field: Field, claim: AnswerClaim, material: Material) -> Claim:
    value: ClaimValue = claim.value.strip()
    if field.kind == "links":
        value = LinkedTitle(title=claim.value.strip(), link=(claim.link or "").strip() or None)
    return Claim(
        value=value,
        quotes=tuple(material.find_quote(quote) for quote in claim.quotes),
        starts_paragraph=claim.new_paragraph,
    )


def _read_absence(answer: FieldAnswer | None, material: Material, origin: Origin) -> Absence:
    if origin.failure:
        return Absence(kind="not_found", reason=f"niet gevraagd: {origin.failure}")
    if answer is None or answer.absent is None:
        return Absence(kind="not_found", reason=NOT_FOUND)
    quotes = tuple(material.find_quote(quote) for quote in answer.absent.quotes)
    reason = answer.absent.reason.strip() if answer.absent.kind == "stated" else ""
    return Absence(kind=answer.absent.kind, reason=reason or NOT_FOUND, quotes=quotes)
