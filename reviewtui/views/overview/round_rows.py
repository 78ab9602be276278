"""Review rounds as rows: who has not read, who has not answered, and what to write to them."""

from collections.abc import Iterator
from datetime import date

from reviewtui.domain.policy.document import within
from reviewtui.domain.record.rounds import Round
from reviewtui.domain.review.attendance import Attendance, attendances
from reviewtui.domain.review.draft import Draft

_MOST_SECTIONS = 6


def round_data(draft: Draft, one: Round, today: date) -> dict[str, object]:
    """Return a round as `round list --json` documents it."""
    return {
        "round": one.id,
        "opened": one.opened.at.isoformat(),
        "by": one.opened.by,
        "until": one.opened.until.isoformat(),
        "state": _state(one, today),
        "days_left": one.days_left(today),
        "closed": one.closed.at.isoformat() if one.closed else None,
        "body": one.opened.body or None,
        "text": one.opened.text or None,
        "organisations": [_attendance_data(row) for row in attendances(draft, one)],
    }


def _attendance_data(row: Attendance) -> dict[str, object]:
    return {
        "organisation": row.organisation,
        "read": row.texts - len(row.unread),
        "texts": row.texts,
        "unread": list(row.unread),
        "remarks": row.remarks,
        "position": row.position,
        "answered": row.has_answered,
    }


def _state(one: Round, today: date) -> str:
    if one.closed is not None:
        return "closed"
    return "open" if one.is_open(today) else "over"


def round_lines(draft: Draft, one: Round, today: date) -> Iterator[str]:
    """Yield a round, with one line for each organisation that was asked."""
    yield f"{one.id[-6:]}  {headline(one, today)}"
    for line in one.opened.body.splitlines():
        yield f"      {line}"
    for row in attendances(draft, one):
        yield f"      {draft.rules.organisation_name(row.organisation)}: {_answer(row)}"


def headline(one: Round, today: date) -> str:
    """Return until when a round runs or ran, in a few words."""
    until = f"until {one.opened.until:%d %b %Y}"
    if one.closed is not None:
        return f"closed on {one.closed.at:%d %b %Y}; it was open {until}"
    if not one.is_open(today):
        return f"over; it was open {until} and nobody has closed it"
    return f"open {until}, {_days(one.days_left(today))}"


def _days(left: int) -> str:
    return "today is its last day" if left == 0 else f"{left} day{'s' * (left != 1)} left"


def _answer(row: Attendance) -> str:
    read = "has not read it" if not row.has_read else "has read all of it"
    if row.has_read and row.unread:
        read = f"has read {row.texts - len(row.unread)} of {row.texts} sections"
    said = [f"{row.remarks} remark{'s' * (row.remarks != 1)}"] if row.remarks else []
    said += [row.position] if row.position else []
    return f"{read}; {', '.join(said) if said else 'has not answered'}"


def reminder_lines(draft: Draft, one: Round, today: date) -> Iterator[str]:
    """Yield a letter to each organisation that has not read everything or not answered, to be sent by mail."""
    for row in attendances(draft, one):
        if row.unread or not row.has_answered:
            yield from _letter(draft, one, row, today)


def _letter(draft: Draft, one: Round, row: Attendance, today: date) -> Iterator[str]:
    rules = draft.rules
    organisation = rules.organisations.get(row.organisation)
    addresses = ", ".join(organisation.addresses) if organisation else ""
    title = rules.title or "our policy"
    yield f"To: {addresses or rules.organisation_name(row.organisation)}"
    yield f"Subject: Review of “{title}” until {one.opened.until:%d %B %Y}"
    yield ""
    yield f"Dear colleagues at {rules.organisation_name(row.organisation)},"
    yield ""
    yield f"the review of “{title}” is open until {one.opened.until:%d %B %Y} ({_days(one.days_left(today))})."
    yield from one.opened.body.splitlines()
    if row.unread:
        yield f"Nobody of you has marked these sections as read yet: {_sections(draft, row.unread)}."
    if not row.has_answered:
        yield "We have no remark and no position from you yet. Saying that you have no objection is an answer too:"
        yield "  reviewtui signoff no-objection"
        yield "  reviewtui submit"
    yield ""


def _sections(draft: Draft, paths: tuple[str, ...]) -> str:
    names = [within(draft.policy.folder, path) for path in paths[:_MOST_SECTIONS]]
    more = len(paths) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")
