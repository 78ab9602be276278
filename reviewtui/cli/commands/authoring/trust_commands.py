"""Commands on whose word counts: what has no effect, and what an author says of it."""

from typing import Any

import click

from reviewtui.cli.options import (
    Opened,
    acting,
    filled,
    name_argument,
    name_option,
    repository_command,
    text_options,
    words,
)
from reviewtui.cli.output import tell
from reviewtui.domain.actions import commands
from reviewtui.views.trust import verification

_KINDS = ("ssh-", "ecdsa-", "sk-")


@click.command()
@name_argument("events", "EVENT...", nargs=-1)
@name_option("--choose", "EVENT", "Of two contents that cancel each other, the one that counts.")
@text_options("The reason")
@acting
def settle(**given: Any) -> commands.Settle:
    """Say that events without effect are known, and why (authors only); the gate 'record' then minds them no more.

    EVENT is an id as 'reviewtui verify' shows it, or a unique end of it. What is settled stays listed.

    Example: reviewtui settle k3f9 -m "Sam's mail was committed under a wrong address; he has said it anew."
    """
    return commands.Settle(**given)


@click.command()
@name_argument("events", "EVENT...", nargs=-1)
@text_options("The reason")
@acting
def confirm(**given: Any) -> commands.Confirm:
    """Let events count that came late, from somebody whose role was taken away meanwhile (authors only).

    Example: reviewtui confirm k3f9 -m "Ada decided this before she left; it is what we agreed."
    """
    return commands.Confirm(**given)


@click.group()
def signer() -> None:
    """Say with which SSH keys people sign."""


@signer.command("add")
@name_argument("address")
@click.argument("key", callback=filled)
@acting
def add(address: str, key: str) -> commands.AddSigner:
    """Give a person a public key to sign with (authors only); commits the settings.

    KEY is the line of a .pub file, or the name of that file. Under signatures = "required" the commit is signed with
    your own key, and from then on every change of authors, signers and organisations has to be.

    Example: reviewtui signer add noor@northvale.example ~/noor.pub
    """
    return commands.AddSigner(address, key if key.startswith(_KINDS) else words(None, key))


@signer.command("remove")
@name_argument("address")
@name_argument("key", required=False)
@acting
def remove(**given: Any) -> commands.RemoveSigner:
    """Take a person's keys away, or the one with this KEY or fingerprint (authors only); commits the settings."""
    return commands.RemoveSigner(**given)


@signer.command("list")
@click.option("--known", is_flag=True, help="Take note of them: from now on only what changes is told.")
@repository_command
def list_(opened: Opened, known: bool, as_json: bool) -> None:
    """List who signs with which key, by fingerprints to compare by telephone, and what this clone did not know."""
    if known:
        opened.workspace.take_note_of_trust()
    draft = opened.workspace.load(placed=False)
    tell(verification.signer_data(draft), verification.signer_lines(draft), as_json=as_json)
