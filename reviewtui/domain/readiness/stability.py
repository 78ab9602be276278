"""Stability: how much of the text still changes in substance."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewtui.domain.review.change_classes import ChangeClasses
from reviewtui.text.diff.policy_diff import PolicyDiff


@dataclass(frozen=True, slots=True)
class Stability:
    """The share of words (0 to 1) that changed in substance since `release` and in each of the latest `steps`.

    The steps are equal runs of the commits on the text since then, the latest last; empty where nothing was committed.
    """

    release: str = ""
    since_release: float = 0.0
    steps: tuple[float, ...] = ()

    @property
    def falling(self) -> bool:
        """Whether the latest step changed less than the one before."""
        return len(self.steps) > 1 and self.steps[-1] < self.steps[-2]


def changed_share(
    diff: PolicyDiff,
    old: Mapping[str, tuple[str, str]],
    new: Mapping[str, tuple[str, str]],
    classes: ChangeClasses,
) -> float:
    """Return the share of words that changed in substance; `old` and `new` are blob and text by path.

    Words that went and words that came both count, against the words of the longer version; moves do not count.
    """
    judged = classes.applied(diff, {p: b for p, (b, _) in old.items()}, {p: b for p, (b, _) in new.items()})
    changed = 0
    for file in judged.files:
        for change in file.changes:
            if change.op == "move" or change.change_class == "editorial":
                continue
            gone = old[file.old_path][1][change.old_start : change.old_end] if file.old_path else ""
            come = new[file.new_path][1][change.new_start : change.new_end] if file.new_path else ""
            changed += max(len(gone.split()), len(come.split()))
    words = max(sum(len(text.split()) for _, text in side.values()) for side in (old, new))
    return min(1.0, changed / words) if words else 0.0
