"""Two versions compared on the screen: what changed, of which class, and which remarks it answered."""

import pytest

from tests.acting import remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


@pytest.fixture
def changed(review: Clone, run: Run) -> Clone:
    """A released policy with a remark on it, whose passage was changed since; a second section only reworded."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    remark(run, review, "comment", "principles", "--quote", "should ask", "-m", "Make it a duty.", who=NORTHVALE)
    review.write("policy/principles.md", review.read("policy/principles.md").replace("should ask", "must ask"))
    review.commit_edit("policy/records.md", "two years", "2 years", "Duty")
    return review


async def test_changes_are_filtered_by_class_and_by_section(changed: Clone, play: Open) -> None:
    """F narrows the list to one class, or to one section."""
    async with play(changed) as app:
        await app.press("3", "f")
        await app.type("editorial", "enter", sees="only editorial")
        assert "must ask" not in app.seen()
        await app.press("f")
        await app.type("principles", "enter", sees="only Principles")
        assert "2 years" not in app.seen()


async def test_both_versions_can_be_chosen(changed: Clone, play: Open) -> None:
    """B chooses the newer side; a release compared with itself has no changes."""
    async with play(changed) as app:
        await app.press("3", "B")
        await app.type("0.1", "enter", sees=("0.1 → 0.1", "Nothing changed."))


async def test_compare_without_a_release(review: Clone, play: Open) -> None:
    """It says that there is nothing to compare with yet."""
    async with play(review) as app:
        await app.press("3", sees="There is no release yet")
