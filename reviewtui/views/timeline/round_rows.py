"""Review rounds as rows: who has not read, who has not answered, and what to write to them."""

from collections.abc import Iterator
from datetime import date

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.policy import within
from reviewtui.domain.record.rounds import Round
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.round_response import RoundResponse, round_responses

_MOST_SECTIONS = 6


def round_data(draft: Draft, review_round: Round, today: date) -> dict[str, object]:
    """Return a round as `round list --json` documents it."""
    return {
        "round": review_round.id,
        "opened": review_round.opened.at.isoformat(),
        "by": review_round.opened.by,
        "until": review_round.opened.until.isoformat(),
        "state": _state(review_round, today),
        "days_left": review_round.days_left(today),
        "closed": review_round.closed.at.isoformat() if review_round.closed else None,
        "body": review_round.opened.body or None,
        "text": review_round.opened.text or None,
        "organisations": [_response_data(row) for row in round_responses(draft, review_round)],
    }


def _response_data(row: RoundResponse) -> dict[str, object]:
    return {
        "organisation": row.organisation,
        "read": row.texts - len(row.unread),
        "texts": row.texts,
        "unread": list(row.unread),
        "remarks": row.remarks,
        "position": row.position,
        "reported_by": row.reported_by or None,
        "answered": row.has_answered,
    }


def _state(review_round: Round, today: date) -> str:
    if review_round.closed is not None:
        return "closed"
    return "open" if review_round.is_open(today) else "over"


def round_lines(draft: Draft, review_round: Round, today: date) -> Iterator[str]:
    """Yield a round, with one line for each organisation that was asked."""
    yield f"{review_round.id[-6:]}  {headline(review_round, today)}"
    for line in review_round.opened.body.splitlines():
        yield f"      {line}"
    for row in round_responses(draft, review_round):
        yield f"      {draft.effective_settings.organisation_name(row.organisation)}: {_answer(row)}"


def headline(review_round: Round, today: date) -> str:
    """Return until when a round runs or ran, in a few words."""
    until = f"until {review_round.opened.until:%d %b %Y}"
    if review_round.closed is not None:
        return f"closed on {review_round.closed.at:%d %b %Y}; it was open {until}"
    if not review_round.is_open(today):
        return f"over; it was open {until} and nobody has closed it"
    return f"open {until}, {_days(review_round.days_left(today))}"


def _days(left: int) -> str:
    return "today is its last day" if left == 0 else f"{counted(left, 'day')} left"


def _answer(row: RoundResponse) -> str:
    read = "has not read it" if not row.has_read else "has read all of it"
    if row.has_read and row.unread:
        read = f"has read {row.texts - len(row.unread)} of {counted(row.texts, 'section')}"
    answers = [counted(row.remarks, "remark")] if row.remarks else []
    reported = f", reported by {parse_person(row.reported_by).name}" if row.reported_by else ""
    answers += [f"{row.position}{reported}"] if row.position else []
    return f"{read}; {', '.join(answers) if answers else 'has not answered'}"


def reminder_lines(draft: Draft, review_round: Round, today: date) -> Iterator[str]:
    """Yield a letter to each organisation that has not read everything or not answered, to be sent by mail."""
    for row in round_responses(draft, review_round):
        if row.unread or not row.has_answered:
            yield from _letter(draft, review_round, row, today)


def _letter(draft: Draft, review_round: Round, row: RoundResponse, today: date) -> Iterator[str]:
    rules = draft.effective_settings
    organisation = rules.organisations.get(row.organisation)
    addresses = ", ".join(organisation.addresses) if organisation else ""
    title = rules.title or "our policy"
    yield f"To: {addresses or rules.organisation_name(row.organisation)}"
    yield f"Subject: Review of “{title}” until {review_round.opened.until:%d %B %Y}"
    yield ""
    yield f"Dear colleagues at {rules.organisation_name(row.organisation)},"
    yield ""
    left = _days(review_round.days_left(today))
    yield f"the review of “{title}” is open until {review_round.opened.until:%d %B %Y} ({left})."
    yield from review_round.opened.body.splitlines()
    if row.unread:
        yield f"Nobody of you has marked these sections as read yet: {_sections(draft, row.unread)}."
    if not row.has_answered:
        yield f"{_unanswered(row)} Saying that you have no objection is an answer too:"
        yield "  reviewtui signoff no-objection"
        yield "  reviewtui submit"
    yield ""


def _unanswered(row: RoundResponse) -> str:
    if row.said_before:
        return "Since it was opened we have no remark and no position from you; what you said before is kept."
    return "We have no remark and no position from you yet."


def _sections(draft: Draft, paths: tuple[str, ...]) -> str:
    titles = {section.path: section.title for section in draft.policy.sections}
    names = [f"“{titles[path]}”" if titles.get(path) else within(draft.policy.folder, path) for path in paths]
    return first_few(names, _MOST_SECTIONS)
