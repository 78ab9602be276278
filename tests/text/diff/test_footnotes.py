"""A footnote that belongs to other words than before makes another rule, though no word changed."""

import pytest

from reviewtui.text.diff.policy_diff import ClassedChange, compare_policies

NOTES = (
    "# T\n\nClerks log each call.[^1] Editors read each post.[^2] All of it is kept.\n\n"
    "[^1]: Except calls from the mayor.\n\n[^2]: Except on Sundays.\n"
)

ALIKE = NOTES.replace("Except calls from the mayor.", "With consent.").replace("Except on Sundays.", "Without consent.")
STARS = "# T\n\nClerks log each call.\\* Editors read each post. All of it is kept.\n\n\\* Except on Sundays.\n"


def _changes(old: str, new: str) -> list[ClassedChange]:
    return [change for file in compare_policies({"p": old}, {"p": new}).files for change in file.changes]


def _exchanged(text: str, here: str, there: str) -> str:
    return text.replace(here, "\0").replace(there, here).replace("\0", there)


@pytest.mark.parametrize(
    "new",
    [
        NOTES.replace("call.[^1]", "call.").replace("kept.", "kept.[^1]"),
        NOTES.replace("call.[^1]", "call.[^2]").replace("post.[^2]", "post.[^1]"),
        NOTES.replace("post.[^2]", "post."),
        NOTES.replace("each call.[^1]", "each telephone call.").replace("post.[^2]", "post.[^2][^1]"),
        _exchanged(NOTES, "[^1]:", "[^2]:"),
    ],
    ids=["moved", "exchanged", "gone", "moved with words", "definitions exchanged"],
)
def test_a_mark_behind_other_words_is_in_doubt(new: str) -> None:
    """In both directions, and the reason says that it is a footnote."""
    for before, after in ((NOTES, new), (new, NOTES)):
        assert any(change.in_doubt and "footnote" in change.reason for change in _changes(before, after))


def test_marks_of_notes_that_read_alike_are_in_doubt_where_they_are_exchanged() -> None:
    """One that stands in the text unchanged was not reworded into the other."""
    new = ALIKE.replace("call.[^1]", "call.[^2]").replace("post.[^2]", "post.[^1]")
    assert any(change.in_doubt and "footnote" in change.reason for change in _changes(ALIKE, new))


@pytest.mark.parametrize(
    "new",
    [
        STARS.replace("call.\\*", "call.").replace("post.", "post.\\*"),
        STARS.replace("call.\\*", "call."),
        STARS.replace("call.\\*", "call.\\*\\*"),
    ],
    ids=["moved", "gone", "another"],
)
def test_a_star_that_calls_a_note_counts(new: str) -> None:
    """It is written with a backslash and is no mark of emphasis."""
    for before, after in ((STARS, new), (new, STARS)):
        assert any(change.change_class == "substantive" for change in _changes(before, after))


@pytest.mark.parametrize(
    "new",
    [
        NOTES.replace("[^1]", "[^a]"),
        NOTES.replace("[^1]", "[^x]").replace("[^2]", "[^1]").replace("[^x]", "[^2]"),
        NOTES.replace("call.[^1]", "call[^1]."),
    ],
    ids=["another label", "labels exchanged everywhere", "before the stop"],
)
def test_labels_alone_say_nothing(new: str) -> None:
    """What each footnote says still stands behind the same words."""
    for before, after in ((NOTES, new), (new, NOTES)):
        assert {change.change_class for change in _changes(before, after)} == {"editorial"}


def test_a_mark_behind_a_number_that_is_written_in_words_stays_with_it() -> None:
    """The word before it was reworded, and its footnote is the same."""
    old = NOTES.replace("call.[^1]", "call of 7.[^1]")
    assert {change.change_class for change in _changes(old, old.replace("7", "seven"))} == {"editorial"}
