"""The footer keeps what matters, however narrow the screen is."""

from tests.acting import ask, remark
from tests.conftest import OFFICER, Clone, Run
from tests.sharing import bare_of
from tests.tui.conftest import Open


async def test_what_waits_has_its_key_at_eighty_columns(review: Clone, run: Run, play: Open) -> None:
    """Share, submit and unsaved words stand in the footer of every screen, before keys that can wait."""
    bare_of(review)
    remark(run, review, "suggest", "records", "--quote", "two years", "--replace", "three years")
    ask(run, review, "comment", "-m", "Mine.", who=OFFICER)
    async with play(review, size=(80, 24)) as app:
        await app.press("c")
        await app.type("Half")
        await app.press("escape")
        for screen in "12345":
            await app.press(screen)
            footer = app.seen().splitlines()[-1]
            assert all(words in footer for words in ("u Unsaved", "S Submit", "Y Share", "? Help")), footer
        await app.press("2")
        assert "a Accept" in app.seen().splitlines()[-1]
