"""The five screens by name, and the state that all of them show."""

import gc
import importlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.app import App

from reviewtui.tui.appearance.display_options import DisplayOptions
from reviewtui.tui.appearance.page_geometry import PaneSizes
from reviewtui.tui.appearance.safe_text import IN_FORM, Severity, tell
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.compose.compose_form import ComposeForm

if TYPE_CHECKING:
    from reviewtui.tui.read_screen.read_screen import ReadScreen
    from reviewtui.tui.screens.compare import CompareScreen

_SCREENS = {
    "read": ("reviewtui.tui.read_screen.read_screen", "ReadScreen"),
    "decide": ("reviewtui.tui.screens.decide", "DecideScreen"),
    "compare": ("reviewtui.tui.screens.compare", "CompareScreen"),
    "ready": ("reviewtui.tui.screens.ready", "ReadyScreen"),
    "history": ("reviewtui.tui.screens.history", "HistoryScreen"),
}


_THRESHOLDS = (2_000, 10, 1_000)
"""Often among what is new, and practically never by itself among all.

A collection among all takes 25 to 40 ms, and fell into the middle of a key (benchmarks/app.py, “next remark”).
"""

_STATES_UNTIL_ALL = 20
"""After so many states what was set aside before is gone through again, which takes a tenth of a second."""


class GarbageSchedule:
    """Collects garbage at moments in which nobody waits, once a program that is nothing but the app has begun it.

    An app inside another program, such as a test, leaves that program's collector as it is.
    """

    def __init__(self) -> None:
        self._begun = False
        self._states = 0

    def begin(self) -> None:
        """Take over the collector of this process, for as long as it lives."""
        self._begun = True
        gc.set_threshold(*_THRESHOLDS)

    def state_shown(self) -> None:
        """Collect what is left over, and set aside what the state holds: it is held for long and without circles."""
        if not self._begun:
            return
        self._states += 1
        if self._states % _STATES_UNTIL_ALL == 0:
            gc.unfreeze()
        gc.collect()
        gc.freeze()


class ScreenRegistry:
    """Makes each screen when it is first asked for, and hands every state to all of them."""

    def __init__(self, app: App[Any], display_options: DisplayOptions) -> None:
        self._app = app
        self._display_options = display_options
        self._made: dict[str, BaseScreen] = {}
        self.kept_words: Callable[[ComposeForm], ComposeForm | None] = lambda _form: None
        self.is_behind: Callable[[], bool] = lambda: False
        self.pane_sizes: PaneSizes = {}
        """What somebody gave the panes of all screens."""
        self.trail: list[str] = []
        """The screens from which somebody was led to this one, the newest last; whoever chooses a screen has none."""
        self.state: ScreenState | None = None
        self.garbage = GarbageSchedule()

    def get(self, name: str) -> BaseScreen:
        """Return the screen of this name; its module is imported when it is first shown."""
        if name not in self._made:
            module, kind = _SCREENS[name]
            screen: BaseScreen = getattr(importlib.import_module(module), kind)()
            screen.display_options = self._display_options
            screen.kept_words, screen.is_behind = self.kept_words, self.is_behind
            screen.is_led = lambda: bool(self.trail)
            screen.room.sizes = self.pane_sizes
            self._made[name] = screen
            if self.state is not None:
                screen.receive(self.state)
        return self._made[name]

    def give_room(self, sizes: Mapping[str, int]) -> None:
        """Give the panes of all screens the sizes that somebody gave them before."""
        if any(self.pane_sizes.get(name) != size for name, size in sizes.items()):
            self.pane_sizes.update(sizes)
            for screen in self._made.values():
                screen.room.fit()

    @property
    def read(self) -> "ReadScreen":
        """The screen in which the text is read."""
        return self.get("read")  # type: ignore[return-value]

    @property
    def compare(self) -> "CompareScreen":
        """The screen in which two versions are compared."""
        return self.get("compare")  # type: ignore[return-value]

    @property
    def shown(self) -> BaseScreen:
        """The screen that is shown, whatever dialogs stand over it."""
        return self.get(self._app.current_mode)

    @property
    def version(self) -> str:
        """The version that is looked at; empty for the draft."""
        return self.state.version if self.state is not None else ""

    def tell(self, sentence: str, severity: Severity = "information", *, title: str = "") -> None:
        """Say what a rule or a command says, with keys where it names commands; an error without any names one."""
        names = self.shown.names
        said = in_keys(sentence, names)
        if severity == "error" and title != IN_FORM and said == sentence:
            said = f"{said} ({names['messages']} shows this again)"
        tell(self._app, said, severity, title=title)

    def refuse(self, sentence: str, severity: Severity = "warning") -> None:
        """Say why what was written is not carried out: in its form, until it is tried again."""
        composer = self.shown.composer
        composer.go_on()
        if composer.form is None:
            self.tell(sentence, severity)
        else:
            composer.refuse(in_keys(sentence, self.shown.names))
            self.tell(sentence, severity, title=IN_FORM)

    def show_thread(self, thread: str) -> None:
        """Go to a thread in the text, if the text is what is shown; a decided one has left the queue of the others."""
        if self._app.current_mode == "read":
            self.read.view.show_thread(thread)

    def show(self, state: ScreenState) -> None:
        """Hand a state that was read anew to every screen."""
        self.garbage.state_shown()
        self._hand_out(state)

    def _hand_out(self, state: ScreenState) -> None:
        self.state = state
        for screen in self._made.values():
            screen.receive(state)

    def show_caught_up(self) -> None:
        """Have every screen count again what waits, since it shows by now what was done."""
        for screen in self._made.values():
            screen.show_news("")

    def update(self, **changes: Any) -> None:
        """Hand out the same state with something else in it; without a state, or a change, nothing is shown anew."""
        if self.state is None or all(getattr(self.state, name) == value for name, value in changes.items()):
            return
        self._hand_out(replace(self.state, **changes))
