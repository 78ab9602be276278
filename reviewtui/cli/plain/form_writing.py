"""Writing line by line; each line is on the disk before the next one is asked for, as the app's drafts are."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewtui.cli.command_registry import COMMANDS
from reviewtui.cli.options import from_editor
from reviewtui.cli.output import has_terminal
from reviewtui.cli.plain.plain_sentences import in_plain_words
from reviewtui.cli.plain.plain_session import PlainSession
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.events import KINDS
from reviewtui.domain.refusal import ReviewError
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.form_commands import commands_of
from reviewtui.views.compose.form_questions import question_before
from reviewtui.views.spoken.spoken_line import spoken_lines
from reviewtui.workspace.session.unsaved_form import UnsavedWriter, restored_form

_HOW = "Write line by line. A line with a lone full stop ends it; .help on a line says what else a line can do."
_HELP = (
    "A lone full stop ends the words. Typed at once, it keeps the words that are there.",
    ".say reads back what you have written. .clear begins anew. .none leaves it empty, which deletes a passage.",
    ".more goes on with the words that are there, instead of writing them anew.",
    ".edit opens your editor. .drop throws away all that you have written here.",
    "Ctrl+C or the end of input leave; what you have written stays on this disk, and continue goes on with it.",
)
_AFTER_COMMANDS = frozenset({"open", "remark", "section", "policy", "draft"})
"""What may follow the name of a command in a line that is likely meant as one, besides a number."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """The lines of one field; `given` are the words that stay as long as there is no line."""

    lines: list[str]
    given: str

    @property
    def words(self) -> str:
        """What the field holds."""
        return "\n".join(self.lines) if self.lines else self.given


class WritingDiscarded(Exception):
    """Somebody threw away what they were writing."""


class FormWriting:
    """Has one form written, and saved."""

    def __init__(self, session: PlainSession, form: ComposeForm, *, goes_on: bool = False) -> None:
        """Begin with the words of `form`; `goes_on` says that somebody typed them before and goes on with them."""
        self._session = session
        self._form = form
        self._content = form.start
        self._goes_on = goes_on
        self._writer = UnsavedWriter(lambda: session.workspace.unsaved)

    def write(self) -> None:
        """Have it written, and save it.

        Raises:
            ReviewError: it could not be saved; the words are kept.
        """
        form = self._form
        self._session.say(f"{form.title}.", *spoken_lines(form.notes))
        try:
            self._write_fields()
        except WritingDiscarded:
            self._writer.forget(form.key)
            self._writer.flush()
            self._session.say("Thrown away.")
            return
        try:
            self._save()
        except ReviewError:
            if form.is_begun(self._content):
                self._session.say("It was not saved. Your words are kept: continue goes on with them.")
            raise

    def _write_fields(self) -> None:
        form = self._form
        if form.passage is not None:
            self._write_passage(form.passage)
        if form.act not in {"edit", "settle"}:
            self._write_field("body", _asked_for(form))
        if form.has_kind:
            self._choose_kind()

    def _write_passage(self, passage: str) -> None:
        if self._form.act == "release":
            name = self._session.terminal.ask(f"Version, Enter for {self._content.replacement}: ").strip()
            self._keep(replacement=name or self._content.replacement)
            return
        self._session.say(*_lines("It reads now", passage) if passage else ("Nothing stands there now.",))
        self._write_field("replacement", "The new words")

    def _write_field(self, field: str, what: str) -> None:
        """Have one field written line by line, and keep it with each line."""
        given = str(getattr(self._content, field))
        text = FieldText(given.split("\n") if given and self._goes_on else [], given)
        if given and given != self._form.passage:
            self._session.say(*_lines("So far" if self._goes_on else "Given", given))
        self._session.say(f"{what}. {_HOW}")
        while True:
            line = self._next_line(field, text)
            if line.strip() in {".", ".none"}:
                is_emptied = line.strip() == ".none"
                lacking = self._lacking(field, "" if is_emptied else text.words, is_emptied=is_emptied)
                if not lacking:
                    break
                self._session.say(lacking)
                text = FieldText([], text.given) if not text.words.strip() else text
                continue
            order = _ORDERS.get(line.strip())
            text = order(self, text) if order is not None else FieldText([*text.lines, line], text.given)
            self._keep(**{field: text.words})
            if self._is_like_a_command(line):
                self._session.say(f"{line.strip()} is a line of what you write now. A lone full stop ends it.")
        self._keep(**{field: "" if is_emptied else text.words})

    def _lacking(self, field: str, words: str, *, is_emptied: bool) -> str:
        """Say why these words cannot be saved, before more is asked; empty where they can."""
        form = self._form
        if field == "body":
            return f"{_NEEDED[form.is_blocked]} .drop leaves it." if form.needs_words and not words.strip() else ""
        if form.act not in {"suggest", "edit"}:
            return ""
        if words == form.passage:
            return "Nothing would change by that. Write other words; .none deletes the passage, .drop leaves it."
        if not words.strip() and not is_emptied:
            return "There are no words in it. Write some; .none deletes the passage, .drop leaves it."
        return ""

    def _is_like_a_command(self, line: str) -> bool:
        """Say whether a line is only the name of a command, so that somebody may take it for one."""
        name, _, rest = line.strip().casefold().partition(" ")
        is_alone = not rest or rest.isdecimal() or rest in _AFTER_COMMANDS
        return is_alone and (name in self._session.command_words or name in COMMANDS)

    def _next_line(self, field: str, text: FieldText) -> str:
        """Ask for a line; who leaves in the middle of one finds its beginning again."""
        try:
            return self._session.terminal.ask(": ")
        except KeyboardInterrupt:
            begun = self._session.terminal.unfinished_line()
            if begun:
                self._keep(**{field: FieldText([*text.lines, begun], text.given).words})
            raise

    def _keep(self, **changed: str) -> None:
        """Bring what is written to the disk."""
        self._content = replace(self._content, **changed)  # type: ignore[arg-type]
        self._writer.note(self._form, self._content)
        self._writer.flush()

    def _say_back(self, text: FieldText) -> FieldText:
        self._session.say(*_lines("So far", text.words or "nothing"))
        return text

    def _help(self, text: FieldText) -> FieldText:
        self._session.say(*_HELP)
        return text

    def _edit(self, text: FieldText) -> FieldText:
        if not has_terminal():
            self._session.say("An editor needs a terminal; write line by line here.")
            return text
        try:
            edited = from_editor(text.words)
        except ReviewError as error:
            self._session.say(in_plain_words(str(error)))
            return text
        return self._say_back(FieldText(edited.split("\n") if edited else [], ""))

    def _drop(self, _text: FieldText) -> FieldText:
        raise WritingDiscarded

    def _choose_kind(self) -> None:
        """Ask for kind and weight in one line, until both are understood."""
        weight = "blocking" if self._content.blocking else "not blocking"
        prompt = f"Kind {self._content.kind}, {weight}. Enter keeps that, or type another kind, blocking, or both: "
        while True:
            words = re.split(r"[\s,]+", self._session.terminal.ask(prompt).strip().casefold())
            unknown = [word for word in words if word not in {*KINDS, "blocking", "not", ""}]
            if not unknown:
                break
            self._session.say(f"'{unknown[0]}' is no kind. The kinds are {', '.join(KINDS)}.")
        kind = next((word for word in words if word in KINDS), self._content.kind)
        blocking = "not" not in words if "blocking" in words else self._content.blocking
        self._content = replace(self._content, kind=kind, blocking=blocking)
        self._keep()

    def _judged(self) -> tuple[Readiness, int]:
        """Return how ready the draft is, and how many events are pending."""
        workspace, draft = self._session.workspace, self._session.draft
        return workspace.judge.readiness(draft), workspace.versions.overview(draft).pending

    def _save(self) -> None:
        form, session = self._form, self._session
        asked = question_before(session.draft, form, self._content, self._judged)
        if asked is not None and not session.confirm(asked):
            session.say("Not saved. Your words are kept: continue goes on with them.")
            return
        outcomes = session.carry_out(*commands_of(form, self._content))
        self._writer.forget(form.key)
        self._writer.flush()
        if any(outcome.event and not outcome.commit for outcome in outcomes):
            session.say("Nobody else sees it until you type submit.")


_ORDERS: dict[str, Callable[[FormWriting, FieldText], FieldText]] = {
    ".say": FormWriting._say_back,  # noqa: SLF001 - the orders are this class's own
    ".help": FormWriting._help,  # noqa: SLF001
    ".edit": FormWriting._edit,  # noqa: SLF001
    ".drop": FormWriting._drop,  # noqa: SLF001
    ".clear": lambda _writing, _text: FieldText([], ""),
    ".more": lambda _writing, text: FieldText([*(text.given.split("\n") if text.given else []), *text.lines], ""),
}
"""What a line can ask for instead of being a line of the words."""


_NEEDED = {False: "It needs words; without them it is not saved.", True: "A reason is required to release it."}


def _asked_for(form: ComposeForm) -> str:
    """What the words of a form are, and whether they may be left out."""
    if form.is_blocked:
        return "Why is it released all the same? A reason is required"
    if form.act == "signoff" and form.needs_words:
        return "What would clear it? Words are required"
    return "Your words" if form.needs_words else "Why, if you want to say; a lone full stop leaves it out"


def continue_writing(session: PlainSession) -> None:
    """Go on with the words that were typed last and are not saved yet."""
    kept = session.workspace.unsaved.all()
    if not kept:
        session.say("Nothing is half written.")
        return
    judge = session.workspace.judge
    inspection = judge.inspection(session.draft)
    restored = (
        restored_form(words, session.draft, inspection, lambda: judge.readiness(session.draft))
        for words in reversed(kept)
    )
    form = next((each for each in restored if each is not None), None)
    if form is None:
        stranded = kept[-1]
        session.say("What was typed is about something that is not in this draft any more.")
        session.say(*_lines("It reads", "\n".join(words for words in (stranded.replacement, stranded.body) if words)))
        if session.agree("throw it away"):
            session.workspace.unsaved.forget(stranded.key)
            session.say("Thrown away.")
        else:
            session.say("It stays on this disk.")
        return
    FormWriting(session, form, goes_on=True).write()


def _lines(label: str, words: str) -> list[str]:
    first, *others = words.splitlines() or [""]
    return [f"{label}: {first}", *others]
