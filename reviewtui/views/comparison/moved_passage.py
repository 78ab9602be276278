"""Where a passage that moved came from or went to, in words that a reader of the page knows."""

from reviewtui.domain.policy.policy import Policy
from reviewtui.text.diff.policy_diff import Change, FileDiff
from reviewtui.text.markdown.headings import Heading
from reviewtui.views.comparison.comparison import Comparison


def moved_where(comparison: Comparison, file: FileDiff, change: Change) -> str:
    """Return from or to which section, and under which heading, a passage moved."""
    old, new = comparison.old.policy, comparison.new.policy
    if change.direction == "to":
        return f"moved to {_place(new, change.other_path or '', change.new_start)}"
    if change.other_path:
        return f"moved from {_place(old, change.other_path, change.old_start)}"
    return f"moved within this text{_from_heading(comparison, file, change)}"


def _place(policy: Policy, path: str, offset: int) -> str:
    section = policy.section_at(path, offset)
    if section is None:
        return path
    heading = _heading_above(section.headings, offset)
    under = f", under \u201c{heading.title}\u201d" if heading is not None and heading.title != section.title else ""
    return f"\u201c{section.title}\u201d{under}"


def _from_heading(comparison: Comparison, file: FileDiff, change: Change) -> str:
    """Return from under which heading a passage moved; where it is the same one, up or down."""
    before = comparison.old.policy.section_at(file.old_path or "", change.old_start)
    after = comparison.new.policy.section_at(file.new_path or "", change.new_start)
    old = _heading_above(before.headings, change.old_start) if before is not None else None
    new = _heading_above(after.headings, change.new_start) if after is not None else None
    if old is None or (new is not None and old.title == new.title):
        return ""
    return f", from under \u201c{old.title}\u201d"


def _heading_above(headings: tuple[Heading, ...], offset: int) -> Heading | None:
    return next((heading for heading in reversed(headings) if heading.start <= offset), None)
