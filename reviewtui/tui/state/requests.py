"""What screens ask of the app, and widgets of the screen that holds them."""

from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from reviewtui.domain.actions.commands import Command
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.question import Question
from reviewtui.views.threads.thread_filter import ThreadFilter
from reviewtui.workspace.command.outcome import Outcome


class AppRequest(Message):
    """Something that the app answers, whichever screen asks for it."""


class CarryOut(AppRequest):
    """Commands are to be carried out, one after the other; `form` is the key of the form they were written in.

    `then` is called with what came of them, once that is shown; `refused` with why nothing did, instead of telling it.
    """

    def __init__(
        self,
        *commands: Command,
        form: str = "",
        then: Callable[[tuple[Outcome, ...]], object] | None = None,
        refused: Callable[[ReviewError], object] | None = None,
    ) -> None:
        super().__init__()
        self.commands = commands
        self.form = form
        self.then = then
        self.refused = refused


class OpenPolicy(Message):
    """Another policy of the repository is to be opened, around `folder`, in the place of the one that is shown."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder


class ConfirmFirst(AppRequest):
    """Something is to be done if somebody confirms it."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question


class WordsTyped(AppRequest):
    """The words that somebody writes have changed."""

    def __init__(self, form: ComposeForm, content: FormContent) -> None:
        super().__init__()
        self.form = form
        self.content = content


class WordsThrownAway(AppRequest):
    """Somebody does not want the words any more that they were writing."""

    def __init__(self, form: ComposeForm, content: FormContent) -> None:
        super().__init__()
        self.form = form
        self.content = content


class SaveForm(Message):
    """Somebody has written what they wanted to."""

    def __init__(self, form: ComposeForm, content: FormContent) -> None:
        super().__init__()
        self.form = form
        self.content = content


class ComposerClosed(Message):
    """The composer was closed; `is_kept` where words that somebody has typed are left for later."""

    def __init__(self, *, is_kept: bool) -> None:
        super().__init__()
        self.is_kept = is_kept


RIGHT = 3
"""The right button of a mouse; it asks for the palette."""


class KeyClicked(Message):
    """A key of the footer, the name of a screen or a count was clicked, or what can be done was asked for."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act


class RunAct(AppRequest):
    """Something is to be done that a screen cannot do by itself, and nothing stands in its way."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act


class RunActOn(AppRequest):
    """Something is to be done on another screen, which says so where it cannot be."""

    def __init__(self, screen: str, act: str) -> None:
        super().__init__()
        self.screen = screen
        self.act = act


class ActWhenShown(AppRequest):
    """Something is to be done to the thread at hand once the screens show what is being done just now."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act


class OpenSection(Message):
    """A section of the outline was chosen, by its number; `offset` is that of a heading in it, -1 for the section."""

    def __init__(self, number: int, offset: int = -1) -> None:
        super().__init__()
        self.number = number
        self.offset = offset


class SearchTyped(Message):
    """Words are to be found while they are still being typed."""

    def __init__(self, term: str) -> None:
        super().__init__()
        self.term = term


class SearchLeft(Message):
    """The search is left: one is to be where it began."""


class SearchText(Message):
    """Words are to be found; empty: none any more."""

    def __init__(self, term: str) -> None:
        super().__init__()
        self.term = term


class ShowPlace(AppRequest):
    """A place of the text is to be shown: characters of a file, a thread, or a finding."""

    def __init__(self, path: str = "", start: int = 0, end: int = 0, thread: str = "", finding: str = "") -> None:
        super().__init__()
        self.path = path
        self.start = start
        self.end = end
        self.thread = thread
        self.finding = finding


class ReadVersion(AppRequest):
    """The text as of a version is to be read; empty: the draft."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self.version = version


class CompareVersions(AppRequest):
    """Somebody wants to go where versions are compared, with these two; empty: the newest release, and the draft."""

    def __init__(self, old: str = "", new: str = "") -> None:
        super().__init__()
        self.old = old
        self.new = new


class LoadComparison(AppRequest):
    """The comparing screen needs two versions compared; it changes nothing else, wherever somebody is."""

    def __init__(self, old: str = "", new: str = "") -> None:
        super().__init__()
        self.old = old
        self.new = new


class ForeseeWords(AppRequest):
    """It is asked what the words of a suggestion would bring; `then` is called with what the checks would find."""

    def __init__(self, draft: Draft, thread: Thread, then: Callable[[tuple[Finding, ...]], None]) -> None:
        super().__init__()
        self.draft = draft
        self.thread = thread
        self.then = then


class FilterRemarks(AppRequest):
    """Only some remarks are to be shown."""

    def __init__(self, remark_filter: ThreadFilter) -> None:
        super().__init__()
        self.remark_filter = remark_filter


class OpenEditor(AppRequest):
    """The file of a section is to be edited in somebody's own editor, at a line counted from 1."""

    def __init__(self, path: str, line: int) -> None:
        super().__init__()
        self.path = path
        self.line = line


class CopyWords(AppRequest):
    """Words are to be copied; `what` says what they are."""

    def __init__(self, what: str, words: str) -> None:
        super().__init__()
        self.what = what
        self.words = words


class ActDone(AppRequest):
    """A key did what it is for."""

    def __init__(self, act: str) -> None:
        super().__init__()
        self.act = act


class ItemSeen(AppRequest):
    """A text was looked at, and a thread (empty: none) beside it, of which one was new."""

    def __init__(self, path: str, thread: str) -> None:
        super().__init__()
        self.path = path
        self.thread = thread
