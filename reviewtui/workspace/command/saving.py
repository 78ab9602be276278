"""Events to files: pending ones lie in the work tree, decisions are committed with what they change."""

from collections.abc import Sequence

from reviewtui.domain.record.events import AnyEvent, Root
from reviewtui.domain.refusal import MachineFailed
from reviewtui.domain.settings.review_home import RECORDS
from reviewtui.store.commit.commits import CommitRequest, PathChange, commit
from reviewtui.store.files import durable
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.record_files import event_path
from reviewtui.store.record.toml_bounds import MAX_BYTES
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.signing import signed_bytes

_FEW = 50
ATTRIBUTES = b"* -text\n"


def save_all_pending(context: CommandContext, events: Sequence[tuple[AnyEvent, str]]) -> list[str]:
    """Write events, each with its thread, as pending files; many are brought to the disk together."""
    few = len(events) <= _FEW
    paths = [save_pending(context, event, thread, sync=few) for event, thread in events]
    if not few:
        durable.sync_all()
    return paths


def save_pending(
    context: CommandContext, event: AnyEvent, thread: str, *, sign: bool = False, sync: bool = True
) -> str:
    """Write `event` as a pending file, signed where that can be or is asked for; return its path from the root."""
    repository = context.repository
    path = event_path(repository.home, event, thread)
    durable.require_no_link(repository.work_tree, path)
    target = repository.work_tree / path
    content = signed_bytes(context, event, sign=sign)
    durable.write_new(target, content, beside=repository.work_tree / RECORDS / target.name, sync=sync)
    return path


def replace_pending(context: CommandContext, event: Root) -> str:
    """Write a remark that is not committed yet anew, and return its path from the repository's root."""
    repository = context.repository
    path = event_path(repository.home, event, event.id)
    durable.require_no_link(repository.work_tree, path)
    durable.replace(repository.work_tree / path, signed_bytes(context, event))
    return path


def new_file(repository: Repository, path: str, content: bytes) -> PathChange:
    """Return the change that adds a file to the commit, the index and the work tree."""
    durable.require_no_link(repository.work_tree, path)
    before = durable.read_regular(repository.work_tree / path, MAX_BYTES * 16)
    return PathChange(path, content, content, content, before)


def event_change(context: CommandContext, event: AnyEvent, thread: str) -> PathChange:
    """Return the change that adds the file of `event`, signed where that can be or is asked for."""
    repository = context.repository
    return new_file(repository, event_path(repository.home, event, thread), signed_bytes(context, event))


def pending_change(repository: Repository, path: str) -> PathChange:
    """Return the change that commits the pending file at `path` as it lies there.

    Raises:
        MachineFailed: it has gone in the meantime.

    """
    content = durable.read_regular(repository.work_tree / path, MAX_BYTES)
    if content is None:
        raise MachineFailed(f"'{path}' has just gone; try again.")
    return PathChange(path, content, content, None)


def commit_changes(
    context: CommandContext,
    changes: Sequence[PathChange],
    message: str,
    *,
    tag: str = "",
    tag_key: str = "",
    key: str = "",
) -> str:
    """Commit exactly `changes` on top of the command's draft, dated by its clock, and return the commit's id."""
    request = CommitRequest(
        parent=context.draft.version.commit,
        changes=tuple(changes),
        message=message,
        author=context.me,
        committer=context.environment.committer(context.me),
        tag=tag,
        tag_key=tag_key,
        key=key,
        moment=context.environment.now(),
    )
    return commit(context.repository, request)
