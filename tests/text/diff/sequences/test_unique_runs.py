"""Where long sequences are cut: at runs that are equal on both sides and rise on both."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.sequences.alignment import align
from reviewtui.text.diff.sequences.unique_runs import gram_pivots

sequences = st.text(alphabet="abcdefghij", min_size=0, max_size=300)


@given(sequences, sequences)
def test_anchors_are_equal_and_rise(old, new):
    """The same run of words begins at both positions, and no anchor lies behind the one before."""
    found = gram_pivots(old, new)
    assert all(old[i : i + 6] == new[j : j + 6] for i, j in found)
    assert found == sorted(found)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(found))


@given(st.integers(0, 1000))
def test_what_is_cut_at_anchors_is_still_equal_and_loses_little(seed):
    """A long sequence with edits, an insertion and a move is aligned in order, and nearly all of it is kept."""
    chance = random.Random(seed)  # noqa: S311  # a text to compare, not a secret
    old = "".join(chr(chance.randint(1, 900)) for _ in range(3000))
    moved, rest = old[2000:2200], old[:2000] + old[2200:]
    new = rest[:500] + "".join(chr(chance.randint(1, 900)) for _ in range(400)) + rest[501:2300] + moved + rest[2300:]
    blocks = align(old, new, 10_000)
    i = j = 0
    for x, y, n in blocks:
        assert x >= i
        assert y >= j
        assert old[x : x + n] == new[y : y + n]
        i, j = x + n, y + n
    assert sum(n for _, _, n in blocks) >= 2790


def test_unrelated_sequences_have_no_anchor():
    """Nothing alike: nothing to go by, and the alignment comes to an end all the same."""
    old, new = "ab" * 5000, "cd" * 5000
    assert gram_pivots(old, new) == []
    assert align(old, new, 1000) == []
