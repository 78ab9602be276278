"""The record to state, in this process, beside reading the same files with GitPython and tomli; CPU, children included.

Run: python benchmarks/record.py [--count 10000] [--rounds 5]
Cold is without any file that was kept, warm with what HEAD says kept, again is one more load by the same loader. All
three place the remarks too, which the peer (traverse of HEAD's tree, then tomli) does not. Then a whole command beside
a Python that imports the same and does nothing.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import git
import tomli
from scale import PEOPLE, generate
from timing import rounds

from reviewtui.store.git.objects import ls_tree
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.real_environment import real_environment

LIST = (
    "import reviewtui.cli.program, reviewtui.cli.options, reviewtui.cli.commands.reading.reading_commands, "
    "reviewtui.workspace.workspace"
)


def main() -> None:
    """Generate a record and print what each way of reading it takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    os.environ.update(PEOPLE)
    with tempfile.TemporaryDirectory(prefix="record-") as folder:
        source = Path(folder) / "source"
        generate(source, asked.count)
        subprocess.run(["git", "repack", "-adq"], cwd=source, check=True)
        measure(source, asked.rounds)


def measure(source: Path, count: int) -> None:
    """Print the medians of `count` rounds in turn, and the ratios to the peer's and to the mere imports."""
    loader = Loader(real_environment(source))
    works = [lambda: peer(source), lambda: cold(source), lambda: fresh(source), lambda: again(loader)]
    names = ("GitPython + tomli", "cold", "warm", "again")
    taken = [median for median, _ in rounds(works, count)]
    for name, seconds in zip(names, taken, strict=True):
        print(f"{name:<20}{seconds * 1000:>8.0f} ms{seconds / taken[0]:>7.2f} of the peer's")
    command = [sys.executable, "-m", "reviewtui", "-C", str(source), "threads", "--open"]
    works = [lambda: start([sys.executable, "-c", LIST]), lambda: start(command)]
    imports, whole = (median for median, _ in rounds(works, count))
    print(
        f"threads --open      {whole * 1000:>8.0f} ms{whole / imports:>7.2f} of its imports ({imports * 1000:.0f} ms)"
    )


def peer(source: Path) -> None:
    """Read every event of HEAD as a program without a cache of its own would."""
    events = [
        tomli.loads(blob.data_stream.read().decode())
        for blob in git.Repo(source).head.commit.tree["reviews"].traverse()
        if isinstance(blob, git.Blob) and str(blob.path).endswith(".toml")
    ]
    if len(events) < 2:
        raise ValueError("no events were read")


def cold(source: Path) -> None:
    """Load as the first time after a clone."""
    for kept in ("events.msgpack", "past.msgpack", "standings.msgpack"):
        (source / ".git" / "reviewtui" / kept).unlink(missing_ok=True)
    fresh(source)


def fresh(source: Path) -> None:
    """Load as a new process does; what was imported stays."""
    ls_tree.cache_clear()
    again(Loader(real_environment(source)))


def again(loader: Loader) -> None:
    """Load once more, as the app does when something changed outside."""
    if not loader.load().review.threads:
        raise ValueError("no remarks were read")


def start(command: list[str]) -> None:
    """Run a program to its end."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
