"""A pane that is resized by a key has what is usual on the way past that, and follows what it shows again."""

from types import SimpleNamespace
from typing import Any

import pytest
from textual.geometry import Region, Size

from reviewtui.tui.screens.pane_resizing import PaneBorder, PaneResizing

_USUAL = 7


@pytest.mark.parametrize("step", [2, 3, 5])
def test_the_usual_size_is_met_from_both_sides(step: int) -> None:
    """Also where no number of steps leads to it: then nothing is held any more, and the pane is as high as it needs."""
    room = PaneResizing(lambda: [PaneBorder("thread", pane, Region(), upright=False)], lambda: None)
    pane: Any = SimpleNamespace(outer_size=Size(40, _USUAL))

    def press(by: int) -> int:
        room.step("thread", by)
        pane.outer_size = Size(40, room.sizes.get("thread", _USUAL))
        return int(pane.outer_size.height)

    for by in (step, -step):
        assert press(by) == _USUAL + by
        assert press(-by) == _USUAL
        assert room.sizes == {}
    for dragged in (1, -1):
        room.sizes["thread"] = _USUAL + dragged
        pane.outer_size = Size(40, _USUAL + dragged)
        assert press(-step * dragged) == _USUAL
        assert room.sizes == {}
