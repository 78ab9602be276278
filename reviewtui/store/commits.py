"""Making commits without touching anything else: HEAD moves, the index learns only the paths of the commit.

A commit is built in an index of its own. The order is objects, journal, real index, HEAD (compare and swap), work
tree, so that a kill at any moment leaves a state that the journal can finish or take back.
"""

import contextlib
import random
import re
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Conflict, MachineFailed, Refused, ReviewError
from reviewtui.store import durable
from reviewtui.store.git import GitError
from reviewtui.store.journal import Journal, Step
from reviewtui.store.objects import blob_id
from reviewtui.store.policy_files import MAX_SECTION_BYTES, files_of_index
from reviewtui.store.repository import Repository
from reviewtui.store.signature import signature

_LOCK_PATIENCE = 5.0


class HeadMoved(MachineFailed):
    """HEAD moved between planning a commit and making it; planning it again is safe."""


@dataclass(frozen=True, slots=True)
class PathChange:
    """What becomes of one path: its bytes in the commit, in the index and in the work tree.

    `index` and `work_tree` are None where the place is to be left alone; `work_tree_before` are the bytes that must
    still lie there (None: no file).
    """

    path: str
    committed: bytes
    index: bytes | None
    work_tree: bytes | None
    work_tree_before: bytes | None = None
    mode: str = "100644"


@dataclass(frozen=True, slots=True)
class CommitRequest:
    """A commit to be made on top of `parent`; `moment` (UTC) becomes its dates, else git takes its own clock."""

    parent: str
    changes: tuple[PathChange, ...]
    message: str
    author: Person
    committer: Person
    tag: str = ""
    moment: datetime | None = None


def commit(repository: Repository, request: CommitRequest) -> str:
    """Make the commit and return its id.

    Raises:
        Conflict: HEAD or a file moved in the meantime; nothing was changed.
        Refused: the tag cannot be made; nothing was changed.
        MachineFailed: git or the disk failed; nothing was lost.

    """
    blobs = _write_blobs(repository, request.changes)
    new = _write_commit(repository, request, blobs)
    _demand_unchanged(repository, request.changes)
    journal = Journal.begin(
        repository,
        request.parent,
        new,
        _steps(repository, request.changes, blobs),
    )
    rows = [f"{c.mode} {blobs[c.index]}\t{c.path}" for c in request.changes if c.index is not None]
    try:
        _update_index(repository, rows)
        _move_head(repository, request, new)
    except ReviewError:
        # git may have been cut off after it had moved HEAD; from then on there is only the way forward.
        if repository.resolve_ref("HEAD") != new:
            journal.take_back()
            raise
    journal.finish()
    return new


def _steps(repository: Repository, changes: Sequence[PathChange], blobs: Mapping[bytes, str]) -> tuple[Step, ...]:
    """What becomes of each path, so that it can be finished or taken back."""
    entries = files_of_index(repository, tuple(change.path for change in changes))
    return tuple(
        Step(
            change.path,
            change.work_tree_before,
            change.work_tree,
            entries[change.path].object_id if change.path in entries else "",
            blobs[change.index] if change.index is not None else "",
        )
        for change in changes
    )


def _demand_unchanged(repository: Repository, changes: Sequence[PathChange]) -> None:
    for change in changes:
        if change.work_tree is None:
            continue
        now = durable.read_regular(repository.work_tree / change.path, MAX_SECTION_BYTES)
        if now != change.work_tree_before:
            raise Conflict(f"'{change.path}' was changed just now by another program; try again. Nothing was changed.")


def _write_blobs(repository: Repository, changes: Sequence[PathChange]) -> dict[bytes, str]:
    contents = {content for change in changes for content in (change.committed, change.index) if content is not None}
    found = {}
    for content in contents:
        written = repository.git.run("hash-object", "-w", "--stdin", stdin=content).decode("ascii").strip()
        if written != blob_id(content, repository.object_format):
            raise MachineFailed("git wrote other bytes than it was given; nothing was changed.")
        found[content] = written
    return found


def _write_commit(repository: Repository, request: CommitRequest, blobs: Mapping[bytes, str]) -> str:
    with _own_index(repository) as index:
        environment = {"GIT_INDEX_FILE": str(index)}
        repository.git.run("read-tree", request.parent, environment=environment)
        rows = [f"{c.mode} {blobs[c.committed]}\t{c.path}" for c in request.changes]
        repository.git.run(
            "update-index", "-z", "--add", "--index-info", stdin=_index_info(rows), environment=environment
        )
        tree = repository.git.run("write-tree", environment=environment).decode("ascii").strip()
    made = repository.git.run(
        "commit-tree",
        tree,
        "-p",
        request.parent,
        stdin=request.message.encode("utf-8", "replace"),
        environment=signature(request.author, request.committer, request.moment),
    )
    return made.decode("ascii").strip()


@contextlib.contextmanager
def _own_index(repository: Repository) -> Iterator[Path]:
    repository.state_dir.mkdir(parents=True, exist_ok=True)
    path = repository.state_dir / f"index-{secrets.token_hex(6)}"
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}.lock").unlink(missing_ok=True)


def _index_info(rows: Sequence[str]) -> bytes:
    return b"".join(row.encode("utf-8", "surrogateescape") + b"\0" for row in rows)


def _update_index(repository: Repository, rows: Sequence[str]) -> None:
    if not rows:
        return
    arguments = ("update-index", "-z", "--add", "--index-info")
    environment = repository.without_filters
    _patiently(repository, lambda: repository.git.run(*arguments, stdin=_index_info(rows), environment=environment))


def _move_head(repository: Repository, request: CommitRequest, new: str) -> None:
    """Move HEAD and, where one is asked for, make the tag: both or neither (git-update-ref(1), transactions)."""
    subject = request.message.partition("\n")[0]
    tag = f"refs/tags/{request.tag}" if request.tag else ""
    lines = ["start", f"update HEAD {new} {request.parent}"]
    if tag:
        lines.append(f"create {tag} {_write_tag(repository, request, new)}")
    orders = "".join(f"{line}\n" for line in (*lines, "prepare", "commit")).encode("utf-8")
    arguments = ("update-ref", "-m", f"reviewtui: {subject[:80]}", "--stdin")
    try:
        _patiently(repository, lambda: repository.git.run(*arguments, stdin=orders))
    except GitError as error:
        if "but expected" in error.stderr:
            raise HeadMoved("Another program committed at the same moment; try again. Nothing was lost.") from error
        if tag and tag in error.stderr and ".lock" not in error.stderr:
            raise _no_tag(request.tag, error) from error
        raise


def _no_tag(tag: str, error: GitError) -> Refused:
    found = re.search(rf"'(refs/tags/{re.escape(tag)}(?:/[^']*)?)' exists", error.stderr)
    other = found[1].removeprefix("refs/tags/") if found else tag
    return Refused(
        f"The tag '{tag}' cannot be made, since there is a tag '{other}' already; rename or delete that one first "
        f"(git tag -d '{other}'). Nothing was changed."
    )


def _write_tag(repository: Repository, request: CommitRequest, commit_id: str) -> str:
    seconds = int(request.moment.timestamp() if request.moment else time.time())
    body = (
        f"object {commit_id}\ntype commit\ntag {request.tag}\n"
        f"tagger {request.committer} {seconds} +0000\n\n{request.message}"
    )
    return repository.git.run("mktag", stdin=body.encode("utf-8", "replace")).decode("ascii").strip()


def _patiently(repository: Repository, act: Callable[[], object]) -> None:
    """Run `act`, again for some seconds while another program holds a lock of git's."""
    give_up = time.monotonic() + _LOCK_PATIENCE
    while True:
        try:
            act()
        except GitError as error:
            if ".lock" not in error.stderr:
                raise
            if time.monotonic() > give_up:
                raise _locked(repository, error) from error
            time.sleep(random.uniform(0.02, 0.2))  # noqa: S311 - jitter, no secret
        else:
            return


def _locked(repository: Repository, error: GitError) -> MachineFailed:
    for lock in (repository.git.git_dir / "index.lock", repository.git.git_dir / "HEAD.lock"):
        with contextlib.suppress(OSError):
            age = time.time() - lock.stat().st_mtime
            return MachineFailed(
                f"git's lock '{lock}' has been there for {age:.0f} seconds; if no git runs in this repository, "
                f"remove it: rm '{lock}'. Nothing was lost."
            )
    return MachineFailed(f"{error} Try again. Nothing was lost.")
