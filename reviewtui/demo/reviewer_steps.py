"""Steps in which people remark on the text and talk about their remarks."""

from typing import Literal

from reviewtui.demo.replay_context import ReplayContext, StoryStep
from reviewtui.domain.actions import commands
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import Position, RemarkKind
from reviewtui.workspace.command.outcome import Outcome


class CommentStep(StoryStep, frozen=True, tag="comment"):
    """A comment on a passage, a section, a topic, two passages or, if it names none, the policy; `at` an older one."""

    key: str
    body: str
    kind: RemarkKind = "general"
    section: str = ""
    quote: str = ""
    topic: str = ""
    also: str = ""
    also_quote: str = ""
    blocking: bool = False
    at: str = ""

    def play(self, context: ReplayContext) -> Outcome:
        """Save the comment, and remember its thread under its key."""
        places = [Place(section=self.section, quote=self.quote, topic=self.topic)]
        if self.also:
            places.append(Place(section=self.also, quote=self.also_quote))
        command = commands.Comment(tuple(places), self.body, self.kind, self.blocking, self.at)
        return _rooted(context, self.by, self.key, command)


class SuggestStep(StoryStep, frozen=True, tag="suggest"):
    """A suggestion: `replace` for a quote, or `insert` behind one."""

    key: str
    section: str
    quote: str = ""
    replace: str = ""
    after: str = ""
    insert: str = ""
    body: str = ""
    kind: RemarkKind = "wording"
    blocking: bool = False
    at: str = ""

    def play(self, context: ReplayContext) -> Outcome:
        """Save the suggestion, and remember its thread under its key."""
        place = Place(section=self.section, quote=self.quote, after=self.after)
        words = self.insert if self.after else self.replace
        command = commands.Suggest(place, words, self.body, self.kind, self.blocking, self.at)
        return _rooted(context, self.by, self.key, command)


class ReplyStep(StoryStep, frozen=True, tag="reply"):
    """A reply in a thread."""

    thread: str
    body: str

    def play(self, context: ReplayContext) -> Outcome:
        """Save the reply."""
        return context.carry_out(self.by, commands.Reply(context.threads[self.thread], self.body))


class ReviseStep(StoryStep, frozen=True, tag="revise"):
    """One's own remark said anew."""

    thread: str
    body: str
    replace: str | None = None

    def play(self, context: ReplayContext) -> Outcome:
        """Save the new words."""
        return context.carry_out(self.by, commands.Revise(context.threads[self.thread], self.body, self.replace))


class WithdrawStep(StoryStep, frozen=True, tag="withdraw"):
    """A remark taken back."""

    thread: str
    body: str = ""

    def play(self, context: ReplayContext) -> Outcome:
        """Save the withdrawal."""
        return context.carry_out(self.by, commands.Withdraw(context.threads[self.thread], self.body))


class ReopenStep(StoryStep, frozen=True, tag="reopen"):
    """A decided remark brought up again."""

    thread: str
    body: str

    def play(self, context: ReplayContext) -> Outcome:
        """Save the re-opening."""
        return context.carry_out(self.by, commands.Reopen(context.threads[self.thread], self.body))


class LinkStep(StoryStep, frozen=True, tag="link"):
    """Two threads said to belong together."""

    thread: str
    to: str
    relation: Literal["duplicate", "related"] = "related"

    def play(self, context: ReplayContext) -> Outcome:
        """Save the link."""
        thread, other = context.threads[self.thread], context.threads[self.to]
        return context.carry_out(self.by, commands.LinkThreads(thread, other, self.relation == "duplicate"))


class AnswerStep(StoryStep, frozen=True, tag="answer"):
    """What the remark's side says of the author's answer."""

    thread: str
    satisfied: bool
    body: str = ""

    def play(self, context: ReplayContext) -> Outcome:
        """Save the answer."""
        return context.carry_out(self.by, commands.Answer(context.threads[self.thread], self.satisfied, self.body))


class SignOffStep(StoryStep, frozen=True, tag="signoff"):
    """An organisation's position on sections; none named means all."""

    position: Position
    body: str = ""
    clears_when: str = ""
    sections: tuple[str, ...] = ()

    def play(self, context: ReplayContext) -> Outcome:
        """Save the sign-off."""
        command = commands.SignOff(self.position, self.body, self.clears_when, self.sections)
        return context.carry_out(self.by, command)


class SubmitStep(StoryStep, frozen=True, tag="submit"):
    """Pending words committed."""

    def play(self, context: ReplayContext) -> Outcome:
        """Commit everything of this person that is pending."""
        return context.carry_out(self.by, commands.Submit())


def _rooted(context: ReplayContext, by: str, key: str, command: commands.Comment | commands.Suggest) -> Outcome:
    outcome = context.carry_out(by, command)
    context.threads[key] = outcome.thread
    return outcome
