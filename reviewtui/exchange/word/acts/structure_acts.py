"""What was changed besides words, and what was put elsewhere without tracking, as remarks."""

from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.word.acts.act_list import UNTRACKED, ActList
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.matching.sent_places import SentPlace
from reviewtui.exchange.word.matching.structure_changes import Shapes
from reviewtui.views.excerpt import clipped


def add_untracked_moves(text: ReturnedText, acts: ActList) -> None:
    """Add a remark for all that was put elsewhere without tracking, on the words as they stand."""
    paragraphs = text.places.document.paragraphs
    for moved in text.places.alignment.moved:
        body = f"Would move this to {_behind(text, moved.behind)}."
        end = SentPlace(moved.last, len(paragraphs[moved.last].text))
        for place in text.passages(SentPlace(moved.first, 0), end):
            quote = text.sources[place.path][place.start : place.end]
            acts.add(BroughtAct("comment", "", Voice(""), body, place, quote=quote, note=UNTRACKED), body)


def add_shapes(text: ReturnedText, acts: ActList, shapes: Shapes) -> None:
    """Add a remark for each change besides words, and for what stands in a text box that nobody tracked."""
    for shape in shapes.changes:
        author, at = (shape.change.author, shape.change.at) if shape.change is not None else ("", None)
        note = UNTRACKED if shape.change is None else ""
        quote = text.places.between(shape.first, shape.last)
        for place in text.passages(shape.first, shape.last):
            act = BroughtAct("comment", "", Voice(author), shape.body, place, at=at, quote=quote, note=note)
            acts.add(act, shape.body)
    for path, words in shapes.boxes:
        place_of_box = BroughtPlace(path) if path in text.sources else None
        acts.add(BroughtAct("comment", "", Voice(""), f"In a text box: {words}", place_of_box, note=UNTRACKED), words)


def _behind(text: ReturnedText, index: int) -> str:
    """Say behind which words of the policy something was put."""
    before = reversed(text.places.document.paragraphs[: index + 1])
    words = next((paragraph.text for paragraph in before if paragraph.is_of_policy and paragraph.text), "")
    return f"behind “{clipped(words)}”" if words else "the beginning"
