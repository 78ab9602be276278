"""Lists to choose from: by keys, page by page."""

from textual.widgets import OptionList

from tests.conftest import Clone
from tests.tui.conftest import Open


async def test_a_page_down_and_up_again(remarked: Clone, play: Open) -> None:
    """The list of filters goes to its end and back to its beginning, as all lists do."""
    async with play(remarked) as app:
        await app.press("f")
        entries = app.app.screen.query_one(OptionList)
        await app.press("pagedown", "pagedown", "pagedown")
        assert entries.highlighted == entries.option_count - 1
        await app.press("pageup", "pageup", "pageup")
        assert entries.highlighted == 0


async def test_a_list_fits_a_low_terminal(remarked: Clone, play: Open) -> None:
    """At 16 rows the last entry is seen when it is marked."""
    async with play(remarked, size=(80, 16)) as app:
        await app.press("f")
        entries = app.app.screen.query_one(OptionList)
        await app.press("pagedown", "pagedown", "pagedown", "pagedown")
        assert entries.highlighted == entries.option_count - 1
        assert str(entries.options[-1].prompt).strip() in app.seen()


async def test_what_does_not_scroll_stays(remarked: Clone, play: Open) -> None:
    """A key for the next page in a dialog without more than fits is answered by nothing."""
    async with play(remarked) as app:
        await app.press("r", "ctrl+s", "pagedown", "escape", "escape")
        await app.press("question_mark", "pagedown", "pageup", "escape")
        assert app.app.is_running
