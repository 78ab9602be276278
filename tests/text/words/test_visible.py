# ruff: noqa: RUF001 - characters that look alike are the subject
"""Nothing that a terminal acts on or a reader misses passes the one door, and nothing is deleted."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.words.visible import has_hidden, visible, visible_line

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HIDDEN = (
    "\u200b\u2060\ufeff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0\ufe00\U000e0001\U000e0041\U000e0100"
)
PLAIN = (
    "café",
    "cafe\u0301",
    "שלום",
    "السلام عليكم",
    "می\u200cخواهم",
    "क्\u200dष",
    "👩\u200d👩\u200d👧",
    "❤\ufe0f",
    "中文",
    "“–”…€",
    "🇬🇧",
)


@given(st.text())
def test_no_control_passes(text: str) -> None:
    """C0 but the newline, C1, formats, surrogates, private and separators are all replaced."""
    for char in visible(text):
        joins = char in "\u200c\u200d"
        assert char == "\n" or joins or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(st.text())
def test_it_is_stable(text: str) -> None:
    """What was made visible once stays as it is."""
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    """`visible_line` never breaks a line."""
    assert len(visible_line(text).splitlines()) <= 1


@pytest.mark.parametrize("char", [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *BIDI, *HIDDEN])
def test_each_is_shown_and_not_deleted(char: str) -> None:
    """Between two letters each such character leaves a sign, except the newline, which stays."""
    shown = visible(f"a{char}b")
    if char == "\n":
        assert shown == "a\nb"
        return
    assert len(shown) >= 3
    assert char not in shown
    assert (shown[0], shown[-1]) == ("a", "b")


@pytest.mark.parametrize("text", PLAIN)
def test_letters_marks_and_emoji_stay(text: str) -> None:
    """Scripts that need joiners keep them, right-to-left letters stay, and nothing is called hidden."""
    assert visible(text) == text
    assert not has_hidden(text)


@pytest.mark.parametrize("char", [*BIDI, *HIDDEN, "\x1b", "\x9b"])
def test_hidden_characters_are_noticed(char: str) -> None:
    """A section or a sign-off can warn of them."""
    assert has_hidden(f"pay{char}ment")


def test_joiners_between_latin_letters_are_shown() -> None:
    """Where no script needs them, they only hide a difference."""
    assert visible("pay\u200dment") == "pay‹U+200D›ment"
    assert visible("pay\u200cment") == "pay‹U+200C›ment"


def test_piles_of_marks_are_cut() -> None:
    """At most eight combining marks stand on one letter as themselves."""
    shown = visible("a" + "\u0301" * 50)
    assert shown.count("\u0301") == 8
    assert shown.count("‹U+0301›") == 42
