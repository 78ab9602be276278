"""What the content checks find in a text and nobody has dismissed, and how one of them is raised as a remark."""

from dataclasses import dataclass

from reviewtui.domain.commands import Comment, Place
from reviewtui.domain.dismissing import open_findings
from reviewtui.domain.document import Policy
from reviewtui.domain.draft import Draft
from reviewtui.domain.events import Kind
from reviewtui.domain.finding import Finding, Spot

_KINDS: dict[str, Kind] = {
    "conflict": "conflict",
    "duplicate": "conflict",
    "topic": "missing",
    "companion": "conflict",
}


@dataclass(frozen=True, slots=True)
class Inspection:
    """The open findings of a draft; `blocking` are the names of the checks whose findings stand in the way."""

    findings: tuple[Finding, ...] = ()
    blocking: frozenset[str] = frozenset()

    def blocks(self, finding: Finding) -> bool:
        """Say whether a finding stands in the way of a release."""
        return finding.check in self.blocking

    def get(self, finding: str) -> Finding | None:
        """Return the finding of this id; None when it is not open."""
        return next((each for each in self.findings if each.id == finding), None)

    def standing_in(self, draft: Draft, seen: Draft) -> "Inspection":
        """Return what of this, found in `seen`, is certainly still so in `draft`: open, in texts that are the same."""
        same = {path for path, text in draft.policy.texts.items() if seen.policy.texts.get(path) == text}
        kept = (one for one in self.findings if all(path in same for path, _, _ in spots(one)))
        return Inspection(open_findings(kept, draft.review), self.blocking)


def spots(finding: Finding) -> tuple[Spot, ...]:
    """Return the passages of a finding: none for what is missing from the whole policy, else one or two."""
    both = ((finding.path, finding.start, finding.end), finding.other)
    return tuple(spot for spot in both if spot is not None and spot[0])


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
