"""The drafter that was asked for, with what it sends where and what it may cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from extractor.commands.options import DrafterName
from extractor.commands.surroundings import find_key, find_route, name_user, now

if TYPE_CHECKING:
    from extractor.batch import ChosenDrafter
    from extractor.drafting.llm.drafter import LlmDrafter
    from extractor.models import Reading
    from extractor.store import Store


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


def choose_drafter(drafter: DrafterName, chosen: LlmChoice, store: Store) -> ChosenDrafter:
    """Return the drafter that was asked for; nothing is sent yet."""
    from extractor.batch import ChosenDrafter, choose_offline  # noqa: PLC0415 - not for --help

    if drafter is DrafterName.offline:
        return choose_offline(now)
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
