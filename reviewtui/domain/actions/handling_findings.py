"""What is done about findings: dismissing one, raising one as a remark, saying that a companion text was looked at."""

from collections.abc import Sequence

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import CheckCompanion, Comment, Dismiss
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.reasons import is_reason, is_same_reason
from reviewtui.domain.record.events import CompanionChecked, Cover, Dismissed, RemarkKind
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.companion_texts import restatements
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import (
    WHAT_A_REASON_IS,
    dismissal_of,
    dismissals,
    find_finding,
    spots,
)

_KINDS: dict[str, RemarkKind] = {
    "conflict": "conflict",
    "duplicate": "conflict",
    "topic": "missing",
    "companion": "conflict",
}


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


def raised(finding: Finding, policy: Policy) -> Comment:
    """Return the remark that raises a finding: at its passages, in its words, of the kind that its check tells."""
    places = tuple(policy.place_of(*spot) for spot in spots(finding))
    body = f"{finding.message[:1].upper()}{finding.message[1:]}."
    return Comment(places or (Place(),), body, _KINDS.get(finding.check, "wording"), finding=finding.id)


def companion_checked(actor: Actor, command: CheckCompanion, policy: Policy) -> CompanionChecked:
    """Return the event by which the author says that a companion is in step with what it restates.

    Raises:
        Refused: I am not an author, the section is no companion, or a text has edits that are not committed.
    """
    actor.require_author("says that a companion is in step")
    section = find_section(policy, command.section)
    sources = sorted(
        {restatement.source for restatement in restatements(policy, actor.settings) if restatement.path == section.path}
    )
    if not sources:
        raise Refused(f"'{section.name}' is no companion; name what it restates in settings.toml under [[companions]].")
    policy.require_committed("a companion is checked against committed text", {section.path, *sources})
    texts = policy.texts
    covers = tuple(Cover(path, texts[path].blob) for path in sources)
    body = command.body.strip()
    return CompanionChecked(**actor.common(), path=section.path, blob=texts[section.path].blob, of=covers, body=body)
