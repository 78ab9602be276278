"""Whether what git reads are plain files, and what it writes lies in the repository itself.

On a pipe or a device it would wait for ever; through a link it writes wherever that leads (git's lockfile.h, its logs).
"""

import contextlib
import os
import re
import shlex
import stat
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.files import durable

_READ_BY_WORK_TREE = ("HEAD", "index", "config.worktree", "info/sparse-checkout", "MERGE_HEAD", "ORIG_HEAD")
_READ_BY_GIT = (
    *("config", "packed-refs", "shallow", "info/attributes", "info/exclude", "info/grafts"),
    *("objects/info/alternates", "objects/info/commit-graph", "objects/info/packs"),
)
_WALKED = ("refs", "logs", "objects/pack", "objects/info", "worktrees")
"""Folders in which git reads whatever lies there."""
_WRITTEN = ("index", "packed-refs", "config", "logs/HEAD")
_WRITTEN_BELOW = ("refs", "logs")
_ID = re.compile(rb"[0-9a-f]{40,64}")
_MOST_READ = 4096
_MOST_LOGGED = 64 * 1024 * 1024
_MOST_FOLDERS = 500
_MOST_ENTRIES = 20_000


def require_plain_files(git_dir: Path, common_dir: Path, work_tree: Path) -> None:
    """Refuse where git would wait for ever: a pipe or a device in the place of a file that it reads."""
    read = [git_dir / name for name in _READ_BY_WORK_TREE] + [common_dir / name for name in _READ_BY_GIT]
    read += [work_tree / name for name in (".gitattributes", ".gitignore", ".gitmodules", ".mailmap")]
    with contextlib.suppress(OSError), os.scandir(work_tree) as entries:
        folders = [Path(entry.path) for entry in islice(entries, _MOST_FOLDERS) if entry.is_dir(follow_symlinks=False)]
        read += [folder / ".gitattributes" for folder in folders if folder.name != ".git"]
    walked = chain.from_iterable(_odd_below(common_dir / folder) for folder in _WALKED)
    for path in chain(read, islice(walked, 1)):
        with contextlib.suppress(OSError):
            mode = path.stat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise Refused(f"'{path}' is no plain file but a pipe or a device, on which git would wait; remove it.")


def require_own_files(git_dir: Path, common_dir: Path) -> None:
    """Refuse where git would write through a link, into a file or a folder that is none of this repository."""
    folders = [folder / name for folder in {git_dir, common_dir} for name in _WRITTEN_BELOW]
    places = [folder / name for folder in {git_dir, common_dir} for name in _WRITTEN]
    links = (path for path in chain(places, folders) if path.is_symlink())
    for path in islice(chain(links, chain.from_iterable(map(_links_below, folders))), 1):
        raise Refused(
            f"'{path}' is a link, through which git would write elsewhere; nothing was changed. If it is not yours: "
            f"rm {shlex.quote(str(path))}"
        )


def require_unborn(git_dir: Path, common_dir: Path) -> None:
    """Refuse where the branch of HEAD had commits and leads to none: to commit there would begin its history anew.

    The last commit is named where git's log of the branch tells it.
    """
    head = (durable.read_regular(git_dir / "HEAD", _MOST_READ) or b"").decode("utf-8", "replace").strip()
    name = head.removeprefix("ref: ")
    log = common_dir / "logs" / name if name.startswith("refs/heads/") else git_dir / "logs" / "HEAD"
    told = (durable.read_regular(log, _MOST_LOGGED) or b"").rstrip(b"\n").rpartition(b"\n")[2].split(b" ")
    if len(told) < 2 and not (common_dir / name).is_file():
        return
    last = told[1].decode("ascii", "replace") if len(told) > 1 and _ID.fullmatch(told[1]) else ""
    way = f" Its last one was {last[:10]}; to put that back: echo {last} > {shlex.quote(str(common_dir / name))}"
    raise MachineFailed(
        f"'{name}' in this clone's .git is damaged: it leads to no commit that is here. Nothing was changed."
        f"{way if last else ''}"
    )


def _links_below(top: Path) -> Iterator[Path]:
    return (Path(entry.path) for entry in _entries_below(top) if entry.is_symlink())


def _odd_below(top: Path) -> Iterator[Path]:
    """What lies below a folder and is neither a plain file nor a folder, links to such things included."""
    for entry in _entries_below(top):
        if not entry.is_file() and not entry.is_dir() and Path(entry.path).exists():
            yield Path(entry.path)


def _entries_below(top: Path) -> Iterator[os.DirEntry[str]]:
    waiting, left = [str(top)], _MOST_ENTRIES
    while waiting and left > 0:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in islice(entries, left):
                left -= 1
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry
