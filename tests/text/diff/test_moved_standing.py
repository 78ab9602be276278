"""A passage that moved under another lead-in or heading, or that refers back, may say something else there."""

import pytest

from reviewtui.text.diff.policy_diff import Change, compare_policies

LISTS = (
    "# T\n\nDo:\n\n- ask people first\n- be kind to all\n\n"
    "Do not:\n\n- post rumours of people\n- share photos of children\n"
)
PARTS = (
    "# T\n\n## Allowed\n\nPictures of the town hall and its garden.\n\nPictures of staff at work.\n\n"
    "## Banned\n\nPictures of children in the street.\n\nPictures of accidents.\n"
)
REFERS = (
    "# T\n\nClerks must log each call. This does not apply to the mayor.\n\n"
    "Editors must read each post twice. They keep a copy.\n"
)
TOWN = (
    "# T\n\n## Town\n\nThe library is open on Sundays in summer.\n\nWe like it.\n\n"
    "## Country\n\nThe barn is far away from here.\n"
)


def _moves(old: str, new: str) -> list[Change]:
    files = compare_policies({"p": old}, {"p": new}).files
    return [change for file in files for change in file.changes if change.op == "move"]


def _put(text: str, passage: str, behind: str) -> str:
    """The text with a passage taken out and put behind another."""
    return text.replace(passage, "", 1).replace(behind, behind + passage, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LISTS, _put(LISTS, "- post rumours of people\n", "- be kind to all\n")),
        (LISTS, LISTS.replace("Do:", "X:").replace("Do not:", "Do:").replace("X:", "Do not:")),
        (PARTS, _put(PARTS, "Pictures of children in the street.\n\n", "Pictures of staff at work.\n\n")),
        (REFERS, _put(REFERS, " This does not apply to the mayor.", "They keep a copy.")),
    ],
    ids=["lead-in", "lead-ins swapped", "headings", "refers back"],
)
def test_a_move_to_where_it_says_something_else_is_in_doubt(old: str, new: str) -> None:
    """In both directions, with a reason that says what it stands under."""
    for before, after in ((old, new), (new, old)):
        moves = _moves(before, after)
        assert moves
        assert {move.change_class for move in moves} == {"substantive"}, moves
        assert not any(move.reason == "moved" for move in moves)


def test_a_move_between_parts_that_sort_nothing_is_editorial() -> None:
    """A paragraph under another heading that only names a subject says the same."""
    passage = "The library is open on Sundays in summer.\n\n"
    new = _put(TOWN, passage, "The barn is far away from here.\n").replace("here.\nThe", "here.\n\nThe")
    assert [move.change_class for move in _moves(TOWN, new)] == ["editorial"]
