"""Versions as rows."""

from collections import Counter
from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.versions import DRAFT, Version, by_date
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import Milestone


def course_data(draft: Draft, course: tuple[Milestone, ...]) -> list[dict[str, object]]:
    """Return the rows of `versions --json`, with what was open in each version then and how much had changed."""
    then = {milestone.version.name: milestone for milestone in course}
    rows = []
    for row in version_rows(draft):
        milestone = then.get(str(row["name"]))
        figures = (
            (milestone.open, milestone.blocking, milestone.words, milestone.share)
            if milestone
            else (None, None, None, None)
        )
        rows.append(row | dict(zip(("open", "blocking", "words_changed", "share"), figures, strict=True)))
    return rows


def version_rows(draft: Draft) -> list[dict[str, object]]:
    """Return every release and the draft, oldest first, as `versions --json` documents them.

    `remarks` counts the remarks that were made while reading that version.
    """
    made_on = Counter(thread.anchors[0].version for thread in draft.review.threads.values() if thread.anchors)
    versions = sorted((*draft.releases, *draft.unclaimed), key=by_date)
    rows = [_row(version, made_on[version.commit], claimed=version.release) for version in versions]
    released = {version.commit for version in draft.releases}
    rest = sum(count for commit, count in made_on.items() if commit not in released)
    return [*rows, _row(Version(DRAFT, draft.version.commit), rest)]


def _row(version: Version, remarks: int, *, claimed: bool = True) -> dict[str, object]:
    return {
        "name": version.name,
        "commit": version.commit,
        "date": version.date.isoformat() if version.date else None,
        "release": version.release,
        "prerelease": version.prerelease,
        "remarks": remarks,
        "unclaimed": not claimed,
    }


def version_lines(draft: Draft, course: tuple[Milestone, ...]) -> Iterator[str]:
    """Yield one line a version."""
    for row in course_data(draft, course):
        date = str(row["date"] or "")[:10]
        note = (
            "unclaimed tag"
            if row["unclaimed"]
            else "pre-release"
            if row["prerelease"]
            else "release"
            if row["release"]
            else "in the work tree"
        )
        made, changed = row["remarks"], row["words_changed"]
        remarks = f"  {counted(made, 'remark')} made on it" if isinstance(made, int) and made else ""
        words = f"  {counted(changed, 'word')} changed" if isinstance(changed, int) else ""
        open_then = f"  {row['open']} open" if row["open"] else ""
        share = f"  {row['share']:.0%} of the work done" if row["share"] is not None else ""
        yield f"{row['name']:<12} {date:<10}  {str(row['commit'])[:10]}  {note}{words}{remarks}{open_then}{share}"
