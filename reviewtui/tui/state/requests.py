"""What screens ask of the app, and widgets of the screen that holds them."""

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(eq=False)
class OpenPolicy(Message):
    """Another policy of the repository is to be opened, around `folder`, in the place of the one that is shown."""

    folder: Path


@dataclass(eq=False)
class ConfirmFirst(AppRequest):
    """Something is to be done if somebody confirms it."""

    question: Question


@dataclass(eq=False)
class WordsTyped(AppRequest):
    """The words that somebody writes have changed."""

    form: ComposeForm
    content: FormContent


@dataclass(eq=False)
class WordsThrownAway(AppRequest):
    """Somebody does not want the words any more that they were writing."""

    form: ComposeForm
    content: FormContent


@dataclass(eq=False)
class KeptWordsThrownAway(AppRequest):
    """Somebody does not want the words any more that are kept under a key."""

    key: str


@dataclass(eq=False)
class SaveForm(AppRequest):
    """Somebody has written what they wanted to: it is carried out, where needed after a question."""

    form: ComposeForm
    content: FormContent


@dataclass(eq=False, kw_only=True)
class ComposerClosed(Message):
    """The composer was closed; `is_kept` where words that somebody has typed are left for later."""

    is_kept: bool


RIGHT = 3
"""The right button of a mouse; it asks for the palette."""


@dataclass(eq=False)
class KeyClicked(Message):
    """A key of the footer, the name of a screen or a count was clicked, or what can be done was asked for."""

    act: str


@dataclass(eq=False)
class RunAct(AppRequest):
    """Something is to be done that a screen cannot do by itself, and nothing stands in its way."""

    act: str


@dataclass(eq=False)
class RunActOn(AppRequest):
    """Something is to be done on another screen, which says so where it cannot be; empty: only looked at there."""

    screen: str
    act: str


@dataclass(eq=False)
class ActWhenShown(AppRequest):
    """Something is to be done to the thread at hand once the screens show what is being done just now."""

    act: str


@dataclass(eq=False)
class OpenSection(Message):
    """A section of the outline was chosen, by its number; `offset` is that of a heading in it, -1 for the section."""

    number: int
    offset: int = -1


@dataclass(eq=False)
class SearchTyped(Message):
    """Words are to be found while they are still being typed."""

    term: str


@dataclass(eq=False)
class MatchWanted(Message):
    """The next (1) or previous (-1) place of what is searched for is wanted."""

    direction: int


class SearchLeft(Message):
    """The search is left: one is to be where it began."""


@dataclass(eq=False)
class SearchText(Message):
    """Words are to be found; empty: none any more."""

    term: str


@dataclass(eq=False)
class ShowPlace(AppRequest):
    """A place of the text is to be shown: characters of a file, a thread, or a finding."""

    path: str = ""
    start: int = 0
    end: int = 0
    thread: str = ""
    finding: str = ""


@dataclass(eq=False)
class ReadVersion(AppRequest):
    """The text as of a version is to be read; empty: the draft."""

    version: str


@dataclass(eq=False)
class CompareVersions(AppRequest):
    """Somebody wants to go where versions are compared, with these two; empty: the newest release, and the draft."""

    old: str = ""
    new: str = ""


@dataclass(eq=False)
class LoadComparison(AppRequest):
    """The comparing screen needs two versions compared; it changes nothing else, wherever somebody is."""

    old: str = ""
    new: str = ""


@dataclass(eq=False)
class NewFindingsWanted(AppRequest):
    """It is asked what the words of a suggestion would bring; `then` is called with what the checks would find."""

    draft: Draft
    thread: Thread
    then: Callable[[tuple[Finding, ...]], None]


@dataclass(eq=False)
class FilterRemarks(AppRequest):
    """Only some remarks are to be shown."""

    remark_filter: ThreadFilter


@dataclass(eq=False)
class OpenEditor(AppRequest):
    """The file of a section is to be edited in somebody's own editor, at a line counted from 1."""

    path: str
    line: int


@dataclass(eq=False)
class CopyWords(AppRequest):
    """Words are to be copied; `what` says what they are."""

    what: str
    words: str


@dataclass(eq=False)
class ActDone(AppRequest):
    """A key did what it is for."""

    act: str


@dataclass(eq=False)
class ItemSeen(AppRequest):
    """A text was looked at, and a thread (empty: none) beside it, of which one was new."""

    path: str
    thread: str
