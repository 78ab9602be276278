"""The command with which a council takes over changes of the policy that its own came from."""

import click

from reviewtui.cli.options import Opened, filled, folder_option, json_option
from reviewtui.cli.output import say, say_data
from reviewtui.domain.actions import commands


@click.command()
@click.argument("remote", callback=filled)
@click.argument("numbers", nargs=-1, required=True, type=click.IntRange(min=1), metavar="N...")
@json_option
@folder_option
@click.pass_obj
def adopt(opened: Opened, remote: str, numbers: tuple[int, ...], as_json: bool) -> None:
    """Make suggestions of changes of the policy that this one was taken over from.

    The numbers are those of 'reviewtui diff --adopted REMOTE'. Each becomes a suggestion, pending until 'reviewtui
    submit', which is accepted or declined like any other; accepting it credits whoever wrote the words there.

    Example: reviewtui adopt upstream 1 3
    """
    outcome = opened.workspace.carry_out(commands.Adopt(remote, numbers))
    if as_json:
        say_data({"threads": list(outcome.threads), "path": outcome.path})
    else:
        say([outcome.message])
