"""The planning file: how many entries each service publishes in each quarter, per category."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from extractor.errors import PlanningUnusable
from extractor.models import Record
from extractor.report.figures import PerQuarter, ServiceName
from extractor.report.periods import Quarter
from extractor.report.states import Count

_WRONG = {"missing": "ontbreekt", "extra_forbidden": "kent Bronvast niet"}
_FORMS = {
    "quarter": "schrijf een kwartaal als 2026-Q4",
    "category": "schrijf A, B of C",
    "count": "schrijf een aantal, zoals 12",
    "service": "schrijf de naam van de dienst",
}
"""What belongs in a key, for whoever wrote something else."""


class Target(Record):
    """How many entries of a category a service means to publish in a quarter."""

    quarter: Quarter
    service: ServiceName
    category: Literal["A", "B", "C"]
    count: Count


class Planning(Record):
    """The targets, and what the report says of the people and means for them."""

    organisation: Annotated[str, Field(max_length=200)] = ""
    """Whose planning it is, for the title of the report."""
    note: Annotated[str, Field(max_length=5000)] = ""
    """On capacity: hours, funding."""
    target: Annotated[tuple[Target, ...], Field(max_length=20_000)] = ()

    def list_targets(self) -> dict[str, PerQuarter]:
        """Return the targets by service, quarter and category."""
        listed: dict[str, dict[str, dict[Any, int]]] = {}
        for each in self.target:
            quarters = listed.setdefault(each.service, {})
            quarters.setdefault(each.quarter, {})[each.category] = each.count
        return {**listed}


def parse_planning(text: str) -> Planning:
    """Return the planning in a TOML file; refused with the key that is wrong, and why."""
    try:
        planning = Planning.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as broken:
        raise PlanningUnusable(f"het bestand is geen TOML: {broken}") from None
    except RecursionError:
        raise PlanningUnusable("het bestand is geen TOML: te diep genest") from None
    except ValidationError as refused:
        raise PlanningUnusable(_explain(refused)) from None
    _require_once(planning)
    return planning


def _require_once(planning: Planning) -> None:
    seen: set[tuple[str, str, str]] = set()
    for each in planning.target:
        place = (each.quarter, each.service, each.category)
        if place in seen:
            raise PlanningUnusable(f"twee doelen voor {', '.join(place)}")
        seen.add(place)


def _explain(refused: ValidationError) -> str:
    first: Mapping[str, Any] = refused.errors()[0]
    place = [f"{each + 1}e" if isinstance(each, int) else str(each) for each in first["loc"]]
    key = place[-1] if place else ""
    why = _WRONG.get(first["type"]) or _FORMS.get(key) or first["msg"]
    return f"{' '.join(place) or 'het bestand'}: {why}"
