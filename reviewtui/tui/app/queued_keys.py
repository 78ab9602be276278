"""Keeps keys in their order: what was typed before a key is in its text before the key acts, however fast it comes.

Textual lets some keys act at once, while letters before them still wait in the queue of the field that is typed in;
and a key that opens a form does not hold back the letters behind it. Here the next key waits until the one before it
was answered: a message goes the way of the key, from the field up to the app, and arrives behind what the key caused;
what that caused in turn is one lap behind.

Words that somebody types for a form that does not open, or while a dialog comes by itself, are meant for neither: they
are dropped until there is a pause.
"""

from collections import deque
from dataclasses import dataclass
from time import monotonic
from typing import Any, Literal

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input as Field
from textual.widgets import TextArea

from reviewtui.tui.appearance.safe_text import tell

_PATIENCE = 1.0
"""Seconds after which the next key goes on if the field that was typed in is gone, or waits behind a dialog."""
_MOST_PATIENCE = 8.0
"""Seconds after which it goes on in any case: a busy machine takes long to answer, and words must not be overtaken."""
_TYPED = frozenset({"enter", "tab", "backspace", "space"})
"""Keys that belong to words, beside letters."""
_LAPS = 4
"""How often the message goes round: a list tells what was chosen, its screen what that means, and the app does it."""
PAUSE = 0.4
"""Seconds without a key after which what is typed is meant for what is on the screen."""
Input = events.InputEvent | events.Paste


@dataclass(eq=False)
class KeyAnswered(Message):
    """Everything that key number `key` caused on its way `lap` is done."""

    key: int
    lap: int


class InputOrder:
    """The keys, pastes and clicks that wait for the key before them."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Input] = deque()
        self._answering = False
        self._field: MessagePump = app
        self.is_held = False
        """Whether keys wait for something that was asked for, until that is done or esc gives it up."""
        self._holds = 0
        """How often keys were held so far, which names a hold."""
        self._is_saving = False
        """Whether what keys wait for is that words are saved: an esc behind other keys waits with them."""
        self._cut_off: Literal["", "keys", "all"] = ""
        self._why = ""
        """Why what is dropped was not opened; empty where that is in sight."""
        self._is_drop_told = False
        self._last = 0.0
        self.pause = PAUSE
        self.key = ""
        """The key that was pressed last."""
        self.count = 0
        """How many keys were pressed so far."""

    @property
    def is_idle(self) -> bool:
        """Whether every key was answered."""
        return not self._answering and not self._waiting

    @property
    def is_between_keys(self) -> bool:
        """Whether what happens now does not come of a key: none is being answered, or it is a letter of a text."""
        return not self._answering or (len(self.key) == 1 and isinstance(self._field, TextArea | Field))

    def admits(self, event: Input) -> bool:
        """Say whether an input may act now; one that may not is kept for later, or dropped."""
        if self._gives_up(event):
            self.is_held = False
            self._drop_waiting()
        elif self._answering:
            self._waiting.append(event)
            return False
        if self._is_meant_for_else(event):
            return False
        if isinstance(event, events.Key | events.Paste):
            # A key of the app itself, as that of the palette, opens its dialog before `follow` hears of the key.
            self._answering = True
            self.key = event.key if isinstance(event, events.Key) else ""
        return True

    def is_act(self, event: Input) -> bool:
        """Say whether somebody does something else now: a letter of a text, or a wheel, only goes on with it."""
        in_field = isinstance(self._app.focused, TextArea | Field)
        return isinstance(event, events.MouseDown) or (
            isinstance(event, events.Key) and not (in_field and _is_typed(event))
        )

    def cut_off(self, why: str = "", *, by_dialog: bool) -> None:
        """Drop what somebody is just typing until they pause; where no dialog came, a field still takes it."""
        self._cut_off = "all" if by_dialog else "keys"
        if not self._is_drop_told:
            self._why = why
        if by_dialog:
            self._last = monotonic()

    def _is_meant_for_else(self, event: Input) -> bool:
        if not self._cut_off or isinstance(event, events.MouseEvent):
            return False
        is_typed = _is_typed(event)
        is_going_on = event.time - self._last < self.pause
        in_field = self._cut_off == "keys" and isinstance(self._app.focused, TextArea | Field)
        if is_typed and is_going_on and not in_field:
            self._last = event.time
            self._say_dropped()
            return True
        self._cut_off, self._is_drop_told = "", False
        return False

    def _say_dropped(self) -> None:
        """Say once that keys are dropped, beside why nothing was opened for them."""
        if not self._is_drop_told:
            self._is_drop_told = True
            told = f"{self._why} What you typed behind it was not taken.".strip()
            self._app.call_later(tell, self._app, told, "warning")

    def hold(self, *, is_saving: bool = False) -> int:
        """Let what comes next wait until `release`; return the name of this hold.

        Esc gives up what was asked for. What is being saved it cannot give up: it is as a rule the end of what is
        typed behind that, and waits; a second one gives up the keys that wait.
        """
        self.is_held = self._answering = True
        self._is_saving = is_saving
        self._holds += 1
        return self._holds

    def release(self, hold: int | None = None, *, drops: bool = False) -> None:
        """Go on with what has waited, once what is done just now was answered; with `drops` without it.

        With `hold` only where no other one began since.
        """
        if self.is_held and hold in {None, self._holds}:
            self.is_held = False
            if drops:
                self._drop_waiting()
            self._go_round(1)

    def _gives_up(self, event: Input) -> bool:
        is_second = bool(self._waiting) and _is_escape(self._waiting[-1])
        return self.is_held and _is_escape(event) and (is_second or not self._is_saving)

    def _drop_waiting(self) -> None:
        """Forget what waits, and say so once the line of messages was cleared for the key that did it."""
        if any(isinstance(each, events.Key | events.Paste) for each in self._waiting):
            self._app.call_later(tell, self._app, "What you typed meanwhile was not taken.", "warning")
        self._waiting.clear()

    def follow(self, event: Input, field: MessagePump) -> None:
        """Hold back what comes next until `event`, which `field` has got, was answered."""
        if isinstance(event, events.Key | events.Paste):
            self._field = field
            self._last = event.time
            self.count += 1
            self._go_round(1)
            self._give_up_later(self.count, _PATIENCE)

    def next_after(self, message: KeyAnswered) -> Input | None:
        """Return the input that may act now; None while the key before it is still being answered."""
        if message.key != self.count or self.is_held:
            return None
        if message.lap < _LAPS:
            self._go_round(message.lap + 1)
            return None
        self._answering = False
        while self._waiting:
            event = self._waiting.popleft()
            if not self._is_meant_for_else(event):
                return event
        return None

    def _go_round(self, lap: int) -> None:
        message, field, shown = KeyAnswered(self.count, lap), self._field, self._app.screen
        # A field that is gone, as with a list that was chosen from, answers nothing any more; and a screen that was
        # opened over it answers when its own field is there, which takes the words behind the key.
        is_shown = isinstance(field, Widget) and field.is_attached and field.screen is shown
        if not (is_shown and field.post_message(message)):
            shown.post_message(message)

    def _give_up_later(self, key: int, waited: float) -> None:
        self._app.set_timer(_PATIENCE, lambda: self._give_up(key, waited))

    def _give_up(self, key: int, waited: float) -> None:
        if not self._answering or key != self.count:
            return
        field = self._field
        is_there = isinstance(field, Widget) and field.is_attached and field.screen is self._app.screen
        if is_there and waited < _MOST_PATIENCE:
            self._give_up_later(key, waited + _PATIENCE)
        else:
            self._app.post_message(KeyAnswered(key, _LAPS))


def _is_escape(event: Input) -> bool:
    return isinstance(event, events.Key) and event.key == "escape"


def _is_typed(event: Input) -> bool:
    """Say whether an input belongs to words."""
    is_letter = isinstance(event, events.Key) and (event.is_printable or event.key in _TYPED)
    return is_letter or isinstance(event, events.Paste)
