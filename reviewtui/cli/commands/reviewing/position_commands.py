"""Commands that say what was read, what an organisation thinks of it, and of what class a change is."""

from typing import Any

import click

from reviewtui.cli.options import (
    Opened,
    filled,
    reported_options,
    repository_command,
    sound,
    source_of,
    text_options,
)
from reviewtui.cli.output import say_outcome
from reviewtui.domain.actions import commands
from reviewtui.domain.actions.commands import Classify
from reviewtui.domain.record.events import POSITIONS
from reviewtui.text.meaning.class_values import CHANGE_CLASSES, ChangeClass

_AT = "The version that was seen (default: the draft)."


@click.command()
@click.argument("sections", nargs=-1, metavar="[SECTION]...", callback=filled)
@click.option("--at", default="", metavar="VERSION", help=_AT, callback=filled)
@reported_options("the reading")
@repository_command
def read(
    opened: Opened, sections: tuple[str, ...], at: str, on_behalf_of: str, source_file: str | None, as_json: bool
) -> None:
    """Say that you have read sections as they stand, or without SECTION the whole policy.

    Reading is bound to the exact text: when it changes by more than spelling or your own accepted words, it counts as
    not read again. Pending until 'reviewtui submit'. An author reports what somebody has read on paper with
    --on-behalf-of and --source.

    Example: reviewtui read principles moderation
    """
    command = commands.Read(sections, sound(at) or "", sound(on_behalf_of) or "", source_of(source_file))
    say_outcome(opened.carry_out(command), as_json=as_json)


@click.command()
@click.argument("position", type=click.Choice(POSITIONS))
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar="S",
    help="Only this section (can be given several times).",
    callback=filled,
)
@click.option("--at", default="", metavar="VERSION", help=_AT, callback=filled)
@click.option("--sign", is_flag=True, help="Sign it with your SSH key: git config user.signingkey FILE.")
@reported_options("the position")
@text_options("What would clear an objection, or a note", required=False)
@repository_command
def signoff(opened: Opened, /, **given: Any) -> None:
    """State your organisation's position on the committed text; pending until 'reviewtui submit'.

    An author reports a position that came by mail or on paper with --on-behalf-of and --source; it is shown as
    reported by the author everywhere, and counts unless the settings ask for signatures.

    Example: reviewtui signoff no-objection --on-behalf-of "Noor <noor@northvale.example>" --source mail.eml --at 0.9
    """
    command = commands.SignOff(
        given["position"],
        given["body"],
        sections=given["sections"],
        sign=given["sign"],
        at=sound(given["at"]) or "",
        on_behalf_of=sound(given["on_behalf_of"]) or "",
        source=source_of(given["source_file"]),
    )
    say_outcome(opened.carry_out(command), as_json=given["as_json"])


@click.command()
@click.argument("section", callback=filled)
@click.argument("change_class", metavar="CLASS", type=click.Choice(CHANGE_CLASSES))
@click.option("--from", "first", default="", metavar="V", help="The version with the older text.", callback=filled)
@click.option(
    "--to",
    "last",
    default="",
    metavar="V",
    help="The version with the newer text (default: draft).",
    callback=filled,
)
@text_options("The reason")
@repository_command
def classify(
    opened: Opened,
    section: str,
    change_class: ChangeClass,
    first: str,
    last: str,
    body: str,
    as_json: bool,
) -> None:
    """Say as an author of what class the change of a section is: editorial, substantive or new-rule. One commit.

    A change that is editorial leaves sign-offs as they are; an alarm (another duty, number, name) stays one whatever
    it is called. Without --from it is the change since the newest release,
    and since every older text that an organisation signed off.

    Example: reviewtui classify records editorial -m "Only the list was sorted."
    """
    command = Classify(section, change_class, body, sound(first) or "", sound(last) or "")
    say_outcome(opened.carry_out(command), as_json=as_json)
