"""The machine stops while somebody writes, and the words are there again afterwards."""

import os
import signal

import pytest

from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.slow


@pytest.mark.slow
async def test_draft_recovered(review: Clone, run: Run, play: Open) -> None:
    """A second after the last key SIGKILL loses nothing: the next start names them, u opens them in place."""
    killed = Terminal(review)
    try:
        killed.await_words("J. Reviewer")
        killed.read(1)
        for keys in ("]", "c"):
            killed.send(keys)
        killed.await_words("Comment on")
        killed.send("Words that must not be lo")
        killed.read(1)
        os.kill(killed.pid, signal.SIGKILL)
        assert killed.ended() == -signal.SIGKILL
    finally:
        killed.clean_up()
    async with play(review, NORTHVALE) as app:
        assert "Words of yours are not saved yet: u goes on." in app.told()
        assert app.screen.composer.form is None
        await app.press("u", sees="Words that must not be lo")
        await app.type("st", "ctrl+s", sees="1 pending")
    [thread] = ask(run, review, "threads", who=NORTHVALE)["threads"]
    assert (thread["body"], thread["section"]) == ("Words that must not be lost", "principles.md")
