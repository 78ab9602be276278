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


async def test_a_list_has_the_height_of_its_entries(remarked: Clone, play: Open) -> None:
    """Nothing is blank below the last entry, and nothing is scrolled for which there is room."""
    for size in ((80, 24), (120, 40)):
        async with play(remarked, size=size) as app:
            await app.press("f")
            entries = app.app.screen.query_one(OptionList)
            assert entries.size.height == min(entries.option_count, size[1] * 9 // 10 - 3)
            assert entries.parent is not None
            assert entries.parent.size.height == entries.size.height + 1


async def test_words_that_no_entry_holds_are_named(remarked: Clone, play: Open) -> None:
    """A list without a hit does not say that there is nothing to choose from."""
    async with play(remarked) as app:
        await app.press("3", "b")
        await app.type("zz", sees="nothing holds \u201czz\u201d")
        assert "no release yet" not in app.seen()


async def test_enter_in_an_empty_list_does_not_close_it(remarked: Clone, play: Open) -> None:
    """What is typed behind it is no key of the screen; esc leaves, and that is said."""
    async with play(remarked) as app:
        await app.press("3", "b")
        await app.type("zz", "enter", tells="Nothing holds \u201czz\u201d: there is nothing to choose; esc leaves.")
        await app.type("c", sees="nothing holds \u201czzc\u201d")
        assert app.screen.composer.form is None
        await app.press("escape")
        assert "zzc" not in app.seen()


async def test_what_does_not_scroll_stays(remarked: Clone, play: Open) -> None:
    """A key for the next page in a dialog without more than fits is answered by nothing."""
    async with play(remarked) as app:
        await app.press("r", "ctrl+s", "pagedown", "escape", "escape")
        await app.press("question_mark", "pagedown", "pageup", "escape")
        assert app.app.is_running
