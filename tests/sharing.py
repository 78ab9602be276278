"""What tests of sharing do again and again: a bare repository, clones of it, and what both hold."""

from pathlib import Path
from typing import Any

from tests.acting import ask
from tests.conftest import NORTHVALE, OFFICER, Clone, Run


def bare_of(clone: Clone, name: str = "shared.git") -> Path:
    """Make a bare repository beside `clone`, which follows it from then on."""
    bare = clone.path.parent / name
    clone.git("clone", "-q", "--bare", ".", str(bare))
    clone.git("remote", "add", "origin", str(bare))
    clone.git("fetch", "-q", "origin")
    clone.git("branch", "-q", "--set-upstream-to=origin/main", "main")
    return bare


def clone_of(bare: Path, name: str) -> Clone:
    """Return a new clone of `bare` beside it."""
    made = Clone(bare.parent / name)
    Clone(bare.parent).git("clone", "-q", str(bare), str(made.path))
    return made


def synced(run: Run, clone: Clone, *arguments: str, who: tuple[str, str] = OFFICER, code: int = 0) -> Any:
    """Sync a clone and return what the command told."""
    return ask(run, clone, "sync", *arguments, who=who, code=code)


def bodies(run: Run, clone: Clone) -> set[str]:
    """Return the words of every remark that a clone knows."""
    return {str(row["body"]) for row in ask(run, clone, "threads", who=NORTHVALE)["threads"]}


def tips(bare: Path) -> str:
    """Return the references of a repository, and where they are."""
    return Clone(bare).git("for-each-ref")


def redirected(clone: Clone, bare: Path, key: str = "remote.origin.pushurl") -> Path:
    """Let the clone's own configuration lead what is given to another repository than `bare`; return that."""
    other = bare.with_name("other.git")
    clone.git("clone", "-q", "--bare", str(bare), str(other))
    clone.git("config", key.format(other), str(bare) if key.startswith("url.") else str(other))
    return other
