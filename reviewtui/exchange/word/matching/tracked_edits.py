"""The tracked changes of a document, put together as a person made them: what goes, and what comes in its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from reviewtui.exchange.word.matching.sent_places import SentPlace
from reviewtui.exchange.word.reading.original_document import Original, OriginalPlace, OriginalRun
from reviewtui.exchange.word.reading.paragraph import Paragraph, Run, TrackedChange


@dataclass(frozen=True, slots=True)
class NewPiece:
    """What was put in: a run, or the end of a paragraph, `ended`, behind which `following` begins."""

    run: Run | None = None
    ended: Paragraph | None = None
    following: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """One person's change in one place: the original from `start` to `end` goes, `pieces` come.

    `move` is the name of a move that it is one end of; `row` says that whole rows of a table come or go; `inside` names
    whoever had taken the place away already, or put in the words that this takes away (`of_inserted`).
    """

    author: str
    at: datetime | None
    start: OriginalPlace
    end: OriginalPlace
    pieces: tuple[NewPiece, ...] = ()
    move: str = ""
    row: bool = False
    inside: str = ""
    of_inserted: str = ""
    tracked: bool = True
    sent: tuple[SentPlace, SentPlace] | None = None
    """Where it stands in the text that was sent, for a change that only the comparison with it shows."""

    @property
    def words(self) -> str:
        """What is put in, as words."""
        return "".join(piece.run.text if piece.run is not None else "\n" for piece in self.pieces)

    @property
    def inserts_only(self) -> bool:
        """Whether nothing goes."""
        return self.start == self.end if self.sent is None else self.sent[0] == self.sent[1]


@dataclass
class _Open:
    """An edit that may still go on."""

    author: str
    move: str
    start: OriginalPlace
    end: OriginalPlace
    at: datetime | None
    pieces: list[NewPiece] = field(default_factory=list)
    row: bool = False

    def closed(self) -> TrackedEdit:
        return TrackedEdit(self.author, self.at, self.start, self.end, tuple(self.pieces), self.move, self.row)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A paragraph of which all is new: whose it is, where in the original, and whether anybody wrote in it.

    `author` is None for one that was empty before.
    """

    author: str | None
    at: OriginalPlace
    piece: NewPiece
    has_words: bool = False


def edits_of(paragraphs: Sequence[Original]) -> list[TrackedEdit]:
    """Return all tracked changes in reading order."""
    gatherer = _Gatherer()
    for original in paragraphs:
        gatherer.take(original)
    gatherer.close()
    edits = list(_collisions_marked([edit for edit in gatherer.edits if not _is_nothing(edit)]))
    # Whoever puts words in the place of another's new ones does so beside what they take out.
    beside = {(edit.author, edit.start): edit.of_inserted for edit in gatherer.aside}
    replacing = [
        replace(edit, inside=edit.inside or beside.get((edit.author, edit.start), "")) if edit.inserts_only else edit
        for edit in edits
    ]
    return replacing + gatherer.aside


class _Gatherer:
    """Goes through the original and joins what one person changed side by side."""

    def __init__(self) -> None:
        self.edits: list[TrackedEdit] = []
        self.aside: list[TrackedEdit] = []
        """What others do to words that somebody put in, or within a row or paragraph that somebody did."""
        self._open: _Open | None = None
        self._begun: _Begun | None = None
        self._goes_on_aside = False
        self._last = OriginalPlace(-1, 0)
        self._part = ""

    def take(self, original: Original) -> None:
        """Go through one paragraph."""
        here = OriginalPlace(original.number, 0)
        if self._open is not None and not self._joins(original):
            self.close()
        if self._open is not None:
            # What went on over the end of the paragraph before goes on at the beginning of this one.
            self._open.end = here if self._open.end == self._last and not self._open.row else self._open.end
        self._part = original.first.part
        mark, last = original.first.mark_inserted, original.paragraphs[-1]
        if mark is not None and last.mark_inserted is not None and not original.text and last.row_change is None:
            # All of it is new, with nothing behind it that it could stand before: it begins behind what is before.
            self._begin(mark, here, NewPiece(None, original.first, original.first))
        elif mark is None and not original.text and (original.first.part, original.first.cell) == ("body", None):
            # What is typed in an empty line that nobody tracked is a paragraph, as behind a table.
            self._begun = _Begun(None, here, NewPiece(None, original.first, original.first))
        for piece in original.pieces:
            if piece.ends is not None:
                self._end_of_paragraph(original, piece)
            elif piece.run is not None:
                self._run(original, piece.at, piece.run)

    def close(self) -> None:
        """End what is open."""
        if self._open is not None:
            self.edits.append(self._open.closed())
        self._open = None

    def _joins(self, original: Original) -> bool:
        """Whether the end of the paragraph before this one in its part was taken out, so that an edit goes on here."""
        follows = self._last == OriginalPlace(original.number - 1, self._last.at) and self._crossed
        return follows and self._part == original.first.part

    _crossed = False

    def _run(self, original: Original, at: int, run: Run) -> None:
        change = run.inserted or run.deleted
        if change is None:
            self.close()
            return
        here = OriginalPlace(original.number, at)
        if run.inserted is not None and run.deleted is not None and run.inserted.author == run.deleted.author:
            return
        if run.inserted is not None and run.deleted is not None:
            # One person put it in and another took it out again: the first one's words stay what they suggested.
            name, at_time = run.deleted.author, run.deleted.at
            self.aside.append(
                TrackedEdit(name, at_time, here, here, (NewPiece(run),), of_inserted=change.author or "?")
            )
        row = original.first.row_change
        holder = row.author if row is not None else self._holder(here)
        if holder is not None and holder != change.author and (row is not None or run.inserted is not None):
            self._within(holder, change, here, run)
            return
        self._goes_on_aside = False
        current = self._current(change, here, row=row is not None)
        if run.inserted is None:
            current.end = OriginalPlace(original.number, at + len(run.text))
            return
        if self._begun is not None and self._begun.at == here and row is None:
            # Whoever writes in an empty paragraph that another put in wants the paragraph as well.
            current.pieces += [] if self._begun.author == change.author or current.pieces else [self._begun.piece]
            self._begun = replace(self._begun, author=change.author, has_words=True)
        current.pieces.append(NewPiece(replace(run, deleted=None)))

    def _holder(self, here: OriginalPlace) -> str | None:
        """Who put in the paragraph with words in which a place stands; None where nobody did."""
        is_inside = self._begun is not None and self._begun.at == here and self._begun.has_words
        return self._begun.author if is_inside and self._begun is not None else None

    def _within(self, holder: str, change: TrackedChange, here: OriginalPlace, run: Run) -> None:
        """What somebody does in a row or paragraph that is another's, whose change goes on behind it."""
        pieces = (NewPiece(replace(run, deleted=None)),) if run.inserted is not None else ()
        end = here if pieces else OriginalPlace(here.paragraph, here.at + len(run.text))
        edit = TrackedEdit(change.author, change.at, here, end, pieces, inside=(holder or "?") if pieces else "")
        last = self.aside[-1] if self.aside and self._goes_on_aside else None
        if last is not None and (last.author, last.end, last.inside) == (edit.author, here, edit.inside):
            self.aside[-1] = replace(last, end=end, pieces=(*last.pieces, *pieces))
        else:
            self.aside.append(edit)
        self._goes_on_aside = True
        if self._open is not None and not pieces:
            self._open.end = end

    def _begin(self, change: TrackedChange, here: OriginalPlace, piece: NewPiece) -> None:
        """A new paragraph begins."""
        self._current(change, here).pieces.append(piece)
        is_empty = piece.following is not None and not piece.following.original
        self._begun = _Begun(change.author, here, piece) if is_empty else None
        self._goes_on_aside = False

    def _end_of_paragraph(self, original: Original, piece: OriginalRun) -> None:
        paragraph = piece.ends
        here = OriginalPlace(original.number, piece.at)
        self._crossed = False
        if paragraph is None:
            return
        if paragraph.mark_inserted is not None and piece.following is not None:
            if paragraph.row_change is not None:
                self._end_of_cell(paragraph, here)
            elif paragraph.mark_deleted is None or paragraph.mark_deleted.author != paragraph.mark_inserted.author:
                self._begin(paragraph.mark_inserted, here, NewPiece(None, paragraph, piece.following))
        elif paragraph.mark_deleted is not None and paragraph.mark_inserted is None:
            self._current(paragraph.mark_deleted, here, row=paragraph.row_change is not None).end = here
            self._crossed = True
        elif paragraph.row_change is not None:
            self._end_of_cell(paragraph, here)
        else:
            self.close()
        self._last = here

    def _end_of_cell(self, paragraph: Paragraph, here: OriginalPlace) -> None:
        """A row that was put in goes on in its next cell."""
        if paragraph.row_change is not None and paragraph.row_change.kind in {"insert", "move-to"}:
            self._current(paragraph.row_change, here, row=True).pieces.append(NewPiece(None, paragraph))
            self._crossed = True

    def _current(self, change: TrackedChange, here: OriginalPlace, *, row: bool = False) -> _Open:
        current = self._open
        goes = change.kind in {"delete", "move-from"}
        # A row that comes in the place of one that goes is another row.
        mixes = current is not None and row and (bool(current.pieces) if goes else current.start != current.end)
        is_other = current is None or (current.author, current.move, current.row) != (change.author, change.move, row)
        if current is None or is_other or mixes:
            self.close()
            current = self._open = _Open(change.author, change.move, here, here, change.at, row=row)
        if change.at is not None and (current.at is None or change.at > current.at):
            current.at = change.at
        return current


def _is_nothing(edit: TrackedEdit) -> bool:
    return edit.start == edit.end and not edit.pieces


def _collisions_marked(edits: Iterable[TrackedEdit]) -> Iterator[TrackedEdit]:
    """Join a change that another person's words have split, and mark those as standing inside of it."""
    waiting: list[TrackedEdit] = []
    for edit in edits:
        first = waiting[0] if waiting else None
        if first is not None and _continues(first, waiting[1:], edit):
            own = [piece for each in waiting[1:] if each.author == first.author for piece in each.pieces]
            others = [each for each in waiting[1:] if each.author != first.author]
            waiting = [replace(first, end=edit.end, pieces=(*first.pieces, *own, *edit.pieces))]
            waiting += [replace(each, inside=each.inside or first.author or "?") for each in others]
        elif first is not None and edit.start == waiting[-1].end and _may_stand_within(first, edit):
            waiting.append(edit)
        else:
            yield from waiting
            waiting = [edit]
    yield from waiting


def _may_stand_within(first: TrackedEdit, edit: TrackedEdit) -> bool:
    """Whether an edit may turn out to stand inside of another: somebody else's, or an addition to what one moved."""
    return edit.inserts_only and (edit.author != first.author or (bool(first.move) and not edit.move))


def _continues(first: TrackedEdit, others: Sequence[TrackedEdit], edit: TrackedEdit) -> bool:
    """Whether an edit goes on with the change `first` behind what others put into it; new paragraphs stand alone.

    Words that somebody put in stay one change where another one has cut their paragraph in two among them.
    """
    same = (first.author, first.move, first.row) == (edit.author, edit.move, edit.row)
    cut = all(len(other.pieces) == 1 for other in others)
    own = all(piece.run is not None for each in (first, edit) for piece in each.pieces)
    plain = own and (cut or all(piece.run is not None for other in others for piece in other.pieces))
    only_gone = first.start != first.end and edit.start != edit.end
    return same and bool(others) and edit.start == others[-1].end and (plain or only_gone)
