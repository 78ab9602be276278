"""Numbers of things in words."""

from reviewtui.domain.counted_nouns import counted, first_few, plural


def test_one_is_not_many() -> None:
    """The word and what is said of it follow the number."""
    assert [counted(count, "remark") for count in (0, 1, 2)] == ["0 remarks", "1 remark", "2 remarks"]
    assert [counted(count, "gate", "does") for count in (1, 3)] == ["1 gate does", "3 gates do"]
    assert [plural(count, "word") for count in (1, 2)] == ["word", "words"]


def test_a_long_list_says_how_many_more_there_are() -> None:
    """Where all are named nothing is said of more."""
    assert first_few(("a", "b"), 2) == "a, b"
    assert first_few(("a", "b", "c", "d"), 2) == "a, b and 2 more"
