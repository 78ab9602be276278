"""The state of a review on one page: where it stands, what is left, who has read and answered, how it came there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import Milestone
from reviewtui.domain.review.organisations.organisation_events import counts_for_organisation
from reviewtui.domain.review.organisations.participation import Participation
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff, signoffs_of


@dataclass(frozen=True, slots=True)
class PartnerState:
    """What an organisation has done: how many of the sections it has read as they stand, its remarks, its position."""

    organisation: str
    asked: bool
    asked_on: date | None
    read: int
    sections: int
    remarks: int
    signoff: OrganisationSignOff

    @property
    def has_answered(self) -> bool:
        """Whether it has remarked on anything or stated a position."""
        return self.remarks > 0 or self.signoff.position is not None


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """What a report tells of `draft` on a day; `milestones` are the versions so far with the draft behind them.

    `read` counts the sections that each organisation has read as they stand, `asked_on` says when it was first asked.
    """

    draft: Draft
    day: date
    readiness: Readiness
    participations: tuple[Participation, ...]
    milestones: tuple[Milestone, ...]
    asked_on: Mapping[str, date]
    read: Mapping[str, int]

    @property
    def partners(self) -> tuple[PartnerState, ...]:
        """The organisations other than the authors' own, those asked first."""
        rules = self.draft.effective_settings
        own = rules.own_organisations()
        known = [each for each in self.participations if each.organisation not in own]
        signed = {row.organisation: row for row in signoffs_of(self.draft, [each.organisation for each in known])}
        return tuple(self._partner(each, signed[each.organisation]) for each in known)

    @property
    def unanswered(self) -> tuple[PartnerState, ...]:
        """Those who were asked and have neither remarked nor stated a position."""
        return tuple(partner for partner in self.partners if partner.asked and not partner.has_answered)

    @property
    def without_position(self) -> tuple[PartnerState, ...]:
        """Those who were asked and have stated no position, whatever they remarked."""
        return tuple(partner for partner in self.partners if partner.asked and partner.signoff.position is None)

    def _partner(self, participation: Participation, signoff: OrganisationSignOff) -> PartnerState:
        name = participation.organisation
        rules = self.draft.effective_settings
        threads = [each for each in self.draft.review.threads.values() if each.root.organisation == name]
        remarks = sum(each.is_submitted and counts_for_organisation(each.root, rules) for each in threads)
        rounds = [each.opened.at.date() for each in self.draft.review.rounds if name in each.opened.asked]
        return PartnerState(
            name,
            bool(rounds) or name in self.draft.effective_settings.asked(),
            rounds[-1] if rounds else self.asked_on.get(name),
            self.read.get(name, 0),
            len(participation.steps),
            remarks,
            signoff,
        )
