"""Phrases in their small notation are found by their first word."""

import pytest

from reviewtui.text.meaning.phrases import Phrases

PHRASES = Phrases(
    [
        ("duty", (("not", ("must ~ not/never",)), ("must", ("must/shall", "BE ~ required to?", "it is for _ _? to")))),
        ("limit", (("over", ("over > £?\\d",)), ("to", ("is to < aim",)))),
    ]
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("must", "must"),
        ("SHALL", "must"),
        ("mustn't", "not"),
        ("must   normally never", "not"),
        ("are strictly required to", "must"),
        ("is required", "must"),
        ("it is for the chair to", "must"),
        ("is to", "to"),
        ("over £5", "over"),
    ],
)
def test_a_phrase_is_found_where_it_stands(line, found):
    """Either word, an adverb, a word that may be missing, any word, a contraction, any case and white space."""
    word = line.split()[0].lower()
    assert PHRASES.begins(word)
    phrase = PHRASES.at(line, 0, word)
    assert phrase is not None
    assert phrase.value == found
    assert line[: phrase.end] == line.removesuffix("£5").rstrip()


def test_what_must_follow_and_what_must_not_stand_before():
    """Else the phrase is not there."""
    assert PHRASES.at("over there", 0, "over") is None
    assert PHRASES.at("The aim is to help", 8, "is") is None
    assert PHRASES.at("The chair is to help", 10, "is") is not None


def test_a_word_that_begins_no_phrase():
    """Nothing is looked for behind it."""
    assert not PHRASES.begins("officers")
    assert PHRASES.at("officers must", 0, "officers") is None
