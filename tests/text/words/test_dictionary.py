"""The dictionary is searched in its file; that must say what its own package says."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from spellchecker import SpellChecker

from reviewtui.text.words import dictionary
from reviewtui.text.words.dictionary import how_often, is_word

PACKAGE = SpellChecker(language="en", distance=1)
LISTED = sorted(PACKAGE.word_frequency.dictionary)


def test_its_lines_are_in_order():
    """Otherwise they could not be searched."""
    lines = dictionary._lines().splitlines()
    assert all(line < following for line, following in pairwise(lines))
    assert len(lines) == len(LISTED)


@given(st.sampled_from(LISTED) | st.text(alphabet="abcdeé'\" :\\", max_size=6))
def test_it_says_what_the_package_says(word):
    """A listed word is one; what the package does not know is none, whatever signs are in it."""
    assert dictionary._is_listed(word) == (word in PACKAGE.word_frequency.dictionary)


def test_both_spellings_are_words():
    """The dictionary is American; British forms count."""
    assert is_word("colour")
    assert is_word("color")
    assert not is_word("colr")


def test_a_common_word_was_met_often() -> None:
    """A word that is in no dictionary was not."""
    assert how_often("apply") > how_often("plaid") > how_often("plaidd") == 0
