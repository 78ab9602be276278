"""The one way from a command to standard output: text is made visible, JSON is exact and ASCII."""

import io
import json
import sys
from collections.abc import Iterable

import click

from reviewtui.text.visible import visible, visible_line
from reviewtui.workspace.outcome import Outcome


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
    """Print lines of text that others may have written; each stays one line, so that no name can forge another."""
    for line in lines:
        click.echo(visible_line(line))


def say_page(text: Iterable[str]) -> None:
    """Print the parts of a page, whose own line ends stay."""
    for part in text:
        click.echo(visible(part))


def say_data(data: object) -> None:
    """Print data as JSON: exact text, every character that is not ASCII escaped."""
    click.echo(json.dumps(data, ensure_ascii=True, indent=1))


def say_outcome(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of a reviewer's command."""
    if as_json:
        data = {"thread": outcome.thread, "id": outcome.event, "path": outcome.path, "commit": outcome.commit}
        say_data({key: value for key, value in data.items() if value})
    else:
        say([outcome.said])


def complain(line: str) -> None:
    """Print one line to standard error."""
    click.echo(visible_line(line), err=True)


def has_terminal() -> bool:
    """Say whether a person sits before both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
