"""What was changed in a returned document without tracking: found by comparison, and told as that."""

from collections.abc import Iterator, Sequence

from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.original import Original, OriginalPlace
from reviewtui.exchange.word.reading.paragraph import Run


def untracked_edits(places: SentPlaces, originals: Sequence[Original]) -> Iterator[TrackedEdit]:
    """Give each difference between the original and what was sent; nobody is named for it."""
    before: SentPlace | None = None
    waiting: list[Original] = []
    for original in originals:
        pair = places.alignment.pairs.get(original.number)
        if pair is None:
            waiting += [original] if original.text else []
            continue
        yield from _new(waiting, before if _is_sure(places, before, pair.sent) else None)
        waiting = []
        before = SentPlace(pair.sent, len(places.document.paragraphs[pair.sent].text))
        for hunk in pair.hunks:
            words = original.text[slice(*hunk.own)]
            pieces = (NewPiece(Run(words)),) if words else ()
            sent = (SentPlace(pair.sent, hunk.sent[0]), SentPlace(pair.sent, hunk.sent[1]))
            start, end = (OriginalPlace(original.number, at) for at in hunk.own)
            yield TrackedEdit("", None, start, end, pieces, tracked=False, sent=sent)
    yield from _new(waiting, before)
    yield from _gone(places)


def _is_sure(places: SentPlaces, before: SentPlace | None, behind: int) -> bool:
    """Whether new paragraphs belong to the file of what stands before them: where a file begins is told by its head."""
    paragraphs = places.document.paragraphs
    gone = places.alignment.gone
    if before is None or paragraphs[before.index].path == paragraphs[behind].path:
        return True
    return not any(before.index < index <= behind for index in gone)


def _new(paragraphs: Sequence[Original], before: SentPlace | None) -> Iterator[TrackedEdit]:
    """Paragraphs that were not sent, behind the one that was."""
    if paragraphs:
        start = OriginalPlace(paragraphs[0].number, 0)
        end = OriginalPlace(paragraphs[-1].number, len(paragraphs[-1].text))
        pieces = tuple(
            piece
            for original in paragraphs
            for piece in (NewPiece(None, original.first, original.first), NewPiece(Run(original.text)))
        )
        yield TrackedEdit("", None, start, end, pieces, tracked=False, sent=(before, before) if before else None)


def _gone(places: SentPlaces) -> Iterator[TrackedEdit]:
    """Paragraphs that were sent and are not there any more."""
    for index in places.alignment.gone:
        paragraph = places.document.paragraphs[index]
        if paragraph.is_of_policy:
            sent = (SentPlace(index, 0), SentPlace(index, len(paragraph.text)))
            nowhere = OriginalPlace(0, 0)
            yield TrackedEdit("", None, nowhere, nowhere, tracked=False, sent=sent)
