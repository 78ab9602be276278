"""Reading trees and blobs by id, with a bound on the size of everything that is read."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.git import Git

REGULAR = frozenset({"100644", "100755"})
# What others wrote into an event may claim to be an id; anything else would be a question of its own to git.
_ID = re.compile(r"[0-9a-f]{40,64}\Z")


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file in a commit: its mode, object id, path from the root and size in bytes (-1: not a blob, or absent)."""

    mode: str
    object_id: str
    path: str
    size: int

    @property
    def is_regular(self) -> bool:
        """Whether it is a plain file, neither a link nor a repository of its own."""
        return self.mode in REGULAR


@lru_cache(maxsize=8)
def list_tree(git: Git, commit: str, folder: str = "") -> tuple[TreeEntry, ...]:
    """Return all files of `commit` (its id) below `folder` (from the root; empty: everything), by path.

    What a commit holds never changes, so the newest answers are kept.
    """
    arguments = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit]
    if folder not in {"", "."}:
        arguments += ["--", f"{folder}/"]
    entries = []
    for row in git.run(*arguments).split(b"\0"):
        if row:
            meta, _, path = row.partition(b"\t")
            mode, _kind, object_id, size = meta.decode("ascii").split()
            # "-" for another repository, "BAD" for a file that a partial clone does not have.
            known = int(size) if size.isdigit() else -1
            entries.append(TreeEntry(mode, object_id, path.decode("utf-8", "surrogateescape"), known))
    return tuple(entries)


def read_blobs(git: Git, object_ids: Iterable[str], max_bytes: int) -> dict[str, bytes]:
    """Return the bytes of each blob that the repository has and that is not larger than `max_bytes`.

    Raises:
        MachineFailed: git's answer ended early.

    """
    wanted = [blob for blob, size in blob_sizes(git, object_ids).items() if size <= max_bytes]
    if not wanted:
        return {}
    output = git.run("cat-file", "--batch", "--buffer", stdin="".join(f"{i}\n" for i in wanted).encode("ascii"))
    return dict(_blobs(output))


def _blobs(output: bytes) -> Iterable[tuple[str, bytes]]:
    position = 0
    while position < len(output):
        line_end = output.index(b"\n", position)
        header = output[position:line_end].decode("ascii", "replace").split()
        position = line_end + 1
        if len(header) != 3 or not header[2].isdigit():
            continue  # "<id> missing": a partial clone, or an id that names nothing here
        size = int(header[2])
        if position + size > len(output):
            raise MachineFailed("git cat-file ended early; run: git fsck.")
        if header[1] == "blob":
            yield header[0], output[position : position + size]
        position += size + 1


def blob_sizes(git: Git, object_ids: Iterable[str]) -> Mapping[str, int]:
    """Return the size in bytes of each blob that the repository has, without reading it."""
    wanted = [object_id for object_id in dict.fromkeys(object_ids) if _ID.match(object_id)]
    if not wanted:
        return {}
    output = git.run("cat-file", "--batch-check", "--buffer", stdin="".join(f"{i}\n" for i in wanted).encode("ascii"))
    rows = (line.split() for line in output.decode("ascii", "replace").splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[1] == "blob"}


def blob_id(content: bytes, object_format: str = "sha1") -> str:
    """Return the git object id of a blob of exactly these bytes (gitformat: "blob <size> NUL <bytes>")."""
    digest = hashlib.new(object_format, usedforsecurity=False)
    digest.update(b"blob %d\0" % len(content))
    digest.update(content)
    return digest.hexdigest()
