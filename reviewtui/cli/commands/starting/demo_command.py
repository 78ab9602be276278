"""The command with which a newcomer starts: the example repository."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from reviewtui.cli.options import Opened, repository_command
from reviewtui.cli.output import ProgressLine, has_terminal, print_error, print_progress, say, say_data
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
    with ProgressLine(silent=as_json) as line:
        example = replay(read_story(), folder, datetime.now(UTC), lambda step: None if as_json else _show(line, step))
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


def _show(line: ProgressLine, step: ReplayedStep) -> None:
    """Show what was done last; where no line is drawn, each milestone."""
    words = f"{step.moment:%Y-%m-%d} {step.person.name}: {step.message}"
    line.show(f"{step.number}/{step.total} {words}")
    if step.milestone and not line.is_drawn:
        print_progress(visible_line(words))
