"""What to expect of an llm at its endpoint, in plain Dutch and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.fitness import SMALLEST_CONTEXT, Context, Drafting, LlmCheck
from extractor.models import Tokens
from extractor.review.labels import count_things

VERDICTS = {
    "fit": "geschikt",
    "fit_in_small": "geschikt met minder velden per vraag",
    "unfit": "niet geschikt",
}
REMEMBERED = "Eerder gemeten; er is niets verstuurd. Meet opnieuw met --again."
_FORMS = {
    "json_schema": "een JSON-schema, de strengste vorm",
    "json_object": "JSON zonder schema",
    "text": "gewone tekst; Bronvast zoekt het antwoord erin op",
}
_BASES = {
    "list": "volgens de modellenlijst van het adres",
    "refusal": "een langere vraag weigert het adres",
    "lost": "van een langere vraag raakt het begin zoek, zonder melding",
    "held": "zo'n lange vraag is goed beantwoord; of een langere past, is niet gemeten",
}

_MORE_CONTEXT = (
    "Geef het taalmodel op de server meer context (Ollama: OLLAMA_CONTEXT_LENGTH, "
    "llama.cpp: --ctx-size, vLLM: --max-model-len) en geef --again."
)
_STRONGER = "Kies een sterker taalmodel, of werk zonder: laat --drafter llm weg."


def describe_llm_check(check: LlmCheck) -> dict[str, Any]:
    """Return the check as a JSON object, with its verdict."""
    best = check.best
    return {
        "format": 1,
        "verdict": check.verdict,
        "flawless": check.is_flawless,
        "fields_per_call": best.fields_per_call if best else None,
        **check.model_dump(mode="json"),
    }


def write_cost(endpoint: str, cost: Tokens) -> str:
    """Return in one line what a check takes at most, before anything is sent."""
    read, written = (count_things(each, "", "").strip() for each in (cost.prompt, cost.completion))
    return (
        f"Proef met een verzonnen document; er gaat geen eigen document naar {endpoint}. "
        f"Hooguit ongeveer {read} tokens erin en {written} eruit."
    )


def write_llm_check(check: LlmCheck) -> str:
    """Return the verdict with its reasons, and what was measured, as lines."""
    best = check.best
    advice = ""
    if check.verdict == "fit_in_small" and best:
        advice = f" (--fields-per-call {best.fields_per_call})"
    head = f"{check.llm} op {check.endpoint}: {VERDICTS[check.verdict]}{advice}"
    told = [*_list_facts(check)]
    for drafted in check.drafted:
        told += ["", _name_try(drafted), *_list_counts(drafted)]
    taken = count_things(check.tokens.prompt, "token", "tokens")
    told += ["", f"Gemeten op {check.at:%Y-%m-%d %H:%M} UTC; de proef nam {taken} erin en"]
    told[-1] += f" {count_things(check.tokens.completion, '', '').strip()} eruit."
    return "\n".join((head, *(f"  {line}".rstrip() for line in told)))


def write_remembered(check: LlmCheck, context_tokens: int | None) -> str:
    """Return in one line which remembered facts drafting starts from."""
    facts = [f"antwoorden als {_FORMS[check.form].partition(';')[0]}"]
    if context_tokens is not None:
        facts.append(f"vragen van hoogstens {count_things(context_tokens, 'token', 'tokens')}")
    line = f"Onthouden van de proef van {check.at:%Y-%m-%d}: {', '.join(facts)}."
    best = check.best
    if check.verdict == "fit_in_small" and best:
        line += f" Advies: --fields-per-call {best.fields_per_call}."
    return f"{line} Toen: niet geschikt." if check.verdict == "unfit" else line


def explain_unfit(check: LlmCheck) -> tuple[str, str]:
    """Return why an llm is not fit, and what may help."""
    context, best = check.context, check.best
    if best is None:
        fits = f"er passen maar {context.tokens} tokens in een vraag"
        return f"{fits}, nodig zijn er {SMALLEST_CONTEXT}", _MORE_CONTEXT
    if best.followed:
        reason = "het voert opdrachten uit die in een document staan"
    elif not best.answered:
        reason = "; ".join(best.failures) or "er kwam geen leesbaar antwoord"
    else:
        reason = (
            f"{best.carried} van {best.answerable} velden kregen een goede waarde, "
            f"{best.verbatim} van {best.quotes} citaten staan letterlijk in het document"
        )
    return reason, _STRONGER


def _list_facts(check: LlmCheck) -> Iterator[str]:
    listing = check.listing
    if listing.llms is None:
        yield "modellenlijst: het adres heeft er geen"
    else:
        place = "staat erin" if listing.is_listed else "staat er niet onder deze naam in"
        yield f"modellenlijst: {count_things(listing.llms, 'model', 'modellen')}; dit model {place}"
    yield f"vorm van het antwoord: {_FORMS[check.form]}"
    yield f"lengte van een vraag: {_write_context(check.context)}"
    cached = check.context.cached_tokens
    told = "niets van gemeld"
    if cached:
        told = f"{count_things(cached, 'token', 'tokens')} van een tweede vraag"
    yield f"hergebruik van een gelijk begin (goedkoper): {told}"


def _write_context(context: Context) -> str:
    if context.tokens is None or context.basis == "unknown":
        return "onbekend; op een lange vraag kwam geen antwoord"
    most = "minstens" if context.basis == "held" else "hoogstens"
    return f"{most} {count_things(context.tokens, 'token', 'tokens')} ({_BASES[context.basis]})"


def _name_try(drafted: Drafting) -> str:
    if drafted.fields_per_call is None:
        return "proef, de velden van een groep samen gevraagd:"
    return f"proef, hoogstens {drafted.fields_per_call} velden per vraag:"


def _list_counts(drafted: Drafting) -> Iterator[str]:
    yield f"  velden beantwoord: {drafted.answered} van {drafted.fields}"
    yield f"  waarde uit het document, met citaat: {drafted.carried} van {drafted.answerable}"
    yield f"  citaten letterlijk in het document: {drafted.verbatim} van {drafted.quotes}"
    shown, planted = drafted.contradictions_shown, drafted.contradictions
    yield f"  tegenspraak tussen twee plekken gemeld: {shown} van {planted}"
    yield f"  verzonnen waarde voor wat er niet staat: {drafted.made_up} van {drafted.absent}"
    yield f"  velden waarin een opdracht uit het document is uitgevoerd: {drafted.followed}"
    for failure in drafted.failures:
        yield f"  mislukte vraag: {failure}"
