"""A plain session in a real terminal: nothing is drawn, and Ctrl+C loses no letter."""

import os
import signal

import pytest

from tests.acting import ask
from tests.conftest import Clone, Run
from tests.tui.terminal import Terminal


@pytest.mark.slow
def test_a_half_typed_line_survives_ctrl_c_and_nothing_is_drawn(review: Clone, run: Run) -> None:
    """Ctrl+C ends with the reminder and 130; the next session goes on with the very letters, and saves them."""
    terminal = Terminal(review, ("-m", "reviewtui", "--plain"))
    try:
        terminal.await_words("quit leaves.")
        terminal.send("comment policy\n")
        # Else the terminal's own echo of the line could stand before the first prompt, and be taken for the second.
        terminal.await_words("what else a line can do.\r\n: ")
        terminal.send("A whole line.\n")
        terminal.send("Half a li")
        terminal.send("\x03")
        assert terminal.ended() == 130
        assert b"1 half written" in terminal.said
        assert b"\x1b" not in terminal.said
    finally:
        terminal.clean_up()
    terminal = Terminal(review, ("-m", "reviewtui", "--plain"))
    try:
        terminal.await_words("1 half written")
        terminal.send("continue\n")
        terminal.await_words("Half a li")
        terminal.send(".\n")
        terminal.await_words("Kind missing")
        terminal.send("\n")
        terminal.await_words("pending until you submit")
        terminal.send("\x04")
        assert terminal.ended() == 0
        assert b"1 comment pending: nobody else sees it until you type submit." in terminal.said
    finally:
        terminal.clean_up()
    assert [row["body"] for row in ask(run, review, "threads")["threads"]] == ["A whole line.\nHalf a li"]


def test_a_terminal_that_goes_away_ends_it_and_keeps_what_was_written(review: Clone) -> None:
    """SIGHUP in the middle of a remark: the lines so far are a draft on the disk."""
    terminal = Terminal(review, ("-m", "reviewtui", "--plain"))
    try:
        terminal.await_words("quit leaves.")
        terminal.send("comment policy\n")
        # Else the terminal's own echo of the line could stand before the first prompt, and be taken for the second.
        terminal.await_words("what else a line can do.\r\n: ")
        terminal.send("A whole line.\n")
        terminal.await_words("A whole line.\r\n: ")
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.ended()
    finally:
        terminal.clean_up()
    kept = next((review.path / ".git").rglob("typed/*.json"))
    assert "A whole line." in kept.read_text(encoding="utf-8")
