"""A table on a screen: its bars stand below each other."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.views.page.layout import Layout

WORDS = st.lists(st.sampled_from(["a", "It", "everyone", "this", "covers.", "disciplinary"]), max_size=8).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(24, 60))
def test_bars_stand_below_each_other(rows: list[tuple[str, str, str]], width: int) -> None:
    """Also where a line of a cell ends in a space that hangs over its column's edge."""
    text = "| x | y | z |\n|---|---|---|\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    layout = Layout(text, width)
    lines = ["".join(run.text for run in layout.line(number).runs) for number in range(40)]
    bars = {tuple(at for at, sign in enumerate(line) if sign in "│┼") for line in lines if "│" in line or "┼" in line}
    assert len(bars) <= 1
