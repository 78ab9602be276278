"""One frozen value with all that a screen or a command needs: the text, the review and where each remark stands."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reviewtui.domain.person import Person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.policy.versions import Version, upcoming
from reviewtui.domain.record.record import Problem, Recorded, SettingsChange
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.known_changes import KnownChanges
from reviewtui.domain.settings.settings import UNAFFILIATED, Settings
from reviewtui.text.placement.place_values import Placement
from reviewtui.text.words.spacing import single_spaced


@dataclass(frozen=True)
class Draft:
    """A policy at one version with its review.

    `settings` are those of the file at hand, by which the text is read; `effective_settings` those by which everything
    is judged: the ones in force, never edits that nobody has allowed yet. Where none are in force they are those at
    hand, and `in_force` is False: then nobody may do anything. `founded` is False without settings; `placements` holds
    one entry for each anchor of each thread, in their order and None for a topic; `known_changes` what accounts for a
    change around an open suggestion; `flags` those flags of threads that only the text can tell; `past_texts` are those
    older texts, by blob, that sign-offs and change classes speak of; `unclaimed` are tags that read as version numbers
    and are no release; `settings_changes` are the commits that changed the settings, oldest first.
    """

    settings: Settings
    founded: bool
    effective_settings: Settings
    policy: Policy
    version: Version
    review: Review
    placements: Mapping[str, tuple[Placement | None, ...]] = field(default_factory=dict)
    known_changes: Mapping[str, KnownChanges] = field(default_factory=dict)
    flags: Mapping[str, frozenset[str]] = field(default_factory=dict)
    me: Person | None = None
    in_force: bool = True
    problems: tuple[Problem, ...] = ()
    releases: tuple[Version, ...] = ()
    unclaimed: tuple[Version, ...] = ()
    past_texts: Mapping[str, str] = field(default_factory=dict)
    settings_changes: tuple[SettingsChange, ...] = ()
    trust_changes: tuple[str, ...] = ()
    """What of founder, authors and keys this clone had not taken note of; it only warns."""
    review_on: str = ""
    """A branch that has the review, where the commit that is looked at has none; empty where no branch has one."""
    look_alikes: frozenset[str] = frozenset()
    """Addresses (`Person.key`) of people whom a reader may take for another one, so that they are shown with it."""

    def called(self, person: Person) -> str:
        """Return what a reader sees of somebody: the name, and the address where it alone tells them from another."""
        return f"{person.name} <{person.address}>" if person.key in self.look_alikes else person.name

    @property
    def alarms(self) -> tuple[Problem, ...]:
        """The problems that somebody has to do something about."""
        return tuple(problem for problem in self.problems if not problem.settled)

    @property
    def no_review(self) -> str:
        """What to know and to do where there is no review."""
        if self.review_on:
            way = f"git switch {shlex.quote(self.review_on)}"
            return f"This commit has no review; the branch {self.review_on} has one: {way}"
        way = f"reviewtui init --policy {shlex.quote(self.policy.folder)}"
        return f"This repository has no review yet; begin one with: {way}"

    @property
    def organisation(self) -> str:
        """The organisation that I speak for."""
        if self.me is None or not self.in_force:
            return UNAFFILIATED
        return self.effective_settings.organisation_of(self.me)

    @property
    def is_author(self) -> bool:
        """Whether I decide and release."""
        return self.me is not None and self.in_force and self.effective_settings.is_author(self.me)

    @property
    def target(self) -> str:
        """The version that is worked on: the one that the settings name, or the next one once that is released."""
        return upcoming(self.effective_settings.target, {version.name for version in self.releases})

    @property
    def my_pending(self) -> tuple[Recorded, ...]:
        """My own events that are not submitted yet."""
        return self.review.pending_of(self.me.address) if self.me is not None else ()

    @property
    def others_pending(self) -> tuple[Recorded, ...]:
        """What others have said in this clone and not submitted yet; as my own, nobody elsewhere has it."""
        own = {recorded.path for recorded in self.my_pending}
        return tuple(recorded for recorded in self.review.pending() if recorded.path not in own)

    def texts_by_blob(self) -> dict[str, str]:
        """Return the texts of the policy, and the older ones that are spoken of, by blob."""
        return {**self.past_texts, **{text.blob: text.text for text in self.policy.texts.values()}}

    def placement(self, thread: str) -> Placement | None:
        """Return where the thread's first anchor stands; None for a remark on the whole policy or a topic."""
        places = self.placements.get(thread, ())
        return places[0] if places else None

    def places(self, thread: Thread) -> tuple[tuple[Anchor, Placement | None], ...]:
        """Return each anchor of a thread with where it stands; None for a topic, and where nothing was placed."""
        nowhere = (None,) * len(thread.anchors)
        return tuple(zip(thread.anchors, self.placements.get(thread.id, nowhere), strict=True))

    def section_of(self, thread: str) -> Section | None:
        """Return the section in which a thread stands now."""
        placement = self.placement(thread)
        if placement is None or placement.path is None:
            return None
        return self.policy.section_at(placement.path, placement.start)

    def is_as_decided(self, thread: Thread, before: str, after: str) -> bool:
        """Say whether `before` became `after` by decisions alone: the thread's own, or that with those of others."""
        own = [edit.flat for edit in thread.decision.all_edits] if thread.decision is not None else []
        was, now = single_spaced(before), single_spaced(after)
        if not (own and was and now):
            return False
        if any(was in taken and now in put and any(put in text for text in self._flat_texts) for taken, put in own):
            return True
        for taken, put in dict.fromkeys((*own, *self._decided_edits)):
            if taken and was.count(taken) == 1:
                was = was.replace(taken, put)
            elif not taken and now.count(put) == 1:
                now = now.replace(f" {put}" if f" {put}" in now else put, "")
        return was.split() == now.split()

    @cached_property
    def _decided_edits(self) -> tuple[tuple[str, str], ...]:
        """The words that all decisions took and put, however they are wrapped."""
        decisions = (each.decision for each in self.review.threads.values() if each.decision is not None)
        return tuple(edit.flat for decision in decisions for edit in decision.all_edits)

    @cached_property
    def _flat_texts(self) -> tuple[str, ...]:
        """The texts, however they are wrapped."""
        return tuple(single_spaced(text.text) for text in self.policy.texts.values())

    def all_flags(self, thread: Thread) -> tuple[str, ...]:
        """Return every flag of a thread, those that the text tells included, in a fixed order."""
        return tuple(sorted(thread.flags | self.flags.get(thread.id, frozenset())))

    def flags_in_words(self, thread: Thread) -> tuple[str, ...]:
        """Return the same as people read them: where only an answer is pending, others know the remark."""
        names = {} if thread.is_pending else {"pending": "something pending"}
        return tuple(names.get(flag, flag) for flag in self.all_flags(thread))
