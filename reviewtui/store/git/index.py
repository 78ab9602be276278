"""The person's own index: single entries are read and set, everything else in it stays as it is."""

from collections.abc import Collection, Sequence

from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import TreeEntry

_FEW_PATHS = 100  # more than these are not worth naming to git one by one
_SKIPPED = frozenset("Ss")


def index_entries(repository: Repository, paths: tuple[str, ...]) -> dict[str, str]:
    """Return the index entries of `paths` as "mode id"."""
    entries = files_of_index(repository, paths) if paths else {}
    return {path: f"{entry.mode} {entry.object_id}" for path, entry in entries.items()}


def write_index(repository: Repository, rows: Sequence[tuple[str, str]], fresh: Collection[str] = frozenset()) -> None:
    """Give the index these entries, each "mode id" (empty: none) and a path, in one step; their bits stay.

    Of `fresh` paths it is known that they have no entry yet, and so no bits. git forgets the bits `skip-worktree` and
    `assume-unchanged` of an entry that is set (git-update-index(1)), and the person who set them relies on them.
    """
    if not rows:
        return
    nothing = f"0 {repository.null_id}"
    # What goes, goes first: a file may come where a folder was.
    ordered = sorted(rows, key=lambda row: bool(row[0]))
    asked = tuple(path for entry, path in ordered if entry and path not in fresh)
    bits = _bits(repository, asked) if asked else ()
    _update(repository, "--add", "--index-info", lines=[f"{entry or nothing}\t{path}" for entry, path in ordered])
    for flag, paths in bits:
        if paths:
            _update(repository, flag, "--stdin", lines=paths)


def _bits(repository: Repository, paths: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Which of `paths` have which bit, told by the letters of git-ls-files(1)."""
    few = paths if len(paths) <= _FEW_PATHS else ()
    output = repository.git.run("ls-files", "-z", "-v", "--", *(f":(top,literal){path}" for path in few))
    rows = [row.partition(" ") for row in output.decode("utf-8", "surrogateescape").split("\0") if row]
    wanted = set(paths)
    letters = {path: letter for letter, _, path in rows if path in wanted}
    skipped = tuple(path for path, letter in letters.items() if letter in _SKIPPED)
    assumed = tuple(path for path, letter in letters.items() if letter.islower())
    return ("--skip-worktree", skipped), ("--assume-unchanged", assumed)


def _update(repository: Repository, *flags: str, lines: Sequence[str]) -> None:
    content = b"".join(line.encode("utf-8", "surrogateescape") + b"\0" for line in lines)
    repository.git.run(
        "update-index", "-z", *flags, stdin=content, environment=repository.configuration.without_filters()
    )


def files_of_index(repository: Repository, paths: tuple[str, ...]) -> dict[str, TreeEntry]:
    """Return the index entries of `paths`, of stage 0 only and without their sizes."""
    few = paths if len(paths) <= _FEW_PATHS else ()
    output = repository.git.run("ls-files", "-z", "--stage", "--", *(f":(top,literal){path}" for path in few))
    wanted = set(paths)
    entries = {}
    for row in output.split(b"\0"):
        if row:
            meta, _, path = row.partition(b"\t")
            mode, object_id, stage = meta.decode("ascii").split()
            name = path.decode("utf-8", "surrogateescape")
            if stage == "0" and name in wanted:
                entries[name] = TreeEntry(mode, object_id, name, -1)
    return entries
