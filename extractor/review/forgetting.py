"""Say what goes with a dossier, what stays, and what is out of reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.review.labels import count_things
from extractor.store import Forgotten
from extractor.store.forgetting import ForgetScope
from extractor.store.forgotten import RemovedCounts

THINGS = (
    ("documents", "document", "documenten"),
    ("readings", "gelezen tekst", "gelezen teksten"),
    ("drafts", "concept", "concepten"),
    ("decisions", "keuze", "keuzen"),
    ("answers", "antwoord van collega's", "antwoorden van collega's"),
    ("requests", "antwoord van een taalmodel", "antwoorden van een taalmodel"),
    ("groupings", "indeling waarin het voorkomt", "indelingen waarin het voorkomt"),
    ("registrations", "aantekening over het register", "aantekeningen over het register"),
)
"""What is counted, in the order it is told."""

STAYS = (
    "aantallen, hashes en tijden; van elke keuze ook het veld en wie koos",
    "het kenmerk van het dossier, waarin de naam verkort staat",
    "in het verzendlogboek welke documenten zijn verstuurd, als hash",
)

BEYOND = (
    "de documenten in uw eigen mappen; staan ze daar nog, dan leest `bronvast draft` ze weer",
    "reservekopieën en uitvoer die eerder zijn gemaakt",
    "wat naar een taalmodel of het register is gestuurd",
    "bladzijden die uw browser bewaart, hooguit een dag",
    "sporen op de schijf zelf, en kopieën die het systeem maakt",
)

SERVER = "wat de databaseserver zelf nog bewaart: vrije ruimte, logboeken, kopieën"


def write_scope(scope: ForgetScope, *, cleans_database: bool) -> str:
    """Return as lines what forgetting the dossier does, before it is done."""
    beyond = BEYOND if cleans_database else (*BEYOND, SERVER)
    lines = (
        f"{scope.name} ({scope.dossier})",
        "Verdwijnt uit de werkmap:",
        *_list_gone(scope),
        "Blijft:",
        *(f"  {each}" for each in (*_list_shared(scope), *STAYS, *_tell_former(scope.counts))),
        "Hier komt Bronvast niet bij:",
        *(f"  {each}" for each in beyond),
    )
    return "\n".join(lines)


def write_forgotten(forgotten: Sequence[Forgotten]) -> str:
    """Return a line for each forgotten dossier: when, by whom, and how much."""
    return "\n".join(
        f"Vergeten: dossier {each.removal.dossier} op {each.removal.at:%Y-%m-%d} door "
        f"{each.removal.user} ({_count(each.removal.counts)})"
        for each in forgotten
    )


def _list_gone(scope: ForgetScope) -> Iterator[str]:
    for key, one, more in THINGS:
        if number := getattr(scope.counts, key):
            emptied = ", alleen de inhoud" if key == "decisions" else ""
            yield f"  {count_things(number, one, more)}{emptied}"
        if key == "documents":
            yield from (f"    {each.path}" for each in scope.documents)
    if scope.counts.unattributed:
        yield (
            f"  van die antwoorden van een taalmodel is bij {scope.counts.unattributed} niet "
            "bekend over welk dossier zij gaan; ze worden zo nodig opnieuw gevraagd"
        )
    if scope.counts.loose:
        loose = count_things(scope.counts.loose, "document", "documenten")
        yield f"  {loose} zonder dossier, van werk dat is afgebroken"


def _list_shared(scope: ForgetScope) -> Iterator[str]:
    for each in scope.shared:
        yield f"document {each.name}: hoort ook bij {', '.join(each.dossiers)}"


def _tell_former(counts: RemovedCounts) -> Iterator[str]:
    if counts.former:
        number = count_things(counts.former, "keuze", "keuzen")
        yield f"van {number} een oudere hash, zonder zout: wie de tekst raadt, kan die nagaan"


def _count(counts: RemovedCounts) -> str:
    told = ((getattr(counts, key), one, more) for key, one, more in THINGS[:4])
    return ", ".join(count_things(number, one, more) for number, one, more in told)
