"""Before what is given goes elsewhere, or runs programs there, the app asks, once in a clone."""

from pathlib import Path

import pytest

from tests.acting import ask, remark
from tests.conftest import Clone, Run
from tests.sharing import bare_of, bodies, clone_of, redirected, tips
from tests.tui.conftest import Open


@pytest.fixture
def bare(review: Clone, run: Run) -> Path:
    """The repository that the clone follows; a remark waits to be given to it."""
    bare = bare_of(review)
    remark(run, review, "comment", "-m", "Here.")
    return bare


@pytest.mark.slow
async def test_the_app_asks_once(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """Y asks before anything is given elsewhere; escape gives nothing, enter gives it and is not asked again."""
    other = redirected(review, bare)
    before = tips(other)
    async with play(review) as app:
        await app.press("Y", sees="Give it there?")
        await app.press("escape")
        assert tips(other) == before
        await app.press("Y", "enter")
        assert tips(other) != before
    remark(run, review, "comment", "-m", "Again.")
    async with play(review) as app:
        await app.press("Y")
        assert "Give it there?" not in app.seen()
    assert bodies(run, clone_of(other, "seen")) == {"Here.", "Again."}


async def test_the_app_asks_before_hooks_run(review: Clone, bare: Path, run: Run, play: Open) -> None:
    """A folder with a hook is asked about where somebody can be asked; for a script it is named."""
    hook = bare / "hooks" / "post-receive"
    hook.write_text("#!/bin/sh\n")
    hook.chmod(0o755)
    before = tips(bare)
    async with play(review) as app:
        await app.press("Y", sees="post-receive")
        await app.press("escape")
        assert tips(bare) == before
    assert any("post-receive" in note for note in ask(run, review, "sync")["notes"])
