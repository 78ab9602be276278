"""Landmarks: where two long texts go on alike."""

import random
from itertools import pairwise

from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.diff.sequences.samples import sampled_cuts


def long_text(seed, count):
    chance = random.Random(seed)  # noqa: S311  # a text to compare, not a secret
    return [f"word{chance.randint(1, 3000)}" for _ in range(count)]


def test_landmarks_rise_and_stand_between_equal_words():
    """The same characters follow on both sides, and no word is cut."""
    words = long_text(1, 8000)
    old = " ".join(words)
    new = " ".join([*words[:2000], "a", "new", "clause", *words[2000:5000], *words[5040:]])
    found = list(sampled_cuts(old, new, (0, len(old), 0, len(new))))
    assert len(found) > 5
    assert all(old[i : i + 48] == new[j : j + 48] and old[i] == new[j] == " " for i, j in found)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(found))


def test_texts_without_likeness_have_none():
    """The search ends soon and nothing is cut."""
    old, new = " ".join(long_text(1, 8000)), " ".join(f"other{n}" for n in range(8000))
    assert list(sampled_cuts(old, new, (0, len(old), 0, len(new)))) == []


def test_what_repeats_itself_is_no_landmark():
    """A sample that stands twice nearby would join what does not belong together."""
    old = "the same clause again and again, word for word; " * 900
    assert list(sampled_cuts(old, old[96:], (0, len(old), 0, len(old) - 96))) == []


def test_a_long_text_cut_at_landmarks_changes_as_few_words():
    """Only the edited words differ, although nothing but one line holds them all."""
    words = long_text(2, 30_000)
    after = [word if n % 50 else "changed" for n, word in enumerate(words)]
    diff = diff_texts(" ".join(words), " ".join(after), readable=False)
    assert (diff.words_deleted, diff.words_inserted) == (600, 600)
