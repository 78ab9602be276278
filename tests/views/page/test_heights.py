"""Sums and look-ups of heights agree with plain lists."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.views.page.heights import Heights


@given(
    st.lists(st.lists(st.integers(1, 9), max_size=9), max_size=9),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9))),
)
def test_sums_and_look_ups_hold(batches: list[list[int]], changes: list[tuple[int, int]]) -> None:
    """However heights were added and changed, each line is found in the block that covers it."""
    heights, plain = Heights(), []
    for batch in batches:
        heights.extend(batch)
        plain += batch
    for index, height in changes:
        if index < len(plain):
            heights.change(index, height)
            plain[index] = height
    assert heights.total == sum(plain)
    assert [heights.before(index) for index in range(len(plain) + 1)] == [
        sum(plain[:index]) for index in range(len(plain) + 1)
    ]
    rows = [(index, row) for index, height in enumerate(plain) for row in range(height)]
    assert [heights.find(y) for y in range(len(rows))] == rows
    assert heights.find(len(rows) + 3) == (len(plain), 3)
