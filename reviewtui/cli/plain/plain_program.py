"""Runs a plain session: says, asks, does, until nothing more is typed."""

import os
import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import click

from reviewtui.cli.command_registry import COMMANDS
from reviewtui.cli.opening_app import AppWanted
from reviewtui.cli.plain.line_commands import all_commands, command_named
from reviewtui.cli.plain.line_terminal import EndOfInput, LineTerminal
from reviewtui.cli.plain.plain_sentences import in_plain_words
from reviewtui.cli.plain.plain_session import PlainSession
from reviewtui.domain.refusal import Conflict, Refused, ReviewError
from reviewtui.domain.review.sync_state import MergeConflicts
from reviewtui.views.sharing.sharing_lines import conflict_lines
from reviewtui.views.spoken.spoken_status import reminder_sentences, standing_sentences
from reviewtui.workspace.workspace import Workspace

RunCommand = Callable[[list[str]], object]
"""Runs a command of the program by its arguments."""
_LEAVE = frozenset({"quit", "q", "exit", "bye"})
_DRAWING = frozenset({"sync", "join", "unpack", "demo"})
"""Commands that draw how far they are on a terminal that can."""


def run_plain(workspace: Workspace, run: RunCommand) -> None:
    """Review line by line, until somebody leaves; `run` runs a command of the program."""
    session = PlainSession(workspace, LineTerminal(), _command_words())
    _begin(session)
    try:
        with session.terminal.keeping_lines():
            while (line := session.terminal.ask().strip()).casefold() not in _LEAVE:
                answer(session, line, run)
    except EndOfInput:
        pass
    except KeyboardInterrupt:
        session.say("", *_reminder(session))
        raise
    session.say(*_reminder(session))


def _command_words() -> frozenset[str]:
    return frozenset({*_LEAVE, *(name for command in all_commands() for name in command.names)})


def answer(session: PlainSession, line: str, run: RunCommand) -> None:
    """Do what a line asks for, or say why that is not possible."""
    try:
        session.catch_up()
        _do(session, line, run)
    except ReviewError as error:
        session.say(*_told(error))
    except click.ClickException as error:
        session.say(_usage(error))


def _usage(error: click.ClickException) -> str:
    """What is wrong with a command of the program, in one sentence."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and isinstance(error.ctx.command, click.Group):
        names = ", ".join(error.ctx.command.list_commands(error.ctx))
        return f"{error.ctx.info_name} needs one of these behind it: {names}."
    return in_plain_words(error.format_message())


def _do(session: PlainSession, line: str, run: RunCommand) -> None:
    name, _, rest = (line or "next").partition(" ")
    if name == "reviewtui" or (name in COMMANDS and name not in session.command_words):
        _run(rest if name == "reviewtui" else line, run)
        session.load()
    else:
        command_named(name).act(session, rest.strip())


def _run(line: str, run: RunCommand) -> None:
    """Run a command of the program, without what it would draw."""
    try:
        arguments = shlex.split(line)
    except ValueError as error:
        raise Refused("A quotation mark has no second one; put it in, or take it out.") from error
    if not arguments or "--plain" in arguments:
        raise Refused("Say which command: reviewtui --help lists them.")
    try:
        with _nothing_drawn() if arguments[0] in _DRAWING else nullcontext():
            run(arguments)
    except AppWanted as wanted:
        raise Refused(f"The app does not open from here; it is for the eye. It would open {wanted.folder}.") from wanted


@contextmanager
def _nothing_drawn() -> Iterator[None]:
    """Let a command draw no progress: on such a terminal it says what it did when it is done."""
    before = os.environ.get("TERM")
    os.environ["TERM"] = "dumb"
    try:
        yield
    finally:
        os.environ.pop("TERM")
        if before is not None:
            os.environ["TERM"] = before


def _begin(session: PlainSession) -> None:
    session.say(*map(in_plain_words, standing_sentences(session.workspace.versions.overview(session.draft))))
    unsaved = len(session.workspace.unsaved.all())
    if unsaved:
        session.say(f"{unsaved} half written: continue goes on with it.")
    session.say("Enter reads on; help says what else can be typed; quit leaves.")
    session.read()


def _told(error: ReviewError) -> Iterator[str]:
    yield in_plain_words(str(error))
    if isinstance(error, MergeConflicts):
        yield from conflict_lines(error.conflicts)
    elif isinstance(error, Conflict) and (error.base or error.theirs or error.ours):
        for what, words in (("As it was read", error.base), ("As suggested", error.theirs), ("Now", error.ours)):
            yield f"{what}: {' '.join(words.split()) or 'nothing'}"
        yield "accept-with and the remark settles it with your own words; decline and the remark leaves the text."


def _reminder(session: PlainSession) -> tuple[str, ...]:
    overview = session.workspace.versions.overview(session.draft)
    return tuple(reminder_sentences(overview, len(session.workspace.unsaved.all())))
