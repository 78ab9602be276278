"""Steps of the author: founding, decisions and releases."""

import msgspec

from reviewtui.demo.manual_steps import FOLDER
from reviewtui.demo.replay_context import ReplayContext, StoryStep
from reviewtui.domain.actions import commands
from reviewtui.workspace.command.outcome import Outcome


class InitStep(StoryStep, frozen=True, tag="init"):
    """The beginning of the review."""

    title: str

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the settings."""
        return context.carry_out(self.by, commands.BeginReview(FOLDER, self.title))


class OrganisationStep(StoryStep, frozen=True, tag="organisation"):
    """An organisation named in the settings."""

    id: str
    name: str
    addresses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    asked: bool = False

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the settings with the organisation."""
        command = commands.AddOrganisation(self.id, self.name, self.addresses, self.domains, (), self.asked)
        return context.carry_out(self.by, command)


class AcceptStep(StoryStep, frozen=True, tag="accept"):
    """A remark agreed to, with other words than the suggested ones where there is an `as`."""

    thread: str
    body: str = ""
    words: str | None = msgspec.field(name="as", default=None)

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the decision, and a suggestion's words with it."""
        thread = context.threads[self.thread]
        return context.carry_out(self.by, commands.Decide(thread, "accepted", self.body, self.words))


class DeclineStep(StoryStep, frozen=True, tag="decline"):
    """A remark declined."""

    thread: str
    body: str

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the decision."""
        return context.carry_out(self.by, commands.Decide(context.threads[self.thread], "declined", self.body))


class DeferStep(StoryStep, frozen=True, tag="defer"):
    """A remark put off."""

    thread: str
    body: str

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the decision."""
        return context.carry_out(self.by, commands.Decide(context.threads[self.thread], "deferred", self.body))


class NoteStep(StoryStep, frozen=True, tag="note"):
    """A remark taken note of."""

    thread: str
    body: str = ""

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the decision."""
        return context.carry_out(self.by, commands.Decide(context.threads[self.thread], "noted", self.body))


class DuplicateStep(StoryStep, frozen=True, tag="duplicate"):
    """A remark that says what another one says already."""

    thread: str
    of: str
    body: str = ""

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the decision."""
        command = commands.Decide(context.threads[self.thread], "duplicate", self.body, of=context.threads[self.of])
        return context.carry_out(self.by, command)


class DoneStep(StoryStep, frozen=True, tag="done"):
    """An agreed change that was made by hand in the draft `step`."""

    thread: str
    step: str

    def play(self, context: ReplayContext) -> Outcome:
        """Commit which commit made the change."""
        command = commands.MarkDone(context.threads[self.thread], context.drafts[self.step])
        return context.carry_out(self.by, command)


class ReleaseStep(StoryStep, frozen=True, tag="release"):
    """A release, with the reason for which it goes out although gates do not pass."""

    version: str
    override: str = ""

    def play(self, context: ReplayContext) -> Outcome:
        """Commit and tag the release."""
        return context.carry_out(self.by, commands.Release(self.version, self.override))
