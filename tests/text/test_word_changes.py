"""Raw word changes: the exact minimum on texts of ordinary size, also when all lines differ."""

import random

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from reviewtui.text.word_changes import word_changes
from reviewtui.text.words import Numbering

words = st.lists(st.sampled_from(["the", "council", "must", "reply", "**must**", "-", "two\ndays"]), max_size=25)


@given(words.map(" ".join), words.map(" ".join))
def test_no_fewer_words_could_change(old, new):
    """Sizes of both sides add up to the distance of the longest common subsequence, marks as one word."""
    numbering = Numbering()
    least = Indel.distance(numbering.string(old.split()), numbering.string(new.split()))
    assert sum(one.old_size + one.new_size for one in word_changes(old, new)) == least


def test_a_rewrapped_text_keeps_all_its_words():
    """No line is the same, and still only the edited words change."""
    chance = random.Random(3)  # noqa: S311  # a text to compare, not a secret
    before = [f"w{chance.randint(1, 800)}" for _ in range(6000)]
    after = [*before[:1000], "new", *before[1001:4000], *before[4003:]]
    old = "\n".join(" ".join(before[k : k + 12]) for k in range(0, 6000, 12))
    new = "\n".join(" ".join(after[k : k + 7]) for k in range(0, len(after), 7))
    assert sum(one.old_words + one.new_words for one in word_changes(old, new)) == 5
