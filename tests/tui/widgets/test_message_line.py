"""What the app says: what was refused or failed stays until somebody goes on, anything else for some seconds."""

from reviewtui.tui.widgets.message_line import MessageLine
from tests.conftest import NORTHVALE, Clone
from tests.tui.conftest import Open, Play


def _line(app: Play) -> MessageLine:
    return app.app.screen.query_one(MessageLine)


async def test_what_was_refused_stays_until_the_next_act(review: Clone, play: Open) -> None:
    """No time takes it away; a key that does something does."""
    async with play(review, NORTHVALE) as app:
        await app.press("x", sees="There is no remark here; n goes to the next one.")
        assert not _line(app)._ends
        await app.press("down")
        assert "There is no remark here" not in app.seen()


async def test_an_author_without_a_remark_is_told_which_key_edits_the_text(review: Clone, play: Open) -> None:
    """E edits one's own remark, which whoever wants to change the policy may press first."""
    async with play(review) as app:
        await app.press("e", tells="There is no remark here; n goes to the next one. E edits the text.")
    async with play(review, NORTHVALE) as app:
        await app.press("e", tells="There is no remark here; n goes to the next one.")
        assert "edits the text" not in app.told()


async def test_an_error_names_a_key(review: Clone, play: Open) -> None:
    """One in which no key stands says where it can be read again; what is told besides goes by itself."""
    async with play(review, NORTHVALE) as app:
        app.app.screens.tell("The disk is full.", "error")
        await app.settle()
        assert "The disk is full. (f8 shows this again)" in app.seen()
        assert not _line(app)._ends
        app.app.screens.tell("By the way.")
        assert len(_line(app)._ends) == 1
