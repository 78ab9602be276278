"""What an author decides together: suggestions for the same words, and wordings that only become better."""

import pytest

from tests.acting import ask, remark, suggestion
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open


@pytest.fixture
def colliding(review: Clone, run: Run) -> tuple[Clone, str, str]:
    """Two partners want to change one word, each in another way."""
    first = suggestion(run, review, "must think", "must ask")
    second = remark(
        run, review, "suggest", "principles", "--quote", "must think", "--replace", "must wait", who=SOUTHMERE
    )
    return review, first, second


async def test_a_collision_is_settled_in_one_go(colliding: tuple[Clone, str, str], run: Run, play: Open) -> None:
    """G takes the marked words; each of the others gets an outcome and a reason of its own, and Z takes one back."""
    review, first, second = colliding
    async with play(review) as app:
        await app.press("2")
        assert "2 want to change the same words" in app.seen()
        assert "then: Remarks decided 2→0 ✓" in app.seen()
        await app.press("g")
        assert f"{second[-4:]} declined: the words of {first[-4:]} were taken." in app.seen()
        await app.press("ctrl+s")
        assert "Nothing waits for a decision." in app.seen()
    threads = {t["thread"]: t for t in ask(run, review, "threads")["threads"]}
    assert (threads[first]["state"], threads[second]["state"]) == ("accepted", "declined")
    assert "were taken" in threads[second]["decision_body"]
    assert "must ask" in review.read("policy/principles.md")
    async with play(review) as app:
        await app.press("2", "Z")
        assert "Take back the decision" in app.seen()
        await app.press("enter")
    assert ask(run, review, "threads", "--open")["threads"][0]["thread"] == second


async def test_a_line_that_says_nothing_is_told(colliding: tuple[Clone, str, str], play: Open) -> None:
    """An outcome that there is not is answered with what can be written, and nothing is decided."""
    review, _, _ = colliding
    before = review.git("rev-parse", "HEAD")
    async with play(review) as app:
        await app.press("2", "g", "tab", "ctrl+a")
        app.app.here.composer.query_one("#remark").load_text("all the others no")  # type: ignore[attr-defined]
        await app.press("ctrl+s")
        assert "declined, noted, deferred, duplicate" in app.told()
    assert review.git("rev-parse", "HEAD") == before


async def test_better_wordings_are_accepted_after_one_look(review: Clone, run: Run, play: Open) -> None:
    """E shows all suggestions of a section that change no rule, and accepts them; one that does change one stays."""
    suggestion(run, review, "Be kind", "Be friendly")
    kept = suggestion(run, review, "must think", "should think")
    async with play(review) as app:
        await app.press("2", "E")
        assert "Accept 1 better" in app.seen()
        await app.press("enter")
        assert "Be friendly" in review.read("policy/principles.md")
    assert [t["thread"] for t in ask(run, review, "threads", "--open")["threads"]] == [kept]


async def test_the_queue_by_reviewer(colliding: tuple[Clone, str, str], run: Run, play: Open) -> None:
    """O orders the queue by who made the remarks."""
    review, _, _ = colliding
    remark(run, review, "comment", "records", "-m", "Who keeps them?", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2", "o")
        assert "by reviewer" in app.seen()
        assert "J. Reviewer, Northvale Council" in app.seen()
