"""Compares the prose diff with git's word diff: CPU time and words reported as changed.

    python benchmarks/diff.py path/to/standard.bundle

What is timed. Ours: from two strings, or two dicts of path to text, which lie in memory, to hunks with offsets after
the clean-up ("ours"), with files paired where there are several; and the whole comparison with moves and classes
("policy"), each time in a process that has compared nothing. git: the process `git diff --word-diff=porcelain` with
user and system time, on two files or on two trees of a clone, with its start, reading and printing. CPU, the median
of interleaved rounds, each warmed up; "least" is the ratio of the quickest rounds, which says more where the machine is
shared. Each row is measured in a process of its own.
"words" are before the clean-up; "minimum" is the exact one of the same words (marks aside) where it can be had.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

from rapidfuzz.distance import Indel
from texts import NEWEST, RELEASES, Texts, files, made_up
from timing import rounds

import reviewtui.text.diff.hunk_classes  # what is loaded late is not to be timed
import reviewtui.text.diff.move_context  # noqa: F401
from reviewtui.text.diff.pairing import pair_files
from reviewtui.text.diff.policy_diff import compare_policies
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.words.words import Numbering, is_mark

ROUNDS = 11
SLOW_ROUNDS = 5
LONG_TEXT = 1_000_000
"""Longer texts, in characters, are timed in fewer rounds."""
HEAD = ("ours ms", "git ms", "ratio", "least", "policy ms", "ours words", "git words", "minimum")


def main() -> None:
    """Print one row for each pair of texts."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"{'':32}" + "".join(f"{name:>12}" for name in HEAD), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "-q", sys.argv[1], str(clone)], check=True)
        for part, paths in (("criteria", "criteria"), ("", "*.md")):
            for tag in RELEASES:
                old, new = files(clone, tag, part), files(clone, NEWEST, part)
                command = ["git", "-C", str(clone), "diff", "--word-diff=porcelain", tag, NEWEST, "--", paths]
                alone(row, f"{tag}, {part or 'all Markdown'}, trees", old, new, command)
        drafts = {tag: "\n".join(files(clone, tag, "criteria").values()) for tag in (*RELEASES, NEWEST)}
        pairs = [(f"{tag}, criteria, one file", drafts[tag], drafts[NEWEST]) for tag in RELEASES]
        for name, before, after in (*pairs, *made_up(drafts[NEWEST])):
            alone(row, name, {"a.md": before}, {"a.md": after}, word_diff(Path(folder), before, after))


def alone(work: Callable[..., None], *arguments: object) -> None:
    """Do `work` in a process of its own, whose memory nothing else has filled."""
    process = get_context("fork").Process(target=work, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(1)


def row(name: str, old: Texts, new: Texts, command: list[str]) -> None:
    """Measure one pair of versions and print it."""
    size = sum(map(len, new.values()))
    works: list[Callable[[], object]] = [
        lambda: word_changes(old, new, readable=True),
        lambda: printed(command),
        lambda: alone(compare_policies, old, new),
    ]
    (ours, ours_least), (theirs, theirs_least), (policy, _) = rounds(works, ROUNDS if size < LONG_TEXT else SLOW_ROUNDS)
    reported = sum(
        len(line[1:].split())
        for line in printed(command).splitlines()
        if line[:1] in "+-" and line[:3] not in {"+++", "---"}
    )
    ratios = f"{ours / theirs:>12.2f}{ours_least / theirs_least:>12.2f}"
    times = f"{ours * 1000:>12.1f}{theirs * 1000:>12.1f}{ratios}{policy * 1000:>12.1f}"
    print(
        f"{name:32}{times}{word_changes(old, new, readable=False):>12,}{reported:>12,}{minimum(old, new):>12}",
        flush=True,
    )


def word_changes(old: Texts, new: Texts, *, readable: bool) -> int:
    """Pair the files, compare their words, and return how many changed."""
    numbering = Numbering()
    changed = 0
    for before, after in pair_files(old, new):
        old_text, new_text = old[before] if before else "", new[after] if after else ""
        diff = diff_texts(old_text, new_text, numbering, readable=readable)
        changed += diff.words_deleted + diff.words_inserted
    return changed


def word_diff(folder: Path, old: str, new: str) -> list[str]:
    """Write two files and return the command of git that compares their words."""
    paths = folder / "old.md", folder / "new.md"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_bytes(text.encode())
    return ["git", "diff", "--no-index", "--word-diff=porcelain", *map(str, paths)]


def printed(command: list[str]) -> str:
    """Return what git prints."""
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def minimum(old: Texts, new: Texts) -> str:
    """Return the exact minimum of changed words of one file, marks aside as in ours; "?" where it is too dear."""
    if len(old) > 1:
        return ""
    numbering = Numbering()
    old_numbers, new_numbers = (
        numbering.string([word for text in side.values() for word in text.split() if not is_mark(word)])
        for side in (old, new)
    )
    return (
        f"{Indel.distance(old_numbers, new_numbers):,}"
        if len(old_numbers) * len(new_numbers) <= 20_000_000_000
        else "?"
    )


if __name__ == "__main__":
    main()
