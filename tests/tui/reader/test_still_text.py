"""The line that is read stays on its row of the screen, whatever opens or closes beside it."""

import pytest

from tests.acting import remark
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.tui.conftest import Open, Play


def _line_read(app: Play) -> tuple[int, str]:
    """Return the row of the screen and the words of the line that the caret stands in."""
    reader = app.screen.view.reader
    row = reader.page.line_of(reader.caret) - reader.page.top
    return reader.content_region.y + row, reader.prose.line(reader.page.top + row).start


@pytest.fixture
def long(review: Clone, run: Run) -> Clone:
    """A review of a text longer than a screen, with a remark in the middle."""
    words = "says that officers keep posts for years, and that nobody deletes them before the end"
    review.write("policy/index.md", "# Records\n\n" + "\n\n".join(f"Rule {n} {words} of year {n}." for n in range(40)))
    review.commit("Long", OFFICER)
    remark(run, review, "comment", "index", "--quote", "end of year 20", "-m", "Why 20?", who=NORTHVALE)
    return review


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 50)])
async def test_nothing_that_opens_moves_the_line_that_is_read(long: Clone, play: Open, size: tuple[int, int]) -> None:
    """A thread that the caret comes to or leaves, the sections, the text alone, a search; a form lets it come back."""
    async with play(long, size=size) as app:
        await app.press("n", *["up"] * 5, *["down"] * 4)
        for _ in range(6):
            row, _ = _line_read(app)
            await app.press("down")
            assert _line_read(app)[0] in {row, row + 1}
        for opens, closes in (("Z", "Z"), ("slash", "escape"), ("r", "escape"), ("s", "escape")):
            await app.press("home")
            before = _line_read(app)
            await app.press(opens)
            await app.press(closes)
            assert _line_read(app) == before
        if size[0] > 80:
            before = _line_read(app)
            await app.press("o")
            assert _line_read(app) == before
