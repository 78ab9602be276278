"""Small words and dashes that change what is meant: behind a "not", before a number, between two days."""

import pytest

from reviewtui.text.meaning.change_class import change_class

CHANGED = [
    ("Do not simply delete comments.", "Do not delete comments."),
    ("Editors must not also approve a post.", "Editors must not approve a post."),
    ("Don't just hide it.", "Don't hide it."),
    ("Never merely warn them.", "Never warn them."),
    ("You cannot simply block people.", "You cannot block people."),
    ("Ask the officer before you post.", "Ask an officer before you post."),
    ("The manager must sign.", "A manager must sign."),
    ("The two managers must agree.", "Two managers must agree."),
    ("The 3 officers agree.", "3 officers agree."),
    ("Destroy that data.", "Destroy data."),
    ("Tell that officer.", "Tell officers."),
    ("Open Monday, Friday.", "Open Monday - Friday."),
    ("Open Monday, Friday.", "Open Monday\u2013Friday."),
    ("Open Mon, Fri.", "Open Mon-Fri."),
    ("Closed in June, August.", "Closed in June - August."),
    ("Rooms A, C are open.", "Rooms A-C are open."),
    ("See rules 3, 7 here.", "See rules 3 \u2013 7 here."),
    ("Only editors, managers and clerks may post.", "Only editors - managers and clerks may post."),
    ("Staff may follow, like and share it, but not post.", "Staff may follow - like and share it - but not post."),
    (
        "Staff may post, like a page and link it, but not pay.",
        "Staff may post - like a page and link it - but not pay.",
    ),
    ("All that post, like a page and link it, must ask.", "All that post - like a page and link it - must ask."),
    ("Ask your manager, like a clerk and a friend.", "Ask your manager - like a clerk and a friend."),
]
SAME = [
    ("Simply delete the comment.", "Delete the comment."),
    ("You should also ask.", "You should ask."),
    ("Do not reply. Also delete it.", "Do not reply. Delete it."),
    ("The page - a short one - is open.", "The page, a short one, is open."),
    ("We keep it, but not for long.", "We keep it \u2013 but not for long."),
    ("Keep the records of the meetings.", "Keep records of meetings."),
    ("Ensure that staff ask first.", "Ensure staff ask first."),
    ("The records that we keep are public.", "The records we keep are public."),
    ("Open Monday - Friday.", "Open Monday\u2013Friday."),
    ("Open Monday-Friday.", "Open Monday\u2013Friday."),
]


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_a_small_word_or_dash_that_matters_is_not_editorial(old: str, new: str) -> None:
    """In both directions it is in doubt at least."""
    assert change_class(old, new).change_class != "editorial"
    assert change_class(new, old).change_class != "editorial"


@pytest.mark.parametrize(("old", "new"), SAME)
def test_the_same_words_and_dashes_elsewhere_are_style(old: str, new: str) -> None:
    """In both directions."""
    assert change_class(old, new).change_class == "editorial"
    assert change_class(new, old).change_class == "editorial"
