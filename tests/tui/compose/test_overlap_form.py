"""What an author decides together: suggestions for the same words, and wordings that only become better."""

import pytest

from tests.acting import ask, remark, suggestion
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open


@pytest.fixture
def overlapping(review: Clone, run: Run) -> tuple[Clone, str, str]:
    """Two partners want to change one word, each in another way."""
    first = suggestion(run, review, "must think", "must ask")
    second = remark(
        run, review, "suggest", "principles", "--quote", "must think", "--replace", "must wait", who=SOUTHMERE
    )
    return review, first, second


async def test_a_line_that_says_nothing_is_told(overlapping: tuple[Clone, str, str], play: Open) -> None:
    """An outcome that there is not is answered with what can be written, and nothing is decided."""
    review, _, _ = overlapping
    before = review.git("rev-parse", "HEAD")
    async with play(review) as app:
        await app.press("2", "g", "tab", "ctrl+a")
        app.screen.composer.query_one("#remark").load_text("all the others no")  # type: ignore[attr-defined]
        await app.press("ctrl+s")
        assert "declined, noted, deferred, duplicate" in app.told()
    assert review.git("rev-parse", "HEAD") == before


async def test_better_wordings_are_accepted_after_one_look(review: Clone, run: Run, play: Open) -> None:
    """E shows all suggestions of a section that change no rule, and accepts them; one that does change one stays."""
    suggestion(run, review, "Be kind", "**Be kind**")
    kept = suggestion(run, review, "must think", "should think")
    async with play(review) as app:
        await app.press("2", "E")
        assert "Accept 1 better" in app.seen()
        await app.press("enter")
        assert "**Be kind**" in review.read("policy/principles.md")
    assert [t["thread"] for t in ask(run, review, "threads", "--open")["threads"]] == [kept]


async def test_the_queue_by_reviewer(overlapping: tuple[Clone, str, str], run: Run, play: Open) -> None:
    """O orders the queue by who made the remarks."""
    review, _, _ = overlapping
    remark(run, review, "comment", "records", "-m", "Who keeps them?", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2", "o")
        assert "by reviewer" in app.seen()
        assert "J. Reviewer, Northvale Council" in app.seen()
