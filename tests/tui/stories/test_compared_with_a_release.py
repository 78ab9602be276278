"""The draft beside the last release: what changed, of which class, and what a partner had said there."""

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


async def test_compared_with_a_release(review: Clone, run: Run, play: Open) -> None:
    """Both sides' words with class and remark, f leaves what matters, c remarks on it, enter goes to the passage."""
    ask(run, review, "release", "0.1", "--override", "To begin with.")
    remark(run, review, "comment", "principles", "--quote", "should ask", "-m", "Make it a duty.", who=NORTHVALE)
    review.write("policy/principles.md", review.read("policy/principles.md").replace("should ask", "must ask"))
    review.commit_edit("policy/records.md", "two years", "2 years", "Make it a duty")
    async with play(review, NORTHVALE) as app:
        await app.press("3")
        seen = app.seen()
        assert "0.1 → draft" in seen
        assert "substantive · should → must" in seen
        assert "Northvale Council: Make it a duty. · open" in seen
        assert "{+2+} years" in seen
        await app.press("f")
        await app.type("substantive", "enter", sees="only substantive")
        assert "{+2+} years" not in app.seen()
        await app.press("c")
        await app.type("Thank you.", "ctrl+s", "3", "enter")
        assert app.app.current_mode == "read"
        assert app.screen.current_focus.subject.selected
        assert "Officers must ask the" in app.seen()
    said = ask(run, review, "threads")["threads"]
    assert "must ask" in next(t for t in said if t["body"] == "Thank you.")["quote"]
