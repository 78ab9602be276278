"""What a gate judges: the draft with what was found in its text and what is wrong with its record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from msgspec import structs

from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.stability import Stability
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.organisations.coverage import Coverage, coverage
from reviewtui.domain.review.organisations.signoffs import OrganisationSignOff, current_signoffs
from reviewtui.domain.settings.settings import GateSetting
from reviewtui.text.words.spacing import single_spaced


@dataclass(frozen=True)
class GateInput:
    """A draft under judgement on the day `today`.

    `findings` come from the content checks: the open ones that stand in the way; `advised` are the others.
    `past_texts` are older texts by blob, `topics` the titles of the required topics, `topic_passages` where the text
    deals with them. `dismissed` counts the findings that an author set aside, `unreasoned` those among them without a
    reason of their own. `once_asked` are the organisations, `once_required` the titles of topics, that an author's
    settings named once and do not name any more; `once_on` are the gates that were on while somebody was asked,
    `once_bounds` the settings that they had then, and `asked_on` says when the settings first asked an organisation.
    `idle_done` are the remarks said to be done by hand in a commit that changes no text.
    """

    draft: Draft
    today: date
    findings: tuple[Finding, ...] = ()
    advised: tuple[Finding, ...] = ()
    stability: Stability = field(default_factory=Stability)
    past_texts: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    topic_passages: tuple[Evidence, ...] = ()
    companions: int = 0
    dismissed: int = 0
    unreasoned: int = 0
    once_asked: tuple[str, ...] = ()
    once_required: tuple[str, ...] = ()
    once_on: frozenset[str] = frozenset()
    once_bounds: Mapping[str, tuple[GateSetting, ...]] = field(default_factory=dict)
    asked_on: Mapping[str, date] = field(default_factory=dict)
    idle_done: frozenset[str] = frozenset()

    def asking(self, what: str) -> str:
        """Return how organisations are asked for `what`; where none is named yet, that comes first."""
        if self.draft.effective_settings.organisations:
            return f"{what}: reviewtui round open --until DATE"
        return "name a partner organisation to ask: reviewtui organisation add"

    def without_remarks(self, name: str, title: str) -> Gate:
        """Return a gate about remarks where there is none."""
        flips = self.asking("ask organisations to read and remark")
        return nothing_to_judge(name, title, "nobody has remarked on anything", flips)

    def under(self, name: str, setting: GateSetting) -> "GateInput":
        """Return the same to be judged with another setting of one gate."""
        rules = self.draft.effective_settings
        return replace(
            self,
            draft=replace(self.draft, effective_settings=structs.replace(rules, gates={**rules.gates, name: setting})),
        )

    @property
    def remarks(self) -> tuple[Thread, ...]:
        """The threads that count and are not pending."""
        return tuple(t for t in self.draft.review.threads.values() if t.is_submitted)

    def since(self, organisation: str) -> str:
        """Return since when an organisation is asked, by the last round that asked it, else by the settings."""
        rounds = [each.opened.at.date() for each in self.draft.review.rounds if organisation in each.opened.asked]
        day = rounds[-1] if rounds else self.asked_on.get(organisation)
        return f" (asked on {day:%d %b %Y})" if day is not None else ""

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """Who has read each text; asked by a gate, by the work and by the question whether there is a position."""
        return coverage(self.draft, self.past_texts)

    @cached_property
    def signoffs(self) -> tuple[OrganisationSignOff, ...]:
        """Where each asked organisation stands; asked by a gate and by the work."""
        return current_signoffs(self.draft)

    def findings_of(self, check: str) -> tuple[Finding, ...]:
        """Return what one check found that stands in the way."""
        return tuple(finding for finding in self.findings if finding.check == check)

    def is_silenced(self, check: str) -> bool:
        """Whether the settings keep a check from running, or its findings from standing in the way."""
        setting = self.draft.effective_settings.check(check)
        return setting.on is False or setting.blocks is False

    def about(self, thread: Thread, what: str = "") -> Evidence:
        """Return the evidence that a thread is, with the way to its place."""
        placement = self.draft.placement(thread.id)
        section = self.draft.section_of(thread.id)
        where = f" in {section.title}" if section else ""
        words = single_spaced(thread.body) or (thread.replacement or "")
        words_shown = words if len(words) <= 72 else f"{words[:71]}…"
        name = self.draft.review.name_of(thread.id)
        text = f"{name} {thread.kind}{where}, {self._organisation(thread)}: {what or words_shown}"
        if placement is None or placement.path is None:
            return Evidence(text, thread.id)
        return Evidence(text, thread.id, placement.path, placement.start, placement.end)

    def shown(self, finding: Finding) -> Evidence:
        """Return the evidence that a finding is."""
        if not finding.path:
            return Evidence(f"{finding.message} ({finding.id})", finding=finding.id)
        where = self.draft.policy.title_at(finding.path, finding.start)
        text = f"{where}: {finding.message} ({finding.id})"
        return Evidence(text, path=finding.path, start=finding.start, end=finding.end, finding=finding.id)

    def _organisation(self, thread: Thread) -> str:
        return self.draft.effective_settings.organisation_name(thread.root.organisation)
