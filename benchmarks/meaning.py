"""Asks the alarm on a change of meaning and the classes of changes about the blind lists in tests/data.

    python benchmarks/meaning.py path/to/clone [--json | --wrong]

The clone holds the Standard's history. Each change is asked for in three ways: *texts*, its old words against its new
ones; *remark*, as a remark on the old words would be placed in the newer release, with its alarm, or with no place of
its own; *diff*, by what the comparison of both releases says of it. One row for each list and kind: how many there are,
how many alarms each of the first two ways raised, and the classes that the texts and the comparison got. `--wrong`
prints the changes that were judged otherwise than in the list, with their words; `--json` the counts.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from reviewtui.text.diff.policy_diff import PolicyDiff, diff_policies
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.meaning.meaning import meaning_changes
from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

LISTS = Path(__file__).parents[1] / "tests" / "data"
FAR = 25
"""So many of the last lines of duties.jsonl are far pairs, which partly repeat the consecutive ones."""
LEFT_OUT = re.compile(r"docs/(?:standard-for-public-code|review-template)")
"""Forms that repeat all requirements in tables: a remark would be found there too, and the lists leave them out."""
CLASSES = ("editorial", "substantive", "new-rule")


@dataclass(frozen=True)
class Judgement:
    """What the engine says of one listed change, and the words that it is about."""

    row: str
    name: str
    wanted: str
    alarm_texts: bool
    alarm_remark: bool
    class_texts: str
    class_diff: str
    reason: str
    old: str
    new: str

    @property
    def wrong(self) -> bool:
        """Whether any of the ways judges otherwise than the list."""
        if self.wanted == "editorial":
            return self.alarm_texts or self.alarm_remark or self.class_texts != "editorial"
        if self.wanted == "new-rule":
            return self.class_texts != "new-rule"
        return not (self.alarm_texts and self.alarm_remark) or self.class_texts == "editorial"


class Clone:
    """The releases of a clone, read and compared once each."""

    def __init__(self, path: str) -> None:
        """Read from the repository at `path`."""
        self._path = path
        self.texts = cache(self._texts)
        self.placer = cache(self._placer)
        self.compared = cache(self._compared)

    def _texts(self, commit: str) -> dict[str, str]:
        paths = self._git("ls-tree", "-r", "-z", "--name-only", commit).split("\0")
        kept = [path for path in paths if path.endswith(".md") and not LEFT_OUT.search(path)]
        return {path: self._git("show", f"{commit}:{path}") for path in kept}

    def _placer(self, old: str, new: str) -> Placer:
        return Placer(self.texts(old), self.texts(new))

    def _compared(self, old: str, new: str) -> PolicyDiff:
        return diff_policies(self.texts(old), self.texts(new))

    def _git(self, *arguments: str) -> str:
        command = ["git", "-C", self._path, *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def main() -> None:
    """Print one row for each list and kind."""
    if len(sys.argv) not in {2, 3} or sys.argv[2:] not in ([], ["--json"], ["--wrong"]):
        sys.exit(__doc__)
    judged = list(judgements(Clone(sys.argv[1])))
    counts = {
        row: counted([judgement for judgement in judged if judgement.row == row])
        for row in dict.fromkeys(j.row for j in judged)
    }
    if sys.argv[2:] == ["--json"]:
        print(json.dumps(counts))
        return
    for row, count in counts.items():
        print(f"{row:<24}" + " ".join(f"{name} {number:>3}" for name, number in count.items()))
    if sys.argv[2:] == ["--wrong"]:
        for judgement in filter(lambda judgement: judgement.wrong, judged):
            print("\n" + "\n".join(f"{name}: {value}" for name, value in asdict(judgement).items()))


def counted(judged: list[Judgement]) -> dict[str, int]:
    """Return the numbers of a row."""
    texts, diff = (Counter(getattr(judgement, way) for judgement in judged) for way in ("class_texts", "class_diff"))
    return {
        "of": len(judged),
        "alarm_texts": sum(judgement.alarm_texts for judgement in judged),
        "alarm_remark": sum(judgement.alarm_remark for judgement in judged),
        **{f"texts_{name}": texts[name] for name in CLASSES},
        **{f"diff_{name}": diff[name] for name in CLASSES},
    }


def judgements(clone: Clone) -> Iterator[Judgement]:
    """Yield what the engine says of each line of the three lists."""
    duties = read("duties")
    for number, line in enumerate(duties):
        distance = "far" if number >= len(duties) - FAR else "near"
        yield judged(clone, f"duties {distance} {'borderline' if line['borderline'] else 'clear'}", line)
    for line in read("editorial"):
        yield judged(clone, f"editorial {line['set']} {'trivial' if line['trivial'] else 'reworded'}", line)
    for line in read("newrules"):
        yield judged(clone, "new rules", line)


def read(name: str) -> list[dict[str, object]]:
    """Return the lines of a list."""
    return [json.loads(line) for line in (LISTS / f"{name}.jsonl").read_text("utf-8").splitlines()]


def judged(clone: Clone, row: str, line: dict[str, object]) -> Judgement:
    """Return what the engine says of one line."""
    new = clone.texts(line["new_commit"])[line["new_path"]][line["new_start"] : line["new_end"]]
    old, alarm = "", False
    if line["old_path"] is not None:
        old = clone.texts(line["old_commit"])[line["old_path"]][line["old_start"] : line["old_end"]]
        quote = Quote(line["old_path"], line["old_start"], line["old_end"], old)
        placed = clone.placer(line["old_commit"], line["new_commit"]).place(quote)
        alarm = placed.meaning_changed or placed.path is None
    changes = meaning_changes(old, new) if old else ()
    kind, reason, _ = change_class(old, new)
    named = "; ".join(f"{change.words} ({change.reason})" for change in changes) or reason
    return Judgement(row, line["id"], line["class"], bool(changes), alarm, kind, diffed(clone, line), named, old, new)


def diffed(clone: Clone, line: dict[str, object]) -> str:
    """Return the highest class among the changes that the comparison has at the place of a line."""
    classes = ["editorial"]
    for file in clone.compared(line["old_commit"], line["new_commit"]).files:
        for change in file.changes:
            here = (file.new_path, change.new_start, change.new_end)
            there = (file.old_path, change.old_start, change.old_end)
            if change.direction == "from":
                there = (change.other_path, *there[1:])
            elif change.direction == "to":
                here = (change.other_path, *here[1:])
            if touches(line, "new", here) or touches(line, "old", there):
                classes.append(change.change_class)
    return max(classes, key=CLASSES.index)


def touches(line: dict[str, object], side: str, place: tuple[str | None, int, int]) -> bool:
    """Say whether a change lies in the place of a line, with words or as a gap inside it."""
    path, start, end = place
    first, last = line[f"{side}_start"], line[f"{side}_end"]
    return path is not None and path == line[f"{side}_path"] and start < last and (first < end or first < start == end)


if __name__ == "__main__":
    main()
