"""Events to files: pending ones lie in the work tree, decisions are committed with what they change."""

from collections.abc import Sequence
from typing import Any

from reviewtui.domain.record.event_kinds import SIGNED_IF_REQUIRED
from reviewtui.domain.record.events import AnyEvent, OutsideEvent, Root
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.domain.settings.review_home import RECORDS
from reviewtui.store.commit.commits import CommitRequest, PathChange, commit
from reviewtui.store.files import durable
from reviewtui.store.git.repository import Repository
from reviewtui.store.local.saved_here import SavedHere
from reviewtui.store.record.event_codec import encode_event, to_be_signed, with_signature
from reviewtui.store.record.event_paths import event_path
from reviewtui.store.record.toml_bounds import MAX_BYTES
from reviewtui.store.signing import ssh_signature
from reviewtui.store.signing.git_signing import commit_signing
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.one_time_notice import notice_once, unsigned_commits
from reviewtui.workspace.command.outcome import Outcome

_FEW = 50
ATTRIBUTES = b"* -text\n"
_ROOM = 4000
"""More bytes than a signature takes."""
_UNSIGNED = (
    "Your key is in the settings, but it cannot sign here without asking, so this is not signed: name it with "
    "git config user.signingkey FILE, or put it into your agent (ssh-add). This is told once."
)


def save_all_pending(context: CommandContext, events: Sequence[tuple[AnyEvent, str]]) -> list[str]:
    """Write events, each with its thread, as pending files; many are brought to the disk together."""
    few = len(events) <= _FEW
    files = [_pending_file(context, event, thread) for event, thread in events]
    _save(context.repository, files, sync=few)
    if not few:
        durable.sync_all()
    return [path for path, _ in files]


def save_pending(context: CommandContext, event: AnyEvent, thread: str, *, sign: bool = False) -> str:
    """Write `event` as a pending file, signed where that can be or is asked for; return its path from the root."""
    path, content = _pending_file(context, event, thread, sign=sign)
    _save(context.repository, [(path, content)], sync=True)
    return path


def _pending_file(context: CommandContext, event: AnyEvent, thread: str, *, sign: bool = False) -> tuple[str, bytes]:
    path = event_path(context.repository.home, event, thread)
    durable.require_no_link(context.repository.work_tree, path)
    return path, _signed_bytes(context, event, sign=sign)


def _save(repository: Repository, files: Sequence[tuple[str, bytes]], *, sync: bool) -> None:
    SavedHere(repository).note(files, sync=sync)
    for path, content in files:
        target = repository.work_tree / path
        durable.write_new(target, content, beside=repository.work_tree / RECORDS / target.name, sync=sync)


def replace_pending(context: CommandContext, event: Root) -> str:
    """Write a remark that is not committed yet anew, and return its path from the repository's root."""
    repository = context.repository
    path = event_path(repository.home, event, event.id)
    durable.require_no_link(repository.work_tree, path)
    content = _signed_bytes(context, event)
    SavedHere(repository).note([(path, content)], sync=True)
    durable.replace(repository.work_tree / path, content)
    return path


def new_file(repository: Repository, path: str, content: bytes) -> PathChange:
    """Return the change that adds a file to the commit, the index and the work tree."""
    durable.require_no_link(repository.work_tree, path)
    before = durable.read_regular(repository.work_tree / path, MAX_BYTES * 16)
    return PathChange(path, content, content, content, before)


def event_change(context: CommandContext, event: AnyEvent, thread: str) -> PathChange:
    """Return the change that adds the file of `event`, signed where that can be or is asked for."""
    repository = context.repository
    return new_file(repository, event_path(repository.home, event, thread), _signed_bytes(context, event))


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
    if not key:
        signing = commit_signing(context.repository)
        key = signing.key
        context.notices.extend(notice_once(context.repository, "unsigned-commits", unsigned_commits(signing)))
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


def commit_events(
    context: CommandContext, events: Sequence[OutsideEvent], message: str, done: str, **more: Any
) -> Outcome:
    """Commit events that belong to no thread, and say what was `done`; `more` is what else came of it."""
    changes = [event_change(context, event, "") for event in events]
    commit = commit_changes(context, changes, message)
    told = f"{done}: committed as {commit[:10]}."
    return Outcome(told, event=events[0].id, path=changes[0].path, commit=commit, **more)


def _signed_bytes(context: CommandContext, event: AnyEvent, *, sign: bool = False) -> bytes:
    """Return the bytes of `event`, signed where that is asked for, here or by the settings, or can be done unasked."""
    content = encode_event(event)
    required = context.settings.requires_signature and isinstance(event, SIGNED_IF_REQUIRED)
    if not sign and not required:
        return _signed_unasked(context, content)
    armour = ssh_signature.sign(context.repository, to_be_signed(content))
    keys = context.settings.keys_of(context.me)
    if required and not ssh_signature.is_signed_by(to_be_signed(content), armour, keys):
        raise Refused(
            f"The settings ask for signatures, and your key is not among the [[signers]] of {context.me.address}; "
            f"an author adds its public half to {context.repository.home.settings}."
        )
    return with_signature(content, armour)


def _signed_unasked(context: CommandContext, content: bytes) -> bytes:
    """The bytes with a signature where one of my keys of the settings signs at once; that it does not is told once."""
    keys = context.settings.keys_of(context.me)
    if not keys or len(content) > MAX_BYTES - _ROOM or context.mute_keys.issuperset(keys):
        return content
    armour = ssh_signature.sign_unasked(context.repository, to_be_signed(content), keys)
    if armour:
        return with_signature(content, armour)
    context.mute_keys.update(keys)
    context.notices.extend(notice_once(context.repository, "unsigned-told", _UNSIGNED))
    return content
