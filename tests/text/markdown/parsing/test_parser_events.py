"""Places in bytes as places in code points."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.parsing.parser_events import CodePoints


@given(st.lists(st.sampled_from(["a" * 700, "é", "日本" * 300, "😀", "\n", "b" * 256]), max_size=12).map("".join))
def test_each_character_is_found_by_its_first_byte(text):
    """The first byte of each character, and the end of the text, lead to the character's own number."""
    points = CodePoints(text, base=3)
    byte = 0
    for number, char in enumerate(text):
        assert points.at(byte) == number + 3
        byte += len(char.encode())
    assert points.at(byte) == len(text) + 3


def test_last_stretch_whose_bytes_fill_a_whole_one_is_still_counted_in_code_points() -> None:
    """253 letters of 256 bytes at the end of a text are not taken for 256 letters: blocks ran past its end."""
    text = "a" * 256 + "ó" * 3 + "b" * 250
    points = CodePoints(text)
    assert points.at(len(text.encode())) == len(text)
    assert points.at(256 + 6) == 256 + 3
