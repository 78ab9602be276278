"""What is read in rows: nothing hangs out of its column, no badge is cut off by a long title."""

import pytest
from textual.widgets import OptionList

from reviewtui.tui.appearance.safe_text import option
from reviewtui.tui.widgets.marked_list import CHOSEN_ROW, MarkedList
from reviewtui.tui.widgets.rows import Rows
from reviewtui.views.styled_text import Styled, line
from tests.acting import remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open


def test_a_wrapped_row_stands_under_its_words() -> None:
    """The rows of a line that is too long begin below what follows its sign; a short one stays as it is."""
    row = line(Styled("  \u25b8 ", "key"), Styled("three words more and then some others"))
    unwrapped = "  \u25b8 three words more and then some others"
    assert str(option([row], width=26).prompt).splitlines() == ["  \u25b8 three words more and", "    then some others"]
    assert str(option([row], width=80).prompt) == unwrapped
    assert str(option([row], width=12).prompt) == unwrapped


def test_prose_wraps_from_edge_to_edge() -> None:
    """Words that only happen to stand before a change are no sign, and nothing stands under them."""
    row = line(Styled("Officers ", ""), Styled("must", "gone"), Styled(" should think before they post."))
    assert "\n" not in str(option([row], width=26).prompt)


async def test_gates_wrap_under_their_signs(review: Clone, run: Run, play: Open) -> None:
    """On a narrow screen the evidence of a gate goes on below itself, also after the screen became narrower."""
    said = "This is said at such length that no narrow screen has room for it on one line."
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", said, who=NORTHVALE)
    async with play(review, size=(120, 36)) as app:
        await app.press("4", "*")
        await app.pilot.resize_terminal(70, 30)
        await app.settle()
        rows = app.seen().splitlines()
        first = next(number for number, row in enumerate(rows) if "  \u21b5 " in row)
        assert rows[first + 1].startswith("\u2503     ")
        assert rows[first + 1].strip("\u2503 ")


async def test_a_long_title_leaves_room_for_what_stands_behind_it(review: Clone, play: Open) -> None:
    """The outline cuts a title rather than say that the section was read."""
    heading = "# What officers may say of themselves and of others\n"
    review.commit_edit("policy/records.md", "# Records\n", heading, "Name it longer")
    async with play(review, NORTHVALE, (120, 27)) as app:
        await app.press("]", "]", "m", sees="What officers may say\u2026 \u2713 read")


async def test_list_items_stand_on_lines_of_their_own_in_a_comparison(review: Clone, play: Open) -> None:
    """Two new items of a list are two lines, and no sign stands for the end of the first."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    text = review.read("policy/principles.md").replace("* Be kind.", "* Be honest.\n* Be fair.\n* Be kind.")
    review.write("policy/principles.md", text)
    async with play(review) as app:
        await app.press("3")
        rows = [row.strip("\u2502 ") for row in app.seen().splitlines()]
        assert {"{+• Be honest.+}", "{+• Be fair.+}"} <= set(rows)
        assert "\u2424" not in app.seen()


@pytest.mark.quick(1)
@pytest.mark.parametrize(("key", "screen"), [("2", "decide"), ("3", "compare"), ("5", "history")])
async def test_the_first_click_never_leaves_a_list(remarked: Clone, play: Open, key: str, screen: str) -> None:
    """One click on the row that is marked from the start stays there; the second click goes to its place."""
    async with play(remarked, size=(120, 40)) as app:
        await app.press(key, "n")
        rows = app.find("#rows")
        marked = rows.highlighted
        row = next(y for y in range(30) if rows.get_style_at(4, y).meta.get("option") == marked)
        for expected in (True, False):
            await app.pilot.click("#rows", offset=(4, row))
            await app.settle()
            assert (app.app.current_mode == screen) is expected
            assert rows.highlighted == marked


async def test_the_mark_stops_at_the_ends(review: Clone, run: Run, play: Open) -> None:
    """One up too many on the first remark to decide, or one down on the last, stays there."""
    for quote in ("Be kind", "must think", "before they post"):
        remark(run, review, "comment", "principles", "--quote", quote, "-m", "Why?", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2")
        rows = app.find("#rows")
        assert isinstance(rows, Rows)
        first = rows.highlighted
        await app.press("up")
        assert rows.highlighted == first
        await app.press("down", "down")
        last = rows.highlighted
        assert last != first
        await app.press("down")
        assert rows.highlighted == last


async def test_the_chosen_row_is_seen_without_colour(
    remarked: Clone, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every list a sign stands before the chosen row and no other; without colours that row is reversed too."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with play(remarked, size=(160, 50)) as app:
        for keys in ("1", "2", "3", "4", "5", "1l", "1g", "1f", "1?", "2?"):
            await app.press(*keys)
            lists = app.app.screen.query(OptionList)
            assert lists
            for each in lists:
                assert isinstance(each, MarkedList)
                strips = [each.render_line(y) for y in range(each.scrollable_content_region.height)]
                (chosen,) = (strip for strip in strips if strip.text.startswith(CHOSEN_ROW))
                assert all(segment.style is not None and segment.style.reverse for segment in chosen)
                assert not all(part.style and part.style.reverse for strip in strips for part in strip)
            if len(keys) > 1:
                await app.press("escape")
