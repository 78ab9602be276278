"""The alarm names the words that changed the meaning, wherever a thread is shown."""

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run

QUOTE = "They are kept for two years"


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("They are", "They must be", "“must” is new"),
        ("two years", "six years", "two years → six years"),
        ("two years", "two years, unless they are private", "“unless” is new"),
        ("They are kept", "They are not kept", "“are not” is new"),
        ("two years", "two years until 1 May 2027", "“until” is new"),
    ],
)
def test_a_changed_meaning_is_told_in_words(review: Clone, run: Run, old: str, new: str, words: str) -> None:
    """In the list, in the thread and as JSON: which words came, went, or stand for others."""
    thread = remark(run, review, "comment", "records", "--quote", QUOTE, "-m", "Why two?", who=NORTHVALE)
    review.commit_edit("policy/records.md", old, new, "Edit")
    [found] = ask(run, review, "threads")["threads"]
    assert found["meaning_changed"]
    assert words in found["reason"]
    assert f"meaning changed ({found['reason']})" in run(review, "threads")[1]
    assert found["reason"] in run(review, "show", thread)[1]
