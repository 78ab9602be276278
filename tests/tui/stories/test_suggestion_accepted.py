"""A suggestion on its way into the text: the reviewer writes it, the officer takes it with one key."""

import pytest

from tests.acting import ask
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


async def test_suggestion_accepted(review: Clone, run: Run, play: Open) -> None:
    """S shows the change while it is typed, a shows it again, and text and decision become one commit with credit."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "s")
        await app.type(" Ask first.", sees="0 words out, 2 in")
        await app.press("ctrl+s", "S", "enter", tells="Submitted 1 suggestion")
    async with play(review, OFFICER) as app:
        await app.press("n", "a", sees="0 words out, 2 in")
        await app.press("enter", sees="accepted")
    assert "post anything. Ask first." in review.read("policy/principles.md")
    assert ask(run, review, "threads")["threads"][0]["state"] == "accepted"
    message = review.git("log", "-1", "--format=%B")
    assert "Co-authored-by: J. Reviewer" in message
    changed = review.git("show", "--name-only", "--format=", "HEAD").splitlines()
    assert [path.split("/")[0] for path in changed] == ["policy", "reviews"]
