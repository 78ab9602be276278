"""Compares the moves that the comparison finds with those of prosediff, on moves known by construction.

    python benchmarks/moves.py path/to/standard.bundle [path/to/python]

The second argument is an interpreter of an environment that has prosediff (0.7.0 was measured); it is no dependency of
this project. Sentences and paragraphs of a real draft are moved to other places, half of them with a word in eight
edited. A move counts as found when most of its words are in one move found, at both ends; moves found that nobody made
are counted as well. CPU is that of the comparison, without a start or a report.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from texts import NEWEST, files
from timing import cpu

from reviewtui.text.diff.policy_diff import compare_policies

_PROSEDIFF = """
import json, sys, time
from pathlib import Path
from prosediff.diff import compare_paths, moved_passages
before = time.process_time()
rows = compare_paths(Path(sys.argv[1]), Path(sys.argv[2])).files[0].rows
taken = time.process_time() - before
moves = [(o.text[a.start:a.end], n.text[b.start:b.end]) for o, a, n, b in moved_passages(rows)]
left = {r.move_pair: r.text for r in rows if r.move_pair and r.kind == "moved-out"}
moves += [(left[r.move_pair], r.text) for r in rows if r.move_pair in left and r.kind == "moved-in"]
print(json.dumps([taken, moves]))
"""
_SENTENCE = re.compile(r"[^.\n]{40,}\.")


class Passage(NamedTuple):
    """A passage that was moved, as it left and as it arrived."""

    old: str
    new: str


def main() -> None:
    """Print what each of the two finds."""
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "-q", sys.argv[1], str(clone)], check=True)
        text = "\n".join(files(clone, NEWEST, "criteria").values())
        print(f"{'':12}{'made':>8}{'found':>8}{'others':>8}{'CPU ms':>10}")
        for name, unit in (("paragraphs", "paragraph"), ("sentences", "sentence")):
            old, new, made = with_moves(text, unit)
            taken, passages = ours(old, new)
            report(name, made, passages, taken)
            if len(sys.argv) == 3:
                taken, passages = prosediff(Path(folder), sys.argv[2], old, new)
                report("  prosediff", made, passages, taken)


def with_moves(text: str, unit: str) -> tuple[str, str, list[Passage]]:
    """Return a text, the same with passages moved, and these; every other one was edited on the way."""
    chance = random.Random(11)  # noqa: S311  # a benchmark, not a secret
    blocks = [block for block in text.split("\n\n") if not block.startswith(("---", "#", "<!"))]
    made: list[Passage] = []
    moved = list(blocks)
    for number, index in enumerate(chance.sample(range(len(blocks)), 40)):
        match = _SENTENCE.search(blocks[index])
        passage = blocks[index] if unit == "paragraph" else match[0].strip() if match else ""
        if len(passage.split()) < 8 or text.count(passage) > 1:
            continue
        here = next(at for at, block in enumerate(moved) if passage in block)
        moved[here] = moved[here].replace(passage, "", 1).strip()
        arrived = passage if number % 2 else edited(passage, chance)
        moved.insert(chance.randrange(len(moved)), arrived)
        made.append(Passage(passage, arrived))
    return "\n\n".join(blocks) + "\n", "\n\n".join(block for block in moved if block) + "\n", made


def edited(passage: str, chance: random.Random) -> str:
    """Return the passage with about one in eight of its words replaced."""
    return re.sub(r"(?<= )[a-z]{4,}(?= )", lambda m: "altered" if chance.random() < 1 / 8 else m[0], passage)


def ours(old: str, new: str) -> tuple[float, list[Passage]]:
    """Return the CPU seconds of a warm comparison and the moves in it."""
    compare_policies({"a.md": old}, {"a.md": new})
    taken = cpu(lambda: compare_policies({"a.md": old}, {"a.md": new}))
    changes = compare_policies({"a.md": old}, {"a.md": new}).files[0].changes
    return taken, [
        Passage(old[change.old_start : change.old_end], new[change.new_start : change.new_end])
        for change in changes
        if change.op == "move"
    ]


def prosediff(folder: Path, python: str, old: str, new: str) -> tuple[float, list[Passage]]:
    """Return the same of prosediff, run by another interpreter."""
    paths = folder / "old.md", folder / "new.md"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    done = subprocess.run([python, "-c", _PROSEDIFF, *map(str, paths)], capture_output=True, check=True)
    taken, moves = json.loads(done.stdout)
    return taken, [Passage(*move) for move in moves]


def report(name: str, made: list[Passage], passages: list[Passage], taken: float) -> None:
    """Print one row."""
    hit = sum(any(holds(each, passage) for each in passages) for passage in made)
    others = sum(not any(belongs(each, passage) for passage in made) for each in passages)
    print(f"{name:12}{len(made):>8}{hit:>8}{others:>8}{taken * 1000:>10.1f}")


def holds(reported: Passage, made: Passage) -> bool:
    """Say whether most words of what was moved are in what was found, at both ends."""
    return all(
        shared(there, known) > 0.5 * len(set(known.split())) for there, known in zip(reported, made, strict=True)
    )


def belongs(reported: Passage, made: Passage) -> bool:
    """Say whether most words of what was found were moved."""
    return all(
        shared(there, known) > 0.5 * len(set(there.split())) for there, known in zip(reported, made, strict=True)
    )


def shared(text: str, other: str) -> int:
    """Return how many different words both hold."""
    return len(set(text.split()) & set(other.split()))


if __name__ == "__main__":
    main()
