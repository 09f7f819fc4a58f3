"""Every error a user can meet, as two Dutch lines: what happened, and what to do.

BronvastError
├── FolderNotFound        the path to scan is not there
├── NothingToRead         the folder holds no documents
├── DocumentNotFound      no dossier holds that document
├── GroupingRefused       documents cannot be grouped so
├── ListUnusable          a list of candidates cannot be read or understood
├── CandidateNotFound     no candidate with that name, or several
├── OutcomeRefused        this cannot be said of that candidate
├── DraftNotFound         no draft with that id, or several
├── DossierNotFound       no dossier with that id or name, or several
├── DossierForgotten      the dossier's texts were removed, and none are added
├── ForgettingRefused     nothing was confirmed, so nothing is removed
├── FieldUnknown          the register has no such field
├── ValueRefused          the publication standard forbids this value
├── DecisionRefused       this decision cannot be taken on this draft
├── ReasonNeeded          a value with an error beside it wants a reason
├── ReviewIncomplete      fields still await a decision
├── NothingConfirmed      no draft is decided on every field
├── PolicyUnusable        a policy file cannot be read or understood
├── EndpointUnreadable    the address names no one certain computer
├── EndpointRefused       the policy does not let documents go to that address
├── NothingToSend         no document of the dossier may go to the language model
├── LlmFailed             the language model gave no answer
├── DraftingFailed        Bronvast itself failed on one dossier
├── LlmUnfit              the language model cannot do the job
├── AnswersUnusable       a document that came back holds no usable answer
├── DownloadUnusable      a file is no download of the register
├── GoldUnusable          a file with known truth is not of the right form
├── EvaluationUnusable    a file holds no earlier evaluation
├── ProfileUnusable       the file about the organisation is not of the right form
├── PlanningUnusable      the file with targets is not of the right form
├── FiguresUnusable       a file holds no figures of a report, or none that go together
├── TemplateUnusable      a Word template cannot be used
├── DateRefused           no report can be made of that day
├── OutputRefused         the export cannot be written there
├── RegisterRefused       the register does not take what is sent, or cannot be reached
├── SystemRefused         the operating system refused a path or a write
└── WorkspaceUnusable     the workspace or database cannot be opened
"""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from typing import Literal

_SAID = {
    errno.EACCES: "u hebt daar geen rechten",
    errno.EILSEQ: "deze tekens kunnen hier niet",
    errno.ENAMETOOLONG: "het pad is te lang",
    errno.ENOSPC: "de schijf is vol",
}
"""What the operating system means, by its code."""


class BronvastError(Exception):
    """Carries its facts and a hint; only the command line prints them."""

    hint = "Bekijk de opties met `bronvast --help`."

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint or type(self).hint


class FolderNotFound(BronvastError):
    """The path to scan is not there."""

    hint = "Controleer het pad, en of u de map mag lezen."

    def __init__(self, path: str) -> None:
        super().__init__(f"de map of het bestand {path} is er niet")


class NothingToRead(BronvastError):
    """The folder holds no documents."""

    hint = "Geef een map met PDF-, Word- of tekstbestanden."

    def __init__(self, path: str) -> None:
        super().__init__(f"in {path} staan geen documenten")


class AnswersUnusable(BronvastError):
    """A document that came back holds no usable answer."""

    hint = (
        "Gebruik het Word-document dat `bronvast concept` maakte, met uw antwoorden in de vakken "
        "en uw naam bovenaan; of geef de naam met --name."
    )

    def __init__(self, document: str, why: str) -> None:
        super().__init__(f"{document} {why}")


class DocumentNotFound(BronvastError):
    """No dossier in the folder holds that document."""

    hint = "Geef het pad zoals `bronvast scan` het toont."

    def __init__(self, path: str) -> None:
        super().__init__(f"geen dossier heeft een document {path}")


class GroupingRefused(BronvastError):
    """Documents cannot be grouped so."""

    hint = "Bekijk de indeling met `bronvast scan`, en noem documenten zoals die daar staan."


class ListUnusable(BronvastError):
    """A list of candidates cannot be read or understood."""

    hint = "Geef een Excel-bestand (.xlsx) of een CSV-bestand met een rij kopjes boven de lijst."

    def __init__(self, why: str, hint: str | None = None) -> None:
        super().__init__(f"deze lijst {why}", hint)


class CandidateNotFound(BronvastError):
    """No candidate with that name or number, or several."""

    hint = "Bekijk de kandidaten met `bronvast inventory`, en noem een naam of nummer voluit."

    def __init__(self, named: str, matches: int) -> None:
        found = "is er niet" if matches == 0 else f"is niet eenduidig: {matches} heten zo"
        super().__init__(f"kandidaat {named} {found}")


class OutcomeRefused(BronvastError):
    """This cannot be said of that candidate."""

    hint = "Bekijk de uitkomsten met `bronvast inventory --help`."


class DraftNotFound(BronvastError):
    """No draft with that id, or several that start so."""

    hint = "Bekijk de concepten met `bronvast drafts`."

    def __init__(self, draft: str, matches: int) -> None:
        found = "is er niet" if matches == 0 else f"is niet eenduidig: {matches} beginnen zo"
        super().__init__(f"concept {draft} {found}")


class DossierNotFound(BronvastError):
    """No dossier with that id or name, or several."""

    hint = "Bekijk de dossiers met `bronvast drafts`."

    def __init__(self, reference: str, matches: Sequence[str] = ()) -> None:
        self.matches = tuple(matches)
        found = f"is niet eenduidig: {', '.join(matches)}" if matches else "is er niet"
        super().__init__(
            f"dossier {reference} {found}",
            "Noem het met een van die kenmerken." if matches else None,
        )


class DossierForgotten(BronvastError):
    """The dossier's texts were removed, and none are added to it any more."""

    hint = "Begin opnieuw: `bronvast draft` maakt van dezelfde map een nieuw dossier."

    def __init__(self, dossier: str) -> None:
        super().__init__(f"dossier {dossier} is vergeten")


class ForgettingRefused(BronvastError):
    """Nothing was confirmed, so nothing is removed."""

    hint = "Typ de naam zoals die er staat, of geef --yes; --dry-run toont eerst wat verdwijnt."


class FieldUnknown(BronvastError):
    """The register has no such field."""

    hint = "Gebruik een veldnaam uit `bronvast show`, of `absent` met --empty."

    def __init__(self, field: str) -> None:
        super().__init__(f"het register kent geen veld {field}")


class ValueRefused(BronvastError):
    """The publication standard forbids this value."""

    hint = "Pas de waarde aan en kies opnieuw."

    def __init__(self, field: str, objections: Sequence[str], repaired: str | None = None) -> None:
        self.field = field
        self.objections = tuple(objections)
        hint = f"Bedoelt u: {' '.join(repaired.split())}" if repaired else None
        super().__init__(f"{field}: {'; '.join(objections)}", hint)


class DecisionRefused(BronvastError):
    """This decision cannot be taken on this draft."""


class ChangedMeanwhile(BronvastError):
    """Another decision was taken since the reviewer saw the field."""

    hint = "Bekijk de keuze van nu, en kies dan opnieuw."

    def __init__(self, subject: str, reviewer: str | None) -> None:
        who = f"door {reviewer}" if reviewer else "door een ander"
        super().__init__(f"{subject} is ondertussen veranderd {who}")


class ReasonNeeded(BronvastError):
    """A value with an error beside it is decided without a reason."""

    hint = "Geef met --note de reden waarom dit toch klopt, of kies een andere waarde."

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"bij {field} staat een fout, en er is geen reden gegeven: {message}")


class ReviewIncomplete(BronvastError):
    """Fields still await a decision."""

    def __init__(self, dossier: str, draft: str, undecided: Sequence[str]) -> None:
        self.undecided = tuple(undecided)
        fields = ", ".join(undecided)
        super().__init__(
            f"{dossier} is niet klaar voor uitvoer, nog te kiezen ({len(undecided)}): {fields}",
            f"Kies per veld: `bronvast decide {draft} VELD --accept --reviewer NAAM`.",
        )


class NothingConfirmed(BronvastError):
    """No draft is decided on every field."""

    hint = "Bekijk met `bronvast drafts` hoe ver de keuzes zijn."

    def __init__(self) -> None:
        super().__init__("er is nog geen concept waarvan elk veld is bevestigd")


class PolicyUnusable(BronvastError):
    """A policy file cannot be read or understood; nothing is sent then, nowhere."""

    hint = "Vraag uw beheerder het bestand te herstellen, of werk zonder taalmodel."

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"er gaat niets naar een taalmodel: beleidsbestand {path}: {reason}")


class EndpointUnreadable(BronvastError):
    """The address names no one certain computer; it is shown without its secrets."""

    hint = "Controleer --base-url; schrijf een IP-adres voluit en een naam in gewone letters."

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} is geen adres dat met http:// of https:// begint en een computer noemt"
        )


class EndpointRefused(BronvastError):
    """The policy does not let documents go to that address."""

    def __init__(self, shown: str, files: Sequence[str]) -> None:
        allowed = f"Alleen deze computer (localhost) en wat in {' en '.join(files)} staat, mag"
        if not files:
            allowed = "Zonder beleidsbestand mag alleen deze computer (localhost)"
        super().__init__(
            f"documenten mogen niet naar {shown}",
            f"{allowed}; vraag uw beheerder om dit adres toe te staan.",
        )


class NothingToSend(BronvastError):
    """No document of the dossier may go to the language model."""

    hint = "Maak dit concept zonder taalmodel: laat --drafter llm weg."

    def __init__(self, reason: str) -> None:
        super().__init__(f"er is niets om naar het taalmodel te sturen: {reason}")


LlmFault = Literal["other", "form", "too_long", "cut_off"]
"""What a caller can do something about: the form asked for, too much asked, too much answered."""


class LlmFailed(BronvastError):
    """The language model gave no answer; the reason holds no text of a document."""

    hint = "Controleer --base-url, --llm en de sleutel, en probeer het opnieuw."

    def __init__(
        self,
        reason: str,
        fault: LlmFault = "other",
        tokens: Mapping[str, int] | None = None,
        context_tokens: int | None = None,
    ) -> None:
        self.reason = reason
        self.fault = fault
        self.tokens = tokens or {}
        """What it took all the same, by the names of the count's parts."""
        self.context_tokens = context_tokens
        """How long a question may be, where the endpoint said so."""
        super().__init__(f"het taalmodel gaf geen antwoord: {reason}")


class LlmUnfit(BronvastError):
    """The language model answers, but not well enough to draft with."""

    def __init__(self, llm: str, reason: str, hint: str) -> None:
        super().__init__(f"taalmodel {llm} is niet geschikt: {reason}", hint)


class DraftingStopped(BronvastError):
    """A person stopped the work: no other question is asked."""

    hint = "Geef dezelfde opdracht opnieuw om verder te gaan."

    def __init__(self) -> None:
        super().__init__("gestopt; wat klaar was, is bewaard")


class DraftingFailed(BronvastError):
    """Bronvast itself failed on one dossier; named by the kind of failure, never by its text."""

    hint = "Meld dit aan wie Bronvast onderhoudt; de andere dossiers staan hier los van."

    def __init__(self, kind: str) -> None:
        super().__init__(f"het concept kon niet worden gemaakt door een fout in Bronvast ({kind})")


class DownloadUnusable(BronvastError):
    """A file is no download of the register, or one that nobody can read safely."""

    hint = "Geef de download van het Algoritmeregister, als CSV of Excel, zonder die te wijzigen."

    def __init__(self, why: str, hint: str | None = None) -> None:
        super().__init__(f"de download {why}", hint)


class EvaluationUnusable(BronvastError):
    """A file that should hold an earlier evaluation does not."""

    hint = "Geef met --beside een bestand dat `bronvast evaluate --json` schreef."

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


class GoldUnusable(BronvastError):
    """A file with known truth is not of the right form."""

    hint = "Geef met --gold een map met JSON-bestanden in de vorm van `fixtures/README.md`."

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


class ProfileUnusable(BronvastError):
    """The file about the organisation is not of the right form."""

    hint = "Bekijk het voorbeeld in fixtures/organisation, en verbeter deze regel."


class PlanningUnusable(BronvastError):
    """The file with targets is not of the right form."""

    hint = (
        "Schrijf elk doel als [[target]] met quarter, service, category en count; "
        "zie fixtures/report/planning.toml."
    )

    def __init__(self, reason: str) -> None:
        super().__init__(f"het planningsbestand: {reason}")


class FiguresUnusable(BronvastError):
    """A file holds no figures of a report, or none that go together with others."""

    hint = (
        "Geef bestanden die `bronvast report --figures-out` schreef, elk een keer, met dezelfde "
        "--as-of en --since."
    )

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


class TemplateUnusable(BronvastError):
    """A Word template cannot be used."""

    hint = "Geef met --template een Word-bestand (.docx of .dotx) zonder wachtwoord of label."

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"sjabloon {path}: {reason}")


class DateRefused(BronvastError):
    """No report can be made of that day."""

    hint = "Geef met --as-of een dag die voorbij is, en met --since een eerdere dag."


class OutputRefused(BronvastError):
    """The export cannot be written there."""

    hint = "Geef met --out een bestand in een map waarin u mag schrijven."


class RegisterRefused(BronvastError):
    """The register does not take what is sent, or cannot be reached."""

    hint = "Controleer het adres, de organisatiecode en het token, of vraag het registerteam."


class SystemRefused(BronvastError):
    """The operating system refused a path or a write."""

    hint = "Controleer het pad, de rechten en de ruimte op de schijf."

    def __init__(self, error: OSError | UnicodeError) -> None:
        code = error.errno if isinstance(error, OSError) else errno.EILSEQ
        reason = _SAID.get(code or 0) or getattr(error, "strerror", None) or type(error).__name__
        super().__init__(f"het systeem weigert dit: {reason}")


class WorkspaceUnusable(BronvastError):
    """The workspace or database cannot be opened."""

    hint = "Kies een andere werkmap met --workspace, of een andere database met --database."
