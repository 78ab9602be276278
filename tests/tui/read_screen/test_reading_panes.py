"""How much room the panes beside the text have: by keys, by dragging their borders, and remembered."""

import re

from textual import events

from tests.conftest import NORTHVALE, Clone
from tests.tui.conftest import Open, Play


async def _drag(app: Play, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the button, move in two steps, let go."""
    between = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
    for kind, (x, y) in ((events.MouseDown, start), (events.MouseMove, between), (events.MouseMove, end)):
        await app.pilot._post_mouse_events([kind], offset=(x, y), button=1)
    await app.pilot._post_mouse_events([events.MouseUp], offset=end, button=1)
    await app.settle()


async def test_keys_give_a_pane_room_and_take_it(remarked: Clone, play: Open) -> None:
    """> gives the remark some columns, or the sections where they have the focus; < takes them back."""
    async with play(remarked, NORTHVALE, size=(160, 50)) as app:
        await app.press("n")
        outline, thread = app.find("#outline"), app.find("#thread")
        before = (outline.outer_size.width, thread.outer_size.width)
        await app.press(">", "shift+tab", ">", ">")
        assert (outline.outer_size.width, thread.outer_size.width) == (before[0] + 12, before[1] + 6)
        await app.press("<", "<", "escape", "<")
        assert (outline.outer_size.width, thread.outer_size.width) == before
        await app.press(*">" * 12)
        assert app.find("#reader").outer_size.width >= 40


async def test_a_border_is_dragged_and_the_size_kept_for_the_clone(remarked: Clone, play: Open) -> None:
    """The sections become as wide as they are drawn; nothing is selected by it, and the next start has it so."""
    async with play(remarked, NORTHVALE, size=(160, 50)) as app:
        await app.press("n")
        outline, reader = app.find("#outline"), app.screen.view.reader
        edge = outline.region.right
        await _drag(app, (edge - 1, 12), (edge + 9, 14))
        assert outline.region.right == edge + 10
        await _drag(app, (edge + 10, 12), (edge + 5, 12))
        assert outline.region.right == edge + 5
        assert reader.selected[0] == reader.selected[1]
        thread = app.find("#thread")
        left = thread.region.x
        await _drag(app, (left, 20), (left - 8, 20))
        assert thread.region.x == left - 8
        await app.app.action_leave()
    async with play(remarked, NORTHVALE, size=(160, 50)) as app:
        assert app.find("#outline").region.right == edge + 5
        await app.press("o")
        assert app.find("#thread").region.x == left - 8
        await app.press("o", "Z")
        assert app.find("#reader").outer_size.width == 160


async def test_a_remark_below_the_text_is_given_lines(remarked: Clone, play: Open) -> None:
    """Where it stands below, keys and the pointer change its height; the text keeps some lines."""
    async with play(remarked, NORTHVALE, size=(80, 24)) as app:
        await app.press("n")
        thread = app.find("#thread")
        before = thread.outer_size.height
        await app.press(">")
        assert thread.outer_size.height == before + 3
        await app.press("<")
        assert thread.outer_size.height == before
        assert not app.app.screens.pane_sizes
        await app.press(">")
        top = thread.region.y
        await _drag(app, (20, top), (20, top - 2))
        assert thread.region.y == top - 2
        await app.press(*">" * 9)
        assert app.find("#reader").outer_size.height >= 5


async def test_the_panes_of_decide_are_given_room_too(remarked: Clone, play: Open) -> None:
    """By the same keys, and by their border."""
    async with play(remarked, size=(120, 40)) as app:
        await app.press("2")
        queue, point = app.find("#rows"), app.find("#point")
        before = point.outer_size.width
        await app.press(">")
        assert point.outer_size.width == before + 6
        await _drag(app, (queue.region.right - 1, 9), (queue.region.right + 9, 9))
        assert point.outer_size.width == before - 4
        await app.press(*">" * 20)
        assert queue.outer_size.width >= 24


async def test_titles_take_two_lines_before_they_are_cut(review: Clone, play: Open) -> None:
    """Where there are many lines a long title is wrapped at a word; where there are few it is cut."""
    heading = "# What officers may say of themselves and of others\n"
    review.write("policy/records.md", review.read("policy/records.md").replace("# Records\n", heading))
    review.commit("Name it longer")
    async with play(review, size=(120, 40)) as app:
        rows = app.seen().splitlines()
        at = next(number for number, row in enumerate(rows) if "What officers may say of" in row[:40])
        assert "others" in rows[at + 1][:40]
        await app.pilot.resize_terminal(120, 27)
        await app.settle()
        assert re.search("What officers may say of \\w+\u2026", app.seen())
        assert "and of others \u2502" not in app.seen()
