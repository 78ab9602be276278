"""What somebody is about to write, as a value: about what, with which words to begin with."""

from dataclasses import dataclass

from reviewtui.domain.policy.place import Place
from reviewtui.views.styled_text import StyledLine

_NEED_WORDS = frozenset({"comment", "reply", "reopen", "unsatisfied", "declined", "deferred", "dismiss"})
"""Acts that say nothing without words."""

_COMMITS = "Commit decision"
_SAVING = {
    "edit": "Save in the file",
    "release": "Release",
    "dismiss": "Commit dismissal",
    **dict.fromkeys(("accepted", "accept_with", "declined", "deferred", "noted", "settle"), _COMMITS),
}
"""What saving a form does, by act; else it is kept as pending, until it is submitted."""


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
    words to begin with, `given` those that stood there before anybody typed, where a form is gone on with; `others` are
    further places that a comment is about, `finding` what it raises.
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
    given: FormContent | None = None
    notes: tuple[StyledLine, ...] = ()
    """What stands above the fields: what saving it does, and what speaks against it."""
    around: tuple[str, str] = ("", "")
    """Some words before and behind the edited passage."""
    is_blocked: bool = False
    """Whether something stands in the way that only a reason overrides."""

    @property
    def key(self) -> str:
        """What tells it from other unsaved words."""
        where = f"{self.span[0]}-{self.span[1]}" if self.span else ""
        about = f"{self.topic}:{self.finding}" if self.finding else self.topic
        return f"{self.act}:{self.thread}:{self.section}:{where}:{self.at}:{about}"

    @property
    def has_kind(self) -> bool:
        """Whether it is a remark that was not submitted: its kind and weight can be chosen."""
        return self.act in {"comment", "suggest", "move"} or (self.act == "revise" and bool(self.start.kind))

    @property
    def needs_words(self) -> bool:
        """Whether saving it is refused without words."""
        is_objection = self.act == "signoff" and self.start.kind == "objection"
        return self.act in _NEED_WORDS or self.is_blocked or is_objection

    @property
    def save_label(self) -> str:
        """What saving it does, in a few words for the footer: what is committed others see once it is shared."""
        return _SAVING.get(self.act, "Save, pending")

    @property
    def saving_words(self) -> str:
        """What goes on once it is to be saved."""
        return {"edit": "seeing what it touches \u2026", "release": "looking at what it needs \u2026"}.get(
            self.act, "saving \u2026"
        )

    @property
    def place(self) -> Place:
        """Where the remark is to stand."""
        return Place(section=self.section, span=self.span, quote=self.quote, after=self.after, topic=self.topic)

    def is_begun(self, content: FormContent) -> bool:
        """Say whether something was written that is worth keeping."""
        given = self.given or self.start
        return content.body.strip() not in {"", given.body.strip()} or (
            self.passage is not None and content.replacement not in {self.passage, given.replacement}
        )
