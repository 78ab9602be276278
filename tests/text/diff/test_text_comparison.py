"""Two texts are compared once, however often their policies are."""

from reviewtui.text.diff import policy_diff, text_comparison
from reviewtui.text.diff.policy_diff import compare_policies
from reviewtui.text.diff.text_comparison import TextComparisons
from reviewtui.text.words.words import Numbering

OLD = "Officers keep the old log of every visit.\n"
NEW = "Officers keep the new log of every visit.\n"


def test_a_file_that_stays_is_not_compared_again_when_another_changes(monkeypatch):
    """The comparison of two texts is kept by the texts, whatever stands beside them and whatever they are called."""
    comparisons = TextComparisons(10_000)
    monkeypatch.setattr(policy_diff, "COMPARISONS", comparisons)
    asked = []
    plainly = text_comparison.diff_texts
    monkeypatch.setattr(text_comparison, "diff_texts", lambda *texts: asked.append(texts[:2]) or plainly(*texts))
    first = compare_policies({"a": OLD, "b": "One.\n"}, {"a": NEW, "b": "Two.\n"})
    again = compare_policies({"x": OLD, "b": "One.\n"}, {"x": NEW, "b": "Three.\n"})
    assert [pair for pair in asked if pair == (OLD, NEW)] == [(OLD, NEW)]
    assert first.files[0].changes == again.files[0].changes


def test_the_oldest_comparisons_go_where_they_would_hold_too_much():
    """What is kept has a bound in characters; the answer is the same without it."""
    comparisons = TextComparisons(len(OLD) + len(NEW))
    first = comparisons.of(OLD, NEW, Numbering())
    assert comparisons.of(OLD, NEW, Numbering()) is first
    comparisons.of("One.", "Two.", Numbering())
    anew = comparisons.of(OLD, NEW, Numbering())
    assert anew is not first
    assert anew.diff == first.diff
