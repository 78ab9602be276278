"""Commands that send the text out in a file, and bring in what comes back."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from reviewtui.cli.options import Opened, name_argument, name_option, repository_command
from reviewtui.cli.output import has_terminal, say, say_data, say_outcome, tell
from reviewtui.domain.actions.bringing_in.import_plan import PlannedAct, chosen, unknown_voices
from reviewtui.domain.actions.commands import BringIn
from reviewtui.domain.refusal import Refused
from reviewtui.text.words.visible import visible_line
from reviewtui.views.exchange.import_preview import ImportPreview, preview_data, preview_lines
from reviewtui.workspace.workspace import Workspace

_MOST_DIGITS = 9


@click.command()
@name_argument("format_", "FORMAT")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@name_option("--section", "S", "Only this section.")
@name_option("--organisation", "O", "For this organisation, with what it has said.")
@name_option(
    "--attach attached",
    "FORMAT",
    "What goes with a mail, html and xlsx if nothing is said; letters for a letter",
    multiple=True,
)
@repository_command
def export(
    opened: Opened, format_: str, file: Path, section: str, organisation: str, attached: tuple[str, ...], as_json: bool
) -> None:
    """Write the text with its open remarks to a file for partners without git; 'import' takes the answer back.

    FORMAT is one of: docx, a Word document with the remarks as comments and the suggestions as tracked changes; html,
    one page for a browser, on which they remark and which saves their answer; xlsx, csv or form, the commenting form of
    ISO and IEC as a workbook, as text or as a Word document; criticmarkup, Markdown with the suggestions in it; jsonld,
    the remarks as W3C annotations.
    Into a folder FILE: mail, a ready draft to each organisation that was asked; letters, to each what it said, what you
    did and why.

    Example: reviewtui export docx policy.docx --organisation southmere
    """
    if attached and format_ != "mail":
        raise Refused("--attach says what goes with a mail: reviewtui export mail FOLDER --attach docx")
    files = opened.workspace.files.export(format_, file, section=section, organisation=organisation, attached=attached)
    tell({"files": list(files)}, [f"Wrote {name}." for name in files], as_json=as_json)


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what would be brought in.")
@name_option(
    "--as names",
    "PERSON",
    "Who wrote it, where the file does not say: 'Name <address>', or 'name in the file=Name <address>' for one "
    "of several",
    multiple=True,
)
@name_option(
    "--leave-out numbers",
    "NUMBERS",
    "Leave out these, by their numbers in the preview, as 2,5; what answers one of them is left out too.",
)
@click.option("--yes", "agreed", is_flag=True, help="Do not ask before anything is written.")
@repository_command
def import_(
    opened: Opened, file: Path, dry_run: bool, names: tuple[str, ...], numbers: str, agreed: bool, as_json: bool
) -> None:
    """Bring in the remarks and suggestions of a file that somebody sent back.

    Everything is shown before anything is written, by numbers, with what was not taken in and why. What the record
    has already stays as it is, so the same file can come twice. What is brought in is pending until you submit.

    An .odt, .ods, .rtf or old .doc or .xls is read through LibreOffice, where that is installed.

    Example: reviewtui import answer.docx --as "Pat Adviser <pat@southmere.example>"
    """
    workspace = opened.workspace
    incoming = workspace.files.read(file)
    given = names
    without = frozenset(_left_out(numbers))
    if not dry_run and not as_json and has_terminal():
        given = _asked(workspace, BringIn(incoming, given, without))
    preview = workspace.files.preview(incoming, given, without)
    if beyond := [number + 1 for number in without if number >= len(preview.planned)]:
        raise Refused(f"There is no number {min(beyond)} in this file; --dry-run shows what it holds, with numbers.")
    if as_json and dry_run:
        say_data({"dry_run": True, **preview_data(preview)})
        return
    if not as_json:
        say(preview_lines(preview))
    if dry_run:
        return
    if any(act.events for act in _taken(preview)) and not _agreed(preview, agreed=agreed or as_json):
        raise Refused("Nothing was brought in.")
    outcome = opened.carry_out(BringIn(incoming, given, without))
    if as_json:
        say_data({"dry_run": False, "threads": list(outcome.threads), "count": outcome.count, **preview_data(preview)})
    else:
        say_outcome(outcome, as_json=False)


def _left_out(numbers: str) -> Iterator[int]:
    """Give what is to be left out, counted from 0."""
    for word in re.split(r"[\s,;]+", numbers.strip()) if numbers else ():
        if not word.isdecimal() or len(word) > _MOST_DIGITS or int(word) == 0:
            raise Refused(f"'{word}' is no number of the preview; write: --leave-out 2,5")
        yield int(word) - 1


def _taken(preview: ImportPreview) -> tuple[PlannedAct, ...]:
    return chosen(preview.planned, preview.without)


def _asked(workspace: Workspace, command: BringIn) -> tuple[str, ...]:
    """Ask who each name is that the review does not know."""
    given = command.names
    while True:
        preview = workspace.files.preview(command.incoming, given, command.without)
        unknown = unknown_voices({act.act.voice: act.person for act in _taken(preview) if act.fate != "known"})
        if not unknown:
            return given
        name = visible_line(unknown[0].name) or "(no name)"
        person = click.prompt(f"Who is '{name}' in this file? Name <address>", type=str)
        given = (*given, f"{unknown[0].name}={person}")


def _agreed(preview: ImportPreview, *, agreed: bool) -> bool:
    if agreed:
        return True
    if not has_terminal():
        raise Refused("Nothing was brought in; look at it with --dry-run, then say --yes.")
    count = sum(bool(act.events) for act in _taken(preview))
    return click.confirm(f"Bring in these {count}? (--leave-out takes the numbers of what is not to come in)")
