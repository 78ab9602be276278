"""Trees made without touching the index or the work tree: with some files changed, or merged from two histories."""

import contextlib
import secrets
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.git.near_commits import divergence
from reviewtui.store.git.new_objects import NewObjects
from reviewtui.store.git.objects import object_infos
from reviewtui.store.git.process.git import Git
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import TREE, LeftToGit, changed_files, entries_by_name

_NO_NAMES = frozenset({"", ".", "..", ".git"})
_DEEPEST = 50
"""Folders within folders that are followed."""


BASE, OURS, THEIRS = "1", "2", "3"


@dataclass(frozen=True, slots=True)
class Unmerged:
    """A path that git could not merge: each side's "mode id", empty where that side has no such file."""

    path: str
    base: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged tree, and the paths in it that are not merged yet.

    In one that is `disjoint` no file was changed on both sides.
    """

    tree: str
    unmerged: tuple[Unmerged, ...] = ()
    disjoint: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """How a file differs between two commits: its "mode id" before and after, empty where there is no such file."""

    path: str
    old: str
    new: str


def write_blobs(repository: Repository, contents: Iterable[bytes]) -> dict[bytes, str]:
    """Write each content into the object database and return the ids.

    Raises:
        MachineFailed: git or the disk failed.
    """
    new = NewObjects(repository)
    ids = {content: new.add("blob", content) for content in contents}
    new.write()
    return ids


def tree_with(new: NewObjects, tree: str, rows: Sequence[tuple[str, str]]) -> str:
    """Return the tree that is `tree` (or a commit's) with other files: each row "mode id" (empty: none) and a path.

    The blobs of the rows may wait among the `new` objects, and the trees do afterwards.
    """
    with contextlib.suppress(LeftToGit):
        (root,) = object_infos(new.repository.git, [f"{tree}^{{tree}}"])
        edited = edited_tree(new, root.object_id, rows) if root is not None else ""
        if edited:
            return edited
    new.write()
    return _tree_by_index(new.repository, tree, rows)


def _tree_by_index(repository: Repository, tree: str, rows: Sequence[tuple[str, str]]) -> str:
    nothing = f"0 {repository.null_id}"
    lines = [f"{entry or nothing}\t{path}".encode("utf-8", "surrogateescape") + b"\0" for entry, path in rows]
    with _own_index(repository) as index:
        environment = {"GIT_INDEX_FILE": str(index)}
        repository.git.run("read-tree", tree, environment=environment)
        arguments = ("update-index", "-z", "--add", "--index-info")
        repository.git.run(*arguments, stdin=b"".join(lines), environment=environment)
        return repository.git.run("write-tree", environment=environment).decode("ascii").strip()


def merge_trees(new: NewObjects, ours: str, theirs: str) -> Merge:
    """Merge two commits by git's own rules, in a folder without attributes and drivers of anybody's.

    The trees of a disjoint merge wait among the `new` objects.

    Raises:
        Refused: a file stands where the other side has a folder.
        MachineFailed: git failed.
    """
    repository = new.repository
    disjoint = _disjoint_merge(new, ours, theirs)
    if disjoint:
        return Merge(disjoint, disjoint=True)
    shallow = repository.common_dir / "shallow"
    environment = {"GIT_OBJECT_DIRECTORY": str(repository.common_dir / "objects")}
    if shallow.exists():
        environment["GIT_SHALLOW_FILE"] = str(shallow)
    arguments = ("merge-tree", "--write-tree", "-z", "--no-messages", "--allow-unrelated-histories", ours, theirs)
    try:
        with _bare(repository) as folder:
            output = Git(folder, None).run(*arguments, environment=environment, accept=(0, 1))
    except GitError as error:
        raise MachineFailed(f"{error} The two histories cannot be merged here; merge them with: git merge.") from error
    tree, *rows = output.decode("utf-8", "surrogateescape").split("\0")
    return Merge(tree.strip(), tuple(_unmerged(repository, rows, (ours, theirs))))


def _disjoint_merge(new: NewObjects, ours: str, theirs: str) -> str:
    """The merged tree where no file was changed on both sides; empty where git has to look."""
    near = divergence(new.repository, ours, theirs)
    if near is None or len(near.bases) != 1:
        return ""
    infos = object_infos(new.repository.git, [f"{commit}^{{tree}}" for commit in (*near.bases, ours, theirs)])
    base, mine, other = (info.object_id if info is not None else "" for info in infos)
    try:
        return merged_tree(new, (base, mine, other)) if base and mine and other else ""
    except LeftToGit:
        return ""


@lru_cache(maxsize=2)
def differences(git: Git, old: str, new: str) -> tuple[Difference, ...]:
    """Return each file that differs between two commits or trees, given by their ids."""
    rows = changed_files(git.objects, old, new) if git.objects is not None else None
    if rows is not None:
        return tuple(Difference(*row) for row in rows)
    output = git.run("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", old, new)
    fields = output.decode("utf-8", "surrogateescape").split("\0")
    changed = []
    for meta, path in zip(fields[::2], fields[1::2], strict=False):
        old_mode, new_mode, old_id, new_id, _ = meta.removeprefix(":").split()
        changed.append(Difference(path, _entry(old_mode, old_id), _entry(new_mode, new_id)))
    return tuple(changed)


def _entry(mode: str, object_id: str) -> str:
    return "" if int(mode, 8) == 0 else f"{mode} {object_id}"


def _unmerged(repository: Repository, rows: Sequence[str], sides: tuple[str, str]) -> Iterator[Unmerged]:
    stages: dict[str, dict[str, str]] = {}
    for row in rows:
        meta, _, path = row.partition("\t")
        if path:
            mode, object_id, stage = meta.split()
            stages.setdefault(path, {})[stage] = f"{mode} {object_id}"
    for path, entries in stages.items():
        if not _is_known(repository, path, entries, sides):
            raise Refused(
                f"'{path.partition('~')[0]}' is a file here and a folder there; merge that by hand first: git merge. "
                "Nothing was changed."
            )
        yield Unmerged(path, entries.get(BASE, ""), entries.get(OURS, ""), entries.get(THEIRS, ""))


def _is_known(repository: Repository, path: str, stages: Mapping[str, str], sides: tuple[str, str]) -> bool:
    """Whether a path is one that people know: git makes up names for what stands where a folder has to be."""
    if "~" not in path:
        return True
    sides_held = [side for side, stage in zip(sides, (OURS, THEIRS), strict=True) if stage in stages]
    return any(
        repository.git.run("ls-tree", "-z", "--full-tree", side, "--", f":(top,literal){path}") for side in sides_held
    )


@contextlib.contextmanager
def _bare(repository: Repository) -> Iterator[Path]:
    """A fresh repository of our own without anybody's configuration, outside of every other, gone afterwards.

    The objects come from the real one.
    """
    sha256 = repository.object_format == "sha256"
    extension = "[extensions]\n\tobjectformat = sha256\n" if sha256 else ""
    with tempfile.TemporaryDirectory(prefix="reviewtui-") as made:
        folder = Path(made).resolve() / "merging.git"
        for name in ("objects", "refs"):
            (folder / name).mkdir(parents=True)
        (folder / "HEAD").write_text("ref: refs/heads/none\n", "ascii")
        version = 1 if sha256 else 0
        (folder / "config").write_text(
            f"[core]\n\trepositoryformatversion = {version}\n\tbare = true\n{extension}", "ascii"
        )
        yield folder


@contextlib.contextmanager
def _own_index(repository: Repository) -> Iterator[Path]:
    repository.state_dir.mkdir(parents=True, exist_ok=True)
    path = repository.state_dir / f"index-{secrets.token_hex(6)}"
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}.lock").unlink(missing_ok=True)


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
