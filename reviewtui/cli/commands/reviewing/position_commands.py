"""Commands that say what was read, what an organisation thinks of it, and of what class a change is."""

from typing import Any

import click

from reviewtui.cli.options import acting, name_argument, name_option, reported_options, text_options
from reviewtui.domain.actions import commands
from reviewtui.domain.record.events import POSITIONS
from reviewtui.text.meaning.class_values import CHANGE_CLASSES

_at_option = name_option("--at", "VERSION", "The version that was seen (default: the draft).")


@click.command()
@name_argument("sections", "[SECTION]...", required=False, nargs=-1)
@_at_option
@reported_options("the reading")
@acting
def read(**given: Any) -> commands.Read:
    """Say that you have read sections as they stand, or without SECTION the whole policy.

    Reading is bound to the exact text: when it changes by more than spelling or your own accepted words, it counts as
    not read again. Pending until 'reviewtui submit'. An author reports what somebody has read on paper with
    --on-behalf-of and --source.

    Example: reviewtui read principles moderation
    """
    return commands.Read(**given)


@click.command()
@click.argument("position", type=click.Choice(POSITIONS))
@name_option("--section sections", "S", "Only this section", multiple=True)
@_at_option
@click.option("--sign", is_flag=True, help="Sign it with your SSH key: git config user.signingkey FILE.")
@reported_options("the position")
@text_options("What would clear an objection, or a note", required=False)
@acting
def signoff(**given: Any) -> commands.SignOff:
    """State your organisation's position on the committed text; pending until 'reviewtui submit'.

    An author reports a position that came by mail or on paper with --on-behalf-of and --source; it is shown as
    reported by the author everywhere, and counts unless the settings ask for signatures.

    Example: reviewtui signoff no-objection --on-behalf-of "Noor <noor@northvale.example>" --source mail.eml --at 0.9
    """
    return commands.SignOff(**given)


@click.command()
@name_argument("section")
@click.argument("change_class", metavar="CLASS", type=click.Choice(CHANGE_CLASSES))
@name_option("--from first", "V", "The version with the older text.")
@name_option("--to last", "V", "The version with the newer text (default: draft).")
@text_options("The reason")
@acting
def classify(**given: Any) -> commands.Classify:
    """Say as an author of what class the change of a section is: editorial, substantive or new-rule. One commit.

    A change that is editorial leaves sign-offs as they are; an alarm (another duty, number, name) stays one whatever
    it is called. Without --from it is the change since the newest release,
    and since every older text that an organisation signed off.

    Example: reviewtui classify records editorial -m "Only the list was sorted."
    """
    return commands.Classify(**given)
