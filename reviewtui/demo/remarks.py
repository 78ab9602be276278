"""Steps in which people remark on the text and talk about their remarks."""

from typing import Literal

from reviewtui.demo.stage import Stage
from reviewtui.demo.step import Step
from reviewtui.domain.actions import commands
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import Kind, Position
from reviewtui.workspace.command.outcome import Outcome


class CommentStep(Step, frozen=True, tag="comment"):
    """A comment on a passage, a section, a topic, two passages or (`whole`) the policy; `at` an older version."""

    key: str
    body: str
    kind: Kind = "general"
    section: str = ""
    quote: str = ""
    topic: str = ""
    whole: bool = False
    also: str = ""
    also_quote: str = ""
    blocking: bool = False
    at: str = ""

    def play(self, stage: Stage) -> Outcome:
        """Save the comment, and remember its thread under its key."""
        places = [Place(section=self.section, quote=self.quote, topic=self.topic)]
        if self.also:
            places.append(Place(section=self.also, quote=self.also_quote))
        command = commands.Comment(tuple(places), self.body, self.kind, self.blocking, self.at)
        return _rooted(stage, self.by, self.key, command)


class SuggestStep(Step, frozen=True, tag="suggest"):
    """A suggestion: `replace` for a quote, or `insert` behind one."""

    key: str
    section: str
    quote: str = ""
    replace: str = ""
    after: str = ""
    insert: str = ""
    body: str = ""
    kind: Kind = "wording"
    blocking: bool = False
    at: str = ""

    def play(self, stage: Stage) -> Outcome:
        """Save the suggestion, and remember its thread under its key."""
        place = Place(section=self.section, quote=self.quote, after=self.after)
        words = self.insert if self.after else self.replace
        command = commands.Suggest(place, words, self.body, self.kind, self.blocking, self.at)
        return _rooted(stage, self.by, self.key, command)


class ReplyStep(Step, frozen=True, tag="reply"):
    """A reply in a thread."""

    thread: str
    body: str

    def play(self, stage: Stage) -> Outcome:
        """Save the reply."""
        return stage.carry_out(self.by, commands.Reply(stage.threads[self.thread], self.body))


class ReviseStep(Step, frozen=True, tag="revise"):
    """One's own remark said anew."""

    thread: str
    body: str
    replace: str | None = None

    def play(self, stage: Stage) -> Outcome:
        """Save the new words."""
        return stage.carry_out(self.by, commands.Revise(stage.threads[self.thread], self.body, self.replace))


class WithdrawStep(Step, frozen=True, tag="withdraw"):
    """A remark taken back."""

    thread: str
    body: str = ""

    def play(self, stage: Stage) -> Outcome:
        """Save the withdrawal."""
        return stage.carry_out(self.by, commands.Withdraw(stage.threads[self.thread], self.body))


class ReopenStep(Step, frozen=True, tag="reopen"):
    """A decided remark brought up again."""

    thread: str
    body: str

    def play(self, stage: Stage) -> Outcome:
        """Save the re-opening."""
        return stage.carry_out(self.by, commands.Reopen(stage.threads[self.thread], self.body))


class LinkStep(Step, frozen=True, tag="link"):
    """Two threads said to belong together."""

    thread: str
    to: str
    relation: Literal["duplicate", "related"] = "related"

    def play(self, stage: Stage) -> Outcome:
        """Save the link."""
        thread, other = stage.threads[self.thread], stage.threads[self.to]
        return stage.carry_out(self.by, commands.LinkThreads(thread, other, self.relation == "duplicate"))


class AnswerStep(Step, frozen=True, tag="answer"):
    """What the remark's side says of the author's answer."""

    thread: str
    satisfied: bool
    body: str = ""

    def play(self, stage: Stage) -> Outcome:
        """Save the answer."""
        return stage.carry_out(self.by, commands.Answer(stage.threads[self.thread], self.satisfied, self.body))


class SignOffStep(Step, frozen=True, tag="signoff"):
    """An organisation's position on sections; none named means all."""

    position: Position
    body: str = ""
    clears_when: str = ""
    sections: tuple[str, ...] = ()

    def play(self, stage: Stage) -> Outcome:
        """Save the sign-off."""
        command = commands.SignOff(self.position, self.body, self.clears_when, self.sections)
        return stage.carry_out(self.by, command)


class SubmitStep(Step, frozen=True, tag="submit"):
    """Pending words committed."""

    def play(self, stage: Stage) -> Outcome:
        """Commit everything of this person that is pending."""
        return stage.carry_out(self.by, commands.Submit())


def _rooted(stage: Stage, by: str, key: str, command: commands.Comment | commands.Suggest) -> Outcome:
    outcome = stage.carry_out(by, command)
    stage.threads[key] = outcome.thread
    return outcome
