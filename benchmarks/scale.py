"""What many remarks cost: bytes in git, CPU seconds to load and share; measured to 100,000, told beyond by a line.

Run: python benchmarks/scale.py [--counts 100 1000 10000 100000]
The record is generated: events of the usual kind and length, in commits of fifty, written by git fast-import.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from ulid import ULID

PEOPLE = {"GIT_AUTHOR_NAME": "P. Officer", "GIT_AUTHOR_EMAIL": "officer@council.example"}
PEOPLE |= {"GIT_COMMITTER_NAME": "P. Officer", "GIT_COMMITTER_EMAIL": "officer@council.example"}
SENTENCES = 400
AT_ONCE = 50


def main() -> None:
    """Print a row for each count, and what a million would be by the last two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1_000, 10_000, 100_000])
    counts = parser.parse_args().counts
    print("  remarks      pack  B/remark     files   clone    cold    warm    sync     RSS   (seconds of CPU)")
    rows = []
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="scale-") as folder:
            rows.append(measured(Path(folder), count))
        show(count, rows[-1])
    if len(rows) > 1:
        per = (rows[-1]["pack"] - rows[-2]["pack"]) / (counts[-1] - counts[-2])
        print(f"extrapolated, not measured: a million remarks are {per * 1e6 / 1e6:,.0f} MB in the pack")


def show(count: int, row: dict[str, float]) -> None:
    """Print one row: bytes, bytes for each remark, seconds, MB."""
    print(
        f"{count:>9,} {row['pack'] / 1e6:>7.1f}MB {row['pack'] / count:>9.0f} {row['files'] / 1e6:>7.1f}MB "
        f"{row['clone']:>6.1f}s {row['cold']:>6.1f}s {row['warm']:>6.1f}s {row['sync']:>6.1f}s {row['rss']:>5.0f}MB"
    )


def measured(folder: Path, count: int) -> dict[str, float]:
    """Generate a record of `count` remarks and measure what it costs."""
    source = folder / "source"
    generate(source, count)
    git(source, "repack", "-adq")
    pack = sum(path.stat().st_size for path in (source / ".git" / "objects" / "pack").iterdir())
    git(folder, "clone", "-q", "--bare", "source", "shared.git")
    clone = timed(lambda: git(folder, "clone", "-q", "shared.git", "mine"))
    mine = folder / "mine"
    cold = timed(lambda: program(mine, "threads", "--open"))
    warm = timed(lambda: program(mine, "threads", "--open"))
    git(folder, "clone", "-q", "shared.git", "other")
    program(folder / "other", "comment", "-m", "One more.")
    program(folder / "other", "sync", "--submit")
    sync = timed(lambda: program(mine, "sync"))
    files = sum(path.stat().st_size for path in (mine / "reviews").rglob("*.toml"))
    rss = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"pack": pack, "files": files, "clone": clone, "cold": cold, "warm": warm, "sync": sync, "rss": rss}


def generate(folder: Path, count: int) -> None:
    """Make a founded review whose history holds `count` remarks."""
    (folder / "policy").mkdir(parents=True)
    words = " ".join(f"Officers must keep rule {number} and ask if in doubt." for number in range(SENTENCES))
    (folder / "policy" / "rules.md").write_text(f"# Rules\n\n{words}\n", "utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Draft")
    program(folder, "init")
    blob = git(folder, "rev-parse", "HEAD:policy/rules.md").strip()
    version = git(folder, "rev-parse", "HEAD").strip()
    settings = (folder / "reviews" / "settings.toml").read_text("utf-8")
    policy_id = settings.partition('policy_id = "')[2].partition('"')[0]
    stream = b"".join(commits(words, (policy_id, blob, version), count))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    git(folder, "reset", "-q", "--hard")


def commits(words: str, ids: tuple[str, str, str], count: int) -> Iterator[bytes]:
    """Yield the stream of git fast-import(1) that commits the remarks."""
    rolls = Random(7)  # noqa: S311 - a fixed sample, no secret
    for first in range(0, count, AT_ONCE):
        yield b"commit refs/heads/main\ncommitter P. Officer <officer@council.example> 1760000000 +0000\n"
        yield b"data 6\nSubmit\n" + (b"from refs/heads/main^0\n" if first == 0 else b"")
        for number in range(first, min(first + AT_ONCE, count)):
            name = str(ULID.from_timestamp(1_760_000_000 + number)).lower()
            content = event(words, ids, name, rolls).encode()
            yield f"M 100644 inline reviews/threads/{name[-2:]}/{name}/{name}.toml\ndata {len(content)}\n".encode()
            yield content + b"\n"


def event(words: str, ids: tuple[str, str, str], name: str, rolls: Random) -> str:
    """Return a remark as its file holds it, on some sentence of the policy."""
    policy_id, blob, version = ids
    sentence = f"Officers must keep rule {rolls.randrange(SENTENCES)} and ask if in doubt."
    start = words.index(sentence) + len("# Rules\n\n")
    body = " ".join(rolls.choice(("rule", "who", "asks", "in", "doubt", "must", "may", "why")) for _ in range(25))
    text = f"# Rules\n\n{words}\n"
    end = start + len(sentence)
    rows = (
        "format = 1", f'policy_id = "{policy_id}"', 'type = "comment"', f'id = "{name}"', "clock = 1", "after = []",
        "at = 2026-11-22T16:30:00Z", 'by = "P. Officer <officer@council.example>"', 'organisation = "unaffiliated"',
        'kind = "substance"', f'body = "{body}"', "", "[[anchors]]", 'path = "policy/rules.md"', f'blob = "{blob}"',
        f'version = "{version}"', f"start = {start}", f"end = {end}", f'exact = "{sentence}"',
        f"prefix = '''\n{text[max(0, start - 32):start]}'''", f"suffix = '''\n{text[end:end + 32]}'''",
    )  # fmt: skip
    return "\n".join(rows) + "\n"


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds of the processor something takes in children, so that the machine's load is no matter."""
    began = _spent()
    act()
    return _spent() - began


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def program(folder: Path, *arguments: str) -> None:
    """Run reviewtui."""
    command = [sys.executable, "-m", "reviewtui", "-C", str(folder), *arguments]
    subprocess.run(command, env=os.environ | PEOPLE, check=True, stdout=subprocess.DEVNULL)


def git(folder: Path, *arguments: str) -> str:
    """Run git and return what it printed."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | PEOPLE, check=True, capture_output=True, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
