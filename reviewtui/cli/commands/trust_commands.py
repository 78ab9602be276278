"""Commands on whose word counts: what has no effect, and what an author says of it."""

import click

from reviewtui.cli.options import Opened, filled, folder_option, json_option, text_options, words
from reviewtui.cli.output import say_outcome
from reviewtui.domain.actions import commands


@click.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT...", callback=filled)
@click.option(
    "--choose", default="", metavar="EVENT", help="Of two contents that cancel each other, the one that counts.",
    callback=filled,
)  # fmt: skip
@text_options("The reason")
@json_option
@folder_option
@click.pass_obj
def settle(
    opened: Opened, events: tuple[str, ...], choose: str, message: str | None, text_file: str | None, as_json: bool
) -> None:
    """Say that events without effect are known, and why (authors only); the gate 'record' then minds them no more.

    EVENT is an id as 'reviewtui verify' shows it, or a unique end of it. What is settled stays listed.

    Example: reviewtui settle k3f9 -m "Sam's mail was committed under a wrong address; he has said it anew."
    """
    command = commands.Settle(events, words(message, text_file), choose)
    say_outcome(opened.workspace.carry_out(command), as_json=as_json)
