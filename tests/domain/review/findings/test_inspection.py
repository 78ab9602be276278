"""A dismissal says why: not a word, not a mark, and not what another one says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Dismiss
from reviewtui.domain.actions.handling_findings import dismiss
from reviewtui.domain.record import events
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import is_reason, is_same_reason, without_own_reason
from tests.making import NOON, RULES, kept, made, number
from tests.strategies import AUTHOR


@pytest.mark.parametrize("body", ["ok", "OK.", "fine", "...", "\u2713", "n/a", "not relevant", "ok ok ok", "1 2 3 4"])
def test_a_word_or_a_mark_is_no_reason(body: str) -> None:
    """Nor is one word said thrice, or numbers."""
    assert not is_reason(body)


@pytest.mark.parametrize(
    "body", ["Said at launch.", "Both quote the Act.", "\u4e24\u6bb5\u5f15\u7528\u540c\u4e00\u90e8\u6cd5\u5f8b\u3002"]
)
def test_a_sentence_is_a_reason(body: str) -> None:
    """In a script without spaces between words too."""
    assert is_reason(body)


@given(st.integers(0, 10**6), st.sampled_from(["", ".", " !", "\u2026"]))
def test_a_number_or_a_mark_makes_no_reason_of_its_own(count: int, mark: str) -> None:
    """So that a loop over all findings cannot count them up."""
    assert is_same_reason("Both quote the Act.", f"{count} Both quote THE act{mark}")


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
