"""The dictionary is searched in its file; that must say what its own package says."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from reviewtui.text.meaning.tuning import SHORTEST_MISSPELLING
from reviewtui.text.words import dictionary
from reviewtui.text.words.dictionary import how_often, is_word, words_near

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


@given(st.sampled_from([word for word in LISTED if word.isalpha()]), st.randoms())
def test_words_near_another_are_found(word, chance):
    """Each listed word that is one slip away and begins alike is among them."""
    at = chance.randrange(1, len(word) + 1)
    slip = word[:at] + chance.choice(["", "e", word[at - 1 : at]]) + word[at + chance.randrange(2) :]
    by_letter = [each for each in LISTED if each[0] == slip[0] and each.isalpha() and each.isascii()]
    near = {each for each in by_letter if OSA.distance(slip, each, score_cutoff=1) <= 1}
    assert near - set(words_near(slip)) <= {each for each in near if len(slip) < SHORTEST_MISSPELLING}


def test_both_spellings_are_words():
    """The dictionary is American; British forms count."""
    assert is_word("colour")
    assert is_word("color")
    assert not is_word("colr")


def test_a_common_word_was_met_often() -> None:
    """A word that is in no dictionary was not."""
    assert how_often("apply") > how_often("plaid") > how_often("plaidd") == 0
