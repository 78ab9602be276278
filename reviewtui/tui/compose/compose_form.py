"""What somebody is about to write, and the command that it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from reviewtui.domain.actions.commands import (
    Answer,
    Command,
    Comment,
    Decide,
    Dismiss,
    Release,
    Reopen,
    Reply,
    Revise,
    SignOff,
    Suggest,
)
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import KINDS, POSITIONS, Kind, Verdict


@dataclass(frozen=True, slots=True)
class FormContent:
    """The words so far; `replacement` is what the edited passage reads now."""

    body: str = ""
    replacement: str = ""
    kind: str = ""
    blocking: bool = False


@dataclass(frozen=True, slots=True)
class ComposeForm:
    """What is written, about what; `passage` are the words that are edited, None where none are.

    `span` counts code points of the file; `quote` are the words there, `after` those before a gap; `start` are the
    words to begin with, `given` those of them that nobody has typed; `others` are further places that a comment is
    about, `finding` what it raises.
    """

    act: str
    title: str
    hint: str = ""
    thread: str = ""
    section: str = ""
    span: tuple[int, int] | None = None
    at: str = ""
    passage: str | None = None
    start: FormContent = FormContent()
    quote: str = ""
    after: str = ""
    topic: str = ""
    finding: str = ""
    others: tuple[Place, ...] = ()
    given: str = ""

    @property
    def key(self) -> str:
        """What tells it from other unfinished words."""
        where = f"{self.span[0]}-{self.span[1]}" if self.span else ""
        about = f"{self.topic}:{self.finding}" if self.finding else self.topic
        return f"{self.act}:{self.thread}:{self.section}:{where}:{self.at}:{about}"

    @property
    def has_kind(self) -> bool:
        """Whether it is a remark that was not submitted: its kind and weight can be chosen."""
        return self.act in {"comment", "suggest"} or (self.act == "revise" and bool(self.start.kind))

    @property
    def place(self) -> Place:
        """Where the remark is to stand."""
        return Place(section=self.section, span=self.span, quote=self.quote, after=self.after, topic=self.topic)

    def is_begun(self, content: FormContent) -> bool:
        """Say whether something was written that is worth keeping."""
        return content.body.strip() not in {"", self.given} or (
            self.passage is not None and content.replacement != self.passage
        )


def command_of(form: ComposeForm, content: FormContent) -> Command:
    """Return the command that carries out what was written; a settled overlap has several of its own."""
    return _COMMANDS[form.act](form, content)


def _kind(content: FormContent) -> Kind:
    return next((kind for kind in KINDS if kind == content.kind), "general")


def _comment(made: ComposeForm, content: FormContent) -> Command:
    return Comment((made.place, *made.others), content.body, _kind(content), content.blocking, made.at)


def _suggest(made: ComposeForm, content: FormContent) -> Command:
    return Suggest(made.place, content.replacement, content.body, _kind(content), content.blocking, made.at)


def _revise(made: ComposeForm, content: FormContent) -> Command:
    changed = made.passage is not None and content.replacement != made.start.replacement
    words = content.replacement if changed else None
    if not made.has_kind:
        return Revise(made.thread, content.body, words)
    return Revise(made.thread, content.body, words, _kind(content), content.blocking)


def _decide(made: ComposeForm, content: FormContent) -> Command:
    verdict: Verdict = next((v for v in get_args(Verdict) if v == made.act), "accepted")
    words = content.replacement if made.act == "accept_with" else None
    return Decide(made.thread, verdict, content.body, words)


def _sign_off(_made: ComposeForm, content: FormContent) -> Command:
    position = next(known for known in POSITIONS if known == content.kind)
    return SignOff(position, content.body)


_COMMANDS: dict[str, Callable[[ComposeForm, FormContent], Command]] = {
    "comment": _comment,
    "suggest": _suggest,
    "reply": lambda made, content: Reply(made.thread, content.body),
    "revise": _revise,
    "reopen": lambda made, content: Reopen(made.thread, content.body),
    "unsatisfied": lambda made, content: Answer(made.thread, satisfied=False, body=content.body),
    "release": lambda _made, content: Release(content.replacement.strip(), content.body.strip()),
    "signoff": _sign_off,
    "dismiss": lambda made, content: Dismiss(made.finding, content.body),
    "declined": _decide,
    "deferred": _decide,
    "noted": _decide,
    "accepted": _decide,
    "accept_with": _decide,
}
ACTS = frozenset({*_COMMANDS, "settle"})
"""What can be written."""
