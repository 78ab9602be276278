"""Comparing goes on where there are more different words than code points to number them by."""

import pytest

from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.merge.three_way import merge_texts, settled
from reviewtui.text.words import words
from tests.text.diff.rebuilding import rebuild


@pytest.fixture(autouse=True)
def few_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are 49 numbers, as if the text were a thousandth of a very large one."""
    monkeypatch.setattr(words, "_SURROGATES", (50, 60))
    monkeypatch.setattr(words, "_LAST", 59)


def test_words_of_one_side_need_no_numbers_of_their_own() -> None:
    """Two texts that share few words are compared as exactly as ever."""
    old = " ".join(f"old{n}" for n in range(100)) + " must stay"
    new = " ".join(f"new{n}" for n in range(100)) + " must stay"
    found = diff_texts(old, new)
    assert (found.words_deleted, found.words_inserted) == (100, 100)


def test_both_sides_are_rebuilt_when_numbers_run_out() -> None:
    """Words past the last number count as changed, and nothing is lost."""
    old = " ".join(f"word{n}" for n in range(200))
    new = old.replace("word150 ", "")
    found = diff_texts(old, new, exact=True)
    assert rebuild(old, found, new) == new
    assert rebuild(new, found, old, backwards=True) == old


def test_two_edits_of_one_text_are_still_put_together() -> None:
    """Different sentences in plenty, changed by both sides in different places."""
    base = "\n".join(f"Rule {n}." for n in range(30)) + "\n"
    mine, theirs = base.replace("Rule 2.", "Rule two."), base.replace("Rule 20.", "Rule twenty.")
    merged = settled(merge_texts(base, mine, theirs))
    assert merged == mine.replace("Rule 20.", "Rule twenty.")
