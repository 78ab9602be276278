"""A dismissal says why: not a word, not a mark, and not what another one says."""

import pytest

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Dismiss
from reviewtui.domain.actions.handling_findings import dismiss
from reviewtui.domain.record import events
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import without_own_reason
from tests.making import NOON, RULES, kept, made, number
from tests.strategies import AUTHOR


def dismissed(count: int, finding: str, body: str) -> events.Dismissed:
    """Return a dismissal."""
    return made(events.Dismissed, count, AUTHOR, finding=finding, body=body)


def test_reasons_that_several_share_are_none_of_their_own() -> None:
    """They are counted, with those that say nothing; records of older versions hold such."""
    bodies = ("ok", "Both quote the Act.", "both quote the act", "The owner is named above.")
    assert without_own_reason(dismissed(n, f"term-{n}", body) for n, body in enumerate(bodies, 1)) == 3


def test_a_reason_that_another_finding_has_is_refused() -> None:
    """As long as that finding is in the text; the sentence says what a reason is."""
    first, second = (Finding(f"term-{n}", "term", "policy/a.md", n, n + 1, "two spellings") for n in (1, 2))
    review = fold(Record((kept(dismissed(1, first.id, "Both quote the Act.")),)))
    actor = Actor(AUTHOR, RULES, NOON, lambda: number(9))
    command = Dismiss(second.id, "Both quote the Act.")
    with pytest.raises(Refused, match=r"same words.*a reason says in a sentence"):
        dismiss(actor, command, (first, second), review)
    assert dismiss(actor, command, (second,), review).finding == second.id
