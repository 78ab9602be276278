"""Phrases in their small notation are found by their first word."""

import re

import pytest

from reviewtui.text.meaning import phrases as notation
from reviewtui.text.meaning.duty_words import DUTIES, NEGATIONS
from reviewtui.text.meaning.limit_words import CONDITIONS, FIRST_CONDITIONS, SCOPES
from reviewtui.text.meaning.phrases import Phrases
from reviewtui.text.words.memo import Memo

PHRASES = Phrases(
    [
        ("duty", (("not", ("must ~ not/never",)), ("must", ("must/shall", "BE ~ required to?", "it is for _ _? to")))),
        ("limit", (("over", ("over > £?\\d",)), ("to", ("is to < aim",)))),
    ]
)


def found_at(phrases, line, start, word):
    """Return the phrase that begins with a word, given what follows it up to a space."""
    rest = line[start + len(word) :]
    return phrases.at(line, start, word, next(iter(rest.split()), "") if rest[:1].isspace() else "")


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
    phrase = found_at(PHRASES, line, 0, word)
    assert phrase is not None
    assert phrase.value == found
    assert line[: phrase.end] == line.removesuffix("£5").rstrip()


def test_what_must_follow_and_what_must_not_stand_before():
    """Else the phrase is not there."""
    assert found_at(PHRASES, "over there", 0, "over") is None
    assert found_at(PHRASES, "The aim is to help", 8, "is") is None
    assert found_at(PHRASES, "The chair is to help", 10, "is") is not None


def test_a_word_that_begins_no_phrase():
    """Nothing is looked for behind it."""
    assert not PHRASES.begins("officers")
    assert found_at(PHRASES, "officers must", 0, "officers") is None


@pytest.mark.parametrize("table", [DUTIES, NEGATIONS, FIRST_CONDITIONS, CONDITIONS, SCOPES])
def test_no_phrase_is_passed_over_by_its_second_word(table):
    """Only those phrases are tried that the next word leaves possible; what is found must be what all of them find."""
    known, everything = Phrases([("kind", table)]), Phrases([("kind", table)])
    everything._possible = Memo(lambda words: everything._by_word.get(notation.first_word(words[0]), ()))
    behind = [
        "",
        " the",
        " not",
        " never",
        " only",
        ", if",
        " be",
        " quickly",
        " fully to",
        "n't",
        " to",
        " that",
        "-off",
        " 3 days",
    ]
    rows = [phrase for _, phrases in table for phrase in phrases]
    for line in {line + more for phrase in rows for line in _said(phrase) for more in behind}:
        word = re.match(r"[^\W\d_]+(?:'[^\W\d_]+)?", line)[0].lower()
        assert found_at(known, line, 0, word) == found_at(everything, line, 0, word), line


def _said(phrase):
    """Give ways of saying a phrase: each choice of each word once, with and without what may be missing."""
    words = phrase.partition(" > ")[0].partition(" < ")[0].split()
    choices = [notation._choices(word.removesuffix("?")) for word in words]
    usual = [{"~": "fully", "_": "staff"}.get(each[0], each[0]) for each in choices]
    yield " ".join(usual)
    yield " ".join(usual[at] for at, word in enumerate(words) if word != "~" and not word.endswith("?"))
    for at, each in enumerate(choices):
        for choice in each:
            yield " ".join([*usual[:at], choice, *usual[at + 1 :]])
    if "not" in usual[1:]:
        yield " ".join(usual).replace(" not", "n't", 1)
