"""Readiness of a draft, with what the content checks find in it."""

from reviewtui.checks.registry import blocks
from reviewtui.domain.dismissing import open_findings
from reviewtui.domain.draft import Draft
from reviewtui.domain.gates.case import Case
from reviewtui.domain.readiness import Readiness, judge
from reviewtui.workspace.context import Context
from reviewtui.workspace.inspecting import inspect


def judge_draft(context: Context, draft: Draft, target: str = "") -> Readiness:
    """Return how ready `draft` is for `target` (empty: the target of the settings)."""
    found = open_findings(inspect(context.repository, draft, context.now()), draft.review)
    standing = tuple(finding for finding in found if blocks(finding.check, draft.rules))
    return judge(Case(draft, standing), target)
