"""What a comparison asks for: each pair of sentences once, and no word against all others."""

from reviewtui.text.diff.policy_diff import compare_policies
from reviewtui.text.meaning import judging_changes


def test_texts_without_a_common_word_are_classed_word_by_word():
    """Two thousand words that came for two thousand others: the square of that would take minutes."""
    old, new = (" ".join(f"{side}{n}" for n in range(2000)) for side in ("old", "new"))
    assert [change.op for change in compare_policies({"a": old}, {"a": new}).files[0].changes] == ["replace"]


def test_the_hunks_of_one_sentence_ask_for_its_meaning_once(monkeypatch):
    """Three changed words in a sentence are three hunks and one comparison of sentences."""
    asked = []
    compare = judging_changes.word_changes
    monkeypatch.setattr(judging_changes, "word_changes", lambda *pair: asked.append(pair) or compare(*pair))
    old = "Officers in blue jackets keep the old log of every visit beside the big door of the hall.\n"
    new = old.replace("blue", "red").replace("old log", "new log").replace("big door", "side door")
    changes = compare_policies({"a": old}, {"a": new}).files[0].changes
    assert len(changes) == 3
    assert len(asked) == 1
