"""The repository changes outside while somebody reads or writes."""

import asyncio

import pytest

from reviewtui.tui.background import review_loader
from reviewtui.tui.reader.caret_control import carried
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open, Play

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_loader, "INTERVAL", 0.1)


async def seen_in_time(app: Play, words: str) -> bool:
    """Say whether `words` come on the screen without a key being pressed."""
    for _ in range(100):
        await asyncio.sleep(0.05)
        await app.pilot.pause()
        if words in app.seen():
            return True
    return False


async def test_a_remark_of_somebody_else_appears(review: Clone, run: Run, play: Open) -> None:
    """What arrives is shown; the caret, the selection and the words in the composer stay."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "plus", "c")
        await app.type("Half a thought")
        before = app.find("Reader").selected  # type: ignore[attr-defined]
        run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=SOUTHMERE)
        run(review, "submit", who=SOUTHMERE)
        assert await seen_in_time(app, "1 Records") or await seen_in_time(app, "1 to share")
        assert "Half a thought" in app.seen()
        assert app.find("Reader").selected == before  # type: ignore[attr-defined]
        await app.type(" more", sees="Half a thought more")


async def test_an_edit_outside_leaves_the_caret_at_its_words(review: Clone, play: Open) -> None:
    """Words come in above, and a section before: the same section is read, the caret stands before the same word."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "ctrl+right")
        review.write(
            "policy/principles.md", review.read("policy/principles.md").replace("\n\n", "\n\nNew here.\n\n", 1)
        )
        review.write("policy/about.md", "---\norder: 0\n---\n# Before all others\n")
        assert await seen_in_time(app, "New here.")
        reader = app.find("Reader")
        assert reader.prose.source[reader.caret :].startswith("must think")  # type: ignore[attr-defined]
        assert reader.has_focus


@pytest.mark.parametrize(
    ("old", "new", "offset", "found"),
    [
        ("one two three", "one two three", 4, 4),
        ("one two three", "zero one two three", 4, 9),
        ("one two three", "one two three four", 4, 4),
        ("one two three", "one three", 6, 5),
        ("one two", "", 5, 0),
        ("aaaa", "aa", 3, 2),
    ],
)
def test_a_place_goes_with_its_words(old: str, new: str, offset: int, found: int) -> None:
    """By what both texts begin and end with; inside a change it stands where the change begins."""
    assert carried(offset, old, new) == found
