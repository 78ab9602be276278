"""What shows that an organisation has read or said something: its own people, or what was reported of one of them."""

import pytest

from reviewtui.domain.person import Person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record import events
from reviewtui.domain.review.organisations.coverage import coverage
from reviewtui.domain.review.organisations.organisation_events import counts_for_organisation
from tests.making import CONSOLIDATOR, RULES, STRANGER, blob, draft_of, kept, made, number
from tests.strategies import AUTHOR, READER, REVIEWER

POSTS = "policy/posts.md"
TEXTS = {POSTS: "# Posts\n\nOfficers must think before they post.\n"}


def said(by: Person, organisation: str, recorder: Person | None = None) -> events.Commented:
    """Return a remark on the text in the name of an organisation."""
    there = (Anchor(path=POSTS, blob=blob(TEXTS[POSTS])),)
    fields = {"recorded_by": str(recorder)} if recorder else {}
    return made(
        events.Commented, 1, by, kind="wording", body="Why?", anchors=there, organisation=organisation, **fields
    )


@pytest.mark.parametrize(
    ("by", "organisation", "recorder", "counts"),
    [
        (REVIEWER, "northvale", None, "own"),
        (REVIEWER, "northvale", AUTHOR, "reported"),
        (REVIEWER, "southmere", AUTHOR, "not"),
        (STRANGER, "southmere", AUTHOR, "not"),
        (AUTHOR, "southmere", AUTHOR, "not"),
        (READER, "northvale", AUTHOR, "not"),
        (STRANGER, "northvale", CONSOLIDATOR, "reported"),
        (STRANGER, "unaffiliated", AUTHOR, "not"),
    ],
)
def test_an_author_has_no_organisation_read(
    by: Person, organisation: str, recorder: Person | None, counts: str
) -> None:
    """A remark that an author brings in counts for the organisation of whose words it is, as reported, or for none."""
    event = said(by, organisation, recorder)
    assert counts_for_organisation(event, RULES) is (counts != "not")
    (text,) = coverage(draft_of(TEXTS, kept(event, number(1))), {})
    assert text.readers == ({organisation} if counts != "not" else set())
    assert text.reported == ({organisation} if counts == "reported" else set())
