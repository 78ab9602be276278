"""Making commits without touching anything else: HEAD moves, the index learns only the paths of the commit.

A commit is built in an index of its own; `head_advance` moves HEAD to it.
"""

import re
import shlex
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.store.commit.head_advance import Advance, advance
from reviewtui.store.commit.journal import NO_FILE, Step
from reviewtui.store.git.identity import signature
from reviewtui.store.git.index import index_entries
from reviewtui.store.git.new_objects import NewObjects, commit_bytes
from reviewtui.store.git.objects import blob_id
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.trees import tree_with
from reviewtui.store.signing.git_signing import commit_signing, signed_commit, signed_tag


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
    """A commit to be made on top of `parent`; `moment` (UTC) becomes its dates, else it is now.

    `key` is the SSH key that signs it, empty for none; where it is None, git's configuration says which.
    `tag` names an annotated tag to be put on it, signed with the SSH key `tag_key` unless that is empty.
    """

    parent: str
    changes: tuple[PathChange, ...]
    message: str
    author: Person
    committer: Person
    tag: str = ""
    tag_key: str = ""
    key: str | None = None
    moment: datetime | None = None


def commit(repository: Repository, request: CommitRequest) -> str:
    """Make the commit and return its id.

    Raises:
        Conflict: a file was changed in the meantime; nothing was changed.
        HeadMoved: HEAD was moved in the meantime; nothing was changed.
        Refused: the tag cannot be made or signed; nothing was changed.
        MachineFailed: git or the disk failed; nothing was lost.
    """
    contents = (content for change in request.changes for content in (change.committed, change.index, change.work_tree))
    new = NewObjects(repository)
    blobs = {content: new.add("blob", content) for content in contents if content is not None}
    rows = [(f"{change.mode} {blobs[change.committed]}", change.path) for change in request.changes]
    tree = tree_with(new, request.parent, rows)
    signed = signature(request.author, request.committer, request.moment)
    made = write_commit(new, commit_bytes(tree, (request.parent,), request.message, signed), key=request.key)
    tag = f"refs/tags/{request.tag}" if request.tag else ""
    references = ((tag, _write_tag(repository, request, made)),) if tag else ()
    subject = request.message.partition("\n")[0]
    wanted = Advance(request.parent, made, subject, _steps(repository, request.changes, blobs), references)
    try:
        advance(repository, wanted)
    except GitError as error:
        if tag and tag in error.stderr and ".lock" not in error.stderr:
            raise _no_tag(request.tag, error) from error
        raise
    return made


def write_commit(new: NewObjects, content: bytes, *, key: str | None = None) -> str:
    """Write the commit `content`, signed with `key` (None: as git's configuration wants it), and return its id.

    It is written with all that waits among the `new` objects. Nothing refers to it yet.

    Raises:
        Refused: the key that is to sign it cannot.
    """
    key = commit_signing(new.repository).key if key is None else key
    made = new.add("commit", signed_commit(content, key) if key else content)
    new.write()
    return made


def _steps(repository: Repository, changes: Sequence[PathChange], blobs: Mapping[bytes, str]) -> tuple[Step, ...]:
    """What becomes of each path, so that it can be finished or taken back."""
    entries = index_entries(repository, tuple(change.path for change in changes))
    return tuple(
        Step(
            path=change.path,
            before=_id_of(repository, change.work_tree_before),
            after=blobs[change.work_tree] if change.work_tree is not None else None,
            index_before=entries.get(change.path, ""),
            index_after=f"{change.mode} {blobs[change.index]}" if change.index is not None else None,
            mode=change.mode,
        )
        for change in changes
    )


def _id_of(repository: Repository, content: bytes | None) -> str:
    return NO_FILE if content is None else blob_id(content, repository.object_format)


def _no_tag(tag: str, error: GitError) -> Refused:
    match = re.search(rf"'(refs/tags/{re.escape(tag)}(?:/[^']*)?)' exists", error.stderr)
    other = match[1].removeprefix("refs/tags/") if match else tag
    return Refused(
        f"The tag '{tag}' cannot be made, since there is a tag '{other}' already; rename or delete that one first "
        f"(git tag -d {shlex.quote(other)}). Nothing was changed."
    )


def _write_tag(repository: Repository, request: CommitRequest, commit_id: str) -> str:
    seconds = int(request.moment.timestamp() if request.moment else time.time())
    body = (
        f"object {commit_id}\ntype commit\ntag {request.tag}\n"
        f"tagger {request.committer} {seconds} +0000\n\n{request.message}"
    )
    content = signed_tag(body.encode("utf-8", "replace"), request.tag_key)
    return repository.git.run("mktag", stdin=content).decode("ascii").strip()
