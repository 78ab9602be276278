"""Dismissing findings: the author says why nothing needs to be done about one.

A finding's id is made of its words, so a dismissal holds for as long as they stand; when they change, the finding is
another one and is shown again.
"""

from collections.abc import Iterable, Sequence

from reviewtui.domain.act import Act
from reviewtui.domain.commands import Dismiss
from reviewtui.domain.finding import Finding
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review import Review
from reviewtui.domain.review_events import Dismissed


def dismissals(review: Review) -> dict[str, Dismissed]:
    """Return the dismissal in force of each finding by the finding's id, the last one of several."""
    return {event.finding: event for event in review.counting(Dismissed)}


def open_findings(findings: Iterable[Finding], review: Review) -> tuple[Finding, ...]:
    """Return the findings that nobody has dismissed."""
    done = dismissals(review)
    return tuple(finding for finding in findings if finding.id not in done)


def find_finding(findings: Sequence[Finding], name: str) -> Finding:
    """Return the finding whose id is `name`, or begins or ends with it.

    Raises:
        Refused: none, or several.

    """
    wanted = name.strip().lower()
    exact = [finding for finding in findings if finding.id == wanted]
    near = [f for f in findings if wanted and (f.id.startswith(wanted) or f.id.endswith(wanted))]
    found = exact or near
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"'{name}' names {len(found)} findings: {', '.join(f.id for f in found[:6])}. Write more of it.")
    raise Refused(f"There is no finding '{name}' in the text as it stands; 'reviewtui check' lists them.")


def dismiss(act: Act, command: Dismiss, findings: Sequence[Finding], review: Review) -> Dismissed:
    """Return the event by which the author dismisses a finding.

    Raises:
        Refused: there is no such finding, it is dismissed already, I am not an author, or no reason is given.

    """
    if not act.settings.is_author(act.person):
        raise Refused(
            f"Only an author dismisses findings; {act.person} is not one of the authors. Raise it as a remark."
        )
    finding = find_finding(findings, command.finding)
    if finding.id in dismissals(review):
        raise Refused(f"{finding.id} is dismissed already.")
    if not command.body.strip():
        raise Refused("A dismissal needs its reason: say it with -m TEXT.")
    return Dismissed(**act.common(), finding=finding.id, body=command.body.strip())
