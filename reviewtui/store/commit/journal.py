"""What a commit still has to do in the work tree, on disk until it is done.

A decision's words and its event are one commit, and so is what a merge brings. The files of the work tree follow it;
when the process dies in between, the next one that writes finds the journal here: if HEAD moved it finishes the files,
else it takes the index back. The journal names bytes by their blob ids; the object database holds them.

A clone that came as a folder from somebody else may bring a journal along. So it is sealed by a key of this person's
own, and without that seal it is a hint at most: `unsealed_recovery`.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.domain.settings.review_home import RECORDS
from reviewtui.store.cache.seal import SEAL_BYTES, sealed, unsealed
from reviewtui.store.files import durable
from reviewtui.store.files.file_names import require_usable_names
from reviewtui.store.git.ancestry import is_ancestor
from reviewtui.store.git.index import index_entries, write_index
from reviewtui.store.git.objects import blob_id, list_tree, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import TreeEntry

MAX_BYTES = 512 * 1024 * 1024
NO_FILE = ""
_NAME = "journal.json"
_AT_ONCE = 400
"""Files whose bytes are held in memory at a time while they are written."""
_MOST_STEPS = 100_000
_FEW = 40
"""So many files are synced to the disk one by one; more than these all at once."""


class Step(msgspec.Struct, frozen=True, array_like=True):
    """What becomes of one file.

    `before` and `after` are the blob ids of its bytes in the work tree, `index_before` and `index_after` its index
    entries as "mode id". Empty means no file, or no entry; an after that is None leaves the place alone. `mode` is
    the file's mode in the commit.
    """

    path: str
    before: str
    after: str | None
    index_before: str = ""
    index_after: str | None = None
    mode: str = "100644"


class _WrittenJournal(msgspec.Struct):
    parent: str
    commit: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """The unfinished business of one commit."""

    repository: Repository
    parent: str
    commit: str
    steps: tuple[Step, ...]

    @classmethod
    def begin(cls, repository: Repository, parent: str, commit: str, steps: tuple[Step, ...]) -> "Journal":
        """Write the journal to the disk before anything is changed; without files to finish there is nothing to write.

        A commit of files that lie in the work tree already can be made anew after a kill.
        """
        journal = cls(repository, parent, commit, steps)
        if any(step.after is not None for step in steps):
            body = msgspec.json.encode(_WrittenJournal(parent, commit, steps))
            durable.replace(_path(repository), sealed(body), mode=0o600)
        return journal

    def sweep(self) -> None:
        """Remove what a process that died while writing the files has left beside them."""
        for folder in {(self.repository.work_tree / step.path).parent for step in self.steps}:
            durable.sweep(folder)

    def finish(self) -> tuple[str, ...]:
        """Bring the work tree to where the commit is; return the paths that another program changed meanwhile."""
        # What goes, goes first: a file may come where a folder was.
        foreign = [step.path for step in self.steps if step.after == NO_FILE and not self._remove(step)]
        written = [step for step in self.steps if step.after]
        sync = len(written) <= _FEW
        for chunk in _chunks(written):
            contents = read_blobs(self.repository.git, [step.after or "" for step in chunk], MAX_BYTES)
            foreign += [step.path for step in chunk if not self._write(step, contents, sync=sync)]
        if not sync:
            durable.sync_all()
        self.drop()
        return tuple(foreign)

    def take_back(self) -> None:
        """Give the index the entries that it had, where it holds the ones of a commit that was never made."""
        touched = [step for step in self.steps if step.index_after is not None]
        entries = index_entries(self.repository, tuple(step.path for step in touched))
        rows = [
            (step.index_before, step.path)
            for step in touched
            if entries.get(step.path, "") == step.index_after != step.index_before
        ]
        write_index(self.repository, rows)
        self.drop()

    def drop(self) -> None:
        """Forget the journal."""
        with contextlib.suppress(OSError):
            _path(self.repository).unlink(missing_ok=True)

    def _remove(self, step: Step) -> bool:
        path = self.repository.work_tree / step.path
        now = work_tree_id(self.repository, step.path)
        if now not in {step.before, NO_FILE}:
            return False
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
            for folder in path.relative_to(self.repository.work_tree).parents[:-1]:
                (self.repository.work_tree / folder).rmdir()
        return True

    def _write(self, step: Step, contents: Mapping[str, bytes], *, sync: bool) -> bool:
        now = work_tree_id(self.repository, step.path)
        if now == step.after:
            return True
        if now != step.before or step.after is None or step.after not in contents:
            return False
        path = self.repository.work_tree / step.path
        runs = step.mode == "100755"
        keeps = now != NO_FILE and runs == bool(path.stat().st_mode & 0o100)
        mode = None if keeps else 0o755 if runs else 0o644
        durable.replace(path, contents[step.after], mode=mode, sync=sync)
        return True


def work_tree_id(repository: Repository, path: str) -> str | None:
    """Return the blob id of the bytes at `path` of the work tree; empty: no file; None: no plain file, or a link's."""
    try:
        durable.require_no_link(repository.work_tree, path)
    except Refused:
        return None
    target = repository.work_tree / path
    content = durable.read_regular(target, MAX_BYTES)
    if content is not None:
        return blob_id(content, repository.object_format)
    return None if os.path.lexists(target) else NO_FILE


def recover(repository: Repository) -> None:
    """Finish, or take back, what a process that died has left; nothing to do is the normal case.

    The caller holds the writing lock.
    """
    swept = (repository.state_dir, repository.review_state_dir, repository.review_work_tree_state_dir)
    for folder in {_path(repository).parent, *swept, repository.work_tree / RECORDS}:
        durable.sweep(folder)
    if not needs_recovery(repository):
        return
    content = durable.read_regular(_path(repository), MAX_BYTES)
    body = unsealed(content) if content is not None else None
    if body is None:
        raise MachineFailed(
            f"'{_path(repository)}' speaks of a command that was cut off, and is not sealed by you, so it is not "
            "followed; see what it would change: reviewtui recover. Nothing was changed."
        )
    try:
        written = msgspec.json.decode(body, type=_WrittenJournal)
    except (ValueError, RecursionError) as error:
        raise MachineFailed(f"'{_path(repository)}' is damaged; move it away. Nothing was lost.") from error
    require_usable_names(step.path for step in written.steps)
    journal = Journal(repository, written.parent, written.commit, written.steps)
    journal.sweep()
    if is_ancestor(repository, written.commit, repository.fresh_head()):
        journal.finish()
    else:
        journal.take_back()


def needs_recovery(repository: Repository) -> bool:
    """Say whether a process died in the middle of a commit."""
    return os.path.lexists(_path(repository))


def unsealed_recovery(repository: Repository) -> tuple[Step, ...]:
    """Return what can be finished whoever wrote the journal: nothing of what it says is believed but paths.

    A file is brought to HEAD's own bytes where it is exactly that of HEAD's first parent; all others are left alone.
    """
    paths = _paths_in(durable.read_regular(_path(repository), MAX_BYTES) or b"")
    before, after = (_entries(repository, name, paths) for name in ("HEAD^", "HEAD"))
    steps = (_hinted(path, before.get(path), after.get(path)) for path in paths)
    return tuple(step for step in steps if step is not None and work_tree_id(repository, step.path) == step.before)


def _hinted(path: str, before: TreeEntry | None, after: TreeEntry | None) -> Step | None:
    if before == after or not all(entry is None or entry.is_regular for entry in (before, after)):
        return None
    ids = [entry.object_id if entry is not None else NO_FILE for entry in (before, after)]
    return Step(path, ids[0], ids[1], mode=after.mode if after is not None else "")


def recover_unsealed(repository: Repository) -> tuple[str, ...]:
    """Finish what `unsealed_recovery` names, forget the journal, and return the paths that were written.

    The caller holds the writing lock.
    """
    steps = unsealed_recovery(repository)
    head = repository.fresh_head()
    journal = Journal(repository, head, head, steps)
    journal.sweep()
    journal.finish()
    if needs_recovery(repository):
        raise MachineFailed(f"'{_path(repository)}' cannot be removed; move it away. Nothing was lost.")
    return tuple(step.path for step in steps)


def _paths_in(content: bytes) -> tuple[str, ...]:
    """The paths that a journal names, sealed or not, as far as files of such names are ever made here."""
    body = content[SEAL_BYTES:] if content[SEAL_BYTES : SEAL_BYTES + 1] == b"{" else content
    try:
        written = msgspec.json.decode(body, type=_WrittenJournal)
        paths = tuple(dict.fromkeys(step.path for step in written.steps[:_MOST_STEPS]))
        require_usable_names(paths)
    except (ValueError, RecursionError, Refused):
        return ()
    return paths


def _entries(repository: Repository, name: str, paths: tuple[str, ...]) -> dict[str, TreeEntry]:
    commit = repository.resolve_ref(name)
    wanted = frozenset(paths)
    entries = list_tree(repository.git, commit) if commit is not None and wanted else ()
    return {entry.path: entry for entry in entries if entry.path in wanted}


def _chunks(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    for start in range(0, len(steps), _AT_ONCE):
        yield steps[start : start + _AT_ONCE]


def _path(repository: Repository) -> Path:
    # Per work tree: linked work trees share the common folder, but not the files that a journal speaks of.
    return repository.work_tree_state_dir / _NAME
