"""The files of a folder of a commit, found by reading tree objects (gitformat: "mode name NUL id")."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.store.git.process.object_reader import ObjectReader

REGULAR = frozenset({"100644", "100755"})
TREE, SUBMODULE = "040000", "160000"
_LINK = "120000"
_ID_BYTES = 20
_MOST = 2_000
"""Entries after which a walk gives up: git itself lists a folder that large faster."""
_LARGEST_TREE = 1024 * 1024
_MOST_COMPARED = 64 * 1024
"""Bytes of tree objects, some two thousand entries, after which it is left to git to compare two commits."""
_MOST_LISTED = 400_000
"""Files below one folder that are still listed; what holds more is no policy and no record."""
_MOST_OF_IT = 0.9
"""A folder that holds so much of what is too many is what is named, not the one around it."""


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


class LeftToGit(Exception):
    """The folder holds more than is walked, or a tree of it is damaged, of which git says what is wrong."""


def files_below(objects: ObjectReader, commit: str, folder: str, cut_at: int = 0) -> tuple[TreeEntry, ...] | None:
    """Return all files of `commit` below `folder` as `git ls-tree -r` does; None where git is better asked itself.

    That is so for more than are walked; with `cut_at` so many nearest to the root are returned, and the rest left out.
    """
    name = f"{commit}:{folder}" if folder else f"{commit}^{{tree}}"
    if not (name.isascii() and name.isprintable()) or (folder and set(folder.split("/")) & {"", ".", ".."}):
        return None
    (commit_info, tree) = objects.infos([f"{commit}^{{tree}}", name])
    if commit_info is None or (tree is not None and (tree.kind != "tree" or tree.size > _LARGEST_TREE)):
        return None
    try:
        rows = _walk(objects, tree.object_id, f"{folder}/" if folder else "", cut_at) if tree is not None else []
    except LeftToGit:
        return None
    sizes = objects.infos([object_id for mode, object_id, _ in rows if mode != SUBMODULE])
    known = {info.object_id: info.size for info in sizes if info is not None}
    return tuple(TreeEntry(mode, object_id, path, known.get(object_id, -1)) for mode, object_id, path in rows)


def oversized(objects: ObjectReader, commit: str, folder: str) -> str | None:
    """Return the folder of `commit` below `folder` that holds more files than are listed; None where none is known.

    A tree is counted once, however often it is named, so that a small repository is read in no time.
    """
    (tree,) = objects.infos([f"{commit}:{folder}"])
    counts: dict[str, int] = {}
    try:
        if tree is None or tree.kind != "tree" or _count(objects, tree.object_id, counts) <= _MOST_LISTED:
            return None
    except LeftToGit:
        return None
    path, here = folder, tree.object_id
    while True:
        inner = [(name, entry) for mode, name, entry in _entries_of(objects, here) if mode == TREE]
        main = next((row for row in inner if counts.get(row[1], 0) >= _MOST_OF_IT * counts[here]), None)
        if main is None:
            return path
        path, here = f"{path}/{main[0]}", main[1]


def _count(objects: ObjectReader, tree: str, counts: dict[str, int]) -> int:
    """How many files lie below a tree; `counts` holds what is known."""
    waiting = [tree]
    while waiting:
        here = waiting[-1]
        rows = _entries_of(objects, here) if len(counts) < _MOST_LISTED else []
        open_ = [entry for mode, _, entry in rows if mode == TREE and entry not in counts]
        if open_:
            waiting += dict.fromkeys(open_)
            continue
        counts[here] = sum(1 + counts[entry] if mode == TREE else 1 for mode, _, entry in rows)
        waiting.pop()
    return counts[tree]


def files_in(objects: ObjectReader, commit: str, folder: str) -> dict[str, TreeEntry] | None:
    """Return the files that lie in `folder` of `commit` itself, by path and without sizes; None where git is asked."""
    (tree,) = objects.infos([f"{commit}:{folder}" if folder else f"{commit}^{{tree}}"])
    if tree is None or tree.kind != "tree" or tree.size > _LARGEST_TREE:
        return None
    try:
        rows = _entries(objects.contents([tree.object_id])[tree.object_id])
    except LeftToGit:
        return None
    prefix = f"{folder}/" if folder else ""
    return {f"{prefix}{name}": TreeEntry(mode, object_id, f"{prefix}{name}", -1) for mode, name, object_id in rows}


def changed_files(objects: ObjectReader, old: str, new: str) -> list[tuple[str, str, str]] | None:
    """Return each file that differs between two commits or trees: its path, and its "mode id" before and after.

    A "mode id" is empty where there is no such file. None where git is better asked itself.
    """
    sides = objects.infos([f"{old}^{{tree}}", f"{new}^{{tree}}"])
    waiting = deque([([side.object_id for side in sides if side is not None], "")])
    changed: list[tuple[str, str, str]] = []
    left = _MOST_COMPARED if None not in sides else 0
    try:
        while waiting and left > 0:
            trees, before = waiting.popleft()
            left -= sum(info.size for info in objects.infos(filter(None, trees)) if info is not None)
            mine, others = (entries_by_name(objects, tree) for tree in trees)
            for name in mine.keys() | others.keys() if left > 0 else ():
                rows = mine.get(name, ("", "")), others.get(name, ("", ""))
                if rows[0] == rows[1]:
                    continue
                inner = [entry if mode == TREE else "" for mode, entry in rows]
                old_file, new_file = (f"{mode} {entry}" if mode not in {"", TREE} else "" for mode, entry in rows)
                waiting += [(inner, f"{before}{name}/")] if any(inner) else []
                changed += [(f"{before}{name}", old_file, new_file)] if old_file or new_file else []
    except LeftToGit:
        return None
    return sorted(changed, key=lambda row: row[0].encode("utf-8", "surrogateescape")) if left > 0 else None


def entries_by_name(objects: ObjectReader, tree: str) -> dict[str, tuple[str, str]]:
    """Return the mode and id of each entry of a tree, by name; of no tree (empty) none.

    Raises:
        LeftToGit: it is too large, damaged, or names something twice.
    """
    rows = _entries_of(objects, tree) if tree else []
    if len(entries := {name: (mode, object_id) for mode, name, object_id in rows}) < len(rows):
        raise LeftToGit
    return entries


def _walk(objects: ObjectReader, tree: str, prefix: str, cut_at: int) -> list[tuple[str, str, str]]:
    """The files below a tree, folder by folder from the root on, in the order of their paths."""
    rows: list[tuple[str, str, str]] = []
    folders = deque([(tree, prefix)])
    seen, most = 0, cut_at or _MOST
    while folders and seen <= most:
        here, before = folders.popleft()
        for mode, name, object_id in _entries_of(objects, here):
            seen += 1
            if mode == TREE:
                folders.append((object_id, f"{before}{name}/"))
            else:
                rows.append((mode, object_id, f"{before}{name}"))
    if seen > most and not cut_at:
        raise LeftToGit
    return sorted(rows[:most], key=lambda row: row[2].encode("utf-8", "surrogateescape"))


def _entries_of(objects: ObjectReader, tree: str) -> list[tuple[str, str, str]]:
    (info,) = objects.infos([tree])
    if info is None or info.size > _LARGEST_TREE:
        raise LeftToGit
    return _entries(objects.contents([tree])[tree])


def _entries(content: bytes) -> list[tuple[str, str, str]]:
    try:
        return list(_rows(content))
    except ValueError as error:
        raise LeftToGit from error


def _rows(content: bytes) -> Iterator[tuple[str, str, str]]:
    position = 0
    while position < len(content):
        end = content.index(b"\0", position)
        mode, _, name = content[position:end].partition(b" ")
        position = end + 1 + _ID_BYTES
        if not name or position > len(content):
            raise ValueError("a damaged tree")
        object_id = content[end + 1 : position].hex()
        yield _mode(int(mode, 8)), name.decode("utf-8", "surrogateescape"), object_id


def _mode(bits: int) -> str:
    """The mode as git takes it, whatever an old or odd program wrote (git: canon_mode in cache.h)."""
    kind = bits & 0o170000
    if kind == 0o100000:
        return "100755" if bits & 0o100 else "100644"
    return {0o120000: _LINK, 0o040000: TREE}.get(kind, SUBMODULE)
