"""Commands that begin a thread: a comment, a suggestion."""

from typing import TypedDict

import click

from reviewtui.cli.options import (
    Opened,
    behalf_option,
    edited_copy,
    filled,
    nth_option,
    repository_command,
    sound,
    text_options,
)
from reviewtui.cli.output import say_data, say_outcome
from reviewtui.domain.actions import commands
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import KINDS
from reviewtui.domain.refusal import Refused

_KIND = click.Choice(KINDS)


@click.command()
@click.argument("section", required=False, default="", callback=filled)
@click.option("--quote", metavar="Q", help="The passage that the remark is about, word for word.", callback=filled)
@nth_option
@click.option(
    "--after", metavar="Q", help="The gap behind this passage, for something that is missing there.", callback=filled
)
@click.option("--whole", is_flag=True, help="The section as a whole (or, without SECTION, the whole policy).")
@click.option("--topic", metavar="T", help="A topic of the settings, for one that the policy lacks.", callback=filled)
@click.option(
    "--finding",
    default="",
    metavar="ID",
    help="Raise this finding of 'reviewtui check', at its passages.",
    callback=filled,
)
@click.option("--also", metavar="SECTION", help="A second section that the remark is about.", callback=filled)
@click.option("--also-quote", metavar="Q", help="The passage in that second section.", callback=filled)
@click.option("--kind", type=_KIND, help="What sort of remark it is (default: general; missing with --topic).")
@click.option("--blocking", is_flag=True, help="The policy must not be released like this.")
@click.option("--at", default="", metavar="VERSION", help="Remark on the text as of this version.", callback=filled)
@behalf_option("Record the remark")
@text_options("The remark", required=lambda given: not given["finding"])
@repository_command
def comment(opened: Opened, /, section: str, **given: object) -> None:
    """Make a remark about a passage, a gap, a section, a topic or the whole policy.

    SECTION is a file of the policy folder, with or without .md, or a unique title. The remark is saved at once and
    stays pending until 'reviewtui submit'.

    Example: reviewtui comment principles --quote "think before you post" -m "Who is meant?" --kind question
    """
    finding = str(given["finding"])
    shared = _shared_fields(given)
    if finding and (section or given["also"] or given["at"] or any(given[way] for way in _WAYS)):
        raise Refused("--finding says where the remark stands; leave out SECTION and the other places.")
    command = commands.Comment(
        places=_places(section, given),
        kind=str(given["kind"] or ("missing" if given["topic"] else "general")),  # type: ignore[arg-type]
        finding=finding,
        **shared,
    )
    say_outcome(opened.carry_out(command), as_json=bool(given["as_json"]))


_WAYS = ("quote", "after", "whole", "topic")


def _text(given: dict[str, object], name: str) -> str | None:
    value = given[name]
    return None if value is None else str(value)


def _nth(given: dict[str, object]) -> int | None:
    nth = given["nth"]
    return nth if isinstance(nth, int) else None


class _SharedFields(TypedDict):
    """What comments and suggestions have in common."""

    body: str
    blocking: bool
    at: str
    on_behalf_of: str


def _shared_fields(given: dict[str, object]) -> _SharedFields:
    return _SharedFields(
        body=str(given["body"]),
        blocking=bool(given["blocking"]),
        at=str(given["at"]),
        on_behalf_of=str(given["on_behalf_of"]),
    )


def _places(section: str, given: dict[str, object]) -> tuple[Place, ...]:
    ways = [name for name in _WAYS if given[name]]
    if len(ways) > 1:
        raise Refused(
            f"--{ways[0]} and --{ways[1]} exclude each other; a remark has one place (see --also for a second)."
        )
    if given["also_quote"] and not given["also"]:
        raise Refused("--also-quote needs --also SECTION.")
    first = Place(
        section=section,
        quote=sound(_text(given, "quote")) or "",
        nth=_nth(given),
        after=sound(_text(given, "after")) or "",
        topic=str(given["topic"] or ""),
    )
    second = Place(section=str(given["also"] or ""), quote=sound(_text(given, "also_quote")) or "")
    return (first, second) if given["also"] else (first,)


@click.command()
@click.argument("section", callback=filled)
@click.option("--quote", metavar="Q", help="The passage to replace, word for word.", callback=filled)
@nth_option
@click.option("--replace", metavar="R", help="The words that replace it; an empty text deletes it.")
@click.option("--after", metavar="Q", help="Insert behind this passage ...", callback=filled)
@click.option("--insert", metavar="R", help="... these words.")
@click.option("--move-after", metavar="Q2", help="Move the quoted passage as it is behind this one.", callback=filled)
@click.option(
    "--to", metavar="SECTION", help="The section it moves to: behind Q2 there, or to its end.", callback=filled
)
@click.option(
    "--from",
    "copy",
    metavar="FILE",
    help="An edited copy of the section: a suggestion for each change in it; - is standard input.",
    callback=filled,
)
@click.option("--kind", type=_KIND, help="What sort of remark it is (default: wording; with --from by what changed).")
@click.option("--blocking", is_flag=True, help="The policy must not be released without this.")
@click.option("--at", default="", metavar="VERSION", help="Suggest on the text as of this version.", callback=filled)
@behalf_option("Record the suggestion")
@text_options("Why", required=False)
@repository_command
def suggest(opened: Opened, /, section: str, **given: object) -> None:
    """Suggest exact words: replace, delete, insert or move a passage, or all that is changed in an edited copy.

    An item moves with all that hangs on it, a heading with all that stands under it.

    Example: reviewtui suggest principles --quote "should" --nth 2 --replace "must" -m "It is a duty."
    """
    if given["copy"] is not None:
        _suggest_copy(opened, section, given)
        return
    if given["move_after"] is not None or given["to"] is not None:
        _suggest_move(opened, section, given)
        return
    replacing = given["quote"] is not None and given["replace"] is not None
    inserting = given["after"] is not None and given["insert"] is not None
    if replacing == inserting:
        raise Refused(
            "Give --quote with --replace or --move-after, --after with --insert, or --from with an edited copy."
        )
    place = Place(
        section=section,
        quote=sound(_text(given, "quote")) or "",
        nth=_nth(given),
        after=sound(_text(given, "after")) or "",
    )
    if not (place.quote or place.after):
        raise Refused("The quote is empty; quote the words that are there.")
    command = commands.Suggest(
        place=place,
        replacement=sound(_text(given, "replace" if replacing else "insert")) or "",
        kind=str(given["kind"] or "wording"),  # type: ignore[arg-type]
        **_shared_fields(given),
    )
    say_outcome(opened.carry_out(command), as_json=bool(given["as_json"]))


def _suggest_move(opened: Opened, section: str, given: dict[str, object]) -> None:
    other = next((way for way in ("replace", "after", "insert") if given[way] is not None), "")
    if other:
        raise Refused(f"--move-after and --{other} exclude each other; what moves stays as it is.")
    command = commands.SuggestMove(
        place=Place(section, sound(_text(given, "quote")) or "", _nth(given)),
        target=Place(str(given["to"] or ""), after=sound(_text(given, "move_after")) or ""),
        kind=str(given["kind"] or "wording"),  # type: ignore[arg-type]
        **_shared_fields(given),
    )
    say_outcome(opened.carry_out(command), as_json=bool(given["as_json"]))


def _suggest_copy(opened: Opened, section: str, given: dict[str, object]) -> None:
    other = next(
        (
            way
            for way in ("quote", "replace", "after", "insert", "move_after", "to", "nth", "kind")
            if given[way] is not None
        ),
        "",
    )
    if other:
        raise Refused(
            f"--from and --{other.replace('_', '-')} exclude each other; a copy says itself what is changed and where."
        )
    command = commands.SuggestCopy(
        section=section,
        copy=edited_copy(str(given["copy"])),
        **_shared_fields(given),
    )
    outcome = opened.carry_out(command)
    if given["as_json"]:
        say_data(
            {"threads": list(outcome.threads), "count": outcome.count, "thread": outcome.thread, "id": outcome.event}
        )
        return
    say_outcome(outcome, as_json=False)
