"""Runs the content checks on a draft, and carries out what is done about their findings."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from reviewtui.checks.check_registry import CHECKS, blocks, run_checks
from reviewtui.checks.material.material import Material, Restated
from reviewtui.checks.wording.binding import section_bindingness
from reviewtui.domain.policy.bindingness import SectionBindingness
from reviewtui.domain.policy.document import Policy
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.finding import Finding
from reviewtui.domain.review.inspection import Inspection, open_findings
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.git.repository import Repository
from reviewtui.workspace.judging.restating import restated_texts


@dataclass(frozen=True)
class _InspectionKey:
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
        return isinstance(other, _InspectionKey) and self.key == other.key

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
    return _found(_InspectionKey(draft.policy, draft.rules, material.today, material.restated, only))


def inspection_of(repository: Repository, draft: Draft, now: datetime) -> Inspection:
    """Return the findings that nobody has dismissed, with the checks of which they stand in the way of a release."""
    findings = open_findings(inspect(repository, draft, now), draft.review)
    return Inspection(findings, frozenset(name for name in CHECKS if blocks(name, draft.rules)))


def bindingness(draft: Draft, now: datetime) -> tuple[SectionBindingness, ...]:
    """Return for each section how many of its sentences bind, and how hard it is to read."""
    return section_bindingness(Material(draft.policy, now.date(), draft.rules))


@lru_cache(maxsize=8)
def _found(key: _InspectionKey) -> tuple[Finding, ...]:
    return run_checks(
        Material(key.policy, key.today, key.settings, key.restated),
        key.only,
    )
