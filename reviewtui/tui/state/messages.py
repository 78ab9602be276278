"""What screens ask of the app, and widgets of the screen that holds them."""

from textual.message import Message

from reviewtui.domain.actions.commands import Command
from reviewtui.tui.compose.composition import Composition, Written
from reviewtui.tui.compose.question import Question
from reviewtui.views.threads.thread_rows import ThreadFilter


class Asked(Message):
    """Commands are to be carried out, one after the other; `typed` is the key of the words they were written as."""

    def __init__(self, *commands: Command, typed: str = "") -> None:
        super().__init__()
        self.commands = commands
        self.typed = typed


class Consent(Message):
    """Something is to be done if somebody confirms it."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question


class Typing(Message):
    """The words that somebody writes have changed; None: they are no longer wanted."""

    def __init__(self, composition: Composition, written: Written | None) -> None:
        super().__init__()
        self.composition = composition
        self.written = written


class Finished(Message):
    """Somebody has written what they wanted to."""

    def __init__(self, composition: Composition, written: Written) -> None:
        super().__init__()
        self.composition = composition
        self.written = written


class Closed(Message):
    """The composer was closed; what was typed is kept unless `Typing` said otherwise."""


class KeyPicked(Message):
    """A key of the footer, or the name of a screen, was clicked."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act


class ActWanted(Message):
    """Something is to be done that a screen cannot do by itself, and nothing stands in its way."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act


class SectionPicked(Message):
    """A section of the outline was chosen, by its number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class TrayPicked(Message):
    """The tray of the outline was chosen."""


class SearchedFor(Message):
    """Words are to be found; empty: the search was left."""

    def __init__(self, term: str) -> None:
        super().__init__()
        self.term = term


class PlaceWanted(Message):
    """A place of the text is to be shown: characters of a file, a thread, or a finding."""

    def __init__(self, path: str = "", start: int = 0, end: int = 0, thread: str = "", finding: str = "") -> None:
        super().__init__()
        self.path = path
        self.start = start
        self.end = end
        self.thread = thread
        self.finding = finding


class VersionWanted(Message):
    """The text as of a version is to be read; empty: the draft."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self.version = version


class ComparisonWanted(Message):
    """Two versions are to be compared; empty: the newest release, and the draft."""

    def __init__(self, old: str = "", new: str = "") -> None:
        super().__init__()
        self.old = old
        self.new = new


class FilterWanted(Message):
    """Only some remarks are to be shown."""

    def __init__(self, wanted: ThreadFilter) -> None:
        super().__init__()
        self.wanted = wanted


class Acted(Message):
    """A key did what it is for."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act


class Looked(Message):
    """A text was looked at, and a thread (empty: none) beside it, of which one was new."""

    def __init__(self, path: str, thread: str) -> None:
        super().__init__()
        self.path = path
        self.thread = thread


class UnfinishedWanted(Message):
    """Words that were not saved are to be gone on with."""
