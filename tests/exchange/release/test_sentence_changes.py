"""What a release changed, told in whole sentences: what became what, and what merely moved."""

from reviewtui.exchange.release.moved_passages import moved_passages
from reviewtui.exchange.release.sentence_changes import sentence_changes
from reviewtui.text.diff.policy_diff import diff_policies
from tests.making import policy_of

LOST = "A name in the wrong place, a list on a screen, a message sent to the wrong person: it happens to everybody."
TELL = "You must tell the data protection officer within two working days of noticing, even when the post is gone."
ASK = "A person who can be recognised in a picture must agree before the council publishes it anywhere."
KEEP = "The owner of each account must export its posts twice a year and store the export in the records system."
OTHER = "Messages on a private telephone about council business are held on behalf of the council."


def compared(old, new):
    """Return the changes, and what moved, as (before, after) and as (where, words)."""
    diff = diff_policies(old, new)
    base, now = policy_of(old), policy_of(new)
    return sentence_changes(base, now, diff), moved_passages(base, now, diff)


def test_a_passage_that_moved_and_says_something_else_is_told_with_both():
    """A deadline that is cut on the way into another section is a change of it, and nothing else of it is."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n{LOST} {TELL}\n", "b.md": f"# Data\n\n{ASK}\n"}
    new = {
        "a.md": f"# Records\n\n{KEEP}\n",
        "b.md": f"# Data\n\n{ASK}\n\n{LOST} {TELL.replace('two working days', '24 hours')}\n",
    }
    changes, moved = compared(old, new)
    assert [(change.before, change.after) for change in changes] == [
        ((TELL,), (TELL.replace("two working days", "24 hours"),))
    ]
    assert (changes[0].section, changes[0].was, changes[0].change_class) == ("Data", "in “Records”", "substantive")
    assert moved == ()


def test_a_passage_that_reads_as_before_elsewhere_has_moved():
    """It is told with where it came from, and is neither taken out nor new."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n{LOST} {TELL}\n", "b.md": f"# Data\n\n{ASK}\n"}
    new = {"a.md": f"# Records\n\n{KEEP}\n", "b.md": f"# Data\n\n{ASK}\n\n{LOST} {TELL}\n"}
    changes, moved = compared(old, new)
    assert changes == ()
    assert moved == (("From “Records” to “Data”", f"{LOST} {TELL}"),)


def test_what_stands_in_its_place_did_not_come_of_it():
    """Where a passage went and quite another one came, the two are told apart, each under its own heading."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n## Pictures\n\n{ASK}\n"}
    new = {"a.md": f"# Records\n\n{KEEP}\n\n## What may be asked for\n\n{OTHER}\n"}
    changes, _ = compared(old, new)
    assert [(change.where, change.before, change.after) for change in changes] == [
        ("under “Pictures”", (ASK,), ()),
        ("under “What may be asked for”", (), (OTHER,)),
    ]


def test_a_sentence_written_anew_about_the_same_thing_became_the_other():
    """Also where no word stayed in its place; and the title of a section is always the same title."""
    old = {"a.md": f"# Photos and video\n\n{KEEP}\n\nHide rather than delete a comment.\n"}
    new = {"a.md": f"# Moving pictures\n\n{KEEP}\n\nA hidden comment is better than a deleted one.\n"}
    changes, _ = compared(old, new)
    assert [(change.before, change.after) for change in changes] == [
        (("Photos and video",), ("Moving pictures",)),
        (("Hide rather than delete a comment.",), ("A hidden comment is better than a deleted one.",)),
    ]


def test_short_words_of_a_list_that_moved_are_not_taken_out():
    """They stand in the policy as often as before, too short to be told as moved."""
    old = {"a.md": f"# Records\n\n{KEEP}\n\n1. Breathe.\n2. {ASK}\n", "b.md": f"# Data\n\n{TELL}\n"}
    new = {"a.md": f"# Records\n\n{KEEP}\n", "b.md": f"# Data\n\n{TELL}\n\n1. Breathe.\n2. {ASK}\n"}
    changes, moved = compared(old, new)
    assert changes == ()
    assert [words for _, words in moved] in ([ASK], [f"Breathe. {ASK}"])
