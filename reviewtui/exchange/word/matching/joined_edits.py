"""Tracked changes of one sentence by one person that hang together: taken apart they would say what nobody wrote."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.original_document import Original
from reviewtui.text.meaning.dependent_changes import PieceChange
from reviewtui.text.merge.joined_changes import runs_as_one
from reviewtui.text.words.sentences import sentences_within


def sentences_joined(
    edits: Sequence[TrackedEdit], free: Sequence[TrackedEdit], originals: Sequence[Original]
) -> Iterator[TrackedEdit]:
    """Yield the changes, those of `free` that belong to one sentence and hang together as one."""
    joinable = {id(edit) for edit in free if _is_plain(edit)}
    first_of: dict[int, TrackedEdit | None] = {}
    for paragraph, own in groupby(edits, key=lambda edit: edit.start.paragraph):
        for run in _runs(list(own), joinable):
            for group in _groups(run, originals[paragraph]):
                first_of |= dict.fromkeys(map(id, group))
                first_of[id(group[0])] = joined_edits(group, originals)
    for edit in edits:
        joined = first_of.get(id(edit), edit)
        if joined is not None:
            yield joined


def _is_plain(edit: TrackedEdit) -> bool:
    """Whether a change is tracked, is within one paragraph, and stands in nobody else's."""
    special = edit.move or edit.row or edit.inside or edit.of_inserted or not edit.tracked
    within = edit.start.paragraph == edit.end.paragraph
    return not special and within and all(piece.run is not None for piece in edit.pieces)


def _runs(edits: Sequence[TrackedEdit], joinable: set[int]) -> Iterator[list[TrackedEdit]]:
    """Yield the changes of one paragraph by each person, cut where that person changed something in another way."""
    by_author: dict[str, list[TrackedEdit]] = {}
    for edit in edits:
        run = by_author.setdefault(edit.author, [])
        if id(edit) in joinable and (not run or run[-1].end.at < edit.start.at):
            run.append(edit)
            continue
        if run:
            yield by_author.pop(edit.author)
        if id(edit) in joinable:
            by_author[edit.author] = [edit]
    yield from by_author.values()


def _groups(edits: Sequence[TrackedEdit], original: Original) -> Iterator[Sequence[TrackedEdit]]:
    """Yield those changes of one person in one paragraph that hang together."""
    text = original.text
    changes = [PieceChange(edit.start.at, edit.end.at, edit.words) for edit in edits]
    for run in runs_as_one(text, changes, lambda: sentences_within(text, 0, len(text))):
        yield edits[run]


def joined_edits(edits: Sequence[TrackedEdit], originals: Sequence[Original]) -> TrackedEdit | None:
    """Return changes as one, with the words that stay between them; None where whole paragraphs stay between them."""
    pieces = list(edits[0].pieces)
    for one, other in pairwise(edits):
        if one.end.paragraph != other.start.paragraph or one.row or other.row:
            return None
        between = originals[one.end.paragraph].pieces
        runs = [each.run for each in between if each.run is not None and one.end.at <= each.at < other.start.at]
        # What others put in there is no word of this person's, and what they took out still is.
        pieces += [NewPiece(replace(run, deleted=None)) for run in runs if run.inserted is None]
        pieces += other.pieces
    newest = max((edit.at for edit in edits if edit.at is not None), default=None)
    return replace(edits[0], end=edits[-1].end, pieces=tuple(pieces), at=newest)
