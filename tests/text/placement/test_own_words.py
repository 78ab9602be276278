"""Words in a row that only one sentence of each version has tell where it went, whatever else was put otherwise."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

OLD = """# Fair

The fair accepts all traders based on the merit of their goods, and the fair's accounts must be open to all according to
good custom.

## Passes

To add a night pass to your badge so that you can enter the hall at any hour press the wheel by “Your stall” and then
the button “Change stall”.

Pitches are given out by lot. Lamps are lit at dusk.

The sign says: All welcome. Only stalls.
"""
NEW = """# Fair

We are open: the fair's accounts must be open to all according to good custom.

The names of all helpers are on the board.

We accept all traders based on the merit of their goods and their manners.

## Passes

Pitches are given out by lot. Lamps are lit at dusk.

To add a night pass to your badge, go to <https://fair.example> and choose “Set up a pass” at the top of the page.

The board lists what is free: shelves at the gate, stalls at the pond, stools, a barrow, two tents, ropes and pegs, with
the times at which each is lent and by whom it is brought back.
"""


def placed(words: str, old: str = OLD, new: str = NEW):
    """Return where `words` of the old text went, and what stands there."""
    start = old.index(words)
    placement = Placer({"fair.md": old}, {"fair.md": new}).place(Quote("fair.md", start, start + len(words), words))
    return placement, new[placement.start : placement.end] if placement.path else None


def test_part_that_became_a_sentence_of_its_own():
    """A sentence was split: the first half is followed to the new sentence that alone has its words."""
    placement, words = placed("The fair accepts all traders based on the merit of their goods")
    assert placement.state == "edited"
    assert "based on the merit of their goods" in words


def test_sentence_of_which_only_its_own_words_are_left():
    """Less than a third is left, but nobody else speaks of adding a night pass to your badge; it is not sure."""
    placement, words = placed("To add a night pass to your badge so that you can enter the hall at any hour")
    assert placement.state == "edited"
    assert words.startswith("To add a night pass to your badge")


@pytest.mark.parametrize(
    "other", ["To add a night pass to your badge is free.\n", "Ask how to add a night pass to your badge.\n"]
)
def test_words_that_stand_twice_are_nobodys_own(other):
    """Where another sentence has the same words they tell nothing."""
    placement, _ = placed("To add a night pass to your badge so that you can enter the hall", new=f"{NEW}\n{other}")
    assert placement.state in {"orphaned", "ambiguous"} or placement.confidence < 0.5


def test_a_word_in_a_long_list_is_not_a_short_sentence():
    """“Only stalls.” is gone, though a long sentence names stalls among much else."""
    assert placed("All welcome. Only stalls.")[0].state == "orphaned"
