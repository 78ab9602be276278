"""Trees made in memory from those of a repository: with other files, or merged where no path is changed on both sides.

What is large, odd, or to be merged inside a file is left to git.
"""

from collections.abc import Iterable

from reviewtui.store.git.tree_walk import TREE, LeftToGit, entries_by_name
from reviewtui.store.git.writing.new_objects import NewObjects

_NO_NAMES = frozenset({"", ".", "..", ".git"})
_DEEPEST = 50
"""Folders within folders that are followed."""


def edited_tree(new: NewObjects, tree: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return the tree that is `tree` with other files: each row "mode id" (empty: none) and a path.

    A tree without any entry is empty: git holds none but at the root.

    Raises:
        LeftToGit: a file would come where a folder is, or the other way round, or a tree is too large.

    """
    entries = _entries(new, tree)
    inside: dict[str, list[tuple[str, str]]] = {}
    for entry, path in rows:
        name, _, rest = path.partition("/")
        here = entries.get(name)
        in_the_way = here is not None and (here[0] == TREE) != bool(rest)
        if in_the_way or name.lower() in _NO_NAMES or rest.count("/") > _DEEPEST:
            raise LeftToGit
        if rest:
            inside.setdefault(name, []).append((entry, rest))
        elif entry:
            mode, _, object_id = entry.partition(" ")
            entries[name] = (mode, object_id)
        else:
            entries.pop(name, None)
    for name, below in inside.items():
        if name in entries and entries[name][0] != TREE:
            raise LeftToGit
        entries[name] = (TREE, edited_tree(new, entries.get(name, (TREE, ""))[1], below))
    return _tree(new, entries)


def merged_tree(new: NewObjects, trees: tuple[str, str, str], depth: int = 0) -> str:
    """Return the first of `trees` with what the second and the third changed, as every three-way merge makes it.

    Raises:
        LeftToGit: both changed one file, or took the same away, which may have been renamed; or a tree is too large.

    """
    if depth > _DEEPEST:
        raise LeftToGit
    sides = [_entries(new, tree) for tree in trees]
    merged: dict[str, tuple[str, str]] = {}
    for name in dict.fromkeys(name for side in sides for name in side):
        old, mine, other = (side.get(name) for side in sides)
        chosen = other if mine == old else mine
        if mine != old != other:
            if mine == other or not mine or not other or {mine[0], other[0], (old or mine)[0]} != {TREE}:
                raise LeftToGit
            chosen = (TREE, merged_tree(new, (old[1] if old else "", mine[1], other[1]), depth + 1))
        if chosen is not None:
            merged[name] = chosen
    return _tree(new, merged)


def _entries(new: NewObjects, tree: str) -> dict[str, tuple[str, str]]:
    objects = new.repository.git.objects
    if objects is None:
        raise LeftToGit
    return entries_by_name(objects, tree)


def _tree(new: NewObjects, entries: dict[str, tuple[str, str]]) -> str:
    """Take the tree of these entries: in the order of their names, those of folders with a slash at the end."""
    rows = []
    for name, (mode, object_id) in entries.items():
        if object_id:
            path = name.encode("utf-8", "surrogateescape")
            row = mode.lstrip("0").encode("ascii") + b" " + path + b"\0" + bytes.fromhex(object_id)
            rows.append((path + b"/" if mode == TREE else path, row))
    return new.add("tree", b"".join(row for _, row in sorted(rows))) if rows else ""
