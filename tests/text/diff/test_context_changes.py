"""Words that stayed and stand under another heading, list, item, column or row: never an editorial change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.policy_diff import ClassedChange, compare_policies

TABLE = "| Role | Lend | Renew | Sell |\n|---|---|---|---|\n"
MOVED = {
    "a tick to another column": (TABLE + "| Guard | ✓ | | |", TABLE + "| Guard | | ✓ | |"),
    "a word to another column": (TABLE + "| Guard | monthly | | |", TABLE + "| Guard | | | monthly |"),
    "a number to another column": (TABLE + "| Guard | 3 | | |", TABLE + "| Guard | | 3 | |"),
    "dots that change columns": (TABLE + "| Guard | ● | ○ | |", TABLE + "| Guard | ○ | ● | |"),
    "a dash to another sign": (TABLE + "| Guard | \u2013 | | |", TABLE + "| Guard | + | | |"),
    "a dash to an empty cell": (TABLE + "| Guard | \u2013 | | |", TABLE + "| Guard | | | |"),
    "an answer to another row": (
        TABLE + "| Guard | yes | | |\n| Driver | | | |",
        TABLE + "| Guard | | | |\n| Driver | yes | | |",
    ),
    "an item out of its parent": ("- Never lend:\n  - maps\n  - coins", "- Never lend:\n  - maps\n- coins"),
    "an item into another": ("- Guards may:\n  - lock\n- drive", "- Guards may:\n  - lock\n  - drive"),
    "an item under the one before": ("- Lend\n  - if paid\n  - in May", "- Lend\n  - if paid\n    - in May"),
    "a heading a level down": (
        "## Not lent\n\n- Maps.\n\n## Coins\n\n- Old ones.",
        "## Not lent\n\n- Maps.\n\n### Coins\n\n- Old ones.",
    ),
    "a heading that is a paragraph now": ("## Guards only\n\nTea is free.", "Guards only\n\nTea is free."),
    "an item that is a paragraph now": (
        "You must not:\n\n- lend maps\n- sell coins",
        "You must not:\n\n- lend maps\n\nsell coins",
    ),
    "an item that is a paragraph with a capital": (
        "You must not:\n\n- lend maps\n- sell coins\n\nAsk first.",
        "You must not:\n\n- lend maps\n\nSell coins\n\nAsk first.",
    ),
    "a paragraph under another item": (
        "- Guards lock.\n\n  They log it.\n\n- Drivers park.",
        "- Guards lock.\n\n- Drivers park.\n\n  They log it.",
    ),
    "an item below another one": ("- Lend.\n  - Only in May.\n- Sell.", "- Lend.\n- Sell.\n  - Only in May."),
    "a word under another heading": (
        "## Guards\n\nLend.\n\n## Cooks\n\nSell.",
        "## Guards\n\n## Cooks\n\nLend.\n\nSell.",
    ),
    "a row that goes on with another one": (
        TABLE + "| Guard | yes | | |\n| | | no | |\n| Driver | | | yes |",
        TABLE + "| Guard | yes | | |\n| Driver | | | yes |\n| | | no | |",
    ),
    "a sentence in another row": (
        TABLE + "| Guard | They must ask the mayor before they do. | | |\n| Driver | | | yes |\n| Cook | | yes | |",
        TABLE + "| Guard | | | |\n| Driver | | | yes |\n| Cook | They must ask the mayor before they do. | yes | |",
    ),
    "a sentence in another column": (
        TABLE + "| Guard | They must ask the mayor before they do. | | yes |\n| Driver | | | yes |",
        TABLE + "| Guard | | | yes They must ask the mayor before they do. |\n| Driver | | | yes |",
    ),
    "a paragraph in a table": (TABLE + "| Guard | yes | | |\n\nCooks", TABLE + "| Guard | yes | | |\n| Cooks | | | |"),
    "a paragraph in the box of an alert": (
        "> [!TIP]\n> Bring a map.\n\nGuards lock the gate.",
        "> [!TIP]\n> Bring a map.\n>\n> Guards lock the gate.",
    ),
    "an alert of another kind": ("> [!NOTE]\n> Bring a map.", "> [!WARNING]\n> Bring a map."),
    "a list in order without numbers": (
        "Do it in this order:\n\n1. Lend\n2. Sell",
        "Do it in this order:\n\n- Lend\n- Sell",
    ),
    "letters that change places where the text names one": (
        "a) Lend\n\nb) Sell\n\nPoint (b) is new.",
        "b) Lend\n\na) Sell\n\nPoint (b) is new.",
    ),
}
SAME = {
    "numbers for bullets": ("May:\n\n- lend\n- sell", "May:\n\n1. lend\n2. sell"),
    "numbers from five on": ("1. Lend.\n2. Sell.", "5. Lend.\n6. Sell."),
    "other bullets": ("May:\n\n- lend\n- sell", "May:\n\n* lend\n* sell"),
    "a list indented as a whole": ("May:\n\n- lend\n  - maps\n- sell", "May:\n\n  - lend\n    - maps\n  - sell"),
    "all headings a level down": ("## Loans\n\nA.\n\n### Maps\n\nB.", "### Loans\n\nA.\n\n#### Maps\n\nB."),
    "a renamed heading": ("## Color\n\nMaps are lent.", "## Colour\n\nMaps are lent."),
    "a table laid out": (TABLE + "| Guard | yes | | |", TABLE + "|  Guard  |  yes  |   |   |"),
    "a wrapped paragraph": (
        "- Guards lock the gate.\n\n  They log it.",
        "- Guards lock\n  the gate.\n\n  They log it.",
    ),
}


def _changes(old: str, new: str) -> list[ClassedChange]:
    old, new = (f"# Town\n\nThe gate is old.\n\n{text}\n\nVisitors like it.\n" for text in (old, new))
    return [change for file in compare_policies({"p": old}, {"p": new}).files for change in file.changes]


@pytest.mark.parametrize(("old", "new"), MOVED.values(), ids=MOVED)
def test_words_that_change_their_place_are_a_change(old: str, new: str) -> None:
    """There and back."""
    for before, after in ((old, new), (new, old)):
        assert any(change.change_class != "editorial" for change in _changes(before, after))


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_what_only_looks_otherwise_is_none(old: str, new: str) -> None:
    """Other marks, another depth of all, another name of what they stand under."""
    for before, after in ((old, new), (new, old)):
        assert all(change.change_class == "editorial" for change in _changes(before, after))


def test_the_reason_names_what_it_stands_under() -> None:
    """Now and before."""
    old, new = MOVED["an item out of its parent"]
    assert [change.reason for change in _changes(old, new)] == ["stands under “Town” now, was under “Never lend:”"]
    old, new = MOVED["a tick to another column"]
    assert [change.reason for change in _changes(old, new)] == ["stands in the column “Renew” now, was in “Lend”"]


def test_what_came_under_new_words_is_told_by_these() -> None:
    """A heading that was put in is a change of its own; what stands under it now is not told again."""
    changes = _changes("Maps are lent.\n\nCoins are sold.", "Maps are lent.\n\n## Never on Sundays\n\nCoins are sold.")
    assert [change.op for change in changes] == ["insert"]


WORDS = ["guard", "driver", "cook", "baker", "tailor", "miner", "sailor", "weaver", "potter", "farmer"]


@st.composite
def _outlines(draw: st.DrawFn) -> tuple[list[tuple[int, str]], int, int]:
    """Draw a nested list, one of its items, and another depth for it that gives it another parent."""
    depths = [0]
    for _ in range(draw(st.integers(2, 6))):
        depths.append(draw(st.integers(0, depths[-1] + 1)))
    item = draw(st.integers(1, len(depths) - 1))
    other = draw(st.integers(0, depths[item - 1] + 1).filter(lambda depth: depth != depths[item]))
    return [(depth, f"The {word} has a task here.") for depth, word in zip(depths, WORDS, strict=False)], item, other


@given(_outlines())
def test_an_item_at_another_depth_is_never_without_a_change(drawn: tuple[list[tuple[int, str]], int, int]) -> None:
    """Whatever stands around it."""
    items, moved, depth = drawn
    old = "\n".join(f"{'  ' * level}- {words}" for level, words in items)
    new = "\n".join(f"{'  ' * (depth if at == moved else level)}- {words}" for at, (level, words) in enumerate(items))
    assert any(change.change_class != "editorial" for change in _changes(old, new))


@given(
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(1, 4),
    st.sampled_from(["yes", "x", "✓", "7", "●", "weekly", "\u2013", "?", "†", "()", "…"]),
)
def test_a_cell_in_another_column_is_never_without_a_change(old: int, new: int, rows: int, answer: str) -> None:
    """In each row of a table of four columns behind the names."""
    head = "| Who | Lend | Renew | Sell | Burn |\n|---|---|---|---|---|\n"
    before, after = (
        head
        + "".join(
            f"| {word} | " + " | ".join(answer if at == place else "" for at in range(4)) + " |\n"
            for word in WORDS[:rows]
        )
        for place in (old, new)
    )
    assert any(change.change_class != "editorial" for change in _changes(before, after)) == (old != new)


LEVELS = st.lists(st.integers(2, 4), min_size=2, max_size=6)


@given(LEVELS, st.data())
def test_a_heading_under_another_one_is_never_without_a_change(levels: list[int], data: st.DataObject) -> None:
    """Where its level changes so that another heading is over it."""
    at = data.draw(st.integers(1, len(levels) - 1))
    other = data.draw(st.integers(2, 4).filter(lambda level: level != levels[at]))
    changed = [other if place == at else level for place, level in enumerate(levels)]
    old, new = (
        "\n\n".join(f"{'#' * level} The {word}\n\nThe {word} works." for level, word in zip(side, WORDS, strict=False))
        for side in (levels, changed)
    )
    same = _over(levels) == _over(changed)
    assert any(change.change_class != "editorial" for change in _changes(old, new)) != same


def _over(levels: list[int]) -> list[int]:
    """The heading over each heading, by their numbers."""
    return [max((up for up in range(at) if levels[up] < level), default=-1) for at, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Guards may:\n\n  - lock gates\n", "Guards may:\n\n  tea - lock gates\n"),
        ("- Guards lock gates:\n- They log it.\n", "    - Guards lock gates:\n- They log it.\n"),
        ("Guards know maps.\n\n- lend coins\n- sell tea\n", "Guards never know maps.\n\n- lend coins\n- sell tea\n"),
    ],
)
@pytest.mark.parametrize("behind", ["", "\n# Keys\n\nOfficers log.\n"])
def test_a_word_or_a_space_may_make_another_structure(old, new, behind):
    """A word before a bullet, spaces before the first one, a word that binds the list behind it."""
    changes = compare_policies({"a": old + behind}, {"a": new + behind}).files[0].changes
    assert any("stands" in change.reason or "code" in change.reason for change in changes), changes


def test_a_heading_of_another_level_counts_for_the_sections_behind_it():
    """The sections can be read apart, and what they stand under is told by the one before."""
    old = "## Not lent\n\nMaps.\n\n### Coins\n\nOld ones.\n\n### Tea\n\nGreen tea.\n"
    changes = compare_policies({"a": old}, {"a": old.replace("## Not lent", "#### Not lent", 1)}).files[0].changes
    assert any("stands" in change.reason for change in changes)
