"""Tracked changes by one person that turn one sentence round together: taken apart they would say the opposite."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.original_document import Original
from reviewtui.text.merge.joined_changes import turn_one_sentence


def sentences_joined(
    edits: Sequence[TrackedEdit], free: Sequence[TrackedEdit], originals: Sequence[Original]
) -> Iterator[TrackedEdit]:
    """Yield the changes, those of `free` that belong to one sentence and turn its "not" as one."""
    joinable = {id(edit) for edit in free if _is_plain(edit)}
    waiting: TrackedEdit | None = None
    for edit in edits:
        joined = None
        if waiting is not None and id(edit) in joinable:
            joined = _joined(waiting, edit, originals[edit.start.paragraph])
        if waiting is not None and joined is None:
            yield waiting
        waiting = joined or (edit if id(edit) in joinable else None)
        if waiting is None:
            yield edit
    if waiting is not None:
        yield waiting


def _is_plain(edit: TrackedEdit) -> bool:
    """Whether a change is tracked, is within one paragraph, and stands in nobody else's."""
    special = edit.move or edit.row or edit.inside or edit.of_inserted or not edit.tracked
    within = edit.start.paragraph == edit.end.paragraph
    return not special and within and all(piece.run is not None for piece in edit.pieces)


def _joined(first: TrackedEdit, second: TrackedEdit, original: Original) -> TrackedEdit | None:
    """Return two changes as one with the words that stay between them; None where they do not belong together."""
    if first.author != second.author or first.end.paragraph != second.start.paragraph:
        return None
    start, end = first.end.at, second.start.at
    if start >= end:
        return None
    runs = [piece.run for piece in original.pieces if piece.run is not None and start <= piece.at < end]
    kept = [run for run in runs if not (run.inserted or run.deleted)]
    gone = [original.text[edit.start.at : edit.end.at] for edit in (first, second)]
    if not turn_one_sentence((gone[0], first.words), original.text[start:end], (gone[1], second.words)):
        return None
    pieces = (*first.pieces, *map(NewPiece, kept), *second.pieces)
    newest = max((at for at in (first.at, second.at) if at is not None), default=None)
    return replace(first, end=second.end, pieces=pieces, at=newest)
