"""Words of a part of a text, whose offsets are counted."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.stretches import Stretch

texts = st.text(alphabet="ab  \n\n\r\t\u00a0\u2028é😀", max_size=60)


@given(texts, texts, texts)
def test_words_stand_where_they_are_counted(before, text, after):
    """Each word is found at its offset of the whole text, whatever white space is between."""
    start, end = len(before) + 1, len(before) + 1 + len(text)
    whole = f"{before} {text} {after}"
    stretch = Stretch(whole, start, end)
    expected = [(start + match.start(), start + match.end()) for match in re.finditer(r"\S+", text)]
    assert stretch.spans([(k, k + 1) for k in range(len(stretch.words))]) == expected
    if expected:
        assert stretch.spans([(0, len(expected))]) == [(expected[0][0], expected[-1][1])]


def test_an_empty_run_is_the_gap_before_the_next_word():
    """Also where that word stands behind the stretch, and at the end of the text."""
    text = "one  two\n\nthree \n"
    assert Stretch(text, 0, 8).spans([(1, 1), (2, 2)]) == [(5, 5), (10, 10)]
    assert Stretch(text, 0, len(text)).spans([(3, 3)]) == [(15, 15)]
