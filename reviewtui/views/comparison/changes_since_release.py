"""What changed since a release, as a reader of the draft sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewtui.text.diff.policy_diff import PolicyDiff


ChangedSpans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ChangesSinceRelease:
    """The changed characters of the draft by path, and how many words changed; `release` is empty before the first."""

    release: str = ""
    spans: Mapping[str, ChangedSpans] = field(default_factory=dict)
    words: int = 0


def since(release: str, diff: "PolicyDiff") -> ChangesSinceRelease:
    """Return what `diff`, from `release` to the draft, means for a reader of the draft."""
    return ChangesSinceRelease(release, spans_of(diff), diff.words_changed)


def spans_of(diff: "PolicyDiff") -> dict[str, ChangedSpans]:
    """Return the changed characters of the newer side by path."""
    return {
        file.new_path: tuple((c.new_start, c.new_end) for c in file.changes if c.direction != "to")
        for file in diff.files
        if file.new_path is not None and file.changes
    }
