"""The alignment of two sequences: what stays is equal, in order, and as long as can be."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from reviewtui.text.diff.sequences.alignment import align
from reviewtui.text.diff.sequences.unique_runs import increasing, unique_pivots

words = st.text(alphabet="abcdef", max_size=40)


@given(words, words)
def test_what_stays_is_equal_on_both_sides_and_in_order(old, new):
    """Each run holds the same elements on both sides, and no run reaches back."""
    i = j = 0
    for x, y, n in align(old, new):
        assert n > 0
        assert x >= i
        assert y >= j
        assert old[x : x + n] == new[y : y + n]
        i, j = x + n, y + n


@given(words, words)
def test_small_sequences_are_compared_exactly(old, new):
    """No more elements could stay than do."""
    kept = sum(n for _, _, n in align(old, new))
    assert len(old) + len(new) - 2 * kept == Indel.distance(old, new)


def test_anchors_stand_once_on_each_side_beside_an_equal_neighbour():
    """A word that happens to be alone on both sides, in other company, is no anchor."""
    assert unique_pivots("abcx", "abcy") == [(0, 0), (1, 1), (2, 2)]
    assert unique_pivots("pxq", "rxs") == []


def test_the_longest_rising_row_is_found():
    """The second numbers rise, and no longer row exists."""
    assert increasing([(0, 5), (1, 1), (2, 2), (3, 3), (4, 0)]) == [(1, 1), (2, 2), (3, 3)]


@given(st.permutations(range(12)))
def test_what_stays_in_order_is_the_longest_part_that_rises(row: list[int]) -> None:
    """It rises, and no row of more of them does."""
    kept = [second for _, second in increasing(list(enumerate(row)))]
    assert sorted(set(kept)) == sorted(kept)
    best = [1] * len(row)
    for at, value in enumerate(row):
        best[at] = 1 + max((best[n] for n in range(at) if row[n] < value), default=0)
    assert len(kept) == max(best)
