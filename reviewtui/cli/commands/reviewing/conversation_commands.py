"""Commands about a thread that is there already, and handing in what is pending."""

from typing import Any

import click

from reviewtui.cli.options import (
    acting,
    behalf_option,
    name_argument,
    name_option,
    nth_option,
    text_options,
    words_option,
)
from reviewtui.domain.actions import commands
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import KINDS
from reviewtui.domain.refusal import Refused


@click.command()
@name_argument("thread")
@behalf_option("Record the reply")
@text_options("The reply")
@acting
def reply(**given: Any) -> commands.Reply:
    """Say something in a thread."""
    return commands.Reply(**given)


@click.command()
@name_argument("thread")
@words_option("--replace replacement", "R", "Other words for the suggestion.")
@click.option("--kind", type=click.Choice(KINDS), help="Another kind, until the remark is submitted.")
@click.option("--blocking/--not-blocking", default=None, help="Another weight, until the remark is submitted.")
@text_options(
    "The remark anew", required=lambda given: all(given[it] is None for it in ("replacement", "kind", "blocking"))
)
@acting
def revise(**given: Any) -> commands.Revise:
    """Say your own remark anew; the old words stay in the record.

    With another kind or weight, a remark that was not submitted is itself written anew.
    """
    return commands.Revise(**given)


@click.command()
@name_argument("thread")
@text_options("Why", required=False)
@acting
def withdraw(**given: Any) -> commands.Withdraw:
    """Take your own remark back."""
    return commands.Withdraw(**given)


@click.command()
@name_argument("thread")
@behalf_option("Record the reopening")
@text_options("Why it has to be decided again")
@acting
def reopen(**given: Any) -> commands.Reopen:
    """Ask for a decided thread to be decided again."""
    return commands.Reopen(**given)


@click.command()
@name_argument("thread")
@name_argument("other")
@click.option("--duplicate", is_flag=True, help="They say the same.")
@acting
def link(**given: Any) -> commands.LinkThreads:
    """Say that two threads belong together."""
    return commands.LinkThreads(**given)


@click.command()
@name_argument("thread")
@name_argument("section")
@name_option("--quote", "Q", "The passage where the remark stands now.")
@nth_option
@acting
def reattach(thread: str, **given: Any) -> commands.Reattach:
    """Say where a remark stands now, when its passage was lost or could be in several places."""
    return commands.Reattach(thread, Place(**given))


@click.command()
@name_argument("thread")
@click.option("--satisfied/--not-satisfied", default=None, help="Whether the decision settles your remark.")
@text_options("What is still missing", required=False)
@acting
def answer(**given: Any) -> commands.Answer:
    """Say for the remark's own side whether the decision satisfies it."""
    if given["satisfied"] is None:
        raise Refused("Say --satisfied or --not-satisfied.")
    return commands.Answer(**given)


@click.command()
@name_argument("target", "THREAD|EVENT")
@text_options("Why the words have to go")
@acting
def redact(**given: Any) -> commands.Redact:
    """Hide words that hold personal data (authors only); git's history still holds them."""
    return commands.Redact(**given)


@click.command()
@words_option("-m --message", "TEXT", "The commit's message instead of the usual one.", default="")
@click.option(
    "--yes", "agreed", is_flag=True, help="Also what lies here in your name and was not saved by you on this machine."
)
@acting(shows=lambda outcome: {"submitted": outcome.count, "commit": outcome.commit or None})
def submit(**given: Any) -> commands.Submit:
    """Commit your pending remarks and nothing else.

    A file in your name that no command of yours saved on this machine came along with the clone, or somebody put it
    there: it is named, and committed only with --yes.
    """
    return commands.Submit(**given)
