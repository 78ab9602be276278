"""Steps of the author: founding, decisions and releases."""

import msgspec

from reviewtui.demo.handmade import FOLDER
from reviewtui.demo.stage import Stage
from reviewtui.demo.step import Step
from reviewtui.domain.actions import commands
from reviewtui.workspace.command.outcome import Outcome


class InitStep(Step, frozen=True, tag="init"):
    """The beginning of the review."""

    title: str

    def play(self, stage: Stage) -> Outcome:
        """Commit the settings."""
        return stage.carry_out(self.by, commands.BeginReview(FOLDER, self.title))


class OrganisationStep(Step, frozen=True, tag="organisation"):
    """An organisation named in the settings."""

    id: str
    name: str
    addresses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    asked: bool = False

    def play(self, stage: Stage) -> Outcome:
        """Commit the settings with the organisation."""
        command = commands.AddOrganisation(self.id, self.name, self.addresses, self.domains, (), self.asked)
        return stage.carry_out(self.by, command)


class AcceptStep(Step, frozen=True, tag="accept"):
    """A remark agreed to, with other words than the suggested ones where there is an `as`."""

    thread: str
    body: str = ""
    words: str | None = msgspec.field(name="as", default=None)

    def play(self, stage: Stage) -> Outcome:
        """Commit the decision, and a suggestion's words with it."""
        thread = stage.threads[self.thread]
        return stage.carry_out(self.by, commands.Decide(thread, "accepted", self.body, self.words))


class DeclineStep(Step, frozen=True, tag="decline"):
    """A remark declined."""

    thread: str
    body: str

    def play(self, stage: Stage) -> Outcome:
        """Commit the decision."""
        return stage.carry_out(self.by, commands.Decide(stage.threads[self.thread], "declined", self.body))


class DeferStep(Step, frozen=True, tag="defer"):
    """A remark put off."""

    thread: str
    body: str

    def play(self, stage: Stage) -> Outcome:
        """Commit the decision."""
        return stage.carry_out(self.by, commands.Decide(stage.threads[self.thread], "deferred", self.body))


class NoteStep(Step, frozen=True, tag="note"):
    """A remark taken note of."""

    thread: str
    body: str = ""

    def play(self, stage: Stage) -> Outcome:
        """Commit the decision."""
        return stage.carry_out(self.by, commands.Decide(stage.threads[self.thread], "noted", self.body))


class DuplicateStep(Step, frozen=True, tag="duplicate"):
    """A remark that says what another one says already."""

    thread: str
    of: str
    body: str = ""

    def play(self, stage: Stage) -> Outcome:
        """Commit the decision."""
        command = commands.Decide(stage.threads[self.thread], "duplicate", self.body, of=stage.threads[self.of])
        return stage.carry_out(self.by, command)


class DoneStep(Step, frozen=True, tag="done"):
    """An agreed change that was made by hand in the draft `step`."""

    thread: str
    step: str

    def play(self, stage: Stage) -> Outcome:
        """Commit which commit made the change."""
        command = commands.MarkDone(stage.threads[self.thread], stage.drafts[self.step])
        return stage.carry_out(self.by, command)


class ReleaseStep(Step, frozen=True, tag="release"):
    """A release, with the reason for which it goes out although gates do not pass."""

    version: str
    override: str = ""

    def play(self, stage: Stage) -> Outcome:
        """Commit and tag the release."""
        return stage.carry_out(self.by, commands.Release(self.version, self.override))
