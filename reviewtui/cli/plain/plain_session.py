"""What every line of a plain session works with: the review, the place in it, and the remark at hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewtui.cli.plain.line_terminal import LineTerminal
from reviewtui.cli.plain.plain_sentences import in_plain_words
from reviewtui.domain.actions.commands import Command
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.identifier import resolve
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.policy.versions import wanted_version
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.views.compose.question import Question
from reviewtui.views.spoken.paragraphs import SpokenParagraph, paragraph_at, spoken_paragraphs
from reviewtui.views.spoken.spoken_line import spoken_lines
from reviewtui.views.spoken.spoken_remark import remark_sentences
from reviewtui.views.threads.remark_marks import marks_by_section, stop_of
from reviewtui.views.threads.thread_filter import ThreadFilter
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.workspace import Workspace


@dataclass(frozen=True)
class ReadingPlace:
    """A paragraph of a section of a draft; both are counted from 0. A section without words has no paragraph."""

    draft: Draft
    number: int = 0
    at: int = 0

    @property
    def section(self) -> Section:
        """The section that is read."""
        return self.draft.policy.sections[self.number]

    @property
    def version(self) -> str:
        """The version that is read; empty for the draft."""
        return self.draft.version.wanted

    @cached_property
    def paragraphs(self) -> tuple[SpokenParagraph, ...]:
        """The paragraphs of the section."""
        return spoken_paragraphs(self.draft, self.section)

    @property
    def paragraph(self) -> SpokenParagraph | None:
        """The paragraph that is read."""
        return self.paragraphs[self.at] if self.at < len(self.paragraphs) else None

    @cached_property
    def remarks(self) -> tuple[Thread, ...]:
        """The remarks that begin in this paragraph."""
        marks = marks_by_section(self.draft, ThreadFilter()).get(self.section, ())
        here = (mark for mark in marks if paragraph_at(self.paragraphs, mark.start) == self.at)
        ids = dict.fromkeys(mark.thread for mark in sorted(here, key=lambda mark: mark.start))
        return tuple(self.draft.review.threads[identifier] for identifier in ids)

    @property
    def sentence(self) -> str:
        """Where that is, in one sentence."""
        sections, paragraphs = len(self.draft.policy.sections), len(self.paragraphs)
        version = f"Version {self.version}. " if self.version else ""
        where = f"Section {self.number + 1} of {sections}, {self.section.title}"
        if not paragraphs:
            return f"{version}{where}: it has no words."
        remarks = f", {counted(len(self.remarks), 'remark')}" if self.remarks else ""
        return f"{version}{where}, paragraph {self.at + 1} of {paragraphs}{remarks}."

    def section_at(self, number: int) -> "ReadingPlace":
        """Return the beginning of another section, counted from 0."""
        return ReadingPlace(self.draft, number)

    def paragraph_at(self, at: int) -> "ReadingPlace":
        """Return another paragraph of the section, counted from 0; the nearest one that there is."""
        return ReadingPlace(self.draft, self.number, max(0, min(at, len(self.paragraphs) - 1)))

    def following(self) -> "ReadingPlace | None":
        """Return the next paragraph, that of the next section included; None at the end."""
        if self.at + 1 < len(self.paragraphs):
            return self.paragraph_at(self.at + 1)
        if self.number + 1 < len(self.draft.policy.sections):
            return self.section_at(self.number + 1)
        return None

    def preceding(self) -> "ReadingPlace | None":
        """Return the paragraph before, that of the section before included; None at the beginning."""
        if self.at:
            return self.paragraph_at(self.at - 1)
        if self.number:
            before = self.section_at(self.number - 1)
            return before.paragraph_at(len(before.paragraphs) - 1)
        return None

    def offset_at(self, number: int, offset: int) -> "ReadingPlace":
        """Return the paragraph that holds a character of a section's file."""
        section = self.section_at(number)
        return section.paragraph_at(paragraph_at(section.paragraphs, offset))

    def of_thread(self, thread: str) -> "ReadingPlace | None":
        """Return where a remark stands; None where it has no place."""
        stop = stop_of(self.draft, thread)
        return self.offset_at(stop.section, stop.offset) if stop is not None else None

    def in_draft(self, draft: Draft) -> "ReadingPlace":
        """Return the same place in another draft: the paragraph with the same words, else the one of that number."""
        if not draft.policy.sections:
            raise Refused("The policy has no section any more; get its text back first.")
        sections = draft.policy.sections
        number = next((n for n, each in enumerate(sections) if each.name == self.section.name), self.number)
        there = ReadingPlace(draft, min(number, len(sections) - 1))
        words = self.paragraph.words if self.paragraph is not None else ""
        same = [n for n, each in enumerate(there.paragraphs) if each.words == words]
        return there.paragraph_at(min(same, key=lambda n: abs(n - self.at)) if same else self.at)


class PlainSession:
    """A person at work, line by line."""

    def __init__(self, workspace: Workspace, terminal: LineTerminal, words: frozenset[str] = frozenset()) -> None:
        """Begin at the first paragraph; `words` are those with which a line can ask for something."""
        self.command_words = words
        self.workspace = workspace
        self.terminal = terminal
        draft = workspace.load()
        self._stamp = workspace.change_stamp(draft.policy.folder)
        self.place = ReadingPlace(draft)
        self._before: list[ReadingPlace] = []
        self._thread = ""
        self.hits: tuple[tuple[int, int], ...] = ()
        """Sections and paragraphs that hold the words that were searched for, and are still to be visited."""
        self._touched = ""

    @property
    def draft(self) -> Draft:
        """The policy with its review, at the version that is read."""
        return self.place.draft

    def say(self, *sentences: str) -> None:
        """Say sentences."""
        self.terminal.say(*sentences)

    def load(self, version: str | None = None) -> None:
        """Read the review again, or another version; the place stays the same as far as it can."""
        name = self.draft.version.name if version is None else version
        stamp = self.workspace.change_stamp(self.draft.policy.folder)
        self.place = self.place.in_draft(self.workspace.load(wanted_version(name)))
        if version is None:
            # Only now: a look that failed is made again.
            self._stamp = stamp

    def catch_up(self) -> None:
        """Read the review again where something changed outside."""
        if self.workspace.change_stamp(self.draft.policy.folder) != self._stamp:
            self.load()

    def go(self, place: ReadingPlace, *, jump: bool = False) -> None:
        """Go to a place, and read it; a `jump` can be taken back."""
        if jump:
            self._before.append(self.place)
        self.place = place
        self.read()

    def go_back(self) -> None:
        """Go to where one was before the last jump.

        Raises:
            Refused: there was none.
        """
        if not self._before:
            raise Refused("You have not jumped from anywhere.")
        self.go(self._before.pop().in_draft(self.draft))

    def say_where(self) -> None:
        """Say where one is."""
        self.say(self.place.sentence)

    def read(self) -> None:
        """Say where one is, what stands there, and the remarks on it."""
        self.say_where()
        if self.place.paragraph is not None:
            self.say(self.place.paragraph.sentence)
        for thread in self.place.remarks:
            self.say(*remark_sentences(self.draft, thread))
        self.point_at(self.place.remarks)

    def point_at(self, threads: Sequence[Thread]) -> None:
        """Take the one remark that was heard as the one at hand; of several it has to be said which."""
        if threads:
            self._thread = threads[0].id if len(threads) == 1 else ""

    def thread(self, name: str) -> Thread:
        """Return the remark that is named by an end of its id; without a name the only one that was heard last.

        Raises:
            Refused: there is no such remark, or none or several were heard.
        """
        threads = self.draft.review.threads
        if name:
            self._thread = resolve(name, threads)
        elif self._thread not in threads:
            raise Refused("Say which remark: its four letters or digits, as they are said with it.")
        return threads[self._thread]

    def last_touched(self) -> Thread | None:
        """Return the remark that was changed last, by a line of this session."""
        return self.draft.review.threads.get(self._touched)

    def carry_out(self, *commands: Command) -> tuple[Outcome, ...]:
        """Carry commands out, say what came of each, and read the review again.

        Raises:
            ReviewError: one was not possible; those before it are done.
        """
        outcomes = []
        try:
            for command in commands:
                outcomes.append(self.workspace.carry_out(command))
                self.say(*map(in_plain_words, (outcomes[-1].message, *outcomes[-1].warnings)))
        finally:
            if outcomes:
                self._thread = outcomes[-1].thread or self._thread
                self._touched = outcomes[-1].thread
                self.load()
        return tuple(outcomes)

    def confirm(self, question: Question) -> bool:
        """Say what would be done, and say whether it is wanted."""
        self.say(question.title, *spoken_lines(question.lines))
        return self.agree(question.yes)

    def agree(self, what: str) -> bool:
        """Ask for a yes."""
        return self.terminal.ask(f"Type yes to {what}, Enter to leave it: ").strip().casefold() in {"y", "yes"}

    def ask(self, question: Question) -> None:
        """Ask a question, and carry out what it is about if it is wanted."""
        if self.confirm(question):
            self.carry_out(*question.commands)
        else:
            self.say("Left as it was.")
