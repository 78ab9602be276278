"""Changes beside and around what others took out: not tracked as this person's, though they no longer saw it.

Of a paragraph in which others had changed something all is meant: what is left of it would reach over its end into the
next one, which nobody wanted to join. Within a paragraph, white space stays where the words around it would be one, and
comes between new words and one that others took out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.original_document import Original, OriginalPlace


def changes_as_meant(edits: Sequence[TrackedEdit], originals: Sequence[Original]) -> Iterator[TrackedEdit]:
    """Yield the changes as whoever made them saw the text."""
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
            yield _apart_from_words(_without_joining_words(wider.get(id(edit), edit), originals), originals)


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
    """Return a deletion without the white space that stood beside a word that others took out, or put in.

    Where there is none to spare it is a collision: without the other change it would make two words one.
    """
    first, last = originals[edit.start.paragraph], originals[edit.end.paragraph]
    low, high = edit.start.at, edit.end.at
    is_part = not edit.pieces and edit.start != edit.end and low > 0 and high < len(last.text)
    if not (is_part and first.text[low - 1].isalnum() and last.text[high].isalnum()):
        return edit
    authors = {_taken_by(first, low - 1), _taken_by(last, high), _cut_by(first, low), _cut_by(last, high)}
    authors = (authors | _put_in_by(first, low) | _put_in_by(last, high)) - {"", edit.author}
    if not authors:
        return edit
    gone = first.text[low:high] if first is last else ""
    if gone.strip() and gone[0].isspace():
        return replace(edit, start=replace(edit.start, at=low + 1))
    if gone.strip() and gone[-1].isspace():
        return replace(edit, end=replace(edit.end, at=high - 1))
    return replace(edit, inside=edit.inside or min(authors))


def _apart_from_words(edit: TrackedEdit, originals: Sequence[Original]) -> TrackedEdit:
    """Return what puts words in with a space between them and a word that others had taken out, right beside them.

    Whoever wrote them saw none there; with the word still in the text, both would be one.
    """
    first, last = edit.pieces[:1], edit.pieces[-1:]
    if not (first and first[0].run and last[0].run and first[0].run.text and last[0].run.text):
        return edit
    before = edit.words[0].isalnum() and _is_apart_before(originals[edit.start.paragraph], edit)
    behind = edit.words[-1].isalnum() and _is_apart_behind(originals[edit.end.paragraph], edit)
    pieces = list(edit.pieces)
    if before and (run := pieces[0].run) is not None:
        pieces[0] = replace(pieces[0], run=replace(run, text=f" {run.text}"))
    if behind and (run := pieces[-1].run) is not None:
        pieces[-1] = replace(pieces[-1], run=replace(run, text=f"{run.text} "))
    return replace(edit, pieces=tuple(pieces)) if before or behind else edit


def _is_apart_before(original: Original, edit: TrackedEdit) -> bool:
    """Whether a word ends before an edit, of which others had taken out all, or behind which they cut the paragraph."""
    at = low = edit.start.at
    while low and original.text[low - 1].isalnum():
        low -= 1
    is_cut = _cut_by(original, at) not in {"", edit.author} and _is_behind_cut(original, edit)
    return low < at and (is_cut or all(_had_gone(original, each, edit) for each in range(low, at)))


def _is_apart_behind(original: Original, edit: TrackedEdit) -> bool:
    """Whether a word begins behind an edit, of which others had taken out all, or before which they cut."""
    at = high = edit.end.at
    while high < len(original.text) and original.text[high].isalnum():
        high += 1
    is_cut = _cut_by(original, at) not in {"", edit.author} and not _is_behind_cut(original, edit)
    return at < high and (is_cut or all(_had_gone(original, each, edit) for each in range(at, high)))


def _put_in_by(original: Original, at: int) -> set[str]:
    """Who put words in at a place."""
    runs = [piece.run for piece in original.pieces if piece.at == at and piece.run is not None]
    return {run.inserted.author or "?" for run in runs if run.inserted is not None}


def _cut_by(original: Original, at: int) -> str:
    """Who cut a paragraph in two at a place, nothing where nobody did."""
    ends = [piece.ends for piece in original.pieces if piece.at == at and piece.following is not None]
    return next((end.mark_inserted.author or "?" for end in ends if end is not None and end.mark_inserted), "")


def _is_behind_cut(original: Original, edit: TrackedEdit) -> bool:
    """Whether new words stand behind the place where their paragraph was cut in two."""
    for piece in original.pieces:
        if piece.following is not None and piece.at == edit.start.at:
            return True
        if (
            piece.run is not None
            and piece.run.inserted is not None
            and replace(piece.run, deleted=None) == edit.pieces[0].run
        ):
            return False
    return False


def _had_gone(original: Original, at: int, edit: TrackedEdit) -> bool:
    """Whether somebody else took a character out, and not later than an edit was made."""
    for piece in original.pieces:
        run = piece.run
        if run is not None and run.inserted is None and piece.at <= at < piece.at + len(run.text):
            gone = run.deleted
            is_later = gone is not None and gone.at is not None and edit.at is not None and gone.at > edit.at
            return gone is not None and gone.author != edit.author and not is_later
    return False


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
