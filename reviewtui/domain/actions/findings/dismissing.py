"""Dismissing findings: the author says why nothing needs to be done about one.

A finding's id is made of its words, so a dismissal holds for as long as they stand; when they change, the finding is
another one and is shown again.
"""

from collections.abc import Sequence

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Dismiss
from reviewtui.domain.record.events import Dismissed
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.findings.dismissal_reasons import WHAT_A_REASON_IS, is_reason, is_same_reason
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import dismissal_of, dismissals, find_finding


def dismiss(actor: Actor, command: Dismiss, findings: Sequence[Finding], review: Review) -> Dismissed:
    """Return the event by which the author dismisses a finding.

    Raises:
        Refused: there is no such finding, it is dismissed already, I am not an author, or it has no reason of its own.

    """
    finding = dismissible(actor, command.finding, findings, review)
    _require_reason(command.body.strip(), finding, findings, review)
    return Dismissed(**actor.common(), finding=finding.id, body=command.body.strip())


def dismissible(actor: Actor, name: str, findings: Sequence[Finding], review: Review) -> Finding:
    """Return the finding of that name when I may dismiss it.

    Raises:
        Refused: there is none, it is dismissed already, or I am not an author.

    """
    actor.require_author("dismisses findings", " Raise it as a remark.")
    finding = find_finding(findings, name)
    if dismissal_of(finding, dismissals(review)) is not None:
        raise Refused(f"{finding.id} is dismissed already.")
    return finding


def _require_reason(body: str, finding: Finding, findings: Sequence[Finding], review: Review) -> None:
    """Refuse words that are no reason, and those by which another finding of this text was dismissed."""
    if not body:
        raise Refused(f"A dismissal needs its reason: say it with -m TEXT; {WHAT_A_REASON_IS}")
    if not is_reason(body):
        raise Refused(f"“{body}” is no reason: {WHAT_A_REASON_IS}")
    done = dismissals(review)
    for other in findings:
        dismissal = dismissal_of(other, done)
        if dismissal is not None and is_same_reason(body, dismissal.body):
            raise Refused(
                f"{other.id} was dismissed with the same words; say what makes {finding.id} none: {WHAT_A_REASON_IS}"
            )
