"""Compares the prose diff with git's word diff: CPU time and words reported as changed.

    python benchmarks/diff.py path/to/standard.bundle

Drafts of the Standard are read from a clone of the bundle; the long texts are made from its words by a fixed seed. CPU
time is the median of five rounds, children included for git.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from rapidfuzz.distance import Indel

from reviewtui.text.prose_diff import diff_texts, rebuild
from reviewtui.text.words import Numbering, is_mark

ROUNDS = 5
LONG = (
    ("100k words, 2 %", 100_000, 0.02),
    ("100k words, 20 %", 100_000, 0.2),
    ("1M words, 2 %", 1_000_000, 0.02),
    ("1M words, 20 %", 1_000_000, 0.2),
)


def main() -> None:
    """Print one row for each pair of texts."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "standard"
        subprocess.run(["git", "clone", "-q", sys.argv[1], str(clone)], check=True)
        drafts = {tag: draft(clone, tag) for tag in ("0.2.0", "0.4.1", "0.7.1", "0.8.0")}
        pairs = [(f"{tag} to 0.8.0", drafts[tag], drafts["0.8.0"]) for tag in ("0.2.0", "0.4.1", "0.7.1")]
        pairs += [(name, *long_pair(drafts["0.8.0"], size, share)) for name, size, share in LONG]
        name, old, new = pairs[3]
        pairs.append((name + ", re-wrapped", old, wrapped(new)))
        print(f"{'':28}{'ours ms':>10}{'git ms':>10}{'ratio':>8}{'ours words':>12}{'git words':>12}{'minimum':>10}")
        for name, old, new in pairs:
            print(row(name, old, new, Path(folder)))


def draft(clone: Path, tag: str) -> str:
    """Return all criteria of one release as one text."""
    listed = subprocess.run(
        ["git", "-C", str(clone), "ls-tree", "-r", "--name-only", tag, "criteria"], capture_output=True, check=True
    )
    paths = [path for path in listed.stdout.decode().split() if path.endswith(".md")]
    shown = [
        subprocess.run(["git", "-C", str(clone), "show", f"{tag}:{path}"], capture_output=True, check=True)
        for path in paths
    ]
    return "\n".join(one.stdout.decode() for one in shown)


def long_pair(source: str, size: int, share: float) -> tuple[str, str]:
    """Return a text of `size` words in paragraphs, and the same with about `share` of its words edited."""
    chance = random.Random(size + round(share * 100))  # noqa: S311  # a benchmark, not a secret
    words = source.split()
    old = [[chance.choice(words) for _ in range(60)] for _ in range(size // 60)]
    new = [edited(paragraph, words, share, chance) for paragraph in old]
    return tuple("\n\n".join(map(" ".join, text)) + "\n" for text in (old, new))  # type: ignore[return-value]


def edited(paragraph: list[str], words: list[str], share: float, chance: random.Random) -> list[str]:
    """Return a paragraph with runs of one to four words replaced, deleted or inserted."""
    new: list[str] = []
    at = 0
    while at < len(paragraph):
        if chance.random() < share / 2.5:
            run, act = chance.randint(1, 4), chance.choice("rdi")
            if act != "d":
                new += [chance.choice(words) for _ in range(run)]
            at += 0 if act == "i" else run
        new += paragraph[at : at + 1]
        at += 1
    return new


def wrapped(text: str) -> str:
    """Return `text` with at most eleven words to a line."""
    words = text.split()
    return "\n".join(" ".join(words[at : at + 11]) for at in range(0, len(words), 11)) + "\n"


def row(name: str, old: str, new: str, folder: Path) -> str:
    """Measure one pair of texts."""
    exact = diff_texts(old, new, exact=True)
    if rebuild(old, exact, new) != new or rebuild(new, exact, old, backwards=True) != old:
        raise AssertionError(f"{name}: the exact diff does not rebuild both sides")
    ours = median(cpu(lambda: diff_texts(old, new, readable=False)) for _ in range(ROUNDS))
    found = diff_texts(old, new, readable=False)
    (folder / "old").write_text(old, encoding="utf-8")
    (folder / "new").write_text(new, encoding="utf-8")
    git = median(cpu(lambda: word_diff(folder)) for _ in range(ROUNDS))
    reported = sum(
        len(line[1:].split())
        for line in word_diff(folder).splitlines()
        if line[:1] in "+-" and line[:3] not in {"+++", "---"}
    )
    changed = found.words_deleted + found.words_inserted
    times = f"{ours * 1000:>10.1f}{git * 1000:>10.1f}{ours / git:>8.2f}"
    return f"{name:28}{times}{changed:>12,}{reported:>12,}{minimum(old, new):>10}"


def word_diff(folder: Path) -> str:
    """Return git's word diff of the two files in `folder`."""
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", str(folder / "old"), str(folder / "new")]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def minimum(old: str, new: str) -> str:
    """Return the exact minimum of changed words, marks aside as in ours; too dear for a million words."""
    numbering = Numbering()
    one, two = (numbering.string([word for word in text.split() if not is_mark(word)]) for text in (old, new))
    return f"{Indel.distance(one, two):,}" if len(one) * len(two) <= 20_000_000_000 else "?"


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that `work` takes, children included."""
    before = time.process_time() + children()
    work()
    return time.process_time() + children() - before


def children() -> float:
    """Return the CPU seconds of all children so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
