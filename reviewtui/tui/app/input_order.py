"""Keeps keys in their order: what was typed before a key is in its text before the key acts, however fast it comes.

Textual lets some keys act at once, while letters before them still wait in the queue of the field that is typed in;
and a key that opens a form does not hold back the letters behind it. Here the next key waits until the one before it
was answered: a message goes the way of the key, from the field up to the app, and arrives behind what the key caused;
what that caused in turn is one lap behind.
"""

from collections import deque
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

_PATIENCE = 1.0
"""Seconds after which the next key goes on if the field that was typed in is gone, or waits behind a dialog."""
_MOST_PATIENCE = 8.0
"""Seconds after which it goes on in any case: a busy machine takes long to answer, and words must not be overtaken."""
_LAPS = 4
"""How often the message goes round: a list tells what was chosen, its screen what that means, and the app does it."""
Input = events.InputEvent | events.Paste


class KeyAnswered(Message):
    """Everything that key number `key` caused on its way `lap` is done."""

    def __init__(self, key: int, lap: int) -> None:
        super().__init__()
        self.key = key
        self.lap = lap


class InputOrder:
    """The keys, pastes and clicks that wait for the key before them."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Input] = deque()
        self._answering = False
        self._field: MessagePump = app
        self.count = 0
        """How many keys were pressed so far."""

    @property
    def is_idle(self) -> bool:
        """Whether every key was answered."""
        return not self._answering and not self._waiting

    def admits(self, event: Input) -> bool:
        """Say whether an input may act now; one that may not is kept for later."""
        if self._answering:
            self._waiting.append(event)
            return False
        return True

    def follow(self, event: Input, field: MessagePump) -> None:
        """Hold back what comes next until `event`, which `field` has got, was answered."""
        if isinstance(event, events.Key | events.Paste):
            self._answering = True
            self._field = field
            self.count += 1
            self._go_round(1)
            self._give_up_later(self.count, _PATIENCE)

    def next_after(self, message: KeyAnswered) -> Input | None:
        """Return the input that may act now; None while the key before it is still being answered."""
        if message.key != self.count:
            return None
        if message.lap < _LAPS:
            self._go_round(message.lap + 1)
            return None
        self._answering = False
        return self._waiting.popleft() if self._waiting else None

    def _go_round(self, lap: int) -> None:
        message = KeyAnswered(self.count, lap)
        # A field that is gone, as with a list that was chosen from, answers nothing any more.
        if not (self._field.is_attached and self._field.post_message(message)):
            self._app.screen.post_message(message)

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
