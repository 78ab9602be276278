"""Commands of the author: decisions, settings and releases."""

from pathlib import Path
from typing import Any

import click

from reviewtui.cli.options import (
    Opened,
    around_option,
    filled,
    json_option,
    repository_command,
    sound,
    text_options,
)
from reviewtui.cli.output import complain, say, say_data, tell
from reviewtui.domain.actions import commands
from reviewtui.domain.record.events import Verdict
from reviewtui.domain.refusal import Refused, ReviewError
from reviewtui.views.exchange.import_preview import begun_data, begun_lines
from reviewtui.views.overview import organisations
from reviewtui.workspace.command.outcome import Outcome


def _each(
    opened: Opened,
    threads: tuple[str, ...],
    verdict: Verdict,
    body: str,
    *,
    as_json: bool,
    chosen: str | None = None,
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
            complain(f"{len(done)} of {len(threads)} went through; stopped at {threads[len(done)]}.")
        if as_json and done:
            _tell_json(done, single=False)
        raise
    if as_json:
        _tell_json(done, single=len(threads) == 1)


def _tell_json(done: list[Outcome], *, single: bool) -> None:
    rows = [{"thread": outcome.thread, "commit": outcome.commit} for outcome in done]
    say_data(rows[0] if single else {"decisions": rows})


def _one(outcome: Outcome, *, as_json: bool) -> None:
    tell({"thread": outcome.thread, "commit": outcome.commit}, [outcome.message], as_json=as_json)


@click.command()
@click.argument("threads", nargs=-1, required=True, metavar="THREAD...", callback=filled)
@click.option("--as", "chosen", metavar="TEXT", help="Put these words into the text instead of the suggested ones.")
@text_options("What to say about it", required=False)
@repository_command
def accept(
    opened: Opened,
    threads: tuple[str, ...],
    chosen: str | None,
    body: str,
    as_json: bool,
) -> None:
    """Accept remarks; a suggestion's words go into the text in the same commit.

    Your own edits of the same section, staged or not, stay exactly as they are. When the passage was changed in the
    same words, nothing happens (exit 3) and the three readings are shown: base, theirs, ours.
    """
    if chosen is not None and len(threads) > 1:
        raise Refused("--as goes with one thread only.")
    _each(opened, threads, "accepted", body, as_json=as_json, chosen=sound(chosen))


@click.command()
@click.argument("threads", nargs=-1, required=True, metavar="THREAD...", callback=filled)
@text_options("The reason")
@repository_command
def decline(opened: Opened, threads: tuple[str, ...], body: str, as_json: bool) -> None:
    """Decline remarks, with a reason."""
    _each(opened, threads, "declined", body, as_json=as_json)


@click.command()
@click.argument("threads", nargs=-1, required=True, metavar="THREAD...", callback=filled)
@text_options("The reason, and until when")
@repository_command
def defer(opened: Opened, threads: tuple[str, ...], body: str, as_json: bool) -> None:
    """Put remarks off to a later version, with a reason; a blocking one still blocks."""
    _each(opened, threads, "deferred", body, as_json=as_json)


@click.command()
@click.argument("threads", nargs=-1, required=True, metavar="THREAD...", callback=filled)
@text_options("What to say about it", required=False)
@repository_command
def note(opened: Opened, threads: tuple[str, ...], body: str, as_json: bool) -> None:
    """Take note of remarks that ask for no change."""
    _each(opened, threads, "noted", body, as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@click.argument("of", callback=filled)
@repository_command
def duplicate(opened: Opened, thread: str, of: str, as_json: bool) -> None:
    """Decide that THREAD says what thread OF says already."""
    _one(opened.carry_out(commands.Decide(thread, "duplicate", of=of)), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@click.option("--commit", required=True, metavar="C", help="The commit that made the change.", callback=filled)
@repository_command
def done(opened: Opened, thread: str, commit: str, as_json: bool) -> None:
    """Say in which commit an agreed change was made by hand."""
    _one(opened.carry_out(commands.MarkDone(thread, commit)), as_json=as_json)


@click.command()
@click.argument("thread", callback=filled)
@repository_command
def undo(opened: Opened, thread: str, as_json: bool) -> None:
    """Remove your last pending event of a thread; without one, take its decision back, words in the text included.

    THREAD may also be the id of something pending that belongs to no thread: a mark of reading, a sign-off.
    """
    _one(opened.carry_out(commands.Undo(thread)), as_json=as_json)


@click.command()
@click.argument("version", callback=filled)
@click.option(
    "--override", default="", metavar="WHY", help="Release although gates do not pass; the reason is recorded."
)
@click.option("--existing", is_flag=True, help="Claim the tag of this name, which was made by hand.")
@repository_command
def release(opened: Opened, version: str, override: str, existing: bool, as_json: bool) -> None:
    """Release the committed text as VERSION: a record of the gates as they stand, and a tag."""
    outcome = opened.carry_out(commands.Release(version, sound(override) or "", existing))
    if as_json:
        data = {"version": version, "commit": outcome.commit, "path": outcome.path, "warnings": list(outcome.warnings)}
        say_data(data)
    else:
        say([outcome.message])


@click.command()
@click.option(
    "--policy",
    "folder",
    default="",
    metavar="DIR",
    help="The folder with the policy's Markdown files.",
    callback=filled,
)
@click.option("--title", default="", metavar="T", help="The policy's title (default: the first heading).")
@click.option(
    "--from",
    "document",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Make the text from this Word document (or .odt, .rtf, .doc, where LibreOffice is installed).",
)
@click.option(
    "--as",
    "names",
    multiple=True,
    metavar="PERSON",
    help="Who wrote in that document: 'name in the file=Name <address>' (can be given several times).",
    callback=filled,
)
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
        begun = opened.whole.documents.begin(document, folder, sound(title) or "", names)
        tell(begun_data(begun), begun_lines(begun), as_json=as_json)
        return
    if names:
        raise Refused("--as goes with --from only.")
    outcome = opened.carry_out(commands.BeginReview(folder, sound(title) or ""), whole=True)
    if as_json:
        say_data({"path": outcome.path, "commit": outcome.commit})
    else:
        say(
            [
                outcome.message,
                "Next: name your partners: reviewtui organisation add ID --name N --domain D --asked",
            ]
        )


@click.group()
def organisation() -> None:
    """Name the partner organisations."""


@organisation.command("add")
@click.argument("identifier", metavar="ID", callback=filled)
@click.option("--name", required=True, metavar="N", help="The organisation's name.")
@click.option("--address", "addresses", multiple=True, metavar="A", help="An address of one of its people.")
@click.option("--domain", "domains", multiple=True, metavar="D", help="A domain all of whose addresses are its people.")
@click.option("--consolidator", "consolidators", multiple=True, metavar="A", help="Who passes on its people's remarks.")
@click.option("--asked/--not-asked", default=None, help="Whether it is asked to read the policy and to sign off.")
@click.option("--remote", default="", metavar="URL", help="Its fork, where sync looks for proposals.", callback=filled)
@repository_command
def add(
    opened: Opened,
    /,
    identifier: str,
    name: str,
    as_json: bool,
    **more: Any,
) -> None:
    """Add an organisation, or say more about one; commits the settings."""
    command = commands.AddOrganisation(identifier, sound(name) or "", **more)
    outcome = opened.carry_out(command)
    tell(
        {"organisation": identifier, "path": outcome.path or None, "commit": outcome.commit or None},
        [outcome.message],
        as_json=as_json,
    )


@organisation.command("list")
@repository_command
def list_(opened: Opened, as_json: bool) -> None:
    """List the organisations of the settings, each with its position and what that does not cover any more."""
    draft = opened.workspace.load(placed=False)
    if as_json:
        say_data({"organisations": organisations.organisation_data(draft)})
    else:
        lines = list(organisations.organisation_lines(draft))
        say(lines or ["No organisation yet: reviewtui organisation add ID --name N --domain D --asked"])
