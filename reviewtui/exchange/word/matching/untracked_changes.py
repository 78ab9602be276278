"""What was changed in a returned document without tracking: found by comparison, and told as that."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import groupby

from reviewtui.exchange.word.layout.sent_paragraph import TableCell
from reviewtui.exchange.word.matching.document_alignment import DocumentHunk
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.original_document import Original, OriginalPlace
from reviewtui.exchange.word.reading.paragraph import Cell, Run
from reviewtui.text.merge.joined_changes import SpanChange, joined_changes

_Row = tuple[int, int]
"""A table of the document and a row of it."""


def untracked_edits(places: SentPlaces, originals: Sequence[Original], *, is_whole: bool) -> Iterator[TrackedEdit]:
    """Give each difference between the original and what was sent; nobody is named for it.

    What is not in a document that is perhaps not the whole of what was sent was not taken out by anybody; nor did
    anybody change the white space of one that was not written here, which Markdown does not keep.
    """
    pairs = places.alignment.pairs
    kept_rows = {_row(original.first.cell) for original in originals if original.number in pairs}
    before: SentPlace | None = None
    waiting: list[Original] = []
    for original in originals:
        pair = pairs.get(original.number)
        if pair is None:
            waiting += [original] if original.text or _row(original.first.cell) not in kept_rows else []
            continue
        yield from _new(waiting, before if _is_sure(places, before, pair.sent) else None, kept_rows)
        waiting = []
        text = places.document.paragraphs[pair.sent].text
        before = SentPlace(pair.sent, len(text))
        sides = ((hunk, text[slice(*hunk.sent)], original.text[slice(*hunk.own)]) for hunk in pair.hunks)
        hunks = [hunk for hunk, old, new in sides if is_whole or old.strip() or new.strip()]
        for change in _changes(text, original, hunks):
            words = original.text[slice(*change.new)]
            pieces = (NewPiece(Run(words)),) if words else ()
            sent = (SentPlace(pair.sent, change.old[0]), SentPlace(pair.sent, change.old[1]))
            start, end = (OriginalPlace(original.number, at) for at in change.new)
            yield TrackedEdit("", None, start, end, pieces, tracked=False, sent=sent)
    yield from _new(waiting, before, kept_rows)
    if is_whole:
        yield from _gone(places)


def _changes(sent: str, original: Original, hunks: Iterable[DocumentHunk]) -> Iterator[SpanChange]:
    """The differences of one paragraph, those that belong together as one; what somebody tracked keeps them apart."""
    tracked = [piece.at for piece in original.pieces if piece.run and (piece.run.inserted or piece.run.deleted)]
    for _, apart in groupby(hunks, key=lambda hunk: bisect_left(tracked, hunk.own[1])):
        yield from joined_changes(sent, original.text, (SpanChange(hunk.sent, hunk.own) for hunk in apart))


def _is_sure(places: SentPlaces, before: SentPlace | None, behind: int) -> bool:
    """Whether new paragraphs belong to the file of what stands before them: where a file begins is told by its head."""
    paragraphs = places.document.paragraphs
    gone = places.alignment.gone
    if before is None or paragraphs[before.index].path == paragraphs[behind].path:
        return True
    return not any(before.index < index <= behind for index in gone)


def _new(
    paragraphs: Sequence[Original], before: SentPlace | None, kept_rows: Collection[_Row | None]
) -> Iterator[TrackedEdit]:
    """Paragraphs that were not sent, behind the one that was; a row of which no cell was sent is a new row."""
    sent = (before, before) if before else None
    tables = {row[0] for row in kept_rows if row is not None}
    for row, group in groupby(paragraphs, key=lambda original: _row_or_table(original.first.cell, tables)):
        own = list(group)
        if not any(original.text for original in own):
            # Somebody put the row in, tracked.
            continue
        start, end = OriginalPlace(own[0].number, 0), OriginalPlace(own[-1].number, len(own[-1].text))
        is_row = row not in kept_rows and row is not None
        pieces = tuple(piece for original in own for piece in _pieces(original, is_cell=is_row))
        yield TrackedEdit("", None, start, end, pieces, row=is_row, tracked=False, sent=sent)


def _pieces(original: Original, *, is_cell: bool) -> tuple[NewPiece, NewPiece]:
    """The words of a new paragraph behind the end of the one before it; those of a cell stand before its own end."""
    words = NewPiece(Run(original.text))
    if is_cell:
        return words, NewPiece(None, original.first)
    return NewPiece(None, original.first, original.first), words


def _gone(places: SentPlaces) -> Iterator[TrackedEdit]:
    """Paragraphs that were sent and are not there any more; rows of which every cell is gone go as rows."""
    paragraphs = places.document.paragraphs
    gone = [index for index in places.alignment.gone if paragraphs[index].is_of_policy]
    worded = Counter(_row(each.cell) for each in paragraphs if each.text)
    for row, group in groupby(gone, key=lambda index: _row(paragraphs[index].cell) or index):
        cells = list(group)
        whole = isinstance(row, tuple) and len(cells) == worded[row]
        for part in [cells] if whole else [[index] for index in cells]:
            sent = (SentPlace(part[0], 0), SentPlace(part[-1], len(paragraphs[part[-1]].text)))
            nowhere = OriginalPlace(0, 0)
            yield TrackedEdit("", None, nowhere, nowhere, row=whole, tracked=False, sent=sent)


def _row_or_table(cell: Cell | None, tables: Container[int]) -> _Row | None:
    """The row of a cell; all rows of a table of which none was sent are one."""
    return _row(cell) if cell is None or cell.table in tables else (cell.table, -1)


def _row(cell: Cell | TableCell | None) -> _Row | None:
    return (cell.table, cell.row) if cell is not None else None
