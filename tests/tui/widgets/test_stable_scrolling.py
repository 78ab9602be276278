"""The screen is arranged once where the text or the remark gets another height."""

import pytest
from textual.screen import Screen

from tests.acting import remark
from tests.conftest import Clone, Run
from tests.tui.conftest import Open


async def test_a_remark_of_another_length_arranges_the_screen_once(
    review: Clone, run: Run, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a short remark to a long one the pane grows, and no scroll bar has everything arranged once more."""
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Good.")
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two? " * 60)
    arranged: list[Screen[object]] = []
    refresh = Screen._refresh_layout

    def counted(screen: Screen[object], size: object = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002
        arranged.append(screen)
        refresh(screen, size, scroll)  # type: ignore[arg-type]

    async with play(review, size=(120, 40)) as app:
        await app.press("n")
        before = app.find("#thread").outer_size.height
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await app.press("n")
        assert app.find("#thread").outer_size.height > before
        assert len(arranged) == 1
