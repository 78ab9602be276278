"""Commits that people make themselves, with an editor and git: files written or removed, and all of them committed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reviewtui.domain.person import Person
from reviewtui.store.git.identity import signature
from reviewtui.store.git.repository import Repository


@dataclass(frozen=True, slots=True)
class ManualCommit:
    """What one person changes: `files` are bytes by path from the root, None for one that goes."""

    files: Mapping[str, bytes | None]
    message: str
    author: Person
    moment: datetime


def commit_manually(repository: Repository, work: ManualCommit) -> str:
    """Write and remove the files, commit exactly these on top of HEAD, and return the commit.

    A repository without a commit gets its first one. The caller knows that nobody else is at work here.

    Raises:
        MachineFailed: git or the disk failed.
    """
    head = repository.resolve_ref("HEAD")
    repository.git.run("update-index", "-z", "--add", "--index-info", stdin=_written(repository, work.files))
    tree = repository.git.text("write-tree")
    parents = ("-p", head) if head else ()
    made = repository.git.run(
        "commit-tree",
        tree,
        *parents,
        stdin=f"{work.message}\n".encode(),
        environment=signature(work.author, work.author, work.moment),
    )
    commit = made.decode("ascii").strip()
    repository.git.run("update-ref", "-m", f"commit: {work.message}", "HEAD", commit, head or "0" * len(commit))
    return commit


def pack(repository: Repository) -> None:
    """Pack what lies loose in the object database, as git does by itself from time to time: git reads it faster so."""
    repository.git.run("repack", "-d", "--quiet")


def _written(repository: Repository, files: Mapping[str, bytes | None]) -> bytes:
    """Bring the work tree and the object database to `files`; return the rows that bring the index there."""
    kept = {path: content for path, content in files.items() if content is not None}
    gone = [path for path, content in files.items() if content is None]
    for path, content in kept.items():
        target = repository.work_tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for path in gone:
        (repository.work_tree / path).unlink(missing_ok=True)
    paths = "".join(f"{path}\n" for path in kept).encode()
    blobs = (
        repository.git.run("hash-object", "-w", "--no-filters", "--stdin-paths", stdin=paths).decode("ascii").split()
    )
    rows = [f"100644 {blob}\t{path}" for path, blob in zip(kept, blobs, strict=True)]
    rows += [f"0 {repository.null_id}\t{path}" for path in gone]
    return b"".join(row.encode() + b"\0" for row in rows)
