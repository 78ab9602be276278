"""A list counts on when an item of it goes or comes, in its own style, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted

GONE = [
    ("1. a\n2. b\n3. c\n\nEnd 4.\n", "b", "1. a\n2. c\n\nEnd 4.\n"),
    ("1. a\n2. b\n3. c\n", "a", "1. b\n2. c\n"),
    ("1. a\n2. b\n3. c\n", "c", "1. a\n2. b\n"),
    ("3) a\n4) b\n5) c\n", "b", "3) a\n4) c\n"),
    ("1. a\n1. b\n1. c\n", "b", "1. a\n1. c\n"),
    ("0. a\n0. b\n0. c\n", "b", "0. a\n0. c\n"),
    ("01. a\n02. b\n03. c\n", "b", "01. a\n02. c\n"),
    ("1. a\n3. b\n7. c\n", "b", "1. a\n7. c\n"),
    ("- x\n  1. a\n  2. b\n  3. c\n- y\n", "b", "- x\n  1. a\n  2. c\n- y\n"),
    ("1. a\n   1. k\n   2. l\n2. b\n3. c\n", "k", "1. a\n   1. l\n2. b\n3. c\n"),
    ("1. a\n2. b\n   1. k\n   2. l\n3. c\n", "b\n   1. k\n   2. l", "1. a\n2. c\n"),
    ("> 1. a\n> 2. b\n> 3. c\n", "b", "> 1. a\n> 2. c\n"),
    ("1. a\n\n2. b\n\n3. c\n", "b", "1. a\n\n2. c\n"),
    ("1. a\r\n2. b\r\n3. c\r\n", "b", "1. a\r\n2. c\r\n"),
    ("9. a\n10. b\n    more\n    - k\n", "a", "9. b\n   more\n   - k\n"),
    ("1. a\n2. b\n3. c\n\nText.\n\n1. d\n2. e\n", "b", "1. a\n2. c\n\nText.\n\n1. d\n2. e\n"),
]
COME = [
    ("1. a\n2. b\n", "a", "\n2. new", "1. a\n2. new\n3. b\n"),
    ("1. a\n2. b\n", "a", "\n1. new", "1. a\n2. new\n3. b\n"),
    ("1. a\n1. b\n", "a", "\n1. new", "1. a\n1. new\n1. b\n"),
    ("1. a\n2. b\n", "b", "\n3. new\n4. newer", "1. a\n2. b\n3. new\n4. newer\n"),
    ("9. a\n   more\n10. b\n", "more", "\n10. new", "9. a\n   more\n10. new\n11. b\n"),
    ("8. a\n9. b\n   - k\n", "a", "\n9. new", "8. a\n9. new\n10. b\n    - k\n"),
]


@pytest.mark.parametrize(("text", "gone", "result"), GONE)
def test_what_follows_a_deleted_item_moves_up(text: str, gone: str, result: str) -> None:
    """Nested lists, other signs, zeros before the number and wide numbers keep their style."""
    at = text.index(gone)
    change = fitted(text, at, at + len(gone), "")
    assert isinstance(change, Edit)
    assert change.applied(text) == result


@pytest.mark.parametrize(("text", "after", "words", "result"), COME)
def test_what_follows_a_new_item_moves_down(text: str, after: str, words: str, result: str) -> None:
    """The new item gets the number of its place, whatever number it was written with."""
    at = text.index(after) + len(after)
    change = fitted(text, at, at, words)
    assert isinstance(change, Edit)
    assert change.applied(text) == result


@given(
    first=st.integers(0, 120),
    sizes=st.lists(st.integers(0, 3), min_size=2, max_size=12),
    gone=st.integers(0, 11),
    sign=st.sampled_from(".)"),
)
def test_every_other_item_keeps_its_words_and_its_depth(first: int, sizes: list[int], gone: int, sign: str) -> None:
    """Of a list with items inside items one goes: the others are the same blocks, and the numbers count on."""
    gone %= len(sizes)
    items, markers = [], [f"{first + at}{sign}" for at in range(len(sizes))]
    for at, (marker, size) in enumerate(zip(markers, sizes, strict=True)):
        inner = "".join(f"{' ' * (len(marker) + 1)}- point {at} {n}\n" for n in range(size))
        items.append(f"{marker} item number {at} here\n{inner}")
    text = "Before.\n\n" + "".join(items) + "\nBehind.\n"
    start = text.index(f"item number {gone} here")
    change = fitted(text, start, start + len(items[gone]) - len(markers[gone]) - 2, "")
    assert isinstance(change, Edit)
    after = change.applied(text)
    own = re.compile(rf"(?:number|point) {gone} ")
    kept = [block for block in _words(text) if not own.match(block[1].removeprefix("item "))]
    assert _words(after) == kept
    numbers = [int(number) for number in re.findall(r"^(\d+)[.)] ", after, re.MULTILINE)]
    assert numbers == list(range(first, first + len(sizes) - 1))


def _words(text: str) -> list[tuple[int, str]]:
    blocks = (block for block in document_of(text).blocks if block.kind != "blank")
    return [(len(block.within), text[slice(*block.text)]) for block in blocks]
