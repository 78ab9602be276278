"""Reading trees and blobs by id, with a bound on the size of everything that is read."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.process.child_limits import TooLarge, too_large
from reviewtui.store.git.process.git import Git
from reviewtui.store.git.process.git_error import PARTIAL_CLONE
from reviewtui.store.git.process.object_reader import ObjectInfo
from reviewtui.store.git.tree_walk import TreeEntry, files_below, files_in, oversized

FEW = 200
"""Objects that are asked for one by one; more than these are faster in one child of their own."""
_LARGE = re.compile(r"reviews(?:/policies/[^/]+)?\Z")
"""Folders of so many folders that one child lists them faster than they are walked."""
MOST_OF_LARGE = 50_000
"""Files that are listed, those nearest to the root, of a folder that holds more than can be listed at all."""
_TOO_LARGE: set[tuple[str, str]] = set()
"""Folders of commits that are known to hold more than can be listed, which is not tried again."""
MOST_AT_ONCE = 128 * 1024 * 1024
"""Bytes that are read of all objects of one question together, counted before any is read."""
_ONE_LINE = re.compile(r"[^\0\n]+\Z")
# What others wrote into an event may claim to be an id; anything else would be a question of its own to git.
_ID = re.compile(r"[0-9a-f]{40,64}\Z")


def list_tree(git: Git, commit: str, folder: str = "") -> tuple[TreeEntry, ...]:
    """Return all files of `commit` (its id) below `folder` (from the root; empty: everything), by path.

    What a commit holds never changes, so the newest answers are kept. Where there are more than can be listed, those
    nearest to the root are returned.
    """
    inside = "" if folder in {"", "."} else folder
    entries = None
    if git.objects is not None and inside and _LARGE.match(inside) is None:
        entries = files_below(git.objects, commit, inside)
    if entries is not None:
        return entries
    if (commit, inside) not in _TOO_LARGE:
        try:
            return ls_tree(replace(git, objects=None), commit, inside)
        except TooLarge:
            _TOO_LARGE.add((commit, inside))
    entries = files_below(git.objects, commit, inside, MOST_OF_LARGE) if git.objects is not None else None
    if entries is None:
        raise too_large("ls-tree")
    return entries


def cut_folder(git: Git, commit: str, folder: str) -> str:
    """Return the folder below `folder` of which `list_tree` left files out; empty where it listed all of them."""
    inside = "" if folder in {"", "."} else folder
    if git.objects is None or (commit, inside) not in _TOO_LARGE:
        return ""
    return oversized(git.objects, commit, inside) or inside or "."


@lru_cache(maxsize=8)
def ls_tree(git: Git, commit: str, folder: str) -> tuple[TreeEntry, ...]:
    """Return all files of `commit` below `folder`, as one child lists them."""
    arguments = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit]
    if folder:
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


def entry_at(git: Git, commit: str, path: str) -> TreeEntry | None:
    """Return what `commit` holds at `path`, an ASCII path from the root; None where there is no file."""
    folder = path.rpartition("/")[0]
    entries = files_in(git.objects, commit, folder) if git.objects is not None else None
    if entries is not None:
        return entries.get(path)
    return next((entry for entry in list_tree(git, commit, folder) if entry.path == path), None)


def names_in(git: Git, tree: str) -> tuple[str, ...]:
    """Return the names of all that lies in `tree` (its id) itself, and not below."""
    entries = files_in(git.objects, tree, "") if git.objects is not None else None
    if entries is not None:
        return tuple(entries)
    rows = git.run("ls-tree", "-z", "--name-only", tree).split(b"\0")
    return tuple(row.decode("utf-8", "surrogateescape") for row in rows if row)


def object_infos(git: Git, names: Sequence[str]) -> list[ObjectInfo | None]:
    """Return what each of `names` is (an id, a reference, "commit:path"); None where there is no such object.

    Raises:
        MachineFailed: "commit:path" names one that this partial clone has not fetched; an id may be of none.
    """
    infos = _infos(git, names)
    absent = [name for name, info in zip(names, infos, strict=False) if info is None and not _ID.match(name)]
    _require_whole(git, absent)
    return infos


def is_partial(git: Git) -> bool:
    """Say whether a remote was asked for a part of the objects only (partial-clone in git's documentation)."""
    pointer = git.git_dir / "commondir"
    common = git.git_dir / pointer.read_text("utf-8").strip() if pointer.is_file() else git.git_dir
    return any((common / "objects" / "pack").glob("*.promisor"))


def _require_whole(git: Git, absent: Sequence[str]) -> None:
    """Refuse where one of some names is of an object that a partial clone did not fetch.

    An old git ends with an error of its own; a newer one says of such an object, as of none, that it is missing.
    """
    if not absent or not is_partial(git):
        return
    for name in absent:
        if _ID.match(name) or git.run("rev-parse", "--verify", "--quiet", "--end-of-options", name, accept=(0, 1, 128)):
            raise MachineFailed(PARTIAL_CLONE)


def _infos(git: Git, names: Sequence[str]) -> list[ObjectInfo | None]:
    plain = [name for name in names if name.isascii() and name.isprintable()]
    if git.objects is not None and len(plain) == len(names) <= FEW:
        return git.objects.infos(names)
    asked = [name if _ONE_LINE.match(name) else "" for name in names]
    stdin = "".join(f"{name}\n" for name in asked).encode("utf-8", "surrogateescape")
    if not asked:
        return []
    answer = git.run("cat-file", "--batch-check", "--buffer", stdin=stdin).decode("utf-8", "replace").split("\n")
    return [_info(line, name) for line, name in zip(answer, asked, strict=False)]


def _info(line: str, name: str) -> ObjectInfo | None:
    row = line.split(" ")
    known = bool(name) and len(row) == 3 and row[2].isdigit() and _ID.match(row[0]) is not None
    return ObjectInfo(row[0], row[1], int(row[2])) if known else None


def read_blobs(git: Git, object_ids: Iterable[str], max_bytes: int) -> dict[str, bytes]:
    """Return the bytes of each blob that the repository has and that is not larger than `max_bytes`.

    Of more than MOST_AT_ONCE bytes together the largest are left out.

    Raises:
        MachineFailed: git's answer ended early.
    """
    wanted = _fitting(blob_sizes(git, object_ids), max_bytes)
    if git.objects is not None and len(wanted) <= FEW:
        return git.objects.contents(wanted)
    output = git.run("cat-file", "--batch", "--buffer", stdin="".join(f"{i}\n" for i in wanted).encode("ascii"))
    return dict(_blobs(output))


def _fitting(sizes: Mapping[str, int], max_bytes: int) -> list[str]:
    if sum(sizes.values()) <= MOST_AT_ONCE:
        return [blob for blob, size in sizes.items() if size <= max_bytes]
    left, fitting = MOST_AT_ONCE, set()
    for blob, size in sorted(sizes.items(), key=lambda row: row[1]):
        left -= size
        if left >= 0 and size <= max_bytes:
            fitting.add(blob)
    return [blob for blob in sizes if blob in fitting]


def _blobs(output: bytes) -> Iterable[tuple[str, bytes]]:
    position = 0
    while position < len(output):
        line_end = output.index(b"\n", position)
        header = output[position:line_end].decode("ascii", "replace").split()
        position = line_end + 1
        if len(header) != 3 or not header[2].isdigit():
            continue  # "<id> missing": an id that names nothing here
        size = int(header[2])
        if position + size > len(output):
            raise MachineFailed("git cat-file ended early; run: git fsck.")
        if header[1] == "blob":
            yield header[0], output[position : position + size]
        position += size + 1


def blob_sizes(git: Git, object_ids: Iterable[str]) -> Mapping[str, int]:
    """Return the size in bytes of each blob that the repository has, without reading it."""
    wanted = [object_id for object_id in dict.fromkeys(object_ids) if _ID.match(object_id)]
    infos = _infos(git, wanted)
    _require_whole(git, [name for name, info in zip(wanted, infos, strict=False) if info is None])
    return {info.object_id: info.size for info in infos if info is not None and info.kind == "blob"}


def id_of(kind: str, content: bytes, object_format: str = "sha1") -> str:
    """Return the id that git gives an object of exactly these bytes (gitformat: "<kind> <size> NUL <bytes>")."""
    digest = hashlib.new(object_format, usedforsecurity=False)
    digest.update(b"%s %d\0" % (kind.encode("ascii"), len(content)))
    digest.update(content)
    return digest.hexdigest()


def blob_id(content: bytes, object_format: str = "sha1") -> str:
    """Return the id of a blob of exactly these bytes."""
    return id_of("blob", content, object_format)
