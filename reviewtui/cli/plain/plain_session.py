"""What every line of a plain session works with: the review, the place in it, and the remark at hand."""

from collections.abc import Sequence

from reviewtui.cli.plain.line_terminal import LineTerminal
from reviewtui.cli.plain.plain_reading import ReadingPlace
from reviewtui.cli.plain.plain_sentences import in_plain_words
from reviewtui.domain.actions.commands import Command
from reviewtui.domain.identifier import resolve
from reviewtui.domain.policy.versions import wanted_version
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.views.compose.question import Question
from reviewtui.views.spoken.spoken_line import spoken_lines
from reviewtui.views.spoken.spoken_remark import remark_sentences
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.workspace import Workspace


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

    def read(self) -> None:
        """Say where one is, what stands there, and the remarks on it."""
        self.say(self.place.sentence)
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
