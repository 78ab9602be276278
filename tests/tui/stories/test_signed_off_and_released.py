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
        await app.press("4")
        assert "1.0 is not ready" in app.seen()
    for reviewer in (NORTHVALE, SOUTHMERE):
        async with play(review, reviewer) as app:
            await app.press("m", "]", "m", "]", "m")
            assert app.seen().count("✓ read") == 3
            await app.press("4", "O")
            await app.type("no-objection")
            await app.press("enter", "ctrl+s", "S", "enter")
            assert "Submitted 1 sign-off, 3 sections read" in app.told()
    async with play(review, OFFICER) as app:
        await app.press("4")
        assert "gates that have something to judge pass." in app.seen()
        await app.press("!", "ctrl+s")
        assert "Released 1.0" in app.told()
        await app.press("5")
        assert "1.0" in app.seen()
    assert review.git("cat-file", "-t", "1.0") == "tag"
    assert (review.path / "reviews/releases/1.0/letters/southmere.md").exists()
    assert "1.0" in {version["name"] for version in ask(run, review, "versions")["versions"]}
