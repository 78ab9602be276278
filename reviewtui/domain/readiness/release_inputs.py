"""What the documents of a release are made of: the text before and after, the remarks that led there, the gates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.events import Decided, Dismissed, Event, MarkedDone, Reopened, Withdrawn
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.text.diff.policy_diff import PolicyDiff

_ACTS = Decided | MarkedDone | Reopened | Withdrawn
"""What happens to a remark so that the documents of a release have something new to tell of it."""

Standing = Literal["new", "open", "decided"]
"""How a remark stood at the release before: made since, not decided by then, or decided by then."""


@dataclass(frozen=True, slots=True)
class ManualChange:
    """What a commit by hand changed for a remark: the sentences that came, and those that went.

    `many` is how many it changed where they are too many to say which of them are about the remark.
    """

    came: tuple[str, ...]
    went: tuple[str, ...]
    many: int = 0


@dataclass(frozen=True, slots=True)
class ReleaseInputs:
    """A release in the making.

    `base` is the policy as released before (None for the first), `since` its moment and `release_event` the id of
    the event that released it, where there is one. `diff` has the classes that authors gave; `override` is the
    reason why it is released though gates are closed. `base_version` is the number of that release, `numbered` the
    numbers that remarks have in the documents of earlier releases, `first_told` the first of these releases,
    `dismissed` the findings of the text that authors set aside, `by_hand` what was changed for the remarks that
    were carried out by hand.
    """

    version: str
    day: date
    draft: Draft
    readiness: Readiness
    override: str = ""
    base: Policy | None = None
    since: datetime | None = None
    release_event: str = ""
    diff: PolicyDiff | None = None
    base_version: str = ""
    numbered: Mapping[str, int] = field(default_factory=dict)
    first_told: Mapping[str, str] = field(default_factory=dict)
    dismissed: tuple[tuple[Finding, Dismissed], ...] = ()
    by_hand: Mapping[str, ManualChange] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The policy's title."""
        return self.draft.effective_settings.title or "Policy"

    def threads(self, organisation: str = "") -> tuple[Thread, ...]:
        """Return the remarks of which something is new since the release before, or still owed (of one organisation).

        Still owed is what is undecided, put off, or accepted and not in the text yet.
        """
        own = self.submitted_threads(organisation)
        return tuple(t for t in own if self._is_new(t) or self.waits(t) or t.waits_for_hand)

    def submitted_threads(self, organisation: str = "") -> tuple[Thread, ...]:
        """Return all remarks on record (of one organisation), also those that were settled long ago."""
        shared = (t for t in self.draft.review.threads.values() if t.is_submitted)
        return tuple(t for t in shared if not organisation or t.root.organisation == organisation)

    def reason_to_tell(self, thread: Thread) -> Standing:
        """Return how a remark stood at the release before: made since, not decided by then, or decided by then."""
        if self._came_since(thread.root):
            return "new"
        before = [each for each in _turns(thread) if not self._came_since(each)]
        return "decided" if before and isinstance(before[-1], Decided) else "open"

    def waits(self, thread: Thread) -> bool:
        """Return whether nothing is settled yet; what another remark says as well waits with that one."""
        if thread.state == "duplicate" and thread.decision is not None:
            first = self.draft.review.threads.get(thread.decision.of)
            return first is not None and first.state in {"open", "contested", "deferred"}
        return thread.is_open or thread.state == "deferred"

    def carried_out_since(self, thread: Thread) -> bool:
        """Return whether it was accepted before the release before, and carried out only after that."""
        if thread.done is None or thread.decision is None:
            return False
        return self._came_since(thread.done) and not self._came_since(thread.decision)

    def waited_at(self, thread: Thread) -> tuple[str, ...]:
        """Return the releases whose documents told of a remark that has not been settled since, the oldest first.

        What was put off waits from that decision on, what was opened again from then on.
        """
        first = self.first_told.get(thread.id, "")
        if not first or thread.state not in {"open", "deferred"}:
            return ()
        turns = _turns(thread)
        start = turns[-1].id if turns else thread.id
        known = sorted((event.id, event.version) for event, _ in self.draft.review.releases())
        versions = [version for _, version in known]
        if first not in versions:
            return ()
        told = known[versions.index(first) :]
        return tuple(version for moment, version in told if moment > start and version != self.version)

    def numbers(self) -> Mapping[str, int]:
        """Return the running number of each remark: the one that it has in an earlier release, else the next ones.

        Between releases the next ones are not known yet.
        """
        numbers = dict(self.numbered)
        if not self.version:
            return numbers
        free = max(numbers.values(), default=0) + 1
        fresh = (thread for thread in self.threads() if thread.id not in numbers)
        for number, thread in enumerate(sorted(fresh, key=lambda thread: (thread.root.at, thread.id)), free):
            numbers[thread.id] = number
        return numbers

    def _is_new(self, thread: Thread) -> bool:
        """Whether a remark was made, decided, opened again, withdrawn or carried out since."""
        acts = (entry.event for entry in thread.entries if not entry.refusal and isinstance(entry.event, _ACTS))
        return any(self._came_since(event) for event in (thread.root, *acts))

    def _came_since(self, event: Event) -> bool:
        """Whether an event is newer than the release before; by ids, which tell one second's events apart."""
        if self.release_event:
            return event.id > self.release_event
        return self.since is None or event.at > self.since

    def where(self, thread: Thread) -> str:
        """Return the title of the section in which a remark stands, or what it is about otherwise."""
        section = self.draft.section_of(thread.id)
        if section is not None:
            return section.title
        topic = next((anchor.topic for anchor in thread.anchors if anchor.topic), "")
        if topic:
            titles = {known.id: known.title for known in self.draft.effective_settings.topics}
            return f"the topic “{titles.get(topic, topic)}”"
        path = next((anchor.path for anchor in thread.anchors if anchor.path), "")
        if not path:
            return "the whole policy"
        titled = self._titled(path)
        if path in self.draft.policy.texts or titled in {f"“{each.title}”" for each in self.draft.policy.sections}:
            return f"a passage of {titled} that was not found again"
        return f"{titled} (no section of {self.version or 'the text'} any more)"

    def _titled(self, path: str) -> str:
        """A text by its title, that of the release before where it is gone, by its file where nothing knows it."""
        held = (policy.section_at(path) for policy in (self.draft.policy, self.base) if policy is not None)
        section = next((each for each in held if each is not None), None)
        return f"“{section.title}”" if section is not None else path

    def contributors(self) -> Mapping[str, tuple[str, ...]]:
        """Return the people who remarked since, by the id of their organisation, in the order in which they began."""
        people: dict[str, dict[str, None]] = {}
        for thread in self.threads():
            people.setdefault(thread.root.organisation, {})[thread.by.name] = None
        return {organisation: tuple(names) for organisation, names in people.items()}


def _turns(thread: Thread) -> list[Decided | Reopened]:
    """The decisions on a remark, and what opened it again, in their order."""
    acts = (entry.event for entry in thread.entries if not entry.refusal)
    return [each for each in acts if isinstance(each, Decided | Reopened)]
