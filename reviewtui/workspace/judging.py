"""Readiness of a draft, with what the content checks find in it."""

from reviewtui.checks.registry import run_checks
from reviewtui.domain.draft import Draft
from reviewtui.domain.gates.case import Case
from reviewtui.domain.readiness import Readiness, judge


def judge_draft(draft: Draft, target: str = "") -> Readiness:
    """Return how ready `draft` is for `target` (empty: the target of the settings)."""
    return judge(Case(draft, run_checks(draft.policy)), target)
