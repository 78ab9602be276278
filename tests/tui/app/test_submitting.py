"""`S` commits what one wrote here; a file in one's name that no command of one's own saved is told and left."""

from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open


async def test_s_tells_of_a_planted_file_and_leaves_it(review: Clone, run: Run, play: Open) -> None:
    """Alone it is refused with its words; beside a remark of one's own that one goes, and it stays pending."""
    ask(run, review, "comment", "-m", "Planted.", who=NORTHVALE)
    (review.path / ".git/reviewtui/saved").unlink()  # without its mark it is like one that came along with the clone
    head = review.git("rev-parse", "HEAD")
    async with play(review, NORTHVALE) as app:
        await app.press("S", "enter", tells=("1 file lies here in your name", "“Planted.”"))
        assert review.git("rev-parse", "HEAD") == head
        await app.press("escape", "c")
        await app.type("Mine.", "ctrl+s", "S", "enter", sees="1 pending", tells="Submitted 1 comment")
    assert "Planted." not in review.git("show", "HEAD")
    assert "Mine." in review.git("show", "HEAD")
