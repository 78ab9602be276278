"""How many children each common command starts on the example, git's and in all: cold, and once more.

Run: python benchmarks/git_children.py [--each]
Cold is without any file that was kept. The commands that write (`accept`) work on a copy. With `--each` the children
are named by git's own command.
"""

import argparse
import contextlib
import io
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reviewtui.cli.program import run
from reviewtui.store.git.objects import ls_tree
from reviewtui.store.git.process.environment import STARTED

AUTHOR = ("Policy Officer", "policy.officer@ashmere.example")
COMMANDS = ("status", "threads", "ready", "versions", "diff", "check", "show THREAD", "accept THREAD")


def main() -> None:
    """Build the example and print the number of children of each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="children-") as folder:
        example = Path(folder) / "example"
        children("demo", str(example))
        print(f"{'':15}{'cold':>6}{'warm':>6}")
        for line in COMMANDS:
            cold, warm = counted(example, line)
            print(f"{line:15}{cold.total():>6}{warm.total():>6}")
            if asked.each:
                print("".join(f"    {count} {name}\n" for name, count in warm.most_common()), end="")


def counted(example: Path, line: str) -> tuple[Counter[str], Counter[str]]:
    """Return what one command starts in a clone in which nothing is kept, and in one in which it ran before."""
    with tempfile.TemporaryDirectory(prefix="children-") as folder, author():
        cold, warm = Path(folder) / "cold", Path(folder) / "warm"
        for clone in (cold, warm):
            shutil.copytree(example, clone)
        shutil.rmtree(cold / ".git" / "reviewtui", ignore_errors=True)
        words = [open_thread(example) if word == "THREAD" else word for word in line.split()]
        first = children("-C", str(cold), *words)
        children("-C", str(warm), "threads")
        return first, children("-C", str(warm), *words)


def children(*words: str) -> Counter[str]:
    """Run one command in this process and return what it started."""
    ls_tree.cache_clear()
    before = Counter(STARTED)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        run([*words])
    return STARTED - before


def open_thread(example: Path) -> str:
    """Return an open suggestion that can be accepted."""
    import json

    with contextlib.redirect_stdout(io.StringIO()) as output:
        run(["-C", str(example), "threads", "--open", "--json"])
    rows = json.loads(output.getvalue())["threads"]
    usable = (r for r in rows if r["replacement"] and r["placement"] == "exact" and "pending" not in r["flags"])
    return str(next(usable)["thread"])


@contextlib.contextmanager
def author() -> Iterator[None]:
    """Be the author of the example for a while."""
    names = {"GIT_AUTHOR_NAME": AUTHOR[0], "GIT_AUTHOR_EMAIL": AUTHOR[1]}
    names |= {"GIT_COMMITTER_NAME": AUTHOR[0], "GIT_COMMITTER_EMAIL": AUTHOR[1]}
    before = dict(os.environ)
    os.environ.update(names)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


if __name__ == "__main__":
    main()
