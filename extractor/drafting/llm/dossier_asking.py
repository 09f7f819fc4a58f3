"""Ask an llm about one dossier: in groups, with what fits, and less when it is too much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractor.drafting.llm.answers import merge_answers
from extractor.drafting.llm.asking import Asked, Asker
from extractor.drafting.llm.material import Material, write_material
from extractor.drafting.llm.passages import PassageChooser
from extractor.drafting.llm.planning import Plan, add_plans, estimate_tokens
from extractor.drafting.llm.proposing import limit_absence, read_field
from extractor.drafting.llm.questions import write_questions, write_refusals
from extractor.models import Chunk, Dossier, Origin, Proposal, Reading, Tokens
from extractor.prompts import FilledPrompt, fill_prompt, load_prompt
from extractor.standard.catalogue import Field, find_field

PROPOSE, REPAIR, REDACTED = "propose.v1", "repair.v1", "redacted.v1"
ONE_TOO_LONG = "zelfs één passage past niet in de context van het taalmodel"
_REPAIR_TOKENS = 12_000
"""What a repair is shown at most: the passages of what was refused, and the best beside them."""
_AROUND_TOKENS = 8_000
"""What the rules, the questions of a group and the answer on them take."""


@dataclass(frozen=True)
class LlmOptions:
    """How much is asked at a time, and what may be sent."""

    context_tokens: int = 100_000
    concurrency: int = 4
    redact: bool = False
    """Whether personal data stay here."""
    takes_confidential: bool = False
    """Whether documents marked Dep. VERTROUWELIJK may go to this llm."""
    fields_per_call: int | None = None
    """How many fields a question is about at most; a weak llm loses track of more."""

    @property
    def passage_tokens(self) -> int:
        """Return what is left of the context for passages, beside the question and its answer."""
        return max(self.context_tokens - _AROUND_TOKENS, self.context_tokens // 2)


class DossierAsking:
    """Asks about the passages of one dossier, and knows which it never showed."""

    def __init__(
        self,
        dossier: Dossier,
        readings: Mapping[str, Reading],
        passages: Sequence[Chunk],
        asker: Asker,
        options: LlmOptions,
    ) -> None:
        self._dossier = dossier
        self._readings = readings
        self._passages = tuple(passages)
        self._asker = asker
        self._options = options
        self._chooser = PassageChooser(readings, passages, dossier)
        self._shown: set[Chunk] = set()
        # Where everything fits, all groups are asked about the same material.
        self._write = lru_cache(maxsize=8)(self._write_once)

    def ask(self, fields: Sequence[Field]) -> dict[str, Proposal]:
        """Return a proposal for each of the fields."""
        return self._ask(fields, self._chooser.choose(fields, self._options.passage_tokens))

    def repair(self, refused: Sequence[Proposal]) -> dict[str, Proposal]:
        """Return a proposal for each field of which something was refused."""
        fields = [find_field(proposal.field) for proposal in refused]
        tokens = min(_REPAIR_TOKENS, self._options.passage_tokens)
        return self._ask(fields, self._chooser.choose(fields, tokens, refused), refused)

    def plan(self, groups: Sequence[Sequence[Field]]) -> Plan:
        """Return what asking these groups takes, without what was answered before."""
        planned = []
        for fields in groups:
            chosen = self._chooser.choose(fields, self._options.passage_tokens)
            material = self._write(chosen)
            prompt = self._fill(material, fields)
            if material.chunks and not self._asker.is_remembered(prompt):
                planned.append(Plan(calls=1, tokens=estimate_tokens(prompt, fields)))
        return replace(add_plans(planned), dossiers=1)

    def list_left_out(self) -> tuple[Chunk, ...]:
        """Return the passages that no question was asked about, in order."""
        return tuple(chunk for chunk in self._passages if chunk not in self._shown)

    def _ask(
        self, fields: Sequence[Field], chosen: tuple[Chunk, ...], refused: Sequence[Proposal] = ()
    ) -> dict[str, Proposal]:
        """Ask; an answer that broke off in halves, a question that was too long about less.

        One passage that is too long by itself was read by nobody: it stays left out. Where there
        is no passage nothing is asked, and nothing found.
        """
        material = self._write(chosen)
        prompt = self._fill(material, fields, refused)
        if material.chunks:
            expected = estimate_tokens(prompt, fields)
            asked = self._asker.ask(prompt, material.documents, expected, self._dossier.id)
        else:
            asked = self._asker.find_nothing(fields)
        if asked.fault == "cut_off" and len(fields) > 1:
            half = len(fields) // 2
            return {
                **self._ask(fields[:half], chosen, refused[:half]),
                **self._ask(fields[half:], chosen, refused[half:]),
            }
        if asked.fault == "too_long" and len(chosen) > 1:
            return self._ask(fields, self._chooser.halve(chosen, fields, refused), refused)
        if asked.fault == "too_long":
            asked = asked.model_copy(update={"failure": ONE_TOO_LONG})
        else:
            self._shown.update(chosen)
        name = REPAIR if refused else PROPOSE
        read = self._read(fields, asked, material, load_prompt(name).fingerprint)
        if len(chosen) == len(self._passages):
            return read
        return {key: limit_absence(proposal) for key, proposal in read.items()}

    def _write_once(self, chosen: tuple[Chunk, ...]) -> Material:
        return write_material(
            self._readings, chosen, redact=self._options.redact, beside=self._dossier.name
        )

    def _fill(
        self, material: Material, fields: Sequence[Field], refused: Sequence[Proposal] = ()
    ) -> FilledPrompt:
        prompt = fill_prompt(
            load_prompt(PROPOSE),
            dossier=material.redaction.hide(" ".join(self._dossier.name.split())),
            seal=material.seal,
            passages=material.text,
            questions=write_questions(fields),
        )
        if self._options.redact:
            redacted = load_prompt(REDACTED)
            prompt = fill_prompt(redacted, system=prompt.system, material=prompt.user)
        if not refused:
            return prompt
        # Quotes are in the source's own words again by now.
        refusals = material.redaction.hide(write_refusals(refused, material.seal))
        repair = load_prompt(REPAIR)
        return fill_prompt(repair, system=prompt.system, material=prompt.user, refusals=refusals)

    def _read(
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
