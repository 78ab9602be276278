"""The pane of a remark: its title and its words belong together."""

from reviewtui.views.styled_text import line
from tests.conftest import Clone
from tests.tui.conftest import Open


async def test_a_title_never_stands_over_the_words_of_another_remark(review: Clone, play: Open) -> None:
    """What the pane is told while it has no room is painted with its title when it has."""
    async with play(review, size=(160, 40)) as app:
        pane = app.find("#thread")
        pane.show_card("first", [line("One.")])
        pane.display = False
        await app.settle()
        pane._size, size = type(pane.size)(0, 0), pane.size
        pane.show_card("second", [line("Two.")])
        pane._size = size
        pane.display = True
        await app.pilot.pause()
        seen = app.seen()
        assert "second" in seen
        assert ("One." in seen, "Two." in seen) == (False, True)
