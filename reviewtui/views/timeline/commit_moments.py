"""Changes of the text, and histories that were joined, as entries of the history."""

from collections.abc import Collection, Iterator, Mapping

from reviewtui.domain.record.events import Decided
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.timeline.moment import Moment, dated

_SUBJECT = 80
_MOST_TITLES = 3
_SHORT = 12
"""Digits of a commit's id, as it is named on the screens."""


def commit_moments(draft: Draft, commits: Collection[PolicyCommit]) -> Iterator[Moment]:
    """Yield who changed which sections, and who took over what from others; each leads to what it changed.

    A change that came with a decision is that decision's.
    """
    decided = {
        entry.recorded.provenance.commit
        for thread in draft.review.threads.values()
        for entry in thread.entries
        if isinstance(entry.event, Decided)
    }
    titles = _titles(draft, commits)
    for commit in commits:
        if commit.commit not in decided:
            this = commit.commit[:_SHORT]
            compared = (commit.parents[0][:_SHORT], this) if commit.parents else ("", "")
            version = "" if commit.parents else this
            yield Moment(commit.at, _line(commit, titles), version=version, compared=compared)


def _line(commit: PolicyCommit, titles: Mapping[str, str]) -> StyledLine:
    changed = _changed(commit, titles)
    sign, did = ("\u21c4", "joined two histories") if commit.joins else ("\u270e", f"changed {changed}")
    return line(
        Styled(f"{sign} {dated(commit.at):<12}", "key"),
        Styled(f"{commit.by.name} ", "strong"),
        did,
        Styled(f": {clipped(commit.subject, _SUBJECT)}", "muted"),
    )


def _titles(draft: Draft, commits: Collection[PolicyCommit]) -> dict[str, str]:
    """Return the title of each text that one of the commits changed; a file that is gone goes by its name."""
    return {
        path: section.title if (section := draft.policy.section_at(path)) is not None else path.rpartition("/")[2]
        for path in {path for commit in commits for path in commit.paths}
    }


def _changed(commit: PolicyCommit, titles: Mapping[str, str]) -> str:
    """Return the titles of the sections that a commit changed."""
    changed = list(dict.fromkeys(titles[path] for path in commit.paths))
    named = ", ".join(f"\u201c{title}\u201d" for title in changed[:_MOST_TITLES])
    more = len(changed) - _MOST_TITLES
    return f"{named} and {more} more" if more > 0 else named or "the text"
