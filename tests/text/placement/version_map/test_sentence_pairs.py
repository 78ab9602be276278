"""Sentences paired before words: equal ones, alike ones, and whole sections that went."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.placement.version_map.numbered_sentence import Side
from reviewtui.text.placement.version_map.sentence_pairs import Weights, sentence_pairs
from reviewtui.text.words.words import Numbering

WORDS = st.sampled_from(["officers", "must", "ask", "the", "team", "may", "post", "ten", "days"])
SENTENCES = st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=5), st.integers(0, 3)), max_size=9)


def side(sentences, numbering):
    """Return sentences, given as words and rank, as one side of a comparison."""
    words = [word for some, _ in sentences for word in some]
    starts = [sum(len(some) for some, _ in sentences[:n]) for n in range(len(sentences))]
    return Side(words, numbering.string(words), starts, [rank for _, rank in sentences])


def pairs(old, new):
    """Return which sentences are paired, as ranges."""
    numbering = Numbering(exact=True)
    one, two = side(old, numbering), side(new, numbering)
    olds, news = one.within(0, len(one.words)), two.within(0, len(two.words))
    return [(pair.old, pair.new) for pair in sentence_pairs(olds, news, Weights(one.words, two.words))]


@given(SENTENCES, SENTENCES)
def test_pairs_rise_on_both_sides(old, new):
    """No sentence is in two pairs, and none crosses another."""
    a = b = 0
    for (i, x), (j, y) in pairs(old, new):
        assert a <= i < x <= len(old)
        assert b <= j < y <= len(new)
        a, b = x, y


@given(SENTENCES)
def test_equal_texts_pair_one_by_one(sentences):
    """Each sentence is itself."""
    assert pairs(sentences, sentences) == [((n, n + 1), (n, n + 1)) for n in range(len(sentences))]


def test_a_section_goes_whole():
    """Its boilerplate is not left over from the end of the one before."""
    head, same = (["editor"], 3), [(["they", "train"], 2), (["they", "report"], 0)]
    old = [(["owner"], 3), *same, head, *same]
    assert pairs(old, old[:3]) == [((n, n + 1), (n, n + 1)) for n in range(3)]


def test_a_sentence_in_two_parts_is_paired_with_both():
    """What one part leaves out is in the other."""
    old = [(["they", "keep", "the", "log", "and", "tell", "the", "council", "about", "every", "breach", "of", "it"], 2)]
    new = [(["they", "keep", "the", "log", "of", "it"], 2), (["tell", "the", "council", "about", "every", "breach"], 0)]
    assert pairs(old, new) == [((0, 1), (0, 2))]
