"""Whether a repository has changed since somebody looked: by times and sizes of files, without starting git."""

import os
from collections.abc import Iterator
from pathlib import Path

from reviewtui.store.git.repository import Repository

_DEPTH = 8
"""Folders within folders that are looked into; what changes deeper is seen with the next reading."""
_MOST = 50_000
"""Entries after which a look stops: what changes behind them is seen with the next reading."""
ChangeStamp = int
"""A number that says nothing but whether it is still the same."""
_Status = tuple[str, int, int, int]


def change_stamp(repository: Repository, folder: str) -> ChangeStamp:
    """Return a number that is another one when HEAD, a reference, the index, the record or the text has changed."""
    git_dir, common = repository.git.git_dir, repository.common_dir
    single = (git_dir / "HEAD", git_dir / "index", git_dir / "MERGE_HEAD", common / "packed-refs")
    record, text = repository.work_tree / repository.home.record, repository.work_tree / folder
    statuses: list[object] = [_status(path) for path in single]
    statuses += _statuses(common / "refs", files=True)
    statuses.append(_status(record / "settings.toml"))
    # An event is never rewritten: a folder's own time tells that one came or went.
    statuses += _statuses(record, files=False)
    statuses += _statuses(text, files=True)
    return hash(tuple(statuses))


def _status(path: Path) -> _Status:
    try:
        status = path.lstat()
    except OSError:
        return str(path), -1, -1, -1
    # A folder that was away and came back has its old time of change; where the system tells it, that of its entry
    # is a new one.
    return str(path), status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _statuses(root: Path, *, files: bool) -> list[_Status]:
    statuses = [_status(root)]
    for entry in _entries(root, _DEPTH):
        if files or entry.is_dir(follow_symlinks=False):
            statuses.append(_status(Path(entry.path)))
            if len(statuses) >= _MOST:
                break
    return sorted(statuses)


def _entries(folder: Path, depth: int) -> Iterator["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            here = list(entries)
    except OSError:
        return
    for entry in here:
        yield entry
        if depth and entry.is_dir(follow_symlinks=False) and entry.name != ".git":
            yield from _entries(Path(entry.path), depth - 1)
