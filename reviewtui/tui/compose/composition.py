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
class Written:
    """The words so far; `replacement` is what the edited passage reads now."""

    body: str = ""
    replacement: str = ""
    kind: str = ""
    blocking: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
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
    start: Written = Written()
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

    def is_begun(self, written: Written) -> bool:
        """Say whether something was written that is worth keeping."""
        return written.body.strip() not in {"", self.given} or (
            self.passage is not None and written.replacement != self.passage
        )


def command_of(composition: Composition, written: Written) -> Command:
    """Return the command that carries out what was written; a settled collision has several of its own."""
    return _COMMANDS[composition.act](composition, written)


def _kind(written: Written) -> Kind:
    return next((kind for kind in KINDS if kind == written.kind), "general")


def _comment(made: Composition, written: Written) -> Command:
    return Comment((made.place, *made.others), written.body, _kind(written), written.blocking, made.at)


def _suggest(made: Composition, written: Written) -> Command:
    return Suggest(made.place, written.replacement, written.body, _kind(written), written.blocking, made.at)


def _revise(made: Composition, written: Written) -> Command:
    changed = made.passage is not None and written.replacement != made.start.replacement
    words = written.replacement if changed else None
    if not made.has_kind:
        return Revise(made.thread, written.body, words)
    return Revise(made.thread, written.body, words, _kind(written), written.blocking)


def _decide(made: Composition, written: Written) -> Command:
    verdict: Verdict = next((v for v in get_args(Verdict) if v == made.act), "accepted")
    words = written.replacement if made.act == "accept_with" else None
    return Decide(made.thread, verdict, written.body, words)


def _sign_off(_made: Composition, written: Written) -> Command:
    position = next(known for known in POSITIONS if known == written.kind)
    return SignOff(position, written.body)


_COMMANDS: dict[str, Callable[[Composition, Written], Command]] = {
    "comment": _comment,
    "suggest": _suggest,
    "reply": lambda made, written: Reply(made.thread, written.body),
    "revise": _revise,
    "reopen": lambda made, written: Reopen(made.thread, written.body),
    "unsatisfied": lambda made, written: Answer(made.thread, satisfied=False, body=written.body),
    "release": lambda _made, written: Release(written.replacement.strip(), written.body.strip()),
    "signoff": _sign_off,
    "dismiss": lambda made, written: Dismiss(made.finding, written.body),
    "declined": _decide,
    "deferred": _decide,
    "noted": _decide,
    "accepted": _decide,
    "accept_with": _decide,
}
ACTS = frozenset({*_COMMANDS, "settle"})
"""What can be written."""
