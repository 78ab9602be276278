"""What a decision still has to do in the work tree, on disk until it is done.

A decision's words and its event are one commit. The files of the work tree follow it; when the process dies in
between, the next one finds the journal here: if HEAD moved it finishes the files, else it takes the index back.
"""

import base64
import contextlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store import durable
from reviewtui.store.policy_files import files_of_index
from reviewtui.store.repository import Repository

MAX_BYTES = 512 * 1024 * 1024
_NAME = "journal.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One file: its bytes in the work tree before (None: no file) and after (None: left alone).

    Its index entries before and after are blob ids; an empty one means no entry.
    """

    path: str
    before: bytes | None
    after: bytes | None
    index_before: str = ""
    index_after: str = ""


class _Written(msgspec.Struct):
    parent: str
    commit: str
    steps: list[tuple[str, str | None, str | None, str, str]]


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
            rows = [(s.path, _packed(s.before), _packed(s.after), s.index_before, s.index_after) for s in steps]
            durable.replace(_path(repository), msgspec.json.encode(_Written(parent, commit, rows)), mode=0o600)
        return journal

    def finish(self) -> tuple[str, ...]:
        """Bring the work tree to where the commit is; return the paths that another program changed meanwhile."""
        foreign = []
        for step in self.steps:
            path = self.repository.work_tree / step.path
            now = durable.read_regular(path, MAX_BYTES)
            if now == step.after or step.after is None:
                continue
            if now != step.before:
                foreign.append(step.path)
                continue
            durable.replace(path, step.after, mode=0o644 if step.before is None else None)
        self.drop()
        return tuple(foreign)

    def take_back(self) -> None:
        """Give the index the entries that it had, where it holds the ones of a commit that was never made."""
        entries = files_of_index(self.repository, tuple(step.path for step in self.steps))
        rows = b""
        for step in self.steps:
            entry = entries.get(step.path)
            if entry is None or not step.index_after or entry.object_id != step.index_after:
                continue
            old = f"{entry.mode} {step.index_before}" if step.index_before else f"0 {'0' * len(entry.object_id)}"
            rows += f"{old}\t{step.path}".encode("utf-8", "surrogateescape") + b"\0"
        if rows:
            arguments = ("update-index", "-z", "--add", "--index-info")
            self.repository.git.run(*arguments, stdin=rows, environment=self.repository.without_filters)
        self.drop()

    def drop(self) -> None:
        """Forget the journal."""
        with contextlib.suppress(OSError):
            _path(self.repository).unlink(missing_ok=True)


def recover(repository: Repository) -> None:
    """Finish, or take back, what a process that died has left; nothing to do is the normal case.

    The caller holds the writing lock.
    """
    durable.sweep(_path(repository).parent)
    content = durable.read_regular(_path(repository), MAX_BYTES)
    if content is None:
        return
    try:
        written = msgspec.json.decode(content, type=_Written)
    except msgspec.MsgspecError as error:
        raise MachineFailed(f"'{_path(repository)}' is damaged; move it away. Nothing was lost.") from error
    steps = tuple(Step(path, _unpacked(old), _unpacked(new), *index) for path, old, new, *index in written.steps)
    for folder in {(repository.work_tree / step.path).parent for step in steps}:
        durable.sweep(folder)
    journal = Journal(repository, written.parent, written.commit, steps)
    if _holds(repository, written.commit):
        journal.finish()
    else:
        journal.take_back()


def needs_recovery(repository: Repository) -> bool:
    """Say whether a process died in the middle of a decision."""
    return _path(repository).exists()


def _holds(repository: Repository, commit: str) -> bool:
    head = repository.fresh_head()
    if head == commit:
        return True
    try:
        repository.git.run("merge-base", "--is-ancestor", commit, head)
    except MachineFailed:
        return False
    return True


def _path(repository: Repository) -> Path:
    # Per work tree: linked work trees share the common folder, but not the files that a journal speaks of.
    return repository.git.git_dir / "reviewtui" / _NAME


def _packed(content: bytes | None) -> str | None:
    return None if content is None else base64.b64encode(content).decode("ascii")


def _unpacked(content: str | None) -> bytes | None:
    return None if content is None else base64.b64decode(content)
