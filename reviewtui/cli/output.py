"""The one way from a command to standard output: text is made visible, JSON is exact and ASCII."""

import contextlib
import io
import json
import sys
from collections.abc import Iterable

import click

from reviewtui.domain.refusal import MachineFailed
from reviewtui.text.words.visible import visible, visible_line
from reviewtui.workspace.command.outcome import Outcome

_MOST_TOLD = 200
NO = 1
"""The exit code of a command whose answer is "no"."""


def widen_streams() -> None:
    """Let a terminal that cannot show a character print its number instead, since no review is plain ASCII.

    What comes in and is not of the terminal's encoding becomes a sign, so that the line it stands in can be named.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


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


def say_outcome(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of a reviewer's command."""
    if as_json:
        data = {"thread": outcome.thread, "id": outcome.event, "path": outcome.path, "commit": outcome.commit}
        say_data({key: value for key, value in data.items() if value})
    else:
        say([outcome.said])
        for warning in outcome.warnings:
            complain(warning)


def complain(line: str) -> None:
    """Print one line to standard error; where that cannot be written to, the exit code has to say it."""
    with contextlib.suppress(OSError):
        click.echo(visible_line(line), err=True)


class ReaderGone(Exception):
    """Whoever read standard output has closed it; that is no failure."""


def _print(text: str) -> None:
    try:
        click.echo(text)
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        told = " ".join(text.split())
        raise MachineFailed(
            f"Standard output cannot be written to ({error.strerror}). What was done stays done: {told[:_MOST_TOLD]}"
        ) from error


def has_terminal() -> bool:
    """Say whether a person sits before both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
