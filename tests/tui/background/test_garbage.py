"""Garbage is collected when a state is shown, and not in the middle of a key."""

import gc
import weakref
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from reviewtui.tui.background.screen_registry import GarbageSchedule
from reviewtui.tui.start.run_app import _run
from tests.conftest import Clone
from tests.tui.conftest import Open


@pytest.fixture
def usual() -> Iterator[None]:
    """Leave the collector as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


class _Circle:
    """Something that holds itself."""

    def __init__(self) -> None:
        """Close the circle."""
        self.other = self


async def test_an_app_inside_another_program_leaves_its_collector_alone(review: Clone, play: Open) -> None:
    """What is set aside is never collected, and a program may open thousands of apps one after another: a test run."""
    before = gc.get_threshold(), gc.get_freeze_count()
    async with play(review) as app:
        app.app.screens.show(app.state)
        assert (gc.get_threshold(), gc.get_freeze_count()) == before


@pytest.mark.usefixtures("usual")
async def test_what_is_left_in_circles_goes_when_a_state_is_shown(review: Clone, play: Open) -> None:
    """Behind that nothing looks for it any more, since the state is taken out of the collector's sight."""
    async with play(review) as app:
        app.app.screens.garbage.begin()
        gc.disable()
        try:
            # One was set aside with the state before, one was made since.
            kept = _Circle()
            app.app.screens.show(app.state)
            left = [weakref.ref(kept), weakref.ref(_Circle())]
            del kept
            app.app.screens.show(app.state)
            later = left.pop()()
            for _ in range(20):
                app.app.screens.show(app.state)
        finally:
            gc.enable()
            gc.unfreeze()
        assert (left[0](), later) == (None, None)


@pytest.mark.usefixtures("usual")
def test_no_key_waits_for_a_collection_among_all() -> None:
    """The app leaves these to the moments at which a state is shown."""
    seen: list[int] = []

    def run() -> str:
        def note(phase: str, told: dict[str, int]) -> None:
            seen.append(told["generation"] if phase == "stop" else -1)

        gc.callbacks.append(note)
        kept = [[number] for number in range(300_000)]
        gc.callbacks.remove(note)
        return "" if kept else "nothing was made"

    app: Any = SimpleNamespace(
        run=run,
        complaints=(),
        failure=None,
        screens=SimpleNamespace(garbage=GarbageSchedule()),
        unsaved=SimpleNamespace(writer=SimpleNamespace(flush=lambda: None)),
    )
    workspace: Any = None
    assert _run(app, workspace, "") == ""
    assert {0, 1} <= set(seen)
    assert 2 not in seen
