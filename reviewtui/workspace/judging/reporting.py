"""Puts together what a report tells of a draft."""

from collections import Counter

from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.review_report import ReviewReport
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import Milestone
from reviewtui.domain.review.organisations.coverage import coverage, reading_evidence
from reviewtui.domain.review.organisations.participation import participations
from reviewtui.store.policy.file_history import texts_of
from reviewtui.workspace.judging.readiness_judging import once_in_settings
from reviewtui.workspace.real_environment import Environment

JUDGED = 8
"""So many of the newest releases are judged anew for the trend."""


def report_on(
    environment: Environment, draft: Draft, readiness: Readiness, course: tuple[Milestone, ...]
) -> ReviewReport:
    """Return the report on `draft`, which was judged already, as were the versions before it."""
    today = environment.now().date()
    asked = once_in_settings(environment.repository, draft).asked
    days = {name: day for name, day in asked.items() if day is not None}
    past = texts_of(environment.repository, tuple(blob for _, _, blob in reading_evidence(draft.review)))
    read = Counter(name for text in coverage(draft, past) for name in text.readers)
    return ReviewReport(draft, today, readiness, participations(draft, today), course, days, read)
