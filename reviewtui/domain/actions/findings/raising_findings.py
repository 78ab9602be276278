"""Raising a finding of a content check as a remark."""

from reviewtui.domain.actions.commands import Comment
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import RemarkKind
from reviewtui.domain.review.findings.finding import Finding, Spot
from reviewtui.domain.review.findings.inspection import spots

_KINDS: dict[str, RemarkKind] = {
    "conflict": "conflict",
    "duplicate": "conflict",
    "topic": "missing",
    "companion": "conflict",
}


def raised(finding: Finding, policy: Policy) -> Comment:
    """Return the remark that raises a finding: at its passages, in its words, of the kind that its check tells."""
    places = tuple(_place(policy, spot) for spot in spots(finding))
    body = f"{finding.message[:1].upper()}{finding.message[1:]}."
    return Comment(places or (Place(),), body, _KINDS.get(finding.check, "wording"), finding=finding.id)


def _place(policy: Policy, spot: Spot) -> Place:
    path, start, end = spot
    section = policy.section_at(path, start)
    words = policy.texts[path].text[start:end]
    return Place(section=section.name if section else path, span=(start, end), quote=words)
