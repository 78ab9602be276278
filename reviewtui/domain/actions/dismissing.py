"""Dismissing findings: the author says why nothing needs to be done about one.

A finding's id is made of its words, so a dismissal holds for as long as they stand; when they change, the finding is
another one and is shown again.
"""

from collections.abc import Sequence

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Dismiss
from reviewtui.domain.record.events import Dismissed
from reviewtui.domain.record.review import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.finding import Finding
from reviewtui.domain.review.inspection import dismissal_of, dismissals, find_finding


def dismiss(actor: Actor, command: Dismiss, findings: Sequence[Finding], review: Review) -> Dismissed:
    """Return the event by which the author dismisses a finding.

    Raises:
        Refused: there is no such finding, it is dismissed already, I am not an author, or no reason is given.

    """
    if not actor.settings.is_author(actor.person):
        raise Refused(
            f"Only an author dismisses findings; {actor.person} is not one of the authors. Raise it as a remark."
        )
    finding = find_finding(findings, command.finding)
    if dismissal_of(finding, dismissals(review)) is not None:
        raise Refused(f"{finding.id} is dismissed already.")
    if not command.body.strip():
        raise Refused("A dismissal needs its reason: say it with -m TEXT.")
    return Dismissed(**actor.common(), finding=finding.id, body=command.body.strip())
