"""The end of a review: two organisations read and sign off, and the officer releases."""

import pytest

from tests.acting import ask
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


@pytest.mark.slow
async def test_signed_off_and_released(review: Clone, run: Run, play: Open) -> None:
    """M marks sections as read, o signs off, S submits; when the last gate passes, L releases without a reason."""
    async with play(review, OFFICER) as app:
        await app.press("4", sees="1.0 is not ready")
    for reviewer in (NORTHVALE, SOUTHMERE):
        async with play(review, reviewer) as app:
            await app.press("m", "]", "m", "]", "m")
            assert app.seen().count("✓ read") == 3
            await app.press("4", "O")
            await app.type("no-objection", "enter", "ctrl+s", "S", "enter")
            assert "Submitted 1 sign-off, 3 sections read" in app.told()
    async with play(review, OFFICER) as app:
        await app.press("4", sees="conditions that can be judged are met.")
        await app.press("!", "ctrl+s", tells="Released 1.0")
        await app.press("5", sees="1.0")
    assert review.git("cat-file", "-t", "1.0") == "tag"
    assert (review.path / "reviews/releases/1.0/letters/southmere.md").exists()
    assert "1.0" in {version["name"] for version in ask(run, review, "versions")["versions"]}
