"""Versions as rows."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.versions import DRAFT, Version, by_date
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import Milestone


class VersionRow(NamedTuple):
    """A release, a tag that nobody claims or the draft, and how many remarks were made while reading it."""

    version: Version
    remarks: int

    @property
    def kind(self) -> str:
        """What it is, in words."""
        if self.version.name == DRAFT:
            return "in the work tree"
        return "unclaimed tag" if not self.version.release else "pre-release" if self.version.prerelease else "release"


def version_rows(draft: Draft) -> list[VersionRow]:
    """Return every release and the draft, oldest first."""
    made_on = Counter(thread.anchors[0].version for thread in draft.review.threads.values() if thread.anchors)
    versions = sorted((*draft.releases, *draft.unclaimed), key=by_date)
    released = {version.commit for version in draft.releases}
    rest = sum(count for commit, count in made_on.items() if commit not in released)
    rows = [VersionRow(version, made_on[version.commit]) for version in versions]
    return [*rows, VersionRow(Version(DRAFT, draft.version.commit), rest)]


def milestones_data(draft: Draft, milestones: tuple[Milestone, ...]) -> list[dict[str, object]]:
    """Return the rows of `versions --json`, with what was open in each version then and how much had changed."""
    then = {milestone.version.name: milestone for milestone in milestones}
    return [_row_data(row, then.get(row.version.name)) for row in version_rows(draft)]


def _row_data(row: VersionRow, then: Milestone | None) -> dict[str, object]:
    version = row.version
    return {
        "name": version.name,
        "commit": version.commit,
        "date": version.date.isoformat() if version.date else None,
        "release": version.release,
        "prerelease": version.prerelease,
        "remarks": row.remarks,
        "unclaimed": row.kind == "unclaimed tag",
        "open": then.open if then else None,
        "blocking": then.blocking if then else None,
        "words_changed": then.words if then else None,
        "share": then.share if then else None,
    }


def version_lines(draft: Draft, milestones: tuple[Milestone, ...]) -> Iterator[str]:
    """Yield one line a version."""
    by_name = {milestone.version.name: milestone for milestone in milestones}
    for row in version_rows(draft):
        version, then = row.version, by_name.get(row.version.name)
        date = f"{version.date:%Y-%m-%d}" if version.date else ""
        words = f"  {counted(then.words, 'word')} changed" if then and then.words is not None else ""
        remarks = f"  {counted(row.remarks, 'remark')} made on it" if row.remarks else ""
        open_then = f"  {then.open} open" if then and then.open else ""
        share = f"  {then.share:.0%} of the work done" if then and then.share is not None else ""
        yield f"{version.name:<12} {date:<10}  {version.commit[:10]}  {row.kind}{words}{remarks}{open_then}{share}"
