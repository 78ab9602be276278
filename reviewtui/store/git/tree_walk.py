"""The files of a folder of a commit, found by reading tree objects (gitformat: "mode name NUL id")."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.store.git.process.object_reader import ObjectReader

REGULAR = frozenset({"100644", "100755"})
_TREE, _LINK, _MODULE = "040000", "120000", "160000"
_ID_BYTES = 20
_MOST = 2_000
"""Entries after which a walk gives up: git itself lists a folder that large faster."""
_LARGEST_TREE = 1024 * 1024


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


class _TooLarge(Exception):
    """The folder holds more than is walked."""


def files_below(objects: ObjectReader, commit: str, folder: str) -> tuple[TreeEntry, ...] | None:
    """Return all files of `commit` below `folder` as `git ls-tree -r` does; None where git is better asked itself."""
    name = f"{commit}:{folder}"
    if not (name.isascii() and name.isprintable()) or set(folder.split("/")) & {"", ".", ".."}:
        return None
    (commit_info, tree) = objects.infos([f"{commit}^{{tree}}", name])
    if commit_info is None or (tree is not None and (tree.kind != "tree" or tree.size > _LARGEST_TREE)):
        return None
    try:
        rows = list(_walk(objects, tree.object_id, f"{folder}/", [_MOST])) if tree is not None else []
    except _TooLarge:
        return None
    sizes = objects.infos([object_id for mode, object_id, _ in rows if mode != _MODULE])
    known = {info.object_id: info.size for info in sizes if info is not None}
    return tuple(TreeEntry(mode, object_id, path, known.get(object_id, -1)) for mode, object_id, path in rows)


def files_in(objects: ObjectReader, commit: str, folder: str) -> dict[str, TreeEntry] | None:
    """Return the files that lie in `folder` of `commit` itself, by path and without sizes; None where git is asked."""
    (tree,) = objects.infos([f"{commit}:{folder}" if folder else f"{commit}^{{tree}}"])
    if tree is None or tree.kind != "tree" or tree.size > _LARGEST_TREE:
        return None
    rows = _entries(objects.contents([tree.object_id])[tree.object_id])
    prefix = f"{folder}/" if folder else ""
    return {f"{prefix}{name}": TreeEntry(mode, object_id, f"{prefix}{name}", -1) for mode, name, object_id in rows}


def _walk(objects: ObjectReader, tree: str, prefix: str, left: list[int]) -> Iterator[tuple[str, str, str]]:
    (info,) = objects.infos([tree])
    if info is None or info.size > _LARGEST_TREE:
        raise _TooLarge
    for mode, name, object_id in _entries(objects.contents([tree])[tree]):
        left[0] -= 1
        if left[0] < 0:
            raise _TooLarge
        path = f"{prefix}{name}"
        if mode == _TREE:
            yield from _walk(objects, object_id, f"{path}/", left)
        else:
            yield mode, object_id, path


def _entries(content: bytes) -> Iterator[tuple[str, str, str]]:
    position = 0
    while position < len(content):
        end = content.index(b"\0", position)
        mode, _, name = content[position:end].partition(b" ")
        position = end + 1 + _ID_BYTES
        object_id = content[end + 1 : position].hex()
        yield _mode(int(mode, 8)), name.decode("utf-8", "surrogateescape"), object_id


def _mode(bits: int) -> str:
    """The mode as git takes it, whatever an old or odd program wrote (git: canon_mode in cache.h)."""
    kind = bits & 0o170000
    if kind == 0o100000:
        return "100755" if bits & 0o100 else "100644"
    return {0o120000: _LINK, 0o040000: _TREE}.get(kind, _MODULE)
