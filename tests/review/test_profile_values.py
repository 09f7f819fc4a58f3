"""One act confirms a profile value in the drafts a person chose, and in no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import DecisionRefused
from extractor.models import Claim, Dossier, Proposal
from extractor.review.profile_values import Chosen, confirm_profile_value, list_profile_values
from extractor.store import open_store
from tests.review.test_decisions import DRAFT, NOON, ORIGIN, SIGNED

VALUE = "Gemeente Duinrade"
OWN = Proposal(field="organization", claims=(Claim(value=VALUE, basis="profile"),), origin=ORIGIN)


def test_a_profile_value_is_confirmed_in_the_chosen_drafts(tmp_path: Path) -> None:
    """Each gets a decision of its own; the one not chosen still awaits a person."""
    proposals = tuple(OWN if each.field == OWN.field else each for each in DRAFT.proposals)
    with open_store(tmp_path) as store:
        for name in ("a", "b", "c"):
            store.add_dossier(Dossier(id=f"d{name}", name=f"Loket {name}", origin=name), NOON)
            changed = {"id": f"draft{name}", "dossier": f"d{name}", "proposals": proposals}
            store.add_draft(DRAFT.model_copy(update=changed))
        chosen = Chosen(field="organization", value=VALUE, drafts=("drafta", "draftb"))
        taken = confirm_profile_value(store, chosen, SIGNED)

        assert [(each.dossier, each.value) for each in taken] == [("da", VALUE), ("db", VALUE)]
        assert [each.draft for each in list_profile_values(store, SIGNED)] == ["draftc"]
        with pytest.raises(DecisionRefused, match="ondertussen veranderd"):
            confirm_profile_value(store, chosen, SIGNED)
        assert store.list_decisions("dc") == ()
