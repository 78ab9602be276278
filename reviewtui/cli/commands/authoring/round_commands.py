"""Commands of review rounds: asking organisations to read, reminding them, and closing."""

from datetime import datetime
from typing import Any

import click

from reviewtui.cli.options import Opened, acting, name_argument, name_option, repository_command, text_options
from reviewtui.cli.output import say, say_data
from reviewtui.domain.actions import commands
from reviewtui.views.timeline import round_rows as rounds
from reviewtui.workspace.command.outcome import Outcome


def _opened(outcome: Outcome) -> dict[str, object]:
    row = {"round": outcome.event, "path": outcome.path, "commit": outcome.commit}
    return row | {"warnings": list(outcome.warnings)}


@click.group(name="round")
def round_() -> None:
    """Ask organisations to read the policy by a day, and see who has."""


@round_.command("open")
@click.option(
    "--until",
    required=True,
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="DATE",
    help="The last day of the round, as in 2027-02-28.",
)
@name_option("--ask asked", "ORG", "An organisation that is asked, instead of all that the settings ask", multiple=True)
@text_options("What to say to them", required=False)
@acting(shows=_opened)
def open_(until: datetime, **given: Any) -> commands.OpenRound:
    """Open a round: organisations are asked to read the committed text by DATE. One commit.

    Remarks that are made after the last day, or after the round was closed, are kept and marked as late.

    Example: reviewtui round open --until 2027-02-28 --ask northvale -m "Please look at the new section first."
    """
    return commands.OpenRound(until.date(), **given)


@round_.command("close")
@name_argument("round", "[ROUND]", required=False)
@text_options("What to say about it", required=False)
@acting(shows=_opened)
def close(**given: Any) -> commands.CloseRound:
    """Close a round; without ROUND the one that nobody has closed yet. One commit."""
    return commands.CloseRound(**given)


@round_.command("list")
@click.option("--reminders", is_flag=True, help="Print a letter to each organisation that has not answered.")
@repository_command
def list_(opened: Opened, reminders: bool, as_json: bool) -> None:
    """List the rounds with who has read and who has answered, the newest last."""
    workspace = opened.workspace
    draft = workspace.load(placed=False)
    today = workspace.today()
    if as_json:
        say_data({"rounds": [rounds.round_data(draft, each, today) for each in draft.review.rounds]})
    elif reminders:
        letters = [
            line
            for each in draft.review.rounds
            if each.is_open(today)
            for line in rounds.reminder_lines(draft, each, today)
        ]
        say(letters or ["No round is open in which somebody has to be reminded."])
    else:
        for each in draft.review.rounds:
            say(rounds.round_lines(draft, each, today))
        if not draft.review.rounds:
            say(["No round yet: reviewtui round open --until DATE"])
