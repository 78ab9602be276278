"""What the mouse does in the reader."""

import pytest

from reviewtui.tui.reader.highlight import Highlight
from reviewtui.tui.reader.line_painter import GUTTER
from tests.tui.reader.reader_app import ReaderApp

TEXT = "Officers must think first. Then they may post.\n\nAnother paragraph."


@pytest.mark.parametrize(
    ("pressed", "released", "chosen"),
    [
        (9, 19, "must think"),
        (11, 16, "must think"),
        (16, 11, "must think"),
        (8, 21, "must think first"),
        (20, 25, "first."),
        (27, 54, "Then they may post.\n\nAnother"),
    ],
)
async def test_dragging_selects_whole_words(pressed: int, released: int, chosen: str) -> None:
    """From the word where the button went down to the one where it came up, in either direction."""
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        app.reader.show(TEXT)
        await pilot.pause()
        left = app.reader.page.measure.start
        at = [(left + place, 0) if place < 48 else (left + place - 48, 2) for place in (pressed, released)]
        await pilot.mouse_down(app.reader, offset=at[0])
        await pilot.hover(app.reader, offset=at[1])
        await pilot.mouse_up(app.reader, offset=at[1])
        assert app.chosen == chosen


async def test_a_hand_that_trembles_clicks() -> None:
    """A cell beside the place where the button went down is the same place."""
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        app.reader.show(TEXT)
        await pilot.pause()
        left = app.reader.page.measure.start
        await pilot.mouse_down(app.reader, offset=(left + 9, 0))
        await pilot.hover(app.reader, offset=(left + 10, 0))
        await pilot.mouse_up(app.reader, offset=(left + 10, 0))
        assert not app.chosen


async def test_double_click_takes_the_word_and_triple_the_sentence() -> None:
    """Twice in one place is a word, three times its sentence."""
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        app.reader.show(TEXT)
        await pilot.pause()
        at = (app.reader.page.measure.start + 33, 0)
        await pilot.click(app.reader, offset=at, times=2)
        assert app.chosen == "they"
        await pilot.click(app.reader, offset=at, times=3)
        assert app.chosen == "Then they may post."


async def test_a_click_on_a_highlight_picks_it() -> None:
    """A click elsewhere only moves the caret."""
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        app.reader.show(TEXT, highlights=[Highlight(9, 19, "substance", "open", "k3f9")])
        await pilot.pause()
        await pilot.click(app.reader, offset=(app.reader.page.measure.start + 12, 0))
        assert app.picked == ["k3f9"]
        await pilot.click(app.reader, offset=(app.reader.page.measure.start + 2, 0))
        assert app.picked == ["k3f9"]
        assert app.reader.caret == 2


async def test_a_click_in_the_gutter_means_its_line() -> None:
    """The gutter picks the remark that begins in its line."""
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        app.reader.show(TEXT, highlights=[Highlight(9, 19, "substance", "open", "k3f9")])
        await pilot.pause()
        await pilot.click(app.reader, offset=(app.reader.page.measure.start - GUTTER, 0))
        assert app.picked == ["k3f9"]


async def test_clicks_outside_the_text_do_no_harm() -> None:
    """Below the last line is the end of the text."""
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        app.reader.show(TEXT)
        await pilot.pause()
        await pilot.click(app.reader, offset=(30, 9))
        assert app.reader.caret == len(TEXT)
