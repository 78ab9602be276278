"""Asks for the classes of listed changes: how many changes of substance count as editorial, and the other way round.

    python benchmarks/classes.py SUBSTANCE.jsonl EDITORIAL.jsonl [--wrong]

Each line is a pair {id, before, after, kind}. A pair counts as editorial if the comparison of the two texts finds no
change of another class. Prints for each list the share of wrong ones with its 95 % interval (Wilson 1927).
"""

import json
import sys
from collections import Counter
from math import sqrt
from pathlib import Path

from reviewtui.text.diff.policy_diff import ClassedChange, diff_policies


def changes_of(pair: dict[str, str]) -> list[ClassedChange]:
    """Return the changes of a pair that are not editorial."""
    diff = diff_policies({"a.md": f"{pair['before']}\n"}, {"a.md": f"{pair['after']}\n"})
    return [change for file in diff.files for change in file.changes if change.change_class != "editorial"]


def interval(wrong: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share."""
    z = 1.96
    share = wrong / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, middle - half), min(1.0, middle + half)


def main(paths: list[str], *, show: bool) -> None:
    """Print what is wrong in both lists."""
    for path, wants_editorial in zip(paths, (False, True), strict=True):
        pairs = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line]
        judged = [(pair, changes_of(pair)) for pair in pairs]
        wrong = [(pair, changes) for pair, changes in judged if bool(changes) == wants_editorial]
        low, high = interval(len(wrong), len(pairs))
        name = "editorial seen as substance" if wants_editorial else "substance seen as editorial"
        print(f"{name}: {len(wrong)} of {len(pairs)}, {len(wrong) / len(pairs):.1%} ({low:.1%} to {high:.1%})")
        alarms = sum(any(change.alarm for change in changes) for _, changes in judged)
        print(f"  with an alarm: {alarms} of {len(pairs)}; wrong by kind: {dict(Counter(p['kind'] for p, _ in wrong))}")
        for pair, changes in wrong if show else ():
            print(f"  {pair['id']} [{pair['kind']}] {'; '.join(change.reason for change in changes)}")
            print(f"    - {pair['before']}\n    + {pair['after']}")


if __name__ == "__main__":
    main([argument for argument in sys.argv[1:] if argument != "--wrong"], show="--wrong" in sys.argv)
