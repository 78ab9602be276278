"""Two partners want the same word changed in two ways, and the officer settles it in one go."""

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


async def test_overlap_settled(review: Clone, run: Run, play: Open) -> None:
    """G takes the marked words; the other gets an outcome and a reason of its own, and ctrl+z takes that one back."""
    place = ("suggest", "principles", "--quote", "must think", "--replace")
    taken = remark(run, review, *place, "must ask", who=NORTHVALE)
    other = remark(run, review, *place, "must wait", who=SOUTHMERE)
    async with play(review) as app:
        await app.press("2", sees=("2 want to change the same words", "then: open remarks 2→1"))
        assert "G settles them all: open remarks 2→0 ✓" in app.seen()
        await app.press("G")
        assert f"declined: the words of {taken[-4:]} were taken." in app.seen()
        await app.press("enter")
        assert f"{other[-4:]} declined: the words of {taken[-4:]} were taken." in app.seen()
        await app.press("ctrl+s", sees="Nothing waits for a decision.")
    threads = {t["thread"]: t for t in ask(run, review, "threads")["threads"]}
    assert (threads[taken]["state"], threads[other]["state"]) == ("accepted", "declined")
    assert "were taken" in threads[other]["decision_body"]
    assert "must ask" in review.read("policy/principles.md")
    async with play(review) as app:
        await app.press("2", "ctrl+z", sees="Take back the decision")
        await app.press("enter")
    assert [t["thread"] for t in ask(run, review, "threads", "--open")["threads"]] == [other]
