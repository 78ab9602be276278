"""Options that many commands share."""

import hashlib
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cached_property, partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reviewtui.cli.output import has_terminal, print_error, say_outcome, tell
from reviewtui.domain.record.events import Source
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.files.given_file import read_given

if TYPE_CHECKING:
    from reviewtui.domain.actions.commands import Command
    from reviewtui.workspace.command.outcome import Outcome
    from reviewtui.workspace.workspace import Workspace

MAX_TYPED = 60_000
MAX_COPY = 2_000_000
"""Characters of an edited copy of a section."""
MAX_SOURCE_BYTES = 50 << 20
_KINDS = {".eml": "mail", ".msg": "mail", ".mbox": "mail", ".docx": "docx", ".pdf": "pdf", ".txt": "text"}
"""How a source is written, by the end of its file's name."""
Decorated = Callable[..., Any]


class Opened:
    """The workspace of this call, opened when it is first asked for."""

    def __init__(self, folder: Path, policy: str = "") -> None:
        """Remember where to look for the repository, and which of its policies was named."""
        self.folder = folder
        self.policy = policy

    @cached_property
    def workspace(self) -> "Workspace":
        """The workspace of the repository around the folder; the app, which opens its own, is spared its loading."""
        from reviewtui.workspace.workspace import Workspace

        return Workspace.open(self.folder, self.policy)

    @cached_property
    def whole(self) -> "Workspace":
        """The same for what is about the whole repository: where it holds several policies none has to be chosen."""
        from reviewtui.workspace.workspace import Workspace

        return Workspace.open(self.folder, self.policy, chooses=False)

    def carry_out(self, command: "Command", *, whole: bool = False) -> "Outcome":
        """Do what `command` asks for, in one policy or in the whole repository; what it warns of is told at once."""
        outcome = (self.whole if whole else self.workspace).carry_out(command)
        for warning in outcome.warnings:
            print_error(warning)
        return outcome


def json_option(command: Decorated) -> Decorated:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts instead of text.")(command)


def folder_option(command: Decorated) -> Decorated:
    """Add -C and --policy, which may also stand behind the command's name."""
    command = click.option(
        "--policy",
        "of_policy",
        metavar="NAME",
        expose_value=False,
        callback=_set_policy,
        help="Work on this policy, where a repository holds several and you stand in the folder of none.",
    )(command)
    return around_option(command)


def around_option(command: Decorated) -> Decorated:
    """Add -C alone, for a command whose --policy means another thing."""
    return click.option(
        "-C",
        "around",  # a name that no command uses for an option of its own: click would hand one's value to the other
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_set_folder,
        help="Work in the repository around this folder.",
    )(command)


def _set_folder(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.obj = Opened(value, context.obj.policy)


def _set_policy(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.obj = Opened(context.obj.folder, value)


def name_argument(name: str, metavar: str | None = None, **more: Any) -> Decorated:
    """Add an argument for a name, which is empty where it may be left out; `more` is click's."""
    optional = {} if more.get("required", True) or "nargs" in more else {"default": ""}
    return click.argument(name, metavar=metavar, callback=_named, **({"required": True} | optional | more))


def name_option(flags: str, metavar: str, about: str, **more: Any) -> Decorated:
    """Add an option for a name or a quote, which cannot be given and be empty; `more` is click's.

    `flags` is the option as it is typed and, behind a space, what the command calls it.
    """
    several = more.get("multiple", False)
    first = {} if several else {"default": ""}
    about = f"{about} (can be given several times)." if several else about
    return click.option(*flags.split(), metavar=metavar, help=about, callback=_named, **(first | more))


def words_option(flags: str, metavar: str, about: str, **more: Any) -> Decorated:
    """Add an option for words, which may be empty; the rest as above."""
    return click.option(*flags.split(), metavar=metavar, help=about, callback=_as_text, **more)


def nth_option(command: Decorated) -> Decorated:
    """Add --nth."""
    return click.option(
        "--nth", type=click.IntRange(min=1), metavar="N", help="Which one, when the quote stands there several times."
    )(command)


def behalf_option(what: str, more: str = "") -> Callable[[Decorated], Decorated]:
    """Add --on-behalf-of; `what` is done with it, and `more` is to be known of it."""
    return name_option("--on-behalf-of", "PERSON", f"{what} of someone else: 'Name <address>'.{more}")


def reported_options(what: str) -> Callable[[Decorated], Decorated]:
    """Add --on-behalf-of and --source, for `what` somebody else said in a mail or on paper."""
    behalf = behalf_option(f"Report {what}", " It is shown as reported by you.")
    about = "What it rests on, such as the mail; the digest of the file is kept, not the file."
    source = click.option("--source", metavar="FILE", callback=_source, help=about)
    return lambda command: behalf(source(command))


def _source(context: click.Context, parameter: click.Parameter, value: str | None) -> Source | None:
    """Return what a file is as a source: how it is written, and its digest."""
    name = filled(context, parameter, value)
    if name is None or context.resilient_parsing:
        return None
    digest = hashlib.sha256(read_given(Path(name), MAX_SOURCE_BYTES)).hexdigest()
    return Source(format=_KINDS.get(Path(name).suffix.lower(), "file"), digest=f"sha256:{digest}")


def repository_command(command: Decorated) -> Decorated:
    """Add --json, -C and --policy, and hand the workspace to the command first."""
    return json_option(folder_option(click.pass_obj(command)))


def acting(
    command: Callable[..., "Command"] | None = None, *, shows: Callable[["Outcome"], object] | None = None
) -> Decorated:
    """Carry out what the command returns and print what came of it; adds --json, -C and --policy.

    `shows` gives the JSON where it is another than `say_outcome` prints.
    """
    if command is None:
        return partial(acting, shows=shows)

    @wraps(command)
    def carried_out(opened: Opened, *, as_json: bool, **given: Any) -> None:
        outcome = opened.carry_out(command(**given))
        if shows is None:
            say_outcome(outcome, as_json=as_json)
        else:
            tell(shows(outcome), [outcome.message], as_json=as_json)

    return repository_command(carried_out)


def text_options(what: str, *, required: bool | Callable[[dict[str, Any]], bool] = True) -> Decorated:
    """Add -m and -F for the words of `what`, which the command gets as `body`.

    Where they are `required`, always or with these other options, the editor opens if there is a terminal.
    """

    def decorate(command: Decorated) -> Decorated:
        @wraps(command)
        def with_body(*arguments: Any, message: str | None, text_file: str | None, **given: Any) -> object:
            needed = required(given) if callable(required) else required
            return command(*arguments, body=words(message, text_file, required=needed), **given)

        hint = "" if required else " (optional)"
        from_file = click.option(
            "-F", "--file", "text_file", metavar="FILE", help="Read the words from FILE; - is standard input."
        )
        typed = click.option("-m", "--message", "message", metavar="TEXT", help=f"{what}{hint}.")
        return typed(from_file(with_body))

    return decorate


def filled(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Refuse a name or a quote that was given and is empty, since leaving it out means something else.

    Most often it is a variable of a script that was never set.
    """
    given = context.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE
    values = value if isinstance(value, tuple) else (value,)
    if given and any(isinstance(word, str) and not word.strip() for word in values):
        raise click.BadParameter("it is empty; say what is meant, or leave it out.", context, parameter)
    return value


def _as_text(_context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
    return tuple(map(valid_text, value)) if isinstance(value, tuple) else valid_text(value)


def _named(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    return _as_text(context, parameter, filled(context, parameter, value))


def words(message: str | None, text_file: str | None, *, required: bool = True) -> str:
    """Return the words that were given, or typed in the editor when they are needed and a terminal is there.

    Raises:
        Refused: they are needed and missing, or a file cannot be read.
    """
    if message is not None and text_file is not None:
        raise Refused("Give the words with -m or with -F, not with both.")
    if message is not None:
        return _sound(message)
    if text_file is not None:
        return _sound(_from_file(text_file))
    if not required:
        return ""
    if not has_terminal():
        raise Refused("Words are needed: give them with -m TEXT or -F FILE.")
    return _sound(from_editor())


def valid_text(text: str | None) -> str | None:
    """Return text from the command line when it is valid Unicode.

    Raises:
        Refused: it holds bytes that are no text.
    """
    return None if text is None else _sound(text)


def _sound(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused("The words are not valid UTF-8; type them in a UTF-8 terminal.") from error
    if len(text) > MAX_TYPED:
        raise Refused(f"The words are too many ({len(text)} characters of at most {MAX_TYPED}); split them.")
    if "\0" in text:
        raise Refused("The words hold a NUL character; remove it.")
    return text


def edited_copy(name: str) -> str:
    """Return the text of a file that somebody edited; - is standard input.

    Raises:
        Refused: it is no text, cannot be read or is too large.
    """
    text = _from_file(name, MAX_COPY)
    if len(text) > MAX_COPY:
        raise Refused(f"'{name}' is too large for a section (more than {MAX_COPY} characters).")
    if "\0" in text:
        raise Refused(f"'{name}' is no text: it holds a NUL character.")
    return text


def _from_file(name: str, most: int = MAX_TYPED) -> str:
    try:
        content = sys.stdin.buffer.read(most * 4 + 1) if name == "-" else read_given(Path(name), most * 4, pipes=True)
        return content.decode("utf-8").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise Refused(f"'{name}' is not UTF-8.") from error
    except OSError as error:
        raise Refused(f"'{name}' cannot be read: {error.strerror}.") from error


def from_editor(start: str = "") -> str:
    """Return what somebody writes in their editor, which begins with `start`.

    Raises:
        MachineFailed: the editor could not be started, or failed.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory(prefix="reviewtui-") as folder:
        path = Path(folder) / "remark.txt"
        path.write_text(start, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            raise MachineFailed(f"The editor '{editor}' failed; give the words with -m TEXT.") from error
        return path.read_text(encoding="utf-8").strip()
