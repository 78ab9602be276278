"""The `reviewtui` program: its commands, and the one place where failures become exit codes."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from reviewtui import __version__
from reviewtui.cli.opening_app import AppWanted
from reviewtui.cli.options import Opened
from reviewtui.cli.output import NO, ReaderGone, could_not_print, has_terminal, print_error
from reviewtui.cli.streams import close_complaints, close_output, forget_output, ready_streams
from reviewtui.domain.refusal import Conflict, MachineFailed, NoCommit, NoRepository, Refused, ReviewError
from reviewtui.domain.review.sync_state import MergeConflicts
from reviewtui.domain.settings.review_home import SeveralPolicies

INTERRUPTED = 130


class Program(click.Group):
    """A group whose commands are loaded when they are called, and whose help keeps their order."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names of all commands in the order in which a newcomer meets them."""
        from reviewtui.cli.command_registry import COMMANDS

        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Return the command of this name, or None."""
        from reviewtui.cli.command_registry import find_command

        return find_command(name)


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", message="reviewtui %(version)s")
@click.option(
    "-C", "folder", type=click.Path(path_type=Path), default=".", help="Work in the repository around this folder."
)
@click.option(
    "--plain", "is_plain", is_flag=True, help="Review line by line: for screen readers, pipes and simple terminals."
)
@click.option(
    "--policy",
    default="",
    metavar="NAME",
    help="Work on this policy, where a repository holds several and you stand in the folder of none.",
)
@click.pass_context
def program(context: click.Context, folder: Path, policy: str, is_plain: bool) -> None:
    """Review a policy in the terminal; everything is kept in git.

    Without a command, the app opens on the repository around the current folder; with --plain the same is done line
    by line, in sentences that a screen reader reads. Remarks are saved as files under
    reviews/ ("pending"), 'submit' commits them ("submitted"), and a push shares them.
    """
    context.obj = Opened(folder, policy)
    if is_plain:
        _run_plainly(context)
    elif context.invoked_subcommand is None:
        from reviewtui.cli.opening_app import open_app

        open_app(context.obj.workspace.folder if policy else folder)


def _run_plainly(context: click.Context) -> None:
    from reviewtui.cli.plain.plain_program import run_plain
    from reviewtui.workspace.loading.first_page import first_page

    if context.invoked_subcommand is not None:
        raise click.UsageError("--plain goes without a command; every command prints plain text anyway.", context)
    opened: Opened = context.obj
    try:
        workspace = opened.workspace
        first_page(workspace.folder)
    except NoRepository as error:
        opened = Opened(_first_steps(opened.folder, error))
        workspace = opened.workspace
    except SeveralPolicies as several:
        if not has_terminal():
            raise
        from reviewtui.cli.opening_app import chosen_policy

        opened = Opened(opened.folder, chosen_policy(several))
        workspace = opened.workspace
    policy = ("--policy", opened.policy) if opened.policy else ()
    run_plain(workspace, lambda arguments: _command(opened.folder, [*policy, *arguments]))


def _command(folder: Path, arguments: list[str]) -> object:
    """Run a command of the program in a folder."""
    return program.main(["-C", str(folder), *arguments], prog_name="reviewtui", standalone_mode=False)


def _first_steps(folder: Path, why: NoRepository) -> Path:
    """Offer the example or a beginning to a person; without a terminal nobody can be asked."""
    if not has_terminal():
        raise why
    from reviewtui.cli.first_steps import LeftAlone, first_steps

    try:
        here = why.folder if isinstance(why, NoCommit) else folder
        return first_steps(here, lambda: _command(here, ["demo", "--no-app"]), is_repository=here is not folder)
    except LeftAlone as left:
        raise click.exceptions.Exit(0) from left


OpenApp = Callable[[Path], str]


class EndedBySignal(KeyboardInterrupt):
    """Somebody asked the program to end, by a signal: as with Ctrl-C, what it has begun is ended before it goes."""

    def __init__(self, number: int) -> None:
        """Keep the signal's number, which tells the exit code."""
        super().__init__()
        self.code = 128 + number


def _end(number: int, _frame: object) -> NoReturn:
    raise EndedBySignal(number)


def main(arguments: list[str] | None = None, open_app: OpenApp | None = None) -> NoReturn:
    """Run the program and leave with its exit code; a failure is one line on standard error."""
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        if signal.getsignal(number) is signal.SIG_DFL:  # else somebody wants it ignored (nohup)
            signal.signal(number, _end)
    sys.exit(_ended(run(arguments, open_app)))


def _ended(code: int) -> int:
    """Close both streams, and return the exit code that this leaves; who failed already has said so in one sentence."""
    failure = close_output()
    if failure is not None and code in {0, NO}:
        print_error(f"{could_not_print(failure)}.")
        code = MachineFailed.exit_code
    close_complaints()
    return code


def run(arguments: list[str] | None = None, open_app: OpenApp | None = None) -> int:
    """Run the program and return its exit code (docs/record.md).

    `open_app` opens the app on a folder and returns why it could not go on, empty when a person left it.
    """
    ready_streams()
    if any(name.startswith("_REVIEWTUI_") for name in os.environ):
        from reviewtui.cli.completion import answer_shells

        answer_shells()
    try:
        result = _call(arguments, open_app)
    except ReviewError as error:
        _explain(error)
        return error.exit_code
    except click.ClickException as error:
        _explain_usage(error)
        return 2
    except (KeyboardInterrupt, click.Abort) as error:
        forget_output()
        print_error("Interrupted; nothing was lost.")
        cause = error.__cause__ if isinstance(error, click.Abort) else error  # click's own word for an interruption
        return cause.code if isinstance(cause, EndedBySignal) else INTERRUPTED
    except (ReaderGone, BrokenPipeError):
        forget_output()
        return 0
    except (OSError, MemoryError) as error:
        return _told(error)
    return result if isinstance(result, int) else 0


def _told(error: OSError | MemoryError) -> int:
    """Tell of a failure of the machine that nobody has explained, and return its exit code."""
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        print_error(f"'{str(error.filename)[:80]}…' is too long for a name on this machine. Nothing was changed.")
        return Refused.exit_code
    print_error(f"The machine failed: {error}. Nothing was lost.")
    return MachineFailed.exit_code


def _call(arguments: list[str] | None, open_app: OpenApp | None) -> object:
    try:
        result: object = program.main(args=arguments, prog_name="reviewtui", standalone_mode=False)
    except AppWanted as wanted:
        try:
            ended = _opened(wanted.folder, open_app) if open_app else "There is no app here; see: reviewtui --help"
        except click.exceptions.Exit as left:
            return left.exit_code
        if ended:
            raise Refused(ended) from None
        return 0
    except SystemExit as error:
        # click ends so, with 1, where the reader of its help went away; nothing else of ours does.
        raise ReaderGone from error
    return result


def _opened(folder: Path, open_app: OpenApp) -> str:
    """Open the app on the policy in whose folder a person stands; where they stand in none they are asked which."""
    try:
        return open_app(folder)
    except NoRepository as error:
        return open_app(_first_steps(folder, error))
    except SeveralPolicies as several:
        from reviewtui.cli.opening_app import chosen_policy
        from reviewtui.workspace.workspace import Workspace

        return open_app(Workspace.open(folder, chosen_policy(several)).folder)


def _explain_usage(error: click.ClickException) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and isinstance(error.ctx.command, click.Group):
        path, names = error.ctx.command_path, ", ".join(error.ctx.command.list_commands(error.ctx))
        print_error(f"'{path}' needs one of these behind it: {names} (see: {path} --help)")
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    print_error(error.format_message() + (f" (see: {context.command_path} --help)" if context else ""))


def _explain(error: ReviewError) -> None:
    print_error(str(error))
    if isinstance(error, MergeConflicts):
        from reviewtui.views.sharing.sharing_lines import conflict_lines

        for line in conflict_lines(error.conflicts):
            print_error(line)
    elif isinstance(error, Conflict) and (error.base or error.theirs or error.ours):
        for name, passage in (("base", error.base), ("theirs", error.theirs), ("ours", error.ours)):
            print_error(f"  {name:<7} {passage or '(nothing)'}")
