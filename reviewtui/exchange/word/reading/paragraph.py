"""What is read of a Word file: paragraphs of runs, with who changed what, and comments on stretches of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ChangeKind = Literal["insert", "delete", "move-from", "move-to", "format"]
PLAIN: frozenset[str] = frozenset()
BODY = "body"
NOTE_SIGN = "\ufffc"
"""The one character that stands for the mark of a footnote or endnote in a text."""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Who changed something, as the file names them; `move` is the name that both ends of a move share."""

    kind: ChangeKind
    author: str
    at: datetime | None = None
    move: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look alike and that the same person has changed; `note` is the footnote that they are a mark of.

    `looks` are "bold", "italic", "strike", "code", "hidden"; `link` is the address that they lead to.
    """

    text: str
    looks: frozenset[str] = PLAIN
    link: str = ""
    inserted: TrackedChange | None = None
    deleted: TrackedChange | None = None
    note: str = ""
    restyled: TrackedChange | None = None
    """Who struck it through, or did so no more."""

    @property
    def is_hidden(self) -> bool:
        """Whether no reader sees it."""
        return "hidden" in self.looks


@dataclass(frozen=True, slots=True)
class ListItem:
    """A paragraph's place in a list: which list, how deep, and the number or bullet that is shown before it."""

    list_id: str
    depth: int
    ordered: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A paragraph's place in a table; `span` is how many columns its cell takes, `merged` that it is one with above.

    `change` tells who put the cell in, took it out, or joined or split it ("format").
    """

    table: int
    row: int
    column: int
    span: int = 1
    merged: bool = False
    change: TrackedChange | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: in which part it stands, its runs, what it is, and who put in or took out the mark at its end."""

    part: str
    runs: tuple[Run, ...] = ()
    style: str = ""
    level: int = 0
    """1 to 9 for a heading."""
    item: ListItem | None = None
    cell: Cell | None = None
    mark_inserted: TrackedChange | None = None
    mark_deleted: TrackedChange | None = None
    row_change: TrackedChange | None = None
    bookmarks: tuple[str, ...] = ()
    reshaped: TrackedChange | None = None
    """Who made it a heading or an item, or none, or of another level."""
    is_indented: bool = False
    """Whether it stands further in by itself, whatever its style and list say."""

    @property
    def original(self) -> str:
        """The words as they were before any tracked change."""
        return "".join(run.text for run in self.runs if run.inserted is None and not run.is_hidden)

    @property
    def current(self) -> str:
        """The words as they are with every tracked change."""
        return "".join(run.text for run in self.runs if run.deleted is None and not run.is_hidden)


@dataclass(frozen=True, slots=True)
class RunPosition:
    """A place between two runs: before run number `run` of a paragraph."""

    paragraph: int
    run: int


@dataclass(frozen=True, slots=True)
class CommentRange:
    """What a comment is about: two places among the paragraphs; both the same where it is a place only."""

    start: RunPosition
    end: RunPosition


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment: whose, its words, what it is about, which comment it answers, and whether it is marked as resolved."""

    identifier: str
    author: str
    body: str
    at: datetime | None = None
    about: CommentRange | None = None
    answers: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class WordDocument:
    """All that was read: the paragraphs of body, text boxes, notes, headers and footers, and the comments.

    `left_out` says in sentences what the file holds besides; `properties` are the ones that an exporter wrote.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    comments: tuple[WordComment, ...] = ()
    left_out: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    title: str = ""

    def property_of(self, name: str) -> str:
        """Return one of the properties, or an empty string."""
        return dict(self.properties).get(name, "")
