"""The same rule in other words, and another rule in the same words."""

import pytest

from reviewtui.text.placement.sentence_matching.sentence_likeness import compare_sentences, densest_part
from reviewtui.text.words.terms import terms_of

REWRITTEN = [
    ("Tenants report repairs by phone, online or at the area office.",
     "A repair can be reported online, by phone or in person at an area office."),
    ("We service gas boilers every year.", "Each year a gas engineer services the boiler."),
]  # fmt: skip
PARALLEL = [
    ("A false entry is treated as gross misconduct.", "A false invoice is treated as gross misconduct."),
    ("Managers discuss lessons with their team.", "Managers discuss holidays with their team."),
]
EDITED = [
    ("Officers must keep a log of each repair.", "Officers must write a log of each repair."),
    ("7.4 A shed needs consent from the planning team.", "7.3 A shed needs consent from the planning team."),
    ("Show good behaviour at every meeting.", "Show good behavior at every meeting."),
]


def keys(text):
    """Return the terms of a sentence."""
    return [term.key for term in terms_of(text)]


def compared(old, new):
    """Return the comparison of two sentences, each word of which weighs the same."""
    return compare_sentences(keys(old), keys(new), lambda _: 1.0)


@pytest.mark.parametrize(("old", "new"), REWRITTEN)
def test_the_same_in_other_words_keeps_its_substance_and_not_its_order(old, new):
    """Hardly a word of it was replaced by another one."""
    both = compared(old, new)
    assert both.substance > both.order
    assert both.replaced < 0.25


@pytest.mark.parametrize(("old", "new"), PARALLEL)
def test_something_else_in_the_same_words_keeps_its_order(old, new):
    """What it is about was replaced word for word."""
    both = compared(old, new)
    assert both.order > both.substance
    assert both.replaced >= 0.2


@pytest.mark.parametrize(("old", "new"), EDITED)
def test_a_verb_a_clause_number_and_spelling_replace_nothing(old, new):
    """They are not what a sentence is about."""
    assert compared(old, new).replaced == 0.0


def test_the_densest_part_holds_most_with_least_else():
    """A short sentence inside of a long one."""
    long = keys("Whoever is on duty rings the bell twice at eight, and then opens the post room for the parcels.")
    first, stop = densest_part(keys("Ring the bell twice at eight."), long)
    assert long[first:stop] == keys("rings the bell twice at eight")
