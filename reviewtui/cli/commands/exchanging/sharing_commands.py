"""Commands that bring clones together: by a remote, or by a file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

import click

from reviewtui.cli.options import Opened, filled, name_argument, name_option, repository_command, valid_text
from reviewtui.cli.output import ProgressLine, has_terminal, say, say_data, tell
from reviewtui.domain.actions import commands
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.sync_state import MergeConflicts, NeedsConsent, PlaceNotAgreed, Progress, Shared
from reviewtui.text.words.visible import visible_line
from reviewtui.views.sharing.sharing_lines import (
    conflict_data,
    holding_lines,
    joined_data,
    joined_lines,
    packed_data,
    packed_lines,
    progress_bar,
    progress_words,
    shared_data,
    shared_lines,
)
from reviewtui.workspace.workspace import Workspace

_Result = TypeVar("_Result")
_BAR = 20
_RESOLVE = click.option(
    "--resolve",
    "resolve",
    multiple=True,
    metavar="SECTION=ours|theirs|FILE",
    help="Settle a section that both sides changed (can be given several times).",
    callback=filled,
)


@click.command()
@name_argument("remote", required=False)
@_RESOLVE
@click.option("--submit", "submits", is_flag=True, help="Submit what is pending first, so that it is shared too.")
@name_option("--take take", "PROPOSAL", "Take over a proposal that sync has listed", multiple=True)
@click.option("--yes", "agreed", is_flag=True, help="Take proposals that change more than remarks without asking.")
@click.option(
    "--new-branch", "makes_branch", is_flag=True, help="Make your branch on the remote, where it has none of that name."
)
@click.option(
    "--trust-place",
    "trusts_place",
    is_flag=True,
    help="Agree to where this clone's own configuration sends it, and to programs that run there; remembered.",
)
@repository_command
def sync(opened: Opened, /, remote: str, resolve: tuple[str, ...], take: tuple[str, ...], **flags: bool) -> None:
    """Share: take over what others submitted, and give them what you submitted.

    REMOTE is a remote of this clone (default: the one that the branch follows), a folder or an address. Pending
    remarks stay here. Uncommitted edits of the text stay as they are. Where both sides changed the same words nothing
    happens until you say --resolve SECTION=ours, =theirs, or =FILE with the words as they should be; the settings'
    name is 'settings'.

    An author is told what others propose: branches proposal/*, and the pull or merge requests of a forge. Nothing of
    that is taken unasked; --take makes a merge of it. One that changes text, settings or events that are here already
    says so and asks first.

    Where this clone's own configuration sends what is meant for the remote elsewhere, nothing is given before you
    agree: once in a terminal, or by --trust-place. A terminal asks about programs that a remote folder runs, too.

    Example: reviewtui sync --resolve principles=theirs
    """
    workspace = opened.whole
    can_ask = has_terminal() and not flags["as_json"]
    wanted = commands.Sync(
        *(remote, _pairs(resolve), take, flags["agreed"], flags["makes_branch"]),
        trusts_place=flags["trusts_place"],
        can_ask=can_ask,
    )
    if flags["submits"]:
        opened.carry_out(commands.Submit())
    try:
        shared = _synced(workspace, wanted, as_json=flags["as_json"])
    except NeedsConsent as error:
        if not can_ask:
            raise
        if not click.confirm(f"{visible_line(str(error))} Take it now?", err=True):
            raise Refused("Nothing was taken.") from error
        shared = _synced(workspace, replace(wanted, agreed=True), as_json=False)
    tell(shared_data(shared), shared_lines(shared), as_json=flags["as_json"])


def _synced(workspace: Workspace, wanted: commands.Sync, *, as_json: bool) -> Shared:
    """Share; a place that nobody has agreed to yet is asked about, where somebody can be asked."""
    try:
        with _progress_shown() as show:
            return _settled(lambda: workspace.sharing.sync(wanted, show), as_json=as_json)
    except PlaceNotAgreed as error:
        if not wanted.can_ask:
            raise
        if not click.confirm(f"{visible_line(str(error))} Give it there now?", err=True):
            raise Refused("Nothing was given.") from error
    return _synced(workspace, replace(wanted, trusts_place=True, can_ask=False), as_json=as_json)


@click.command()
@name_argument("upstream")
@name_option("--fork", "URL", "Give to this place of your own.")
@repository_command
def join(opened: Opened, upstream: str, fork: str, as_json: bool) -> None:
    """Say where to read from, and where to give to if you may not push there.

    UPSTREAM and URL are remotes of this clone, folders or addresses. It is noted in git's own configuration, so that
    git pull and git push do the same. From then on sync takes over what UPSTREAM has, and pushes yours to the fork; the
    author's sync lists it as a proposal, where the settings name the fork or where you open a merge request.

    Example: reviewtui join https://git.council.example/policy.git --fork https://git.partner.example/policy.git
    """
    with _progress_shown() as show:
        joined = opened.whole.sharing.join(commands.Join(upstream, fork), show)
    tell(joined_data(joined), joined_lines(joined), as_json=as_json)


@click.command()
@click.argument("file", metavar="FILE", callback=filled)
@name_option("--since", "REF", "They have this version: a release, a branch, a commit.")
@click.option("--all", "whole", is_flag=True, help="Pack everything, for whoever has nothing yet.")
@repository_command
def pack(opened: Opened, file: str, since: str, whole: bool, as_json: bool) -> None:
    """Write what others lack into a file, to send instead of syncing.

    It holds the text, the submitted remarks and the release tags: what the branch's remote lacks as far as this clone
    knows, or everything where there is none. If FILE is a folder, the file is named after the policy, you and the day.

    Example: reviewtui pack . --since 0.9
    """
    if since and whole:
        raise Refused("Give --since or --all, not both.")
    workspace = opened.whole
    packed = workspace.sharing.pack(commands.Pack(file, since, whole))
    tell(packed_data(packed), packed_lines(packed), as_json=as_json)


@click.command()
@click.argument("file", metavar="FILE", callback=filled)
@_RESOLVE
@repository_command
def unpack(opened: Opened, file: str, resolve: tuple[str, ...], as_json: bool) -> None:
    """Take over what a pack holds.

    The same as a sync with whoever packed it, conflicts and --resolve included; nothing is sent. Unpacking twice
    changes nothing.
    """
    workspace = opened.whole
    wanted = commands.Unpack(file, _pairs(resolve))
    with _progress_shown() as show:
        packed, shared = _settled(lambda: workspace.sharing.unpack(wanted, show), as_json=as_json)
    if as_json:
        say_data(shared_data(shared) | {"pack": packed_data(packed)})
        return
    say(holding_lines(packed))
    say(shared_lines(shared))


@click.command()
@click.option("--yes", "agreed", is_flag=True, help="Do it; without this, only say what would be done.")
@repository_command
def recover(opened: Opened, agreed: bool, as_json: bool) -> None:
    """Finish a command that was cut off, where the next one does not do that by itself.

    That is so after a change of account or home folder, and in a clone that somebody else handed on: the journal there
    is not yours. Files that are as the commit before the last one left them are brought to the last commit; any other
    file stays as it is, and so does the index.

    Example: reviewtui recover --yes
    """
    workspace = opened.whole
    paths = workspace.recover() if agreed else workspace.unfinished()
    if as_json:
        say_data({"recovered": agreed, "paths": list(paths)})
    elif not paths:
        waits = "Nothing to bring to the last commit; reviewtui recover --yes forgets the journal."
        say(["Done; no file had to be changed." if agreed else waits])
    else:
        heading = "Brought to the last commit:" if agreed else "Would be brought to the last commit (--yes does it):"
        say([heading, *(f"  {path}" for path in paths)])


def _settled(act: Callable[[], _Result], *, as_json: bool) -> _Result:
    """Do it; for a script, what is left for a person is told as JSON besides."""
    try:
        return act()
    except MergeConflicts as error:
        if as_json:
            say_data({"conflicts": conflict_data(error.conflicts)})
        raise


def _pairs(resolve: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for given in resolve:
        section, sign, value = given.partition("=")
        if not (section.strip() and sign and value):
            raise Refused(f"--resolve takes SECTION=ours, SECTION=theirs or SECTION=FILE, not '{given}'.")
        pairs.append((valid_text(section) or "", value))
    return tuple(pairs)


@contextmanager
def _progress_shown() -> Iterator[Callable[[Progress], None]]:
    """Give what shows one step of progress: its bar, where something is counted, and its words."""
    with ProgressLine(err=True) as line:

        def show(progress: Progress) -> None:
            if progress.line:
                line.show(f"{progress_bar(progress, _BAR)} {progress_words(progress)}".strip())

        yield show
