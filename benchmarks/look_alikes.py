"""Counts how often the remark of a deleted passage is put on a look-alike, and how often a passage that stays is found.

    python -m benchmarks.look_alikes [SEEDS]

The histories are those of tests/text/placement/look_alikes.py: parallel sentences, items, rows, clauses, paragraphs and
sections with the same boilerplate, with 0 to 5 unrelated edits elsewhere.
"""

import sys
from collections import Counter

from reviewtui.text.placement.place_values import Placement, Quote
from reviewtui.text.placement.placement import Placer
from tests.text.placement.look_alikes import History, histories


def main() -> None:
    """Print one row for each shape, and the histories that went wrong."""
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    seeds = int(sys.argv[1]) if len(sys.argv) == 2 else 20
    tally: dict[str, Counter[str]] = {}
    for history in histories(seeds):
        shape, fate, way = history.name.split(", ")[:3]
        verdict = judged(history)
        tally.setdefault(f"{shape}, {fate}, {way}", Counter())[verdict] += 1
        if verdict in {"look-alike", "wrong place"}:
            print(f"{verdict}: {history.name}")
    for name, counts in tally.items():
        print(f"{name:45}", ", ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items())))


def judged(history: History) -> str:
    """Return what became of the marked passage, against the truth."""
    placed = place(history)
    if history.truth is None:
        if placed.path is not None:
            return "look-alike"
        return "gone" if placed.state == "orphaned" else "unsure"
    if placed.path is None:
        return "lost" if placed.state == "orphaned" else "unsure"
    low, high = history.truth
    return "found" if placed.start < high and low < placed.end else "wrong place"


def place(history: History) -> Placement:
    """Place the marked passage in the new version."""
    start, end = history.marked
    return Placer({"rules.md": history.old}, {"rules.md": history.new}).place(
        Quote("rules.md", start, end, history.old[start:end])
    )


if __name__ == "__main__":
    main()
