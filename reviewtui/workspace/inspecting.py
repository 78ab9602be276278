"""Runs the content checks on a draft, and carries out what is done about their findings."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache

from reviewtui.checks.binding import section_forces
from reviewtui.checks.material import Material, Restated
from reviewtui.checks.registry import CHECKS, blocks, run_checks
from reviewtui.domain import companions, dismissing
from reviewtui.domain.commands import CheckCompanion, Comment, Dismiss
from reviewtui.domain.document import Policy
from reviewtui.domain.draft import Draft
from reviewtui.domain.finding import Finding
from reviewtui.domain.force import SectionForce
from reviewtui.domain.inspection import Inspection, raised
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings import Settings
from reviewtui.store.repository import Repository
from reviewtui.workspace.desk import Desk
from reviewtui.workspace.outcome import Outcome
from reviewtui.workspace.restating import restated_texts
from reviewtui.workspace.saving import commit_changes, event_change


@dataclass(frozen=True)
class _Asked:
    """What the findings follow from; two of one key have the same findings."""

    policy: Policy
    settings: Settings
    today: date
    restated: tuple[Restated, ...]
    only: str

    @property
    def key(self) -> tuple[object, ...]:
        """The texts by their blobs, with all else."""
        texts = tuple((path, text.blob) for path, text in sorted(self.policy.texts.items()))
        sections = tuple((section.name, section.start) for section in self.policy.sections)
        return (texts, sections, self.today, self.restated, self.only, repr(self.settings))

    def __eq__(self, other: object) -> bool:
        """Compare by key."""
        return isinstance(other, _Asked) and self.key == other.key

    def __hash__(self) -> int:
        """Hash by key."""
        return hash(self.key)


def material_of(repository: Repository, draft: Draft, now: datetime) -> Material:
    """Return what the checks look at; a version is judged by the day on which it was made, the draft by today."""
    moment = draft.version.date or now
    return Material(draft.policy, moment.astimezone(UTC).date(), draft.rules, restated_texts(repository, draft))


def inspect(repository: Repository, draft: Draft, now: datetime, only: str = "") -> tuple[Finding, ...]:
    """Return what the content checks find in a draft, dismissed or not.

    Raises:
        Refused: there is no check called `only`.

    """
    if only and only not in CHECKS:
        raise Refused(f"There is no check '{only}'. Checks: {', '.join(CHECKS)}.")
    material = material_of(repository, draft, now)
    return _found(_Asked(draft.policy, draft.rules, material.today, material.restated, only))


def inspection_of(repository: Repository, draft: Draft, now: datetime) -> Inspection:
    """Return the findings that nobody has dismissed, with the checks of which they stand in the way of a release."""
    found = dismissing.open_findings(inspect(repository, draft, now), draft.review)
    return Inspection(found, frozenset(name for name in CHECKS if blocks(name, draft.rules)))


def forces(draft: Draft, now: datetime) -> tuple[SectionForce, ...]:
    """Return for each section how many of its sentences bind, and how hard it is to read."""
    return section_forces(Material(draft.policy, now.date(), draft.rules))


@lru_cache(maxsize=8)
def _found(asked: _Asked) -> tuple[Finding, ...]:
    return run_checks(Material(asked.policy, asked.today, asked.settings, asked.restated), asked.only)


def dismiss(desk: Desk, command: Dismiss) -> Outcome:
    """Commit that nothing needs to be done about a finding."""
    desk.repository.demand_quiet()
    found = inspect(desk.repository, desk.draft, desk.context.now())
    event = dismissing.dismiss(desk.act(), command, found, desk.draft.review)
    change = event_change(desk.repository, event, "")
    commit = commit_changes(desk, [change], f"Dismiss finding {event.finding}\n\n{event.body}\n")
    said = f"Dismissed {event.finding}; it comes back when its text changes."
    return Outcome(said, event=event.id, path=change.path, commit=commit)


def check_companion(desk: Desk, command: CheckCompanion) -> Outcome:
    """Commit that a companion is in step with what it restates."""
    desk.repository.demand_quiet()
    event = companions.companion_checked(desk.act(), command, desk.draft.policy)
    change = event_change(desk.repository, event, "")
    commit = commit_changes(desk, [change], f"Find {event.path} in step with what it restates\n")
    said = f"{event.path} is in step with {len(event.of)} section{'s' * (len(event.of) != 1)}, as they are now."
    return Outcome(said, event=event.id, path=change.path, commit=commit)


def about_finding(desk: Desk, command: Comment) -> Comment:
    """Return the remark that raises a finding: at its passages, in its words unless the command has others."""
    found = inspect(desk.repository, desk.draft, desk.context.now())
    made = raised(dismissing.find_finding(found, command.finding), desk.draft.policy)
    body = command.body if command.body.strip() else made.body
    return replace(
        command, places=made.places, body=body, kind=made.kind if command.kind == "general" else command.kind
    )
