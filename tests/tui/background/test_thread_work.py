"""The first minute in a repository, and waiting for what takes long."""

import os
import subprocess
import sys

from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held


async def test_a_policy_without_a_review_is_read_and_its_review_begun(policy: Clone, run: Run, play: Open) -> None:
    """The text is there, the pane says what is missing, and ctrl+n founds the review after a question."""
    async with play(policy) as app:
        assert "It is half policy" in app.seen()
        assert "ctrl+n begins one" in app.seen()
        assert "ctrl+n Begin" in app.seen()
        await app.press("c", tells="no review yet")
        await app.press("ctrl+n", sees="3 sections in the folder policy")
        await app.press("enter", "c", sees="Comment on")
        assert "ctrl+p \u201cOrganisations\u2026\u201d names who is asked" in app.told()
    assert run(policy, "status")[0] == 0
    assert "reviews/settings.toml" in policy.git("ls-files")


async def test_without_a_name_the_app_asks_for_one(policy: Clone, play: Open) -> None:
    """What stands in the way of beginning is named on every screen, and its key asks for it first."""
    async with play(policy, ("", "")) as app:
        for key in ("2", "1"):
            await app.press(key)
            assert "ctrl+n begins one" not in app.seen()
        assert "who you are; ctrl+n asks" in " ".join(app.seen().replace("\u2502", " ").split())
        assert "ctrl+n Begin" in app.seen().splitlines()[-1]
        await app.press("ctrl+n", sees="Who are you?")


async def test_an_empty_screen_says_why_and_what_to_do(review: Clone, play: Open) -> None:
    """Before the first remark and release each screen says what is missing and how to go on, and offers no dead key."""
    async with play(review, size=(120, 40)) as app:
        await app.press("2")
        seen = " ".join(app.seen().split())
        assert "Nobody has remarked yet." in seen
        assert "ctrl+g sends it to others." in seen
        assert "Read there" not in seen
        await app.press("3", sees="b chooses an older version; 4 shows what the first release needs.")
        assert "Next" not in app.seen().splitlines()[-1]
        await app.press("n", tells="There is nothing in this list.")
        await app.press("1", "l", sees="Nobody has remarked yet; c in the text")


async def test_what_takes_long_is_named_and_can_be_given_up(review: Clone, play: Open) -> None:
    """After half a second the header says what goes on, and esc gives it up; the app answers, and no count moves."""
    async with play(review) as app:
        before = app.seen().splitlines()[0]
        with held(app.app.workspace, "look"):
            await app.pilot.press("ctrl+r")
            await app.wait_for(lambda: "esc gives up" in app.seen())
            assert app.seen().splitlines()[0][-30:] == before[-30:]
            await app.pilot.press("down", "escape")
            await app.settle()
            assert "Given up" in app.told()
            assert "esc gives up" not in app.seen()


async def test_saving_is_told_while_something_else_goes_on(review: Clone, play: Open) -> None:
    """The form says it at once, and the second line tells it instead of what began before."""
    async with play(review, NORTHVALE, before=lambda app: held(app.workspace, "judged")) as app:
        await app.wait_for(lambda: "judging" in app.seen())
        with held(app.app.workspace, "carry_out") as saved:
            for key in ("c", "H", "m", "ctrl+s"):
                await app.pilot.press(key)
            assert app.seen().splitlines()[-2].count("saving") == 1
            await app.wait_for(lambda: "saving" in app.seen().splitlines()[1])
            firsts: list[str] = []
            await app.wait_for(lambda: firsts.append(app.seen().splitlines()[1]) or "2 s" in firsts[-1])
            assert not any("judging" in first for first in firsts)
            saved.set()
            await app.wait_for(lambda: app.screen.composer.form is None)
        await app.wait_for(lambda: "judging" in app.seen())
        app.release()
        await app.settle()
        assert "saving" not in app.seen()


def test_a_screen_that_leads_elsewhere_is_answered_with_a_line(review: Clone) -> None:
    """The app draws on standard error: in a pipe nobody would see it, so it says so and ends with 2."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "reviewtui", "-C", str(review.path)]
    environment = os.environ | {"TERM": "xterm"}
    done = subprocess.run(
        command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=environment, timeout=30, check=False
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert b"standard error" in done.stderr
    assert done.stderr.count(b"\n") == 1
