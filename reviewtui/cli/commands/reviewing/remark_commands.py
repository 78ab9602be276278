"""Commands that begin a thread: a comment, a suggestion."""

from typing import Any

import click

from reviewtui.cli.options import (
    Opened,
    acting,
    behalf_option,
    edited_copy,
    filled,
    name_argument,
    name_option,
    nth_option,
    repository_command,
    text_options,
    words_option,
)
from reviewtui.cli.output import say_data, say_outcome
from reviewtui.domain.actions import commands
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import KINDS
from reviewtui.domain.refusal import Refused

_KIND = click.Choice(KINDS)
_WAYS = ("quote", "after", "whole", "topic")


@click.command()
@name_argument("section", required=False)
@name_option("--quote", "Q", "The passage that the remark is about, word for word.")
@nth_option
@name_option("--after", "Q", "The gap behind this passage, for something that is missing there.")
@click.option("--whole", is_flag=True, help="The section as a whole (or, without SECTION, the whole policy).")
@name_option("--topic", "T", "A topic of the settings, for one that the policy lacks.")
@name_option("--finding", "ID", "Raise this finding of 'reviewtui check', at its passages.")
@name_option("--also", "SECTION", "A second section that the remark is about.")
@name_option("--also-quote", "Q", "The passage in that second section.")
@click.option("--kind", type=_KIND, help="What sort of remark it is (default: general; missing with --topic).")
@click.option("--blocking", is_flag=True, help="The policy must not be released like this.")
@name_option("--at", "VERSION", "Remark on the text as of this version.")
@behalf_option("Record the remark")
@text_options("The remark", required=lambda given: not given["finding"])
@acting
def comment(**given: Any) -> commands.Comment:
    """Make a remark about a passage, a gap, a section, a topic or the whole policy.

    SECTION is a file of the policy folder, with or without .md, or a unique title. The remark is saved at once and
    stays pending until 'reviewtui submit'.

    Example: reviewtui comment principles --quote "think before you post" -m "Who is meant?" --kind question
    """
    finding, section = given["finding"], given["section"]
    if finding and (section or given["also"] or given["at"] or any(given[way] for way in _WAYS)):
        raise Refused("--finding says where the remark stands; leave out SECTION and the other places.")
    kind: Any = given["kind"] or ("missing" if given["topic"] else "general")
    return commands.Comment(_places(section, given), kind=kind, finding=finding, **_shared_fields(given))


def _shared_fields(given: dict[str, Any]) -> dict[str, Any]:
    """Return what comments and suggestions have in common."""
    return {name: given[name] for name in ("body", "blocking", "at", "on_behalf_of")}


def _places(section: str, given: dict[str, Any]) -> tuple[Place, ...]:
    ways = [name for name in _WAYS if given[name]]
    if len(ways) > 1:
        raise Refused(
            f"--{ways[0]} and --{ways[1]} exclude each other; a remark has one place (see --also for a second)."
        )
    if given["also_quote"] and not given["also"]:
        raise Refused("--also-quote needs --also SECTION.")
    first = Place(section, given["quote"], given["nth"], given["after"], given["topic"])
    return (first, Place(given["also"], given["also_quote"])) if given["also"] else (first,)


@click.command()
@name_argument("section")
@name_option("--quote", "Q", "The passage to replace, word for word.", default=None)
@nth_option
@words_option("--replace", "R", "The words that replace it; an empty text deletes it.")
@name_option("--after", "Q", "Insert behind this passage ...", default=None)
@words_option("--insert", "R", "... these words.")
@name_option("--move-after", "Q2", "Move the quoted passage as it is behind this one.", default=None)
@name_option("--to", "SECTION", "The section it moves to: behind Q2 there, or to its end.", default=None)
@click.option(
    "--from",
    "copy",
    metavar="FILE",
    help="An edited copy of the section: a suggestion for each change in it; - is standard input.",
    callback=filled,
)
@click.option("--kind", type=_KIND, help="What sort of remark it is (default: wording; with --from by what changed).")
@click.option("--blocking", is_flag=True, help="The policy must not be released without this.")
@name_option("--at", "VERSION", "Suggest on the text as of this version.")
@behalf_option("Record the suggestion")
@text_options("Why", required=False)
@repository_command
def suggest(opened: Opened, /, section: str, as_json: bool, **given: Any) -> None:
    """Suggest exact words: replace, delete, insert or move a passage, or all that is changed in an edited copy.

    An item moves with all that hangs on it, a heading with all that stands under it.

    Example: reviewtui suggest principles --quote "should" --nth 2 --replace "must" -m "It is a duty."
    """
    command = _suggestion(section, given)
    outcome = opened.carry_out(command)
    if as_json and isinstance(command, commands.SuggestCopy):
        threads = {"threads": list(outcome.threads), "count": outcome.count}
        say_data(threads | {"thread": outcome.thread, "id": outcome.event})
    else:
        say_outcome(outcome, as_json=as_json)


def _suggestion(section: str, given: dict[str, Any]) -> commands.Suggest | commands.SuggestMove | commands.SuggestCopy:
    """Return what is suggested: the changes of a copy, a move, or other words."""
    if given["copy"] is not None:
        _refuse_besides(given, "from", "a copy says itself what is changed and where")
        return commands.SuggestCopy(section, edited_copy(given["copy"]), **_shared_fields(given))
    shared = _shared_fields(given) | {"kind": given["kind"] or "wording"}
    if given["move_after"] is not None or given["to"] is not None:
        _refuse_besides(given, "move-after", "what moves stays as it is", ("replace", "after", "insert"))
        place = Place(section, given["quote"] or "", given["nth"])
        return commands.SuggestMove(place, Place(given["to"] or "", after=given["move_after"] or ""), **shared)
    replacing = given["quote"] is not None and given["replace"] is not None
    inserting = given["after"] is not None and given["insert"] is not None
    if replacing == inserting:
        raise Refused(
            "Give --quote with --replace or --move-after, --after with --insert, or --from with an edited copy."
        )
    place = Place(section, given["quote"] or "", given["nth"], given["after"] or "")
    return commands.Suggest(place, given["replace" if replacing else "insert"], **shared)


_OTHER_WAYS = ("quote", "replace", "after", "insert", "move_after", "to", "nth", "kind")


def _refuse_besides(given: dict[str, Any], way: str, why: str, others: tuple[str, ...] = _OTHER_WAYS) -> None:
    other = next((other for other in others if given[other] is not None), "")
    if other:
        raise Refused(f"--{way} and --{other.replace('_', '-')} exclude each other; {why}.")
