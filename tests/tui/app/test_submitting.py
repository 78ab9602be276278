"""`S` commits what one wrote here; a file in one's name that no command of one's own saved is told and left."""

import pytest

from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held


async def test_s_tells_of_a_planted_file_and_leaves_it(review: Clone, run: Run, play: Open) -> None:
    """Alone it is refused with its words; beside a remark of one's own that one goes, and it stays pending."""
    ask(run, review, "comment", "-m", "Planted.", who=NORTHVALE)
    (review.path / ".git/reviewtui/saved").unlink()  # without its mark it is like one that came along with the clone
    head = review.git("rev-parse", "HEAD")
    async with play(review, NORTHVALE) as app:
        await app.press("S", "enter", tells=("1 file lies here in your name", "“Planted.”"))
        assert review.git("rev-parse", "HEAD") == head
        await app.press("escape", "c")
        await app.type("Mine.", "ctrl+s", "S", sees=("on the whole: Planted.", "\u201cAbout this policy\u201d: Mine."))
        await app.press("enter", sees="1 pending", tells="Submitted 1 comment")
    assert "Planted." not in review.git("show", "HEAD")
    assert "Mine." in review.git("show", "HEAD")


async def test_s_right_behind_a_position_names_it(review: Clone, run: Run, play: Open) -> None:
    """What is listed is what goes: the key waits until the position is read, and names it before remarks."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("4", "O")
        await app.type("support", "enter")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: app.screen.composer.form is None)
            app.send("S")
            await app.pilot.pause(0.1)
            assert "Submit what is pending" not in app.seen()
            gate.set()
            await app.settle()
        rows = app.seen().splitlines()
        position = next(number for number, row in enumerate(rows) if "sign-off" in row and "Council: support" in row)
        assert position < next(number for number, row in enumerate(rows) if "Mine." in row)
        assert "These 2 and nothing else" in app.seen()


async def test_s_that_waited_long_asks_for_its_key_again(
    review: Clone, run: Run, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No box opens by itself under a key that was meant for something else; the next S opens it."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    monkeypatch.setattr("reviewtui.tui.app.command_runner._LATE", 0.0)
    head = review.git("rev-parse", "HEAD")
    async with play(review, NORTHVALE) as app:
        await app.press("c")
        await app.type("More.")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: app.screen.composer.form is None)
            app.send("S", "enter")
            await app.pilot.pause(0.1)
            gate.set()
            await app.settle()
        assert "is saved and shown; S goes on to “Submit”." in app.told()
        assert review.git("rev-parse", "HEAD") == head
        assert "Submit what is pending" not in app.seen()
        await app.press("S", sees="Submit what is pending")
