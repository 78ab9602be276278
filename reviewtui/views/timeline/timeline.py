"""Releases, rounds and the draft in the order in which they came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import RoundClosed, RoundOpened
from reviewtui.domain.record.rounds import Round, rounds_of
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.round_response import round_responses
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.timeline.round_rows import headline
from reviewtui.views.timeline.version_rows import version_rows

_NOW = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the time line; `version` is the name of the text to read, empty for a round."""

    line: StyledLine
    version: str = ""


def timeline(draft: Draft, today: date) -> tuple[Moment, ...]:
    """Return the draft, the releases and the rounds, the newest first."""
    rounds = rounds_of(draft.review.submitted(RoundOpened), draft.review.submitted(RoundClosed))
    moments = [*_versions(draft), *((period.opened.at, Moment(_round(draft, period, today))) for period in rounds)]
    return tuple(moment for _, moment in sorted(moments, key=lambda each: each[0], reverse=True))


def _versions(draft: Draft) -> Iterator[tuple[datetime, Moment]]:
    for row in version_rows(draft):
        at = datetime.fromisoformat(str(row["date"])) if row["date"] else _NOW
        yield at, Moment(_version(row), str(row["name"]))


def _version(row: dict[str, object]) -> StyledLine:
    day = str(row["date"] or "")[:10] or "now"
    note = "pre-release" if row["prerelease"] else "release" if row["release"] else "in the work tree"
    count = int(str(row["remarks"]))
    return line(
        Styled("\u25cf " if row["release"] and not row["prerelease"] else "\u25cb ", "key"),
        Styled(f"{row['name']!s:<14}", "strong"),
        Styled(f"{day:<12}{str(row['commit'])[:8]:<10}{note:<18}", "muted"),
        Styled(f"{counted(count, 'remark')} on it" if count else ""),
    )


def _round(draft: Draft, review_round: Round, today: date) -> StyledLine:
    rows = round_responses(draft, review_round)
    answered = sum(row.has_answered for row in rows)
    return line(
        Styled("\u25c7 ", "key"),
        Styled(f"{'round':<14}", "strong"),
        Styled(f"{review_round.opened.at:%Y-%m-%d}  {headline(review_round, today)}  ", "muted"),
        Styled(f"{answered} of {len(rows)} answered" if rows else ""),
    )
