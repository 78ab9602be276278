"""Passages in which a file lost who changed what: told by whoever surely wrote there, as the file reads now."""

from collections.abc import Sequence
from dataclasses import replace

from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.word.acts.act_list import ActList
from reviewtui.exchange.word.acts.known_remarks import KnownRemarks
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.matching.lost_tracking import lost_tracking
from reviewtui.exchange.word.matching.sent_places import SentPlace
from reviewtui.exchange.word.matching.structure_changes import Shapes
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.original_document import Original, OriginalPlace

_UNSURE = (
    "A file of this form does not keep each change by each person: who wrote which of these words is not certain, so "
    "nothing is applied. Ask for a .docx if it matters."
)


def sure_changes(
    text: ReturnedText, edits: Sequence[TrackedEdit], known: KnownRemarks, acts: ActList
) -> Sequence[TrackedEdit]:
    """Return the changes that are sure, and add a remark with the words of each passage of which none is."""
    lost = lost_tracking(edits, text.places, known.is_ours)
    for passage in lost.unsure:
        own = text.original.paragraphs[passage.first : passage.last + 1]
        words = "\n".join(part for each in own for part in (p.current for p in each.paragraphs) if part.strip())
        place, quote = _sent(own, text)
        inside = [edit for edit in passage.edits if edit.tracked]
        writers = {edit.author for edit in inside if not known.is_ours(edit)}
        voice = Voice(writers.pop() if len(writers) == 1 else "")
        newest = max((edit.at for edit in inside if edit.author == voice.name and edit.at is not None), default=None)
        body = f"With all changes in the file this reads: “{words}”"
        acts.add(BroughtAct("comment", "", voice, body, place, at=newest, quote=quote, note=_UNSURE), body)
    known.keep_unsaid()
    return lost.sure


def _sent(own: Sequence[Original], text: ReturnedText) -> tuple[BroughtPlace | None, str]:
    """Where paragraphs stand in the policy, and how they were sent."""
    pairs, paragraphs = text.places.alignment.pairs, text.places.document.paragraphs
    numbers = [pairs[each.number].sent for each in own if each.number in pairs]
    if not numbers:
        return text.file_around(OriginalPlace(own[0].number, 0)), ""
    low, high = SentPlace(min(numbers), 0), SentPlace(max(numbers), len(paragraphs[max(numbers)].text))
    return next(text.passages(low, high), None), text.places.between(low, high)


def shapes_kept(shapes: Shapes, edits: Sequence[TrackedEdit], text: ReturnedText) -> Shapes:
    """Return the changes besides words without those of paragraphs in which somebody tracked something.

    A paragraph of which all goes gets the shape of another one.
    """
    pairs = text.places.alignment.pairs
    numbers = {n for edit in edits for n in range(edit.start.paragraph, edit.end.paragraph + 2)}
    touched = {pairs[number].sent for number in numbers if number in pairs}
    kept = [each for each in shapes.changes if each.change is not None or each.first.index not in touched]
    return replace(shapes, changes=tuple(kept))
