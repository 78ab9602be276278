"""A passage that moved under another lead-in or heading, or that refers back, may say something else there."""

import pytest

from reviewtui.text.diff.policy_diff import ClassedChange, compare_policies

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


def _moves(old: str, new: str) -> list[ClassedChange]:
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


def test_a_move_under_another_heading_is_in_doubt_and_says_which() -> None:
    """Whatever the headings say; where only the heading's number is another one it stands where it stood."""
    passage = "The library is open on Sundays in summer.\n\n"
    new = _put(TOWN, passage, "The barn is far away from here.\n").replace("here.\nThe", "here.\n\nThe")
    [move] = _moves(TOWN, new)
    assert move.in_doubt
    assert move.reason == "moved; stands under “Country” now, was under “Town”"
    numbered = TOWN.replace("## Town", "## 1. Town").replace("We like it.", "We like it a lot.")
    new = (
        _put(numbered, passage, "We like it a lot.\n").replace("lot.\nThe", "lot.\n\nThe").replace("1. Town", "2. Town")
    )
    assert [move.change_class for move in _moves(numbered, new)] == ["editorial"]


LABELS = (
    "# T\n\n**Allowed:**\n\n- pictures of the town hall\n- pictures of staff at work\n\n"
    "**Banned:**\n\n- pictures of children\n- pictures of accidents\n"
)
LABELLED = (
    "# T\n\n**Allowed**\n\nPictures of the town hall and garden.\n\n**Banned**\n\nPictures of children in the street.\n"
)
ANTECEDENTS = (
    "# T\n\nClerks log each call in the book.\n\nEditors read each post before it goes out.\n\n"
    "This does not apply to the mayor.\n\nPaper is kept in the attic for years.\n"
)
SECTIONS = (
    "# T\n\n## One\n\nClerks log each call in the book. They keep it.\n\n## Two\n\n"
    "Editors read each post before it goes out.\n\n## Three\n\nPaper is kept in the attic.\n"
)


def _exchanged(text: str, here: str, there: str) -> str:
    return text.replace(here, "\0").replace(there, here).replace("\0", there)


@pytest.mark.parametrize(
    ("old", "here", "there"),
    [
        (LABELS, "**Allowed:**", "**Banned:**"),
        (LABELLED, "**Allowed**", "**Banned**"),
        (LABELLED.replace("**", ""), "Allowed", "Banned"),
        (LABELLED, "Pictures of the town hall and garden.", "Pictures of children in the street."),
    ],
    ids=["over lists", "over paragraphs", "not bold", "paragraphs"],
)
def test_lead_ins_that_sort_and_change_places_raise_the_alarm(old: str, here: str, there: str) -> None:
    """What was banned is allowed then."""
    new = _exchanged(old, here, there)
    assert any(move.alarm for move in _moves(old, new))
    assert any(move.alarm for move in _moves(new, old))


def test_a_sentence_that_gets_another_one_before_it_that_it_refers_to_is_in_doubt() -> None:
    """What was not to apply to the posts does not apply to the calls then."""
    new = _exchanged(ANTECEDENTS, "Clerks log each call in the book.", "Editors read each post before it goes out.")
    for before, after in ((ANTECEDENTS, new), (new, ANTECEDENTS)):
        assert [move.in_doubt for move in _moves(before, after)] == [True]


def test_a_whole_section_that_moves_with_what_refers_back_in_it_is_editorial() -> None:
    """Its own sentences keep what they refer to."""
    one, two, three = (f"## {part}" for part in SECTIONS.split("## ")[1:])
    moves = _moves(SECTIONS, f"# T\n\n{two}{one}{three}")
    assert {move.change_class for move in moves} == {"editorial"}


RANKED = "# T\n\nWho speaks, highest first:\n\n- the board\n- the clerk\n- the guard\n"
ORDERED = RANKED.replace("highest first", "in order of weight")
VOID = "# T\n\nThe line below is void.\n\nClerks sign the form.\n\nGuards lock the gate.\n"
ITEMS = "# T\n\n- Guards lock the gate.\n\n  They log each key.\n\n- Drivers park the cars.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (RANKED, _put(RANKED, "- the board\n", "- the guard\n")),
        (ORDERED, _put(ORDERED, "- the board\n", "- the guard\n")),
        (VOID, _put(VOID, "Clerks sign the form.\n\n", "Guards lock the gate.\n").replace("gate.\nC", "gate.\n\nC")),
        (ITEMS, _put(ITEMS, "\n  They log each key.\n", "park the cars.\n")),
    ],
    ids=["a rank", "an order", "refers on", "a paragraph of an item"],
)
def test_a_move_in_an_order_or_to_another_item_is_in_doubt(old: str, new: str) -> None:
    """Where the words over a list rank its items, a sentence before it means the next one, or an item goes on."""
    changes = [change for file in compare_policies({"p": old}, {"p": new}).files for change in file.changes]
    assert any(change.change_class == "substantive" for change in changes)
