"""The app at every size that a terminal has."""

import pytest

from reviewtui.tui.keys.key_table import SCREENS
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

SIZES = ((60, 15), (80, 24), (100, 30), (120, 36), (160, 50), (300, 100), (20, 5), (500, 12))


@pytest.mark.slow
async def test_every_screen_at_every_size(review: Clone, run: Run, play: Open) -> None:
    """No size of the terminal stops a screen, a dialog or the composer, and what is typed stays."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        for number, _ in enumerate(SCREENS, 1):
            await app.press(str(number))
            for width, height in SIZES:
                await app.pilot.resize_terminal(width, height)
                await app.settle()
        await app.press("1", "n", "r")
        await app.type("Half a word")
        for width, height in SIZES:
            await app.pilot.resize_terminal(width, height)
            await app.settle()
        assert app.screen.composer.content.body == "Half a word"
        await app.press("escape", "?")
        await app.pilot.resize_terminal(60, 15)
        await app.press("escape")


async def test_the_smallest_size_shows_text_remark_and_keys(review: Clone, run: Run, play: Open) -> None:
    """At 60 by 15 one reads, sees the thread at the caret, and is told the first keys."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review, size=(60, 15)) as app:
        await app.press("n")
        seen = app.seen()
        assert "two years" in seen
        assert "Comment" in seen
        assert "Help" in seen
        await app.press("o")
        assert "Principles" in app.seen()
        await app.press("escape", "c")
        await app.type("Small")
        assert "Small" in app.seen()
