"""Commands of reviewers: remarks and what is said about them."""

import click

from reviewtui.cli.options import Opened, folder_option, json_option, sound, text_options, words
from reviewtui.cli.output import say, say_data
from reviewtui.domain import commands
from reviewtui.domain.commands import Place
from reviewtui.domain.events import KINDS
from reviewtui.domain.refusal import Refused
from reviewtui.workspace.outcome import Outcome

_KIND = click.Choice(KINDS)


def told(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of a reviewer's command."""
    if as_json:
        data = {"thread": outcome.thread, "id": outcome.event, "path": outcome.path, "commit": outcome.commit}
        say_data({key: value for key, value in data.items() if value})
    else:
        say([outcome.said])


@click.command()
@click.argument("section", required=False, default="")
@click.option("--quote", metavar="Q", help="The passage that the remark is about, word for word.")
@click.option(
    "--nth",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which one, when the quote stands there several times.",
)
@click.option("--after", metavar="Q", help="The gap behind this passage, for something that is missing there.")
@click.option("--whole", is_flag=True, help="The section as a whole (or, without SECTION, the whole policy).")
@click.option("--topic", metavar="T", help="A topic of the settings, for one that the policy lacks.")
@click.option("--also", metavar="SECTION", help="A second section that the remark is about.")
@click.option("--also-quote", metavar="Q", help="The passage in that second section.")
@click.option("--kind", type=_KIND, help="What sort of remark it is (default: general; missing with --topic).")
@click.option("--blocking", is_flag=True, help="The policy must not be released like this.")
@click.option("--at", default="", metavar="VERSION", help="Remark on the text as of this version.")
@click.option(
    "--on-behalf-of",
    default="",
    metavar="PERSON",
    help="Record the remark of someone else: 'Name <address>'.",
)
@text_options("The remark")
@json_option
@folder_option
@click.pass_obj
def comment(opened: Opened, /, section: str, **given: object) -> None:
    """Make a remark about a passage, a gap, a section, a topic or the whole policy.

    SECTION is a file of the policy folder, with or without .md, or a unique title. The remark is saved at once and
    stays pending until 'reviewtui submit'.

    Example: reviewtui comment principles --quote "think before you post" -m "Who is meant?" --kind question
    """
    body = words(_text(given, "message"), _text(given, "text_file"))
    command = commands.Comment(
        places=_places(section, given),
        body=body,
        kind=str(given["kind"] or ("missing" if given["topic"] else "general")),  # type: ignore[arg-type]
        blocking=bool(given["blocking"]),
        at=str(given["at"]),
        on_behalf_of=str(given["on_behalf_of"]),
    )
    told(opened.workspace.carry_out(command), as_json=bool(given["as_json"]))


def _text(given: dict[str, object], name: str) -> str | None:
    value = given[name]
    return None if value is None else str(value)


def _places(section: str, given: dict[str, object]) -> tuple[Place, ...]:
    ways = [name for name in ("quote", "after", "whole", "topic") if given[name]]
    if len(ways) > 1:
        raise Refused(
            f"--{ways[0]} and --{ways[1]} exclude each other; a remark has one place (see --also for a second)."
        )
    if given["also_quote"] and not given["also"]:
        raise Refused("--also-quote needs --also SECTION.")
    nth = given["nth"]
    first = Place(
        section=section,
        quote=sound(_text(given, "quote")) or "",
        nth=nth if isinstance(nth, int) else None,
        after=sound(_text(given, "after")) or "",
        topic=str(given["topic"] or ""),
    )
    second = Place(section=str(given["also"] or ""), quote=sound(_text(given, "also_quote")) or "")
    return (first, second) if given["also"] else (first,)


@click.command()
@click.argument("section")
@click.option("--quote", metavar="Q", help="The passage to replace, word for word.")
@click.option(
    "--nth",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which one, when the quote stands there several times.",
)
@click.option("--replace", metavar="R", help="The words that replace it; an empty text deletes it.")
@click.option("--after", metavar="Q", help="Insert behind this passage ...")
@click.option("--insert", metavar="R", help="... these words.")
@click.option("--kind", type=_KIND, default="wording", show_default=True, help="What sort of remark it is.")
@click.option("--blocking", is_flag=True, help="The policy must not be released without this.")
@click.option("--at", default="", metavar="VERSION", help="Suggest on the text as of this version.")
@click.option(
    "--on-behalf-of",
    default="",
    metavar="PERSON",
    help="Record the suggestion of someone else: 'Name <address>'.",
)
@text_options("Why", required=False)
@json_option
@folder_option
@click.pass_obj
def suggest(opened: Opened, /, section: str, **given: object) -> None:
    """Suggest exact words: replace, delete or insert a passage.

    Example: reviewtui suggest principles --quote "should" --nth 2 --replace "must" -m "It is a duty."
    """
    replacing = given["quote"] is not None and given["replace"] is not None
    inserting = given["after"] is not None and given["insert"] is not None
    if replacing == inserting:
        raise Refused("Give --quote with --replace, or --after with --insert.")
    nth = given["nth"]
    place = Place(
        section=section,
        quote=sound(_text(given, "quote")) or "",
        nth=nth if isinstance(nth, int) else None,
        after=sound(_text(given, "after")) or "",
    )
    if not (place.quote or place.after):
        raise Refused("The quote is empty; quote the words that are there.")
    command = commands.Suggest(
        place=place,
        replacement=sound(_text(given, "replace" if replacing else "insert")) or "",
        body=words(_text(given, "message"), _text(given, "text_file"), required=False),
        kind=str(given["kind"]),  # type: ignore[arg-type]
        blocking=bool(given["blocking"]),
        at=str(given["at"]),
        on_behalf_of=str(given["on_behalf_of"]),
    )
    told(opened.workspace.carry_out(command), as_json=bool(given["as_json"]))


@click.command()
@click.argument("thread")
@click.option(
    "--on-behalf-of", default="", metavar="PERSON", help="Record the reply of someone else: 'Name <address>'."
)
@text_options("The reply")
@json_option
@folder_option
@click.pass_obj
def reply(
    opened: Opened, thread: str, on_behalf_of: str, message: str | None, text_file: str | None, as_json: bool
) -> None:
    """Say something in a thread."""
    command = commands.Reply(thread, words(message, text_file), on_behalf_of)
    told(opened.workspace.carry_out(command), as_json=as_json)


@click.command()
@click.argument("thread")
@click.option("--replace", metavar="R", help="Other words for the suggestion.")
@text_options("The remark anew")
@json_option
@folder_option
@click.pass_obj
def revise(
    opened: Opened,
    thread: str,
    replace: str | None,
    message: str | None,
    text_file: str | None,
    as_json: bool,
) -> None:
    """Say your own remark anew; the old words stay in the record."""
    body = words(message, text_file, required=replace is None)
    told(opened.workspace.carry_out(commands.Revise(thread, body, sound(replace))), as_json=as_json)


@click.command()
@click.argument("thread")
@text_options("Why", required=False)
@json_option
@folder_option
@click.pass_obj
def withdraw(opened: Opened, thread: str, message: str | None, text_file: str | None, as_json: bool) -> None:
    """Take your own remark back."""
    body = words(message, text_file, required=False)
    told(opened.workspace.carry_out(commands.Withdraw(thread, body)), as_json=as_json)


@click.command()
@click.argument("thread")
@text_options("Why it has to be decided again")
@json_option
@folder_option
@click.pass_obj
def reopen(opened: Opened, thread: str, message: str | None, text_file: str | None, as_json: bool) -> None:
    """Ask for a decided thread to be decided again."""
    told(opened.workspace.carry_out(commands.Reopen(thread, words(message, text_file))), as_json=as_json)


@click.command()
@click.argument("thread")
@click.argument("other")
@click.option("--duplicate", is_flag=True, help="They say the same.")
@json_option
@folder_option
@click.pass_obj
def link(opened: Opened, thread: str, other: str, duplicate: bool, as_json: bool) -> None:
    """Say that two threads belong together."""
    told(opened.workspace.carry_out(commands.Link(thread, other, duplicate)), as_json=as_json)


@click.command()
@click.argument("thread")
@click.argument("section")
@click.option("--quote", metavar="Q", help="The passage where the remark stands now.")
@click.option(
    "--nth",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which one, when the quote stands there several times.",
)
@json_option
@folder_option
@click.pass_obj
def reattach(opened: Opened, thread: str, section: str, quote: str | None, nth: int | None, as_json: bool) -> None:
    """Say where a remark stands now, when its passage was lost or could be in several places."""
    place = Place(section=section, quote=sound(quote) or "", nth=nth)
    told(opened.workspace.carry_out(commands.Reattach(thread, place)), as_json=as_json)


@click.command()
@click.argument("thread")
@click.option("--satisfied/--not-satisfied", default=None, help="Whether the decision settles your remark.")
@text_options("What is still missing", required=False)
@json_option
@folder_option
@click.pass_obj
def answer(
    opened: Opened,
    thread: str,
    satisfied: bool | None,
    message: str | None,
    text_file: str | None,
    as_json: bool,
) -> None:
    """Say for the remark's own side whether the decision satisfies it."""
    if satisfied is None:
        raise Refused("Say --satisfied or --not-satisfied.")
    body = words(message, text_file, required=False)
    told(opened.workspace.carry_out(commands.Answer(thread, satisfied, body)), as_json=as_json)


@click.command()
@click.argument("target", metavar="THREAD|EVENT")
@text_options("Why the words have to go")
@json_option
@folder_option
@click.pass_obj
def redact(opened: Opened, target: str, message: str | None, text_file: str | None, as_json: bool) -> None:
    """Hide words that hold personal data (authors only); git's history still holds them."""
    told(opened.workspace.carry_out(commands.Redact(target, words(message, text_file))), as_json=as_json)


@click.command()
@click.option("-m", "--message", metavar="TEXT", default="", help="The commit's message instead of the usual one.")
@json_option
@folder_option
@click.pass_obj
def submit(opened: Opened, message: str, as_json: bool) -> None:
    """Commit your pending remarks and nothing else."""
    outcome = opened.workspace.carry_out(commands.Submit(sound(message) or ""))
    if as_json:
        say_data({"submitted": outcome.count, "commit": outcome.commit or None})
    else:
        say([outcome.said])
