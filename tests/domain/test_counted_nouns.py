"""Numbers of things in words."""

from reviewtui.domain.counted_nouns import counted, plural


def test_one_is_not_many() -> None:
    """The word and what is said of it follow the number."""
    assert [counted(count, "remark") for count in (0, 1, 2)] == ["0 remarks", "1 remark", "2 remarks"]
    assert [counted(count, "gate", "does") for count in (1, 3)] == ["1 gate does", "3 gates do"]
    assert [plural(count, "word") for count in (1, 2)] == ["word", "words"]
