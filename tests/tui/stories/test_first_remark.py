"""The first remark that a reviewer makes: the sentence at the caret, a key, words."""

import pytest

from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


async def test_first_remark(review: Clone, run: Run, play: Open) -> None:
    """A sentence, c, words, ctrl+s: a pending comment on exactly that sentence, which S submits."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "c", sees="Comment on")
        await app.type("Who decides this?", "ctrl+t", "ctrl+b", "ctrl+s", sees=("1 pending", "Who decides this?"))
    [thread] = ask(run, review, "threads", who=NORTHVALE)["threads"]
    assert thread["quote"] == "Officers must think before they post anything."
    assert (thread["kind"], thread["blocking"], thread["organisation"]) == ("substance", True, "northvale")
    assert (thread["body"], thread["flags"]) == ("Who decides this?", ["pending"])
    async with play(review, NORTHVALE) as app:
        await app.press("S", "enter", tells="Submitted 1 comment")
    [thread] = ask(run, review, "threads")["threads"]
    assert (thread["state"], thread["flags"]) == ("open", [])
