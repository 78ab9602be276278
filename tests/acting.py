"""What tests of commands do again and again: ask for JSON, make a remark, take a picture of a repository."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import NORTHVALE, OFFICER, Clone, Run


def ask(run: Run, clone: Clone, *arguments: str, who: tuple[str, str] = OFFICER, code: int = 0) -> Any:
    """Run a command with --json, expect its exit code, and return what it printed."""
    ended, out, err = run(clone, *arguments, "--json", who=who)
    assert ended == code, (arguments, ended, out, err)
    return json.loads(out)


def refused(run: Run, clone: Clone, *arguments: str, who: tuple[str, str] = OFFICER, code: int = 2) -> str:
    """Run a command that must fail with one clear line and nothing on standard output; return the line."""
    ended, out, err = run(clone, *arguments, who=who)
    assert ended == code, (arguments, ended, out, err)
    assert out == ""
    assert "Traceback" not in err
    assert err.endswith("\n")
    if code != 3:
        assert err.count("\n") == 1, err
    return err.rstrip("\n")


def submitted(run: Run, clone: Clone, *arguments: str, who: tuple[str, str] = OFFICER) -> Any:
    """Run a command with --json, submit what it saved, and return what it printed."""
    answer = ask(run, clone, *arguments, who=who)
    ask(run, clone, "submit", who=who)
    return answer


def remark(run: Run, clone: Clone, *arguments: str, who: tuple[str, str] = NORTHVALE) -> str:
    """Make a remark, submit it, and return its thread."""
    return str(submitted(run, clone, *arguments, who=who)["thread"])


def suggestion(run: Run, clone: Clone, quote: str, words: str, section: str = "principles") -> str:
    """Suggest other words as a reviewer, submit it, and return its thread."""
    return remark(run, clone, "suggest", section, "--quote", quote, "--replace", words, "-m", "Clearer.")


def accepted(run: Run, clone: Clone, quote: str, words: str, section: str = "principles") -> str:
    """Suggest other words as a reviewer, accept them as the author, and return the thread."""
    thread = suggestion(run, clone, quote, words, section)
    ask(run, clone, "accept", thread)
    return thread


def thread_of(run: Run, clone: Clone, thread: str) -> dict[str, Any]:
    """Return a thread as `show --json` tells it."""
    found: dict[str, Any] = ask(run, clone, "show", thread)
    return found


def event_file(thread: str, event: str = "") -> str:
    """Return where the record holds an event of a thread, its root where none is named."""
    return f"reviews/threads/{thread[-2:]}/{thread}/{event or thread}.toml"


def picture(clone: Clone) -> dict[str, object]:
    """Return all that a command may have changed: HEAD, references, index, status and the bytes of every file."""
    index = clone.path / ".git" / "index"
    files = {
        path.relative_to(clone.path).as_posix(): path.read_bytes()
        for path in sorted(clone.path.rglob("*"))
        if path.is_file() and not path.is_symlink() and ".git" not in path.relative_to(clone.path).parts
    }
    return {
        "head": clone.git("rev-parse", "HEAD"),
        "refs": clone.git("for-each-ref"),
        "index": index.read_bytes() if index.exists() else b"",
        "status": clone.git("--no-optional-locks", "status", "--porcelain=v2", "-uall"),
        "files": files,
    }


@contextmanager
def unchanged(clone: Clone, but: str = "") -> Iterator[None]:
    """Expect that what is done here changes nothing in a repository, `but` for one part of its picture."""
    before = picture(clone) | {but: None}
    yield
    assert picture(clone) | {but: None} == before


def program_at(path: Path, script: str = "") -> Path:
    """Put a program for the shell into a folder, which is made where there is none."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def gate_of(run: Run, clone: Clone, name: str, *arguments: str) -> Any:
    """Return one gate of `ready --json`, whatever the verdict is."""
    code, out, err = run(clone, "ready", *arguments, "--json")
    assert code in (0, 1), err
    return next(row for row in json.loads(out)["gates"] if row["name"] == name)


def hunks(clone: Clone, *arguments: str) -> list[str]:
    """Return the added and removed lines of a diff, without the numbers and ids that any commit moves."""
    output = clone.git("--no-optional-locks", "diff", "-U0", "--no-ext-diff", *arguments)
    headers = ("diff --git", "index ", "@@", "--- ", "+++ ")
    return [line for line in output.splitlines() if not line.startswith(headers)]
