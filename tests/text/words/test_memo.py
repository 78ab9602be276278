"""A memo answers as its function does, asks it once, and forgets when it knows too much."""

from reviewtui.text.words import memo
from reviewtui.text.words.memo import Memo


def test_each_is_asked_once():
    """Also by `map`, without a call of the function."""
    asked: list[str] = []
    lengths: Memo[str, int] = Memo(lambda word: asked.append(word) or len(word))
    assert list(map(lengths.__getitem__, ["must", "may", "must"])) == [4, 3, 4]
    assert asked == ["must", "may"]


def test_too_many_are_forgotten(monkeypatch):
    """It never holds more than it may."""
    monkeypatch.setattr(memo, "_MOST", 3)
    doubled: Memo[int, int] = Memo(lambda number: 2 * number)
    assert [doubled[number] for number in range(8)] == [0, 2, 4, 6, 8, 10, 12, 14]
    assert len(doubled) <= 3
