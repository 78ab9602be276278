"""Deletions beside and around what others took out: not tracked as this person's, though they no longer saw it.

Of a paragraph in which others had changed something all is meant: what is left of it would reach over its end into the
next one, which nobody wanted to join. Within a paragraph, white space stays where the words around it would be one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.original_document import Original, OriginalPlace


def deletions_as_meant(edits: Sequence[TrackedEdit], originals: Sequence[Original]) -> Iterator[TrackedEdit]:
    """Yield the changes, deletions as whoever made them saw the text."""
    edits = [_begun_with_paragraph(edit, originals) for edit in edits]
    wider: dict[int, TrackedEdit] = {}
    for edit in edits:
        others = _taken_by_others(edit, originals[edit.start.paragraph])
        if others and edit.start.paragraph < edit.end.paragraph and not edit.row:
            start = OriginalPlace(edit.start.paragraph, 0)
            wider[id(edit)] = replace(edit, start=start, inside=edit.inside or others[0])
    spans = [(each.author, each.start, each.end) for each in wider.values()]
    for edit in edits:
        if id(edit) in wider or not any(_is_part(edit, *span) for span in spans):
            yield _without_joining_words(wider.get(id(edit), edit), originals)


def _begun_with_paragraph(edit: TrackedEdit, originals: Sequence[Original]) -> TrackedEdit:
    """Return what goes from the end of a paragraph to that of a later one as those behind the first, as a whole."""
    start, end = edit.start, edit.end
    from_end = start.paragraph < end.paragraph and 0 < start.at == len(originals[start.paragraph].text)
    to_end = not edit.pieces and not edit.row and 0 < end.at == len(originals[end.paragraph].text)
    following = originals[end.paragraph + 1 : end.paragraph + 2]
    if not (from_end and to_end and following):
        return edit
    here, there = originals[start.paragraph].first, following[0].first
    if (here.part, here.cell) != (there.part, there.cell):
        return edit
    return replace(edit, start=OriginalPlace(start.paragraph + 1, 0), end=OriginalPlace(end.paragraph + 1, 0))


def _without_joining_words(edit: TrackedEdit, originals: Sequence[Original]) -> TrackedEdit:
    """Return a deletion without the white space that stood beside a word that others took out.

    Where there is none to spare it is a collision: declined or not, the other deletion would make two words one.
    """
    first, last = originals[edit.start.paragraph], originals[edit.end.paragraph]
    low, high = edit.start.at, edit.end.at
    is_part = not edit.pieces and edit.start != edit.end and low > 0 and high < len(last.text)
    if not (is_part and first.text[low - 1].isalnum() and last.text[high].isalnum()):
        return edit
    authors = {_taken_by(first, low - 1), _taken_by(last, high)} - {"", edit.author}
    if not authors:
        return edit
    gone = first.text[low:high] if first is last else ""
    if gone.strip() and gone[0].isspace():
        return replace(edit, start=replace(edit.start, at=low + 1))
    if gone.strip() and gone[-1].isspace():
        return replace(edit, end=replace(edit.end, at=high - 1))
    return replace(edit, inside=edit.inside or min(authors))


def _taken_by(original: Original, at: int) -> str:
    """Who took a character out, nothing where nobody did."""
    for piece in original.pieces:
        run = piece.run
        if run is not None and run.inserted is None and piece.at <= at < piece.at + len(run.text):
            return (run.deleted.author or "?") if run.deleted is not None else ""
    return ""


def _taken_by_others(edit: TrackedEdit, original: Original) -> list[str]:
    """Who besides took words before an edit out of its paragraph, if nothing is left of that."""
    runs = [(piece.at, piece.run) for piece in original.pieces if piece.run is not None and piece.run.text.strip()]
    if not edit.start.at or any(run.deleted is None for _, run in runs):
        return []
    authors = [run.deleted.author for at, run in runs if at < edit.start.at and run.deleted is not None]
    return [author or "?" for author in dict.fromkeys(authors) if author != edit.author]


def _is_part(edit: TrackedEdit, author: str, start: OriginalPlace, end: OriginalPlace) -> bool:
    """Whether a change is one of the parts of which a whole paragraph goes."""
    is_theirs = edit.author == author and not edit.pieces and not edit.of_inserted and edit.start.at >= start.at
    return is_theirs and start.paragraph == edit.start.paragraph and edit.end.paragraph <= end.paragraph
