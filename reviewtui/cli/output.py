"""The one way from a command to standard output: text is made visible, JSON is exact and ASCII."""

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Iterable
from typing import Self

import click

from reviewtui.domain.refusal import MachineFailed
from reviewtui.text.words.visible import visible, visible_line
from reviewtui.views.excerpt import with_breaks_shown
from reviewtui.workspace.command.outcome import Outcome

_MOST_TOLD = 200
_CLEAR_LINE = "\r\x1b[K"
NO = 1
"""The exit code of a command whose answer is "no"."""


def say(lines: Iterable[str]) -> None:
    """Print lines of text that others may have written; each stays one line, so that no name can forge another.

    They go out together, since each way to a stream costs as much as making the line.
    """
    shown = [visible_line(line) for line in lines]
    if shown:
        _print("\n".join(shown))


def say_page(text: Iterable[str]) -> None:
    """Print the parts of a page, whose own line ends stay."""
    for part in text:
        _print(visible(part))


def say_data(data: object) -> None:
    """Print data as JSON: exact text, every character that is not ASCII escaped."""
    _print(json.dumps(data, ensure_ascii=True, indent=1))


def say_row(data: object) -> None:
    """Print data as one line of JSON."""
    _print(json.dumps(data, ensure_ascii=True))


def tell(data: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Print what a command has to tell: `data` for scripts, or `lines` for people."""
    if as_json:
        say_data(data)
    else:
        say(lines)


def say_outcome(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of a reviewer's command."""
    if as_json:
        data = {"thread": outcome.thread, "id": outcome.event, "path": outcome.path, "commit": outcome.commit}
        say_data({key: value for key, value in (data | {"reads": outcome.reads}).items() if value})
    else:
        reads = [f"Accepted, it will read: {with_breaks_shown(outcome.reads)}"] if outcome.reads else []
        say([outcome.message, *reads])


def print_error(line: str) -> None:
    """Print one line to standard error; where that cannot be written to, the exit code has to say it."""
    print_progress(visible_line(line), err=True)


def print_progress(text: str, *, err: bool = False, end_line: bool = True) -> None:
    """Show what is going on; where that cannot be written to, the work goes on all the same."""
    with contextlib.suppress(OSError):
        click.echo(text, err=err, nl=end_line)


class ProgressLine:
    """One line of a terminal that is written anew with each step, and taken away at the end; elsewhere nothing."""

    def __init__(self, *, err: bool = False, silent: bool = False) -> None:
        """Draw on standard output or error; what is `silent` draws nowhere."""
        stream = sys.stderr if err else sys.stdout
        self._err = err
        self.is_drawn = not silent and stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"

    def __enter__(self) -> Self:
        """Begin with nothing shown."""
        return self

    def __exit__(self, *_ended: object) -> None:
        """Leave the terminal at the beginning of an empty line."""
        if self.is_drawn:
            print_progress(_CLEAR_LINE, err=self._err, end_line=False)

    def show(self, words: str) -> None:
        """Show one step, cut to the width of the terminal."""
        if self.is_drawn:
            room = shutil.get_terminal_size().columns - 1
            print_progress(f"{_CLEAR_LINE}{visible_line(words)[:room]}", err=self._err, end_line=False)


class ReaderGone(Exception):
    """Whoever read standard output has closed it; that is no failure."""


def _print(text: str) -> None:
    try:
        click.echo(text)
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        raise MachineFailed(f"{could_not_print(error)}: {' '.join(text.split())[:_MOST_TOLD]}") from error


def could_not_print(error: OSError) -> str:
    """Return the beginning of the sentence about what could not be printed."""
    return f"Standard output cannot be written to ({error.strerror}). What was done stays done"


def has_terminal() -> bool:
    """Say whether a person sits before both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
