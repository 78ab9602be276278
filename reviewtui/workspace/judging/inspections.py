"""Runs the content checks on a draft, once for each text."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from reviewtui.checks.check_registry import CHECKS, blocks, run_checks
from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.wording.binding import section_bindingness
from reviewtui.domain.policy.bindingness import SectionBindingness
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import Inspection, open_findings
from reviewtui.store.git.repository import Repository
from reviewtui.workspace.judging.companion_history import restated_texts


@dataclass(frozen=True)
class _Asked:
    """A run of checks on a material; two with the same texts, settings and day have the same findings."""

    material: CheckInput
    only: str

    @property
    def key(self) -> tuple[object, ...]:
        """The texts by their blobs, with all else."""
        policy = self.material.policy
        texts = tuple((path, text.blob) for path, text in sorted(policy.texts.items()))
        sections = tuple((section.name, section.start) for section in policy.sections)
        return (
            texts,
            sections,
            self.material.today,
            self.material.restated,
            self.only,
            repr(self.material.settings),
        )

    def __eq__(self, other: object) -> bool:
        """Compare by key."""
        return isinstance(other, _Asked) and self.key == other.key

    def __hash__(self) -> int:
        """Hash by key."""
        return hash(self.key)


def material_of(repository: Repository, draft: Draft, now: datetime) -> CheckInput:
    """Return what the checks look at; a version is judged by the day on which it was made, the draft by today."""
    moment = draft.version.date or now
    return CheckInput(
        draft.policy, moment.astimezone(UTC).date(), draft.effective_settings, restated_texts(repository, draft)
    )


def inspect(repository: Repository, draft: Draft, now: datetime, only: str = "") -> tuple[Finding, ...]:
    """Return what the content checks find in a draft, dismissed or not.

    Raises:
        Refused: there is no check called `only`.

    """
    if only and only not in CHECKS:
        raise Refused(f"There is no check '{only}'. Checks: {', '.join(CHECKS)}.")
    return _findings(_Asked(material_of(repository, draft, now), only))


def inspection_of(repository: Repository, draft: Draft, now: datetime) -> Inspection:
    """Return the findings that nobody has dismissed, with the checks of which they stand in the way of a release."""
    findings = open_findings(inspect(repository, draft, now), draft.review)
    return Inspection(findings, frozenset(name for name in CHECKS if blocks(name, draft.effective_settings)))


def bindingness(draft: Draft, now: datetime) -> tuple[SectionBindingness, ...]:
    """Return for each section how many of its sentences bind, and how hard it is to read."""
    return section_bindingness(CheckInput(draft.policy, now.date(), draft.effective_settings))


@lru_cache(maxsize=8)
def _findings(asked: _Asked) -> tuple[Finding, ...]:
    return run_checks(asked.material, asked.only)
