"""Two versions compared on the screen: what changed, of which class, and which remarks it answered."""

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.tui.conftest import Open


@pytest.fixture
def changed(review: Clone, run: Run) -> Clone:
    """A released policy with a remark on it, whose passage was changed since; a second section only reworded."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    remark(run, review, "comment", "principles", "--quote", "should ask", "-m", "Make it a duty.", who=NORTHVALE)
    review.write("policy/principles.md", review.read("policy/principles.md").replace("should ask", "must ask"))
    review.write("policy/records.md", review.read("policy/records.md").replace("two years", "2 years"))
    review.commit("Duty")
    return review


async def test_a_change_stands_with_its_class_and_the_remark_it_answers(changed: Clone, play: Open) -> None:
    """Both sides' words, the class, and below them what a reviewer had said there; enter goes to the passage."""
    async with play(changed) as app:
        await app.press("3")
        seen = app.seen()
        assert "0.1 → draft" in seen
        assert "! substantive · should → must" in seen
        assert "Northvale Council: Make it a duty. · open" in seen
        assert "unchanged" in seen
        await app.press("v")
        assert "│" in app.seen()
        await app.press("enter")
        assert app.app.current_mode == "read"
        assert app.app.here.moment.selected


async def test_changes_are_filtered_by_class_and_by_section(changed: Clone, play: Open) -> None:
    """F narrows the list to one class, or to one section."""
    async with play(changed) as app:
        await app.press("3", "f")
        await app.type("editorial")
        await app.press("enter")
        assert "only editorial" in app.seen()
        assert "must ask" not in app.seen()
        await app.press("f")
        await app.type("principles")
        await app.press("enter")
        assert "only principles.md" in app.seen()
        assert "2 years" not in app.seen()


async def test_a_remark_on_a_change(changed: Clone, play: Open, run: Run) -> None:
    """C writes about the marked change, and the remark stands at the new words."""
    async with play(changed, NORTHVALE) as app:
        await app.press("3", "c")
        await app.type("Thank you.")
        await app.press("ctrl+s")
    said = ask(run, changed, "threads", who=OFFICER)["threads"]
    assert "must ask" in next(t for t in said if t["body"] == "Thank you.")["quote"]


async def test_both_versions_can_be_chosen(changed: Clone, play: Open) -> None:
    """B chooses the newer side; a release compared with itself has no changes."""
    async with play(changed) as app:
        await app.press("3", "B")
        await app.type("0.1")
        await app.press("enter")
        assert "0.1 → 0.1" in app.seen()
        assert "Nothing changed." in app.seen()


async def test_compare_without_a_release(review: Clone, play: Open) -> None:
    """It says that there is nothing to compare with yet."""
    async with play(review) as app:
        await app.press("3")
        assert "There is no release yet" in app.seen()
