"""What the register published is kept per code, and what it says now is what it said last."""

from __future__ import annotations

from datetime import timedelta

from extractor.published import Publication
from extractor.store import Store


def test_the_last_publication_of_a_code_counts(filled: Store, publication: Publication) -> None:
    """A newer one stands beside the older one; each code has one that counts."""
    changed = publication.entry.model_copy(update={"values": {"name": "Scanauto 2"}})
    other = publication.entry.model_copy(update={"lars": "87654321"})
    newer, second = (publication.model_copy(update={"entry": each}) for each in (changed, other))

    added = [filled.add_publication(each) for each in (publication, second, newer)]

    assert added == [True, True, True]
    assert filled.list_publications() == (second, newer)


def test_a_download_that_says_nothing_new_adds_nothing(
    filled: Store, publication: Publication
) -> None:
    """So that the place of a value stays where it was first found."""
    filled.add_publication(publication)
    later = publication.model_copy(
        update={"downloaded_on": publication.downloaded_on + timedelta(days=9)}
    )

    assert filled.add_publication(later) is False
    assert filled.list_publications() == (publication,)
