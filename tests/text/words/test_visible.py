# ruff: noqa: RUF001 - characters that look alike are the subject
"""Nothing that a terminal acts on or a reader misses passes the one door, and nothing is deleted."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.words.visible import (
    has_hidden,
    hidden_characters,
    is_blank,
    visible,
    visible_line,
    with_sign_for_hidden,
)

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


def test_what_nobody_sees_is_blank() -> None:
    """Spaces, fillers and marks of direction are no words; one letter among them is."""
    for text in ("", " \n\t", "\u00a0", "\u200b", "\u3164 \u2800", "\u202e", "\ufeff\u115f", "\U000e0100"):
        assert is_blank(text)
        assert not is_blank(f"{text}x")


def test_joiners_between_latin_letters_are_shown() -> None:
    """Where no script needs them, they only hide a difference."""
    assert visible("pay\u200dment") == "pay‹U+200D›ment"
    assert visible("pay\u200cment") == "pay‹U+200C›ment"


@pytest.mark.parametrize("mark", ["\u0301", "\u0e47", "\u0f71", "\u20dd"])
def test_piles_of_marks_are_cut(mark: str) -> None:
    """At most four marks stand on one letter as themselves, of whatever script: more smear the lines around."""
    shown = visible("a" + mark * 50)
    assert shown.count(mark) == 4
    assert shown.count(f"‹U+{ord(mark):04X}›") == 46


_UNSEEN = tuple("\ufe01\U000e0100\u3164\u034f\u115f\u2800\u1160\u17b4\u180b")


@pytest.mark.parametrize("char", _UNSEEN)
def test_unseen_letters_have_a_sign_and_a_name(char: str) -> None:
    """Letters that draw nothing are drawn as a sign where words are edited, and can be named."""
    assert with_sign_for_hidden(f"may{char}", "\ufffd") == "may\ufffd"
    assert hidden_characters(f"may{char}, may{char}") == (f"U+{ord(char):04X}",)


def test_what_is_seen_has_no_sign() -> None:
    """Accents, blanks of every kind, letters of other scripts and joined emoji are drawn as they are."""
    words = "cafe\u0301 \u00a0\u3000 \u0928\u092e\u0938\u094d\u0924\u0947 \U0001f469\u200d\U0001f4bb \u0e19\u0e49\u0e33"
    assert with_sign_for_hidden(words, "\ufffd") == words
    assert hidden_characters(words) == ()
