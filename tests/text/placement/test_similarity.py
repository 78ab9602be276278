"""The same rule in other words, and another rule in the same words."""

import pytest

from reviewtui.text.placement.placement import Placer, Quote
from reviewtui.text.placement.similarity import SentenceComparison, compare_sentences
from reviewtui.text.words.terms import terms_of

REWRITTEN = [
    ("Tenants report repairs by phone, online or at the area office.",
     "A repair can be reported online, by phone or in person at an area office."),
    ("We service gas boilers every year.", "Each year a gas engineer services the boiler."),
    ("They register by noon two working days before the meeting.",
     "To speak, register two working days ahead, by noon."),
]  # fmt: skip
PARALLEL = [
    ("A false entry is treated as gross misconduct.", "A false invoice is treated as gross misconduct."),
    ("Managers discuss lessons with their team.", "Managers discuss holidays with their team."),
    ("We inspect one repair in ten after it has been finished.", "We inspect one garage in ten after it has been let."),
]
EDITED = [
    ("Officers must keep a log of each repair.", "Officers must write a log of each repair."),
    ("7.4 A shed needs consent from the planning team.", "7.3 A shed needs consent from the planning team."),
    ("Show good behaviour at every meeting.", "Show good behavior at every meeting."),
]


def compared(old, new):
    """Return the comparison of two sentences, each word of which weighs the same."""
    return compare_sentences([one.key for one in terms_of(old)], [one.key for one in terms_of(new)], lambda _: 1.0)


@pytest.mark.parametrize(("old", "new"), REWRITTEN)
def test_the_same_in_other_words_is_rewritten(old, new):
    """What it is about is kept, the order of words is not."""
    assert compared(old, new).is_rewritten
    assert not compared(old, new).is_parallel


@pytest.mark.parametrize(("old", "new"), PARALLEL)
def test_something_else_in_the_same_words_is_parallel(old, new):
    """What it is about was replaced word for word."""
    assert compared(old, new).is_parallel
    assert not compared(old, new).is_rewritten


@pytest.mark.parametrize(("old", "new"), EDITED)
def test_an_edit_is_no_parallel(old, new):
    """A verb, the number of a clause and spelling are not what a sentence is about."""
    assert not compared(old, new).is_parallel


LOG = "# Log\n\nThe desk opens at eight. {} Entries are kept for two years.\n"


def placed(old, new, words):
    """Return where `words` of one text are in another one."""
    start = old.index(words)
    found = Placer({"a.md": old}, {"b.md": new}).place(Quote("a.md", start, start + len(words), words))
    return new[found.start : found.end] if found.path else None


def test_a_parallel_rule_elsewhere_is_no_home():
    """In a file that was written anew."""
    old, new = PARALLEL[0]
    assert placed(LOG.format(old), f"# Money\n\nAsk the buyer first.\n\n{new}\n\nKeep receipts.\n", old) is None


def test_a_rule_between_neighbours_that_stay_is_itself_whatever_was_replaced():
    """Where it stands says that it is the same one."""
    old, new = PARALLEL[0]
    assert placed(LOG.format(old), LOG.format(new), old) == new


def test_a_rewritten_rule_is_found_in_a_restructured_file():
    """Sentence by sentence, in another order of words."""
    old = "# Repairs\n\n" + " ".join(sentence for sentence, _ in REWRITTEN) + "\n"
    new = "# Handbook\n\n" + "\n\n".join(sentence for _, sentence in REWRITTEN) + "\n"
    for before, after in REWRITTEN:
        assert placed(old, new, before) == after


def test_many_rare_words_make_a_rewritten_sentence_in_any_order():
    """A share of the substance that would be too little is enough where hardly a word was replaced by another one."""
    assert SentenceComparison(substance=0.4, order=0.45, replaced=0.05, shared=4.5).is_freely_rewritten
    assert not SentenceComparison(substance=0.4, order=0.45, replaced=0.2, shared=4.5).is_freely_rewritten
    assert not SentenceComparison(substance=0.4, order=0.45, replaced=0.05, shared=2.5).is_freely_rewritten


def test_most_of_a_sentence_may_be_kept_though_a_name_was_replaced():
    """A sentence of eight words of which one is another name now."""
    assert SentenceComparison(substance=0.78, order=0.9, replaced=0.14, shared=2.6).says_nearly_all
    assert not SentenceComparison(substance=0.5, order=0.9, replaced=0.14, shared=2.6).says_nearly_all
