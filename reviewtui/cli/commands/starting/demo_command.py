"""The command with which a newcomer starts: the example repository."""

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from reviewtui.cli.options import Opened, repository_command
from reviewtui.cli.output import CLEAR_LINE, has_terminal, print_error, print_progress, say, say_data
from reviewtui.demo.replay import ReplayedStep, replay, summary_data, summary_lines
from reviewtui.demo.storybook import read_story
from reviewtui.domain.refusal import Refused
from reviewtui.text.words.visible import visible_line

_DIRECTORY = "reviewtui-demo"


@click.command()
@click.argument("directory", type=click.Path(path_type=Path), default=_DIRECTORY, metavar="[DIR]")
@click.option("--no-app", is_flag=True, help="Only build it; do not open the app there.")
@repository_command
def demo(opened: Opened, directory: Path, no_app: bool, as_json: bool) -> None:
    """Build an example repository and open the app there.

    DIR (default: reviewtui-demo) must be new or empty. The story of a policy is replayed in it, from the first draft
    to a half-decided review by three councils, with reviewtui's own commands; it takes some seconds. All people and
    councils are made up.

    Beside it a bare repository is made, DIR-shared.git, which the example shares with.
    """
    folder = opened.folder / directory
    drawn = _BuildProgress(silent=as_json)
    try:
        example = replay(read_story(), folder, datetime.now(UTC), drawn.show)
    finally:
        drawn.end()
    if as_json:
        say_data(summary_data(example, folder))
        return
    say(summary_lines(example, folder, _called()))
    if not no_app and has_terminal():
        _open(folder)


def _called() -> str:
    """What a person types to start this program: its name, or where it was started from when it is not on the path."""
    started = Path(sys.argv[0])
    return str(started) if started.name == "reviewtui" and not shutil.which("reviewtui") else "reviewtui"


def _open(folder: Path) -> None:
    """Open the app; where the terminal cannot show it, the example is there all the same, and that is no failure."""
    from reviewtui.cli.opening_app import open_app

    try:
        open_app(folder)
    except Refused as error:
        print_error(str(error))


class _BuildProgress:
    """What was done last: one line that is written anew on a terminal, elsewhere a line for each milestone."""

    def __init__(self, *, silent: bool) -> None:
        self._silent = silent
        self._rewrites = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"

    def show(self, beat: ReplayedStep) -> None:
        """Show one step."""
        if self._silent:
            return
        line = visible_line(f"{beat.moment:%Y-%m-%d} {beat.person.name}: {beat.message}")
        if self._rewrites:
            room = shutil.get_terminal_size().columns - 1
            print_progress(f"{CLEAR_LINE}{f'{beat.number}/{beat.total} {line}'[:room]}", end_line=False)
        elif beat.milestone:
            print_progress(line)

    def end(self) -> None:
        """Leave the terminal at the beginning of an empty line."""
        if self._rewrites and not self._silent:
            print_progress(CLEAR_LINE, end_line=False)
