"""Commands of the author: decisions, settings and releases."""

from pathlib import Path
from typing import Any

import click

from reviewtui.cli.options import (
    Opened,
    acting,
    around_option,
    filled,
    json_option,
    name_argument,
    name_option,
    repository_command,
    text_options,
    words_option,
)
from reviewtui.cli.output import print_error, say, say_data, tell
from reviewtui.domain.actions import commands
from reviewtui.domain.record.events import Verdict
from reviewtui.domain.refusal import Refused, ReviewError
from reviewtui.views.exchange.import_preview import begun_data, begun_lines
from reviewtui.views.overview import organisations
from reviewtui.workspace.command.outcome import Outcome


def _each(
    opened: Opened, threads: tuple[str, ...], verdict: Verdict, body: str, *, as_json: bool, chosen: str | None = None
) -> None:
    """Decide one thread after the other; the first that fails ends it, and what went through is said."""
    done: list[Outcome] = []
    try:
        for thread in threads:
            besides = tuple(other for other in threads if other != thread)
            outcome = opened.carry_out(commands.Decide(thread, verdict, body, chosen, besides=besides))
            done.append(outcome)
            if not as_json:
                say([outcome.message])
    except ReviewError:
        if len(threads) > 1:
            print_error(f"{len(done)} of {len(threads)} went through; stopped at {threads[len(done)]}.")
        if as_json and done:
            _tell_json(done, single=False)
        raise
    if as_json:
        _tell_json(done, single=len(threads) == 1)


def _tell_json(done: list[Outcome], *, single: bool) -> None:
    rows = [_decided(outcome) for outcome in done]
    say_data(rows[0] if single else {"decisions": rows})


def _decided(outcome: Outcome) -> dict[str, str]:
    return {"thread": outcome.thread, "commit": outcome.commit}


_threads_argument = name_argument("threads", "THREAD...", nargs=-1)


@click.command()
@_threads_argument
@words_option("--as chosen", "TEXT", "Put these words into the text instead of the suggested ones.")
@text_options("What to say about it", required=False)
@repository_command
def accept(opened: Opened, threads: tuple[str, ...], chosen: str | None, body: str, as_json: bool) -> None:
    """Accept remarks; a suggestion's words go into the text in the same commit.

    Your own edits of the same section, staged or not, stay exactly as they are. When the passage was changed in the
    same words, nothing happens (exit 3) and the three readings are shown: base, theirs, ours.
    """
    if chosen is not None and len(threads) > 1:
        raise Refused("--as goes with one thread only.")
    _each(opened, threads, "accepted", body, as_json=as_json, chosen=chosen)


@click.command()
@_threads_argument
@text_options("The reason")
@repository_command
def decline(opened: Opened, threads: tuple[str, ...], body: str, as_json: bool) -> None:
    """Decline remarks, with a reason."""
    _each(opened, threads, "declined", body, as_json=as_json)


@click.command()
@_threads_argument
@text_options("The reason, and until when")
@repository_command
def defer(opened: Opened, threads: tuple[str, ...], body: str, as_json: bool) -> None:
    """Put remarks off to a later version, with a reason; a blocking one still blocks."""
    _each(opened, threads, "deferred", body, as_json=as_json)


@click.command()
@_threads_argument
@text_options("What to say about it", required=False)
@repository_command
def note(opened: Opened, threads: tuple[str, ...], body: str, as_json: bool) -> None:
    """Take note of remarks that ask for no change."""
    _each(opened, threads, "noted", body, as_json=as_json)


@click.command()
@name_argument("thread")
@name_argument("of")
@acting(shows=_decided)
def duplicate(thread: str, of: str) -> commands.Decide:
    """Decide that THREAD says what thread OF says already."""
    return commands.Decide(thread, "duplicate", of=of)


@click.command()
@name_argument("thread")
@click.option("--commit", required=True, metavar="C", help="The commit that made the change.", callback=filled)
@acting(shows=_decided)
def done(**given: Any) -> commands.MarkDone:
    """Say in which commit an agreed change was made by hand."""
    return commands.MarkDone(**given)


@click.command()
@name_argument("thread")
@acting(shows=_decided)
def undo(**given: Any) -> commands.Undo:
    """Remove your last pending event of a thread; without one, take its decision back, words in the text included.

    THREAD may also be the id of something pending that belongs to no thread: a mark of reading, a sign-off.
    """
    return commands.Undo(**given)


@click.command()
@name_argument("version")
@words_option("--override", "WHY", "Release although gates do not pass; the reason is recorded.", default="")
@click.option("--existing", is_flag=True, help="Claim the tag of this name, which was made by hand.")
@repository_command
def release(opened: Opened, version: str, as_json: bool, **given: Any) -> None:
    """Release the committed text as VERSION: a record of the gates as they stand, and a tag."""
    outcome = opened.carry_out(commands.Release(version, **given))
    data = {"version": version, "commit": outcome.commit, "path": outcome.path, "warnings": list(outcome.warnings)}
    tell(data, [outcome.message], as_json=as_json)


@click.command()
@name_option("--policy folder", "DIR", "The folder with the policy's Markdown files.")
@words_option("--title", "T", "The policy's title (default: the first heading).", default="")
@click.option(
    "--from",
    "document",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Make the text from this Word document (or .odt, .rtf, .doc, where LibreOffice is installed).",
)
@name_option("--as names", "PERSON", "Who wrote in that document: 'name in the file=Name <address>'", multiple=True)
@json_option
@around_option
@click.pass_obj
def init(opened: Opened, folder: str, title: str, document: Path | None, names: tuple[str, ...], as_json: bool) -> None:
    """Begin a review: write and commit reviews/settings.toml. You are its author.

    With --from the text comes from a document: it falls into sections at its top headings, its comments and tracked
    changes become remarks, and what Markdown cannot say is listed.

    Example: reviewtui init --from draft.docx
    """
    if document is not None:
        begun = opened.whole.documents.begin(document, folder, title, names)
        tell(begun_data(begun), begun_lines(begun), as_json=as_json)
        return
    if names:
        raise Refused("--as goes with --from only.")
    outcome = opened.carry_out(commands.BeginReview(folder, title), whole=True)
    hint = "Next: name your partners: reviewtui organisation add ID --name N --domain D --asked"
    tell({"path": outcome.path, "commit": outcome.commit}, [outcome.message, hint], as_json=as_json)


@click.group()
def organisation() -> None:
    """Name the partner organisations."""


@organisation.command("add")
@name_argument("identifier", "ID")
@words_option("--name", "N", "The organisation's name.", required=True)
@click.option("--address", "addresses", multiple=True, metavar="A", help="An address of one of its people.")
@click.option("--domain", "domains", multiple=True, metavar="D", help="A domain all of whose addresses are its people.")
@click.option("--consolidator", "consolidators", multiple=True, metavar="A", help="Who passes on its people's remarks.")
@click.option("--asked/--not-asked", default=None, help="Whether it is asked to read the policy and to sign off.")
@name_option("--remote", "URL", "Its fork, where sync looks for proposals.")
@repository_command
def add(opened: Opened, /, identifier: str, as_json: bool, **given: Any) -> None:
    """Add an organisation, or say more about one; commits the settings."""
    outcome = opened.carry_out(commands.AddOrganisation(identifier, **given))
    data = {"organisation": identifier, "path": outcome.path or None, "commit": outcome.commit or None}
    tell(data, [outcome.message], as_json=as_json)


@organisation.command("list")
@repository_command
def list_(opened: Opened, as_json: bool) -> None:
    """List the organisations of the settings, each with its position and what that does not cover any more."""
    draft = opened.workspace.load(placed=False)
    lines = list(organisations.organisation_lines(draft))
    nobody = ["No organisation yet: reviewtui organisation add ID --name N --domain D --asked"]
    tell({"organisations": organisations.organisation_data(draft)}, lines or nobody, as_json=as_json)
