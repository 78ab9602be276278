"""Commands on whose word counts: what has no effect, and what an author says of it."""

import click

from reviewtui.cli.options import Opened, filled, repository_command, text_options, words
from reviewtui.cli.output import say_outcome, tell
from reviewtui.domain.actions import commands
from reviewtui.views.trust import verification


@click.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT...", callback=filled)
@click.option(
    "--choose", default="", metavar="EVENT", help="Of two contents that cancel each other, the one that counts.",
    callback=filled,
)  # fmt: skip
@text_options("The reason")
@repository_command
def settle(opened: Opened, events: tuple[str, ...], choose: str, body: str, as_json: bool) -> None:
    """Say that events without effect are known, and why (authors only); the gate 'record' then minds them no more.

    EVENT is an id as 'reviewtui verify' shows it, or a unique end of it. What is settled stays listed.

    Example: reviewtui settle k3f9 -m "Sam's mail was committed under a wrong address; he has said it anew."
    """
    command = commands.Settle(events, body, choose)
    say_outcome(opened.carry_out(command), as_json=as_json)


@click.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT...", callback=filled)
@text_options("The reason")
@repository_command
def confirm(opened: Opened, events: tuple[str, ...], body: str, as_json: bool) -> None:
    """Let events count that came late, from somebody whose role was taken away meanwhile (authors only).

    Example: reviewtui confirm k3f9 -m "Ada decided this before she left; it is what we agreed."
    """
    say_outcome(opened.carry_out(commands.Confirm(events, body)), as_json=as_json)


@click.group()
def signer() -> None:
    """Say with which SSH keys people sign."""


@signer.command("add")
@click.argument("address", callback=filled)
@click.argument("key", callback=filled)
@repository_command
def add(opened: Opened, address: str, key: str, as_json: bool) -> None:
    """Give a person a public key to sign with (authors only); commits the settings.

    KEY is the line of a .pub file, or the name of that file. Under signatures = "required" the commit is signed with
    your own key, and from then on every change of authors, signers and organisations has to be.

    Example: reviewtui signer add noor@northvale.example ~/noor.pub
    """
    line = key if key.startswith(_KINDS) else words(None, key)
    say_outcome(opened.carry_out(commands.AddSigner(address, line)), as_json=as_json)


@signer.command("remove")
@click.argument("address", callback=filled)
@click.argument("key", required=False, default="", callback=filled)
@repository_command
def remove(opened: Opened, address: str, key: str, as_json: bool) -> None:
    """Take a person's keys away, or the one with this KEY or fingerprint (authors only); commits the settings."""
    say_outcome(opened.carry_out(commands.RemoveSigner(address, key)), as_json=as_json)


@signer.command("list")
@click.option("--known", is_flag=True, help="Take note of them: from now on only what changes is told.")
@repository_command
def list_(opened: Opened, known: bool, as_json: bool) -> None:
    """List who signs with which key, by fingerprints to compare by telephone, and what this clone did not know."""
    if known:
        opened.workspace.take_note_of_trust()
    draft = opened.workspace.load(placed=False)
    tell(verification.signer_data(draft), verification.signer_lines(draft), as_json=as_json)


_KINDS = ("ssh-", "ecdsa-", "sk-")
