"""No byte that a terminal sends stops the app; when no more can come, the app says so."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from textual import events
from textual.message import Message

from reviewtui.tui.app.abnormal_end import InputEnded, crash_line
from reviewtui.tui.app.terminal_input import PasteEnd, TolerantInput
from tests.conftest import Clone
from tests.tui.conftest import Open
from tests.tui.terminal import Terminal


class _Heard(TolerantInput):
    """A reader of a pipe that keeps what it hears."""

    def __init__(self, fileno: int) -> None:
        """Read from `fileno`."""
        self.fileno = fileno
        self.exit_event = threading.Event()
        self._debug = False
        self.heard: list[Message] = []

    def process_message(self, message: Message) -> None:
        """Keep a message."""
        self.heard.append(message)


@contextmanager
def _reading() -> Iterator[tuple[_Heard, int]]:
    out, into = os.pipe()
    heard = _Heard(out)
    thread = threading.Thread(target=heard.run_input_thread)
    thread.start()
    try:
        yield heard, into
    finally:
        heard.exit_event.set()
        thread.join(5)
        os.close(into)
        os.close(out)


def _wait_for(happened: Callable[[], bool]) -> None:
    for _ in range(200):
        if happened():
            return
        time.sleep(0.02)


_BYTES = {
    b"\xe9": "\ufffd",
    b"\x9b": "\ufffd",
    b"\xed\xa0\x80": "\ufffd\ufffd\ufffd",
    b"\xff\xfe": "\ufffd\ufffd",
    b"\x1b[55296;;55296u": "\ufffd",
    b"\x1b[1114112u": "",
    "é".encode(): "é",
}


@pytest.mark.parametrize("sent", _BYTES, ids=repr)
def test_bytes_that_are_no_text_become_a_sign(sent: bytes) -> None:
    """A byte of another encoding, half a character or a number that is none leave reading alive."""
    with _reading() as (heard, into):
        os.write(into, sent)
        heard.exit_event.wait(0.2)
        os.write(into, b"x")
        _wait_for(lambda: any(isinstance(each, events.Key) and each.key == "x" for each in heard.heard))
        keys = [each for each in heard.heard if isinstance(each, events.Key)]
        assert "".join(key.character or "" for key in keys) == f"{_BYTES[sent]}x"


_KEYS = {
    b"\x1bn": ["escape", "n"],
    b"\x1b\r": ["escape", "enter"],
    b"\x1b\x13": ["escape", "ctrl+s"],
    b"\x1b2q": ["escape", "2", "q"],
    b"a\x1b\x1b\x1b[A\x1b ": ["a", "escape", "escape", "up", "escape", "space"],
    b"\x1bOP\x1b[1;5C\x1bb\x1b\x7f": ["f1", "ctrl+right", "ctrl+left", "ctrl+w"],
    b"j\x1b": ["j", "escape"],
}


@pytest.mark.parametrize("sent", _KEYS, ids=repr)
def test_escape_and_the_key_behind_it_are_two_keys(sent: bytes) -> None:
    """On a line that lags both come in one piece; neither is lost, in whatever pieces the bytes come."""
    for pieces in ([sent], [sent[number : number + 1] for number in range(len(sent))]):
        with _reading() as (heard, into):
            for piece in pieces:
                os.write(into, piece)
            _wait_for(lambda: len(heard.heard) >= len(_KEYS[sent]))
            assert [each.key for each in heard.heard if isinstance(each, events.Key)] == _KEYS[sent]


def test_an_escape_in_a_paste_ends_nothing() -> None:
    """What is pasted may hold any character, a colour of a log too; all of it is pasted, and none of it acts."""
    sent = b"\x1b[200~one\x1bn \x1b[31mred\x1b[201~\x1bq"
    for pieces in ([sent], [sent[number : number + 1] for number in range(len(sent))]):
        with _reading() as (heard, into):
            for piece in pieces:
                os.write(into, piece)
            _wait_for(lambda: len(heard.heard) >= 3)
            pasted, *keys = heard.heard
            assert isinstance(pasted, events.Paste)
            assert pasted.text == "one\u241bn \u241b[31mred"
            assert [each.key for each in keys if isinstance(each, events.Key)] == ["escape", "q"]


def test_a_paste_in_another_encoding_arrives() -> None:
    """A Latin-1 paste comes as a paste, with a sign for each letter that is no UTF-8."""
    with _reading() as (heard, into):
        os.write(into, b"\x1b[200~caf\xe9 au lait\x1b[201~")
        _wait_for(lambda: any(isinstance(each, events.Paste) for each in heard.heard))
        assert [each.text for each in heard.heard if isinstance(each, events.Paste)] == ["caf\ufffd au lait"]


@pytest.mark.parametrize("key", ["\x1b", "\x03", "\x11"])
@pytest.mark.parametrize("split", range(1, 6))
def test_a_paste_without_an_end_is_ended_by_who_wants_out(key: str, split: int) -> None:
    """Escape, ctrl+c or ctrl+q after a pause end it, however its beginning came; at once they are part of it."""
    clock = [0.0]
    paste = PasteEnd(lambda: clock[0])
    begin = "\x1b[200~"
    assert paste.follow(begin[:split]) + paste.follow(begin[split:]) + paste.follow("abc") == f"{begin}abc"
    assert paste.follow(key) == key
    assert paste.is_open
    clock[0] = 5.0
    assert paste.follow(key) == f"\x1b[201~{key}"
    assert not paste.is_open


def test_keys_are_heard_after_a_paste_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was pasted arrives as a paste, and the key behind it as a key."""
    monkeypatch.setattr("reviewtui.tui.app.terminal_input._PAUSE", 0.05)
    with _reading() as (heard, into):
        os.write(into, b"\x1b[200~abc")
        heard.exit_event.wait(0.3)
        os.write(into, b"\x11")
        _wait_for(lambda: len(heard.heard) >= 2)
        paste, pressed = heard.heard
        assert isinstance(paste, events.Paste)
        assert isinstance(pressed, events.Key)
        assert (paste.text, pressed.key) == ("abc", "ctrl+q")


async def test_a_letter_that_cannot_be_seen_is_named(review: Clone, play: Open) -> None:
    """The composer names what is in the words and draws nothing, and draws a sign for it."""
    async with play(review) as app:
        await app.press("]", "c")
        await app.type("may")
        app.app.screen.focused.insert("\ufe01\u3164")
        await app.settle()
        assert "cannot be seen: U+FE01, U+3164" in app.seen()
        assert "may\ufffd\ufffd" in app.seen()
        await app.type("x")
        assert app.screen.composer.content.body == "may\ufe01\u3164x"


def test_the_end_of_input_is_an_error_with_a_sentence() -> None:
    """Where nothing can be read any more, reading ends with an error, and the last line says what became of words."""
    out, into = os.pipe()
    os.close(into)
    with pytest.raises(EOFError):
        _Heard(out).run_input_thread()
    os.close(out)
    assert crash_line(InputEnded("EOFError")).startswith("The terminal sends no keys any more (EOFError)")


@pytest.mark.slow
def test_latin_1_in_a_terminal_is_seen_and_kept(review: Clone) -> None:
    """Typing a byte of Latin-1 in a remark shows a sign, and the app goes on."""
    started = Terminal(review)
    try:
        started.await_words("J. Reviewer")
        started.read(1)
        started.send("]")
        started.send("c")
        started.await_words("Comment on")
        os.write(started.fd, b"caf\xe9\x9b gone on")
        started.await_words("gone")
        assert "\ufffd".encode() in started.said
        started.send("\x1b")
        started.read(1)
        started.send("q")
        started.await_words("half written")
        started.send("\r")
        assert started.ended() == 0
    finally:
        started.clean_up()
