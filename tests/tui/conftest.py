"""The app on a real repository, driven by key presses."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, nullcontext
from typing import Any

import pytest
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from reviewtui.tui.app.app import ReviewApp
from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.tasks.task_session import TASK_GROUP
from reviewtui.workspace.session.preferences import Preferences
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, FromTemplate, Run, begun, drafted

_PATIENCE = 40.0
_STILL = 3
"""Turns of the event loop without anything to do, after which only a thread, a timer or a person brings more."""
_SOON = 0.01
"""Seconds in which a timer is waited for: Textual takes a new size after 8 ms."""
_NAMES = {" ": "space", "/": "slash", "?": "question_mark", "[": "left_square_bracket", "]": "right_square_bracket"}


async def wait_for_idle(*_: float) -> None:
    """Wait until the event loop has nothing to do; Textual's own looks every 20 ms whether the processor rests."""
    loop: Any = asyncio.get_running_loop()
    give_up = loop.time() + 1
    still = 0
    while still < _STILL and loop.time() < give_up:
        is_due = any(timer.when() < loop.time() + _SOON for timer in loop._scheduled if not timer.cancelled())
        await asyncio.sleep(0.001 if is_due and not loop._ready else 0)
        still = 0 if is_due or loop._ready else still + 1


@pytest.fixture(autouse=True)
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pilots wait for the app alone, and draw a screen when a test looks at it: no terminal shows it before."""

    def leave_undrawn(compositor: Compositor, **_: object) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", leave_undrawn)
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
    monkeypatch.setattr("textual.app.wait_for_idle", wait_for_idle)


class Listening(ReviewApp):
    """The app, with all that it ever told kept: notes in the corner go away after some seconds."""

    def __init__(self, work: LockedWorkspace, preferences: Preferences | None) -> None:
        """Begin with nothing told."""
        self.workspace = work
        super().__init__(work, preferences=preferences)
        # Here keys come as fast as they are answered.
        self.inputs.pause = 0.0


class Pasted(str):
    """Words that come as one paste."""

    __slots__ = ()


class Play:
    """Somebody at the app: presses keys, types words, looks."""

    def __init__(self, app: Listening, pilot: Pilot[str], gate: Any = None) -> None:
        """Play at `app`; behind `gate` waits what is held up from its start on."""
        self.app = app
        self.pilot = pilot
        self._gate = gate

    def release(self) -> None:
        """Let go on what was held up from the start on."""
        self._gate.set()

    async def settle(self) -> None:
        """Wait until the app has answered: no work is under way and every screen was drawn."""
        give_up = asyncio.get_running_loop().time() + _PATIENCE
        while asyncio.get_running_loop().time() < give_up:
            await self.pilot.pause()
            # A task that asks something waits for a person.
            busy = [each for each in self.app.workers if not each.is_finished and each.group != TASK_GROUP]
            is_answered = self.app.inputs.is_idle or not self.app.is_running
            if (
                not busy
                and not self.app.background.under_way
                and is_answered
                and self.app.unsaved.writer.is_idle
                and self.app.screens.state is not None
                # While another screen comes, Textual holds its arranging back.
                and not (self.app._batch_count and self.app.is_running)
            ):
                await self.pilot.pause()
                return
            await asyncio.sleep(0.01)
        raise AssertionError("the app did not come to rest")

    async def press(self, *keys: str, sees: str | tuple[str, ...] = (), tells: str | tuple[str, ...] = ()) -> None:
        """Press keys one after the other and wait for what comes of them: what then stands there, or was told."""
        for key in keys:
            await self.pilot.press(_NAMES.get(key, key))
            await self.settle()
        for words in (sees,) if isinstance(sees, str) else sees:
            assert words in self.seen()
        for words in (tells,) if isinstance(tells, str) else tells:
            assert words in self.told()

    async def type(
        self, words: str, *keys: str, sees: str | tuple[str, ...] = (), tells: str | tuple[str, ...] = ()
    ) -> None:
        """Type words, then press keys."""
        await self.pilot.press(*(_NAMES.get(char, char) for char in words))
        await self.settle()
        await self.press(*keys, sees=sees, tells=tells)

    def send(self, *keys: "str | Pasted") -> None:
        """Send keys and pastes as a terminal does that has them all at once, and wait for nothing."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            event: events.Event
            if isinstance(key, Pasted):
                event = events.Paste(key)
            else:
                event = events.Key(_character_to_key(key) if len(key) == 1 else key, key if len(key) == 1 else None)
            event.set_sender(self.app)
            driver.send_message(event)

    async def burst(self, *keys: "str | Pasted") -> None:
        """Send keys and pastes all at once, then wait for what comes of them."""
        self.send(*keys)
        await self.settle()

    async def wait_for(self, happened: Callable[[], object]) -> None:
        """Wait until something has happened, with work still held up."""
        give_up = asyncio.get_running_loop().time() + _PATIENCE
        while not happened():
            assert asyncio.get_running_loop().time() < give_up, "it did not happen"
            await asyncio.sleep(0.02)
            if self.app.is_running:
                await self.pilot.pause()

    async def left(self) -> None:
        """Wait until the app has ended."""
        await self.wait_for(lambda: not self.app.is_running)

    def seen(self) -> str:
        """Return what stands on the screen, as text."""
        width, height = self.app.size
        visible_screen_stack.set(self.app._background_screens)
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip)[:width] for strip in strips[:height])

    def told(self) -> str:
        """Return what was told, the newest last."""
        return "\n".join(sentence for _, _, sentence in self.app.told)

    @property
    def screen(self) -> Any:
        """The screen below all dialogs."""
        return self.app.screens.shown

    @property
    def state(self) -> ScreenState:
        """What the screens show."""
        assert self.app.screens.state is not None
        return self.app.screens.state

    def find(self, selector: str) -> Widget:
        """Return a widget of the screen below all dialogs."""
        return self.app.screens.shown.query_one(selector)


Open = Callable[..., AbstractAsyncContextManager[Play]]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the app on a clone as a person, at a size; with `before` something is held up from the start on."""

    @asynccontextmanager
    async def opened(
        clone: Clone,
        who: tuple[str, str] = OFFICER,
        size: tuple[int, int] = (120, 36),
        preferences: Preferences | None = None,
        before: Callable[[Listening], AbstractContextManager[Any]] | None = None,
    ) -> AsyncIterator[Play]:
        for name, value in zip(("NAME", "EMAIL"), who, strict=True):
            monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
            monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
        app = Listening(LockedWorkspace(clone.path), preferences)
        with before(app) if before is not None else nullcontext() as gate:
            async with app.run_test(size=size) as pilot:
                playing = Play(app, pilot, gate)
                if gate is None:
                    await playing.settle()
                yield playing

    return opened


def _remarked(review: Clone, run: Run) -> None:
    review.git("tag", "-a", "0.1", "-m", "0.1")
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", "--blocking", who=NORTHVALE)
    run(review, "comment", "principles", "--quote", "Be kind", "-m", "Good", "--kind", "praise", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    run(review, "comment", "principles", "-m", "TBC?", "--kind", "question", who=SOUTHMERE)
    run(review, "submit", who=SOUTHMERE)
    text = review.read("policy/principles.md").replace("should ask", "must ask")
    review.commit_file("policy/principles.md", text, "Duty")


@pytest.fixture
def remarked(from_template: FromTemplate) -> Clone:
    """A released policy, changed since, with remarks of two organisations."""
    return from_template(drafted, begun, _remarked)
