"""Making a repository where there was none."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.store.git.identity import signature
from reviewtui.store.git.process.environment import git_program
from reviewtui.store.git.process.git import run_program
from reviewtui.store.git.repository import Repository, open_repository

BRANCH = "main"


@contextlib.contextmanager
def fresh_folder(folder: Path) -> Iterator[Path]:
    """Hand out `folder`, new or empty, as an absolute path; what was put into it goes again when the work fails.

    Raises:
        Refused: something lies in it already, or it cannot be made.
    """
    target = folder.expanduser()
    existed = target.is_dir()
    _require_empty(target, folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise Refused(f"The folder '{folder}' cannot be made ({error.strerror}); name another one.") from error
    target = target.resolve()
    with contextlib.ExitStack() as undo:
        undo.callback(_clear, target, itself=not existed)
        yield target
        undo.pop_all()


@contextlib.contextmanager
def made_repository(folder: Path) -> Iterator[Repository]:
    """Make a repository in `folder` as git itself makes one there; it goes again when the work in it fails."""
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, folder / ".git", ignore_errors=True)
        _init(folder)
        yield open_repository(folder)
        undo.pop_all()


@contextlib.contextmanager
def begun_repository(folder: Path) -> Iterator[Repository]:
    """Hand out the repository in `folder` in which nothing was committed; its branch has no commit when work fails."""
    repository = open_repository(folder)
    with contextlib.ExitStack() as undo:
        undo.callback(repository.git.run, "update-ref", "-d", "HEAD", accept=(0, 1))
        yield repository
        undo.pop_all()


def create_repository(folder: Path, owner: Person) -> Repository:
    """Return a new repository in the existing `folder`, without a commit, in which git takes its user for `owner`.

    The user's own template of repositories stays out of it: no hook of theirs runs on made-up commits. What is done
    through the returned value does not wait for the disk, since all of it can be made anew.
    """
    _init(folder, "--template=")
    opened = open_repository(folder)
    repository = replace(opened, git=replace(opened.git, durable=False))
    for setting in ("commit.gpgSign", "tag.gpgSign"):  # nobody's key signs what made-up people did
        repository.configuration.change("config", setting, "false")
    repository.configuration.change("config", "user.name", owner.name)
    repository.configuration.change("config", "user.email", owner.address)
    return repository


def create_shared_place(folder: Path) -> None:
    """Make a bare repository in the existing `folder`, which clones read from and give to."""
    _init(folder, "--bare", "--template=")


def first_commit(repository: Repository, owner: Person, moment: datetime) -> str:
    """Make the first commit of a repository that has none, with nothing in it, and return its id."""
    tree = repository.git.run("hash-object", "-t", "tree", "-w", "--stdin", stdin=b"").decode("ascii").strip()
    message = b"Begin\n"
    signed = signature(owner, owner, moment)
    made = repository.git.run("commit-tree", tree, stdin=message, environment=signed).decode("ascii").strip()
    repository.git.run("update-ref", "HEAD", made, "")
    return made


def _init(folder: Path, *options: str) -> None:
    arguments = ("init", "--quiet", *options, f"--initial-branch={BRANCH}")
    run_program([git_program(), *arguments], arguments, folder)


def _require_empty(target: Path, named: Path) -> None:
    try:
        occupied = target.is_dir() and any(target.iterdir())
    except PermissionError as error:
        raise Refused(f"The folder '{named}' cannot be read; name another one.") from error
    if occupied:
        raise Refused(f"The folder '{named}' is not empty; name a new one, so that nothing of yours is touched.")


def _clear(folder: Path, *, itself: bool) -> None:
    for entry in list(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)
    if itself:
        with contextlib.suppress(OSError):
            folder.rmdir()
