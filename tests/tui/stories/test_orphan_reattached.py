"""A remark whose words were deleted: it waits in the tray until somebody says where it stands now."""

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


async def test_orphan_reattached(review: Clone, run: Run, play: Open) -> None:
    """T opens the tray, the new place is selected, and T puts the remark there."""
    review.commit_file("policy/extra.md", "# Extra\n\nUnicorns graze silently behind municipal fountains.\n", "Extra")
    remark(run, review, "comment", "extra", "--quote", "Unicorns graze silently", "-m", "Really?", who=NORTHVALE)
    (review.path / "policy/extra.md").unlink()
    review.commit("No unicorns")
    async with play(review, NORTHVALE) as app:
        assert "1 orphaned" in app.seen()
        await app.press("t", "enter", sees="“Unicorns graze silently”")
        await app.press("]", "ctrl+down", "plus", "plus", "T")
        assert "orphaned" not in app.seen()
    [thread] = ask(run, review, "threads")["threads"]
    assert (thread["placement"], thread["section"]) == ("reattached", "principles.md")
    assert thread["quote"] == "Officers must think before they post anything."
