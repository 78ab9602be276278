"""What the content checks find in a text and nobody has dismissed, and whether a dismissal says why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewtui.domain.reasons import is_reason, reason_words
from reviewtui.domain.record.events import Dismissed
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding, Spot

WHAT_A_REASON_IS = (
    "a reason says in a sentence why nothing needs to be done about this finding, "
    "for example: “Both passages quote the same Act.”"
)


@dataclass(frozen=True, slots=True)
class Inspection:
    """The open findings of a draft; `blocking` are the names of the checks whose findings stand in the way."""

    findings: tuple[Finding, ...] = ()
    blocking: frozenset[str] = frozenset()

    def blocks(self, finding: Finding) -> bool:
        """Say whether a finding stands in the way of a release."""
        return finding.check in self.blocking and not finding.advises

    def get(self, finding: str) -> Finding | None:
        """Return the finding of this id; None when it is not open."""
        return next((each for each in self.findings if each.id == finding), None)

    def still_found_in(self, draft: Draft, seen: Draft) -> "Inspection":
        """Return what of this, found in `seen`, is certainly still so in `draft`: open, in texts that are the same."""
        same = {path for path, text in draft.policy.texts.items() if seen.policy.texts.get(path) == text}
        kept = (finding for finding in self.findings if all(path in same for path, _, _ in spots(finding)))
        return Inspection(open_findings(kept, draft.review), self.blocking)


def spots(finding: Finding) -> tuple[Spot, ...]:
    """Return the passages of a finding: none for what is missing from the whole policy, else one or two."""
    both = ((finding.path, finding.start, finding.end), finding.other)
    return tuple(spot for spot in both if spot is not None and spot[0])


def barring(draft: Draft, inspection: Inspection) -> tuple[Finding, ...]:
    """Return the findings that stand in the way of a release: by their check, or since an author agreed to them.

    One at exactly the passage of a remark that was accepted and still has to be mended by hand was raised and
    confirmed, so it stands in the way whatever its check is worth.
    """
    waiting = (thread for thread in draft.review.threads.values() if thread.waits_for_hand and not thread.is_pending)
    placed = (placement for thread in waiting for _, placement in draft.places(thread))
    agreed = {(each.path, each.start, each.end) for each in placed if each is not None and each.path is not None}
    return tuple(each for each in inspection.findings if inspection.blocks(each) or agreed.intersection(spots(each)))


def dismissals(review: Review) -> dict[str, Dismissed]:
    """Return the dismissal in force of each finding by the finding's id, the last one of several."""
    return {event.finding: event for event in review.counting(Dismissed)}


def dismissal_of(finding: Finding, done: Mapping[str, Dismissed]) -> Dismissed | None:
    """Return the dismissal of a finding among `done`, which are by the ids of their findings; None when it is open."""
    return next((done[name] for name in (finding.id, *finding.former) if name in done), None)


def open_findings(findings: Iterable[Finding], review: Review) -> tuple[Finding, ...]:
    """Return the findings that nobody has dismissed."""
    done = dismissals(review)
    return tuple(finding for finding in findings if dismissal_of(finding, done) is None)


def find_finding(findings: Sequence[Finding], name: str) -> Finding:
    """Return the finding whose id is `name`, or begins or ends with it.

    Raises:
        Refused: none, or several.
    """
    wanted = name.strip().lower()
    exact = [finding for finding in findings if finding.id == wanted]
    near = [f for f in findings if wanted and (f.id.startswith(wanted) or f.id.endswith(wanted))]
    matching = exact or near
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise Refused(
            f"'{name}' names {len(matching)} findings: {', '.join(f.id for f in matching[:6])}. Write more of it."
        )
    raise Refused(f"There is no finding '{name}' in the text as it stands; 'reviewtui check' lists them.")


def without_own_reason(dismissals: Iterable[Dismissed]) -> int:
    """Return how many dismissals say no reason, or one that another dismissal says as well."""
    bodies = [event.body for event in dismissals]
    counts = Counter(reason_words(body) for body in bodies)
    return sum(not is_reason(body) or counts[reason_words(body)] > 1 for body in bodies)
