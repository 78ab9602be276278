"""A reason says why: not a word, and not a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.reasons import is_reason, is_same_reason


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
