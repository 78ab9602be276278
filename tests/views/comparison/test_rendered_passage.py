"""A comparison shows text as the reader of the page sees it, and hides no change by that."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.views.comparison.change_rows import change_rows
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.comparison.rendered_passage import rendered_passage
from reviewtui.views.styled_text import words_of
from tests.making import draft_of

_PAGE = """---
title: Hidden
---
# Title

Some **bold** and ~~struck~~ words, a [link](there.md).

- one
  - inside
2. second

> quoted

| Who | What |
|---|---|
| all | think |
"""


def _shown(old: str, new: str, old_path: str = "policy/a.md", more: dict[str, str] | None = None) -> str:
    before = draft_of({old_path: old, **(more or {})})
    after = draft_of({"policy/a.md": new, **(more or {})})
    diff = diff_policies(before.policy.strings(), after.policy.strings())
    rows = change_rows(Comparison(before, after, diff))
    return "\n".join(words_of(row.lines()) for row in rows)


def test_a_page_is_read_without_its_marks() -> None:
    """Bullets, bars and columns as on the screen; what is struck out keeps its marks, since it is not said any more."""
    read = rendered_passage(_PAGE, (0, len(_PAGE)))
    assert read.words.splitlines() == [
        "Title",
        "Some bold and ~~struck~~ words, a link.",
        "\u2022 one",
        "  \u2022 inside",
        "2. second",
        "\u258c quoted",
        "Who \u2502 What",
        "all \u2502 think",
    ]
    assert read.unseen == ("title: Hidden", "there.md")
    assert read.levels == (("Title", 1),)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Ask [us](a.md) first.", "Ask [us](b.md) first.", "](b.md)"),
        ("Ask [us](a.md) first.", "Ask [them](b.md) first.", "b.md"),
        ("Ask us.<!-- a -->", "Ask them.<!-- b -->", "<!-- b -->"),
        ("# Ask\n\nWords.", "## Ask us\n\nWords.", "heading of level 2"),
        ("You must ask.", "You ~~must~~ may ask.", "~~must~~"),
    ],
)
def test_what_is_not_seen_is_told_beside_it(old: str, new: str, told: str) -> None:
    """A link that leads elsewhere, a comment, a mark, a level: none of them changes in silence."""
    assert told.strip("<!- >") in _shown(f"{old}\n", f"{new}\n")


def test_sections_are_called_by_their_titles() -> None:
    """The heading of a section's changes is its title, the file beside it."""
    assert "Principles  a.md" in _shown("# Principles\n\nAsk us.\n", "# Principles\n\nAsk them.\n")


def test_what_moved_says_from_where_in_words() -> None:
    """Another section is named by its title and heading; within a text it is the heading that it left."""
    rule = "Every officer must lock the screen whenever they leave a desk in an open office."
    old = {"policy/b.md": f"# Desks\n\n## Screens\n\n{rule}\n\nOther words stay here.\n"}
    new = {"policy/b.md": "# Desks\n\n## Screens\n\nOther words stay here.\n"}
    page = "# Principles\n\nBe kind to each other.\n"
    before, after = draft_of({"policy/a.md": page, **old}), draft_of({"policy/a.md": f"{page}\n{rule}\n", **new})
    comparison = Comparison(before, after, diff_policies(before.policy.strings(), after.policy.strings()))
    shown = "\n".join(words_of(row.lines()) for row in change_rows(comparison))
    assert "moved from \u201cDesks\u201d, under \u201cScreens\u201d" in shown
    assert "moved to \u201cPrinciples\u201d" in shown
    stays = "Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda, and so on to the very end of it."
    more = stays.replace("Alpha", "Omega").replace("very", "far")
    earlier = f"# Principles\n\n## One\n\n{rule}\n\n{stays}\n\n## Two\n\n{more}\n"
    later = f"# Principles\n\n## One\n\n{stays}\n\n## Two\n\n{more}\n\n{rule}\n"
    assert "moved within this text, from under \u201cOne\u201d" in _shown(earlier, later)
