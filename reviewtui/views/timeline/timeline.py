"""Who did what, when and why: versions, rounds, decisions, submissions, changes of the text, histories joined."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import RoundClosed, RoundOpened
from reviewtui.domain.record.rounds import Round, rounds_of
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.domain.review.organisations.round_response import round_responses
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.timeline.commit_moments import commit_moments
from reviewtui.views.timeline.event_moments import decision_moments, submission_moments
from reviewtui.views.timeline.moment import Moment, dated
from reviewtui.views.timeline.round_rows import headline
from reviewtui.views.timeline.version_rows import version_rows

_NOW = datetime.max.replace(tzinfo=UTC)


def timeline(draft: Draft, today: date, commits: Collection[PolicyCommit] = ()) -> tuple[Moment, ...]:
    """Return what has happened, the newest first; `commits` are those that git's log tells of."""
    rounds = rounds_of(draft.review.submitted(RoundOpened), draft.review.submitted(RoundClosed))
    moments = [
        *_versions(draft),
        *(_round(draft, period, today) for period in rounds),
        *decision_moments(draft),
        *submission_moments(draft),
        *commit_moments(draft, commits),
    ]
    return tuple(sorted(moments, key=lambda each: each.at, reverse=True))


def _versions(draft: Draft) -> Iterator[Moment]:
    reasons = {event.version: event.override for event, _ in draft.review.releases()}
    for row in version_rows(draft):
        name = str(row["name"])
        at = datetime.fromisoformat(str(row["date"])) if row["date"] else _NOW
        note = "pre-release" if row["prerelease"] else "release" if row["release"] else "in the work tree"
        remarks = int(str(row["remarks"]))
        said = (
            note
            + (f", {counted(remarks, 'remark')} on it" if remarks else "")
            + (f"; released all the same: {why}" if (why := reasons.get(name)) else "")
        )
        sign = "\u25cf" if row["release"] and not row["prerelease"] else "\u25cb"
        day = dated(at) if row["date"] else "now"
        yield Moment(at, line(Styled(f"{sign} {day:<12}", "key"), Styled(f"{name}  ", "strong"), said), version=name)


def _round(draft: Draft, review_round: Round, today: date) -> Moment:
    rows = round_responses(draft, review_round)
    answered = sum(row.has_answered for row in rows)
    asked = f"; {answered} of {len(rows)} answered" if rows else ""
    at = review_round.opened.at
    return Moment(
        at,
        line(
            Styled(f"\u25c7 {dated(at):<12}", "key"),
            Styled("round  ", "strong"),
            f"{headline(review_round, today)}{asked}",
        ),
        act="screen_ready",
    )
