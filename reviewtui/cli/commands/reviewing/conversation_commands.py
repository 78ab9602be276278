"""Commands about a thread that is there already, and handing in what is pending."""

from typing import Any

import click

from reviewtui.cli.options import (
    Opened,
    behalf_option,
    filled,
    nth_option,
    repository_command,
    sound,
    text_options,
)
from reviewtui.cli.output import say_outcome, tell
from reviewtui.domain.actions import commands
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import KINDS
from reviewtui.domain.refusal import Refused


@click.command()
@click.argument("thread", callback=filled)
@behalf_option("Record the reply")
@text_options("The reply")
@repository_command
def reply(opened: Opened, thread: str, on_behalf_of: str, body: str, as_json: bool) -> None:
    """Say something in a thread."""
    command = commands.Reply(thread, body, on_behalf_of)
    say_outcome(opened.carry_out(command), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@click.option("--replace", metavar="R", help="Other words for the suggestion.")
@click.option("--kind", type=click.Choice(KINDS), help="Another kind, until the remark is submitted.")
@click.option("--blocking/--not-blocking", default=None, help="Another weight, until the remark is submitted.")
@text_options(
    "The remark anew", required=lambda given: all(given[it] is None for it in ("replace", "kind", "blocking"))
)
@repository_command
def revise(opened: Opened, /, thread: str, as_json: bool, **given: Any) -> None:
    """Say your own remark anew; the old words stay in the record.

    With another kind or weight, a remark that was not submitted is itself written anew.
    """
    command = commands.Revise(thread, given["body"], sound(given["replace"]), given["kind"], given["blocking"])
    say_outcome(opened.carry_out(command), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@text_options("Why", required=False)
@repository_command
def withdraw(opened: Opened, thread: str, body: str, as_json: bool) -> None:
    """Take your own remark back."""
    say_outcome(opened.carry_out(commands.Withdraw(thread, body)), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@behalf_option("Record the reopening")
@text_options("Why it has to be decided again")
@repository_command
def reopen(opened: Opened, thread: str, on_behalf_of: str, body: str, as_json: bool) -> None:
    """Ask for a decided thread to be decided again."""
    say_outcome(opened.carry_out(commands.Reopen(thread, body, on_behalf_of)), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@click.argument("other", callback=filled)
@click.option("--duplicate", is_flag=True, help="They say the same.")
@repository_command
def link(opened: Opened, thread: str, other: str, duplicate: bool, as_json: bool) -> None:
    """Say that two threads belong together."""
    say_outcome(opened.carry_out(commands.LinkThreads(thread, other, duplicate)), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@click.argument("section", callback=filled)
@click.option("--quote", metavar="Q", help="The passage where the remark stands now.", callback=filled)
@nth_option
@repository_command
def reattach(opened: Opened, thread: str, section: str, quote: str | None, nth: int | None, as_json: bool) -> None:
    """Say where a remark stands now, when its passage was lost or could be in several places."""
    place = Place(section=section, quote=sound(quote) or "", nth=nth)
    say_outcome(opened.carry_out(commands.Reattach(thread, place)), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@click.option("--satisfied/--not-satisfied", default=None, help="Whether the decision settles your remark.")
@text_options("What is still missing", required=False)
@repository_command
def answer(
    opened: Opened,
    thread: str,
    satisfied: bool | None,
    body: str,
    as_json: bool,
) -> None:
    """Say for the remark's own side whether the decision satisfies it."""
    if satisfied is None:
        raise Refused("Say --satisfied or --not-satisfied.")
    say_outcome(opened.carry_out(commands.Answer(thread, satisfied, body)), as_json=as_json)


@click.command()
@click.argument("target", metavar="THREAD|EVENT", callback=filled)
@text_options("Why the words have to go")
@repository_command
def redact(opened: Opened, target: str, body: str, as_json: bool) -> None:
    """Hide words that hold personal data (authors only); git's history still holds them."""
    say_outcome(opened.carry_out(commands.Redact(target, body)), as_json=as_json)


@click.command()
@click.option("-m", "--message", metavar="TEXT", default="", help="The commit's message instead of the usual one.")
@click.option(
    "--yes", "agreed", is_flag=True, help="Also what lies here in your name and was not saved by you on this machine."
)
@repository_command
def submit(opened: Opened, message: str, agreed: bool, as_json: bool) -> None:
    """Commit your pending remarks and nothing else.

    A file in your name that no command of yours saved on this machine came along with the clone, or somebody put it
    there: it is named, and committed only with --yes.
    """
    outcome = opened.carry_out(commands.Submit(sound(message) or "", agreed=agreed))
    tell({"submitted": outcome.count, "commit": outcome.commit or None}, [outcome.message], as_json=as_json)
