"""What the terminal sends, read so that no byte of it can stop the app: what is no text becomes a sign.

It is parted first: the escape key from sequences, what was pasted from what was typed.
"""

import os
import re
import selectors
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reviewtui.tui.app.abnormal_end import InputEnded

_WAIT = 0.1
"""Seconds between two looks whether the app has ended, or an escape key stands alone."""
_AT_ONCE = 4096
"""Bytes that are read in one go."""
NO_TEXT = "\ufffd"
"""What stands in the place of bytes that are no text."""


_LEAVING = frozenset({"\x1b", "\x03", "\x11"})
"""Escape, ctrl+c and ctrl+q: who presses one of them alone, after a pause, is not pasting any more."""
_PAUSE = 1.0


class PasteEnd:
    """Ends a paste whose end never came, by a key with which a person wants out: else it would swallow every key."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._last = now()
        self._tail = ""
        self.is_open = False

    def follow(self, typed: str) -> str:
        """Return what was typed, behind the end of the paste where it was missing."""
        if self.is_open and typed in _LEAVING and self._now() - self._last > _PAUSE:
            typed = PASTED + typed
        self._last = self._now()
        seen = self._tail + typed
        begun, ended = seen.rfind(PASTE), seen.rfind(PASTED)
        if begun != ended:
            self.is_open = begun > ended
        self._tail = seen[1 - len(PASTE) :]
        return typed


class TolerantInput(LinuxDriver):
    """Replaces bytes that are no UTF-8 and halves of characters; when input ends, the app is told why."""

    def run_input_thread(self) -> None:
        """Read until the app ends.

        Raises:
            EOFError: the terminal gives nothing any more.
        """
        parser = XTermParser(self._debug)
        decoder = getincrementaldecoder("utf-8")("replace")
        paste, parts = PasteEnd(), InputParts()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_WAIT):
                    read = os.read(self.fileno, _AT_ONCE)
                    if not read:
                        raise EOFError
                    for part in parts.parts(paste.follow(decoder.decode(read)), reads_alt=self._reads_alt):
                        parser = self._take(parser, part)
                else:
                    parser = self._take(parser, parts.release())
                for message in parser.tick():
                    self.process_message(as_text(message))

    def _run_input_thread(self) -> None:
        """Read, and say why when reading ends before the app does."""
        try:
            self.run_input_thread()
        finally:
            if not self.exit_event.is_set():
                self._app.call_later(self._end_app, sys.exc_info()[1])

    def _take(self, parser: XTermParser, typed: str) -> XTermParser:
        """Pass on what was typed; a number that is no character makes the parser forget what it was about to read."""
        if not typed:
            return parser
        if typed == ESCAPE:
            self.process_message(events.Key("escape", ESCAPE))
            return parser
        try:
            for message in parser.feed(typed):
                self.process_message(as_text(message))
        except (ValueError, OverflowError):
            return XTermParser(self._debug)
        return parser

    @property
    def _reads_alt(self) -> bool:
        """Whether somebody has given keys with alt to what the app does: then escape and a key are that one."""
        return bool(getattr(getattr(self, "_app", None), "reads_alt", False))

    def _end_app(self, error: BaseException | None) -> None:
        app: Any = self._app
        app.end_at_once(InputEnded(type(error).__name__ if error else ""))


def as_text(message: Message) -> Message:
    """Return a key or a paste with a sign for every half of a character: such a half can be kept in no file."""
    if isinstance(message, events.Key) and message.character is not None:
        message.character = _whole(message.character)
    elif isinstance(message, events.Paste):
        message.text = _whole(message.text)
    return message


def _whole(text: str) -> str:
    return "".join(NO_TEXT if "\ud800" <= char <= "\udfff" else char for char in text)


ESCAPE = "\x1b"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and behind what was pasted."""
_ALONE = re.compile("(\x1b)(?![\\[OP\\]_bf\x7f])")
"""An escape that begins no sequence: none of those of keys, the mouse and answers, no word's length by alt."""
_SHOWN = "\u241b"
"""What stands in a paste for an escape in it."""


class InputParts:
    """Parts what was typed at each escape key, and leaves no escape in what was pasted.

    A line that lags brings escape and the next key in one piece. Read as "alt" and that key both would be lost: the
    dialog that somebody leaves stays open, and the key acts in it. An escape in a paste would end it, and what stands
    behind it would act as keys.
    """

    def __init__(self) -> None:
        self._held = ""
        self._is_pasted = False

    def parts(self, typed: str, *, reads_alt: bool) -> Iterator[str]:
        """Yield what was typed in pieces, each escape key by itself; what may go on at the end is held.

        With `reads_alt` an escape and the key behind it are a key with alt.
        """
        typed, self._held = self._held + typed, ""
        while typed:
            here, sign, behind = typed.partition(PASTED if self._is_pasted else PASTE)
            if not sign:
                here, self._held = _held_apart(here, PASTED if self._is_pasted else PASTE)
            if self._is_pasted:
                yield here.replace(ESCAPE, _SHOWN)
            elif reads_alt:
                yield here
            else:
                yield from _ALONE.split(here)
            yield sign
            self._is_pasted ^= bool(sign)
            typed = behind

    def release(self) -> str:
        """Return what was held while nothing came behind it; a paste goes on, however long it takes."""
        if self._is_pasted:
            return ""
        held, self._held = self._held, ""
        return held


def _held_apart(typed: str, sign: str) -> tuple[str, str]:
    """Return what was typed without the beginning of `sign` that stands at its end, and that beginning."""
    most = min(len(sign) - 1, len(typed))
    length = next((length for length in range(most, 0, -1) if typed.endswith(sign[:length])), 0)
    return typed[: len(typed) - length], typed[len(typed) - length :]
