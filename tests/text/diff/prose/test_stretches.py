"""Words of parts of a text, whose offsets are counted."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.prose.stretches import Stretches

texts = st.text(alphabet="ab  \n\n\r\t\u00a0\u2028é😀", max_size=40)


@given(st.lists(texts, min_size=1, max_size=4))
def test_words_stand_where_they_are_counted(parts):
    """Each word is found at its offset of the whole text, whatever white space is between, in every stretch."""
    whole, spans = "", []
    for part in parts:
        spans.append((len(whole) + 2, len(whole) + 2 + len(part)))
        whole += f"x {part} "
    stretches = Stretches(whole, spans)
    expected = [
        (start + match.start(), start + match.end())
        for part, (start, _) in zip(parts, spans, strict=True)
        for match in re.finditer(r"\S+", part)
    ]
    indices = [k for first, stop in stretches.ranges for k in range(first, stop)]
    starts, ends = stretches.places(indices, [k + 1 for k in indices])
    assert list(zip(starts, ends, strict=True)) == expected
    assert [stretches.words[k] for k in indices] == [whole[start:end] for start, end in expected]


def test_a_run_of_words_ends_with_its_last_word():
    """Also across wide blanks."""
    text = "one  two\n\nthree \n"
    assert Stretches(text, [(0, len(text))]).places([0, 1], [1, 3]) == ([0, 5], [3, 15])


def test_an_empty_run_is_the_gap_before_the_next_word():
    """Also where that word stands behind the stretch, and at the end of the text."""
    text = "one  two\n\nthree \n"
    assert Stretches(text, [(0, 8)]).places([1, 2], [1, 2]) == ([5, 10], [5, 10])
    assert Stretches(text, [(0, len(text))]).places([3], [3]) == ([15], [15])


def test_the_end_of_one_stretch_is_not_the_beginning_of_the_next():
    """An insertion at either has its own place."""
    text = "one two three four"
    stretches = Stretches(text, [(0, 3), (8, 13)])
    (_, stop), (first, _) = stretches.ranges
    assert stretches.places([stop, first], [stop, first]) == ([4, 8], [4, 8])
