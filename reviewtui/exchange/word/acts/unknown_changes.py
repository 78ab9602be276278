"""What a document says that the draft does not, where nobody knows which version it was made from.

Whether its writer changed that, or the policy did, the file does not tell: so it comes in as remarks with its words.
"""

from collections.abc import Iterator, Sequence

from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.word.acts.act_list import UNKNOWN_VERSION, ActList
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.matching.sent_places import SentPlace
from reviewtui.exchange.word.reading.original_document import Original

_MOST = 4_000
"""Characters of new paragraphs, side by side, that are one remark."""


def add_unknown(text: ReturnedText, originals: Sequence[Original], acts: ActList) -> None:
    """Add a remark for each paragraph that reads otherwise than in the draft, and for those that are not there."""
    waiting: list[Original] = []
    before: SentPlace | None = None
    for original in originals:
        pair = text.places.alignment.pairs.get(original.number)
        if pair is None:
            waiting += [original] if original.text.strip() else []
            continue
        _add_new(text, waiting, before, acts)
        waiting = []
        paragraph = text.places.document.paragraphs[pair.sent]
        before = SentPlace(pair.sent, len(paragraph.text))
        if pair.hunks and paragraph.is_of_policy:
            place = next(text.passages(SentPlace(pair.sent, 0), before), BroughtPlace(paragraph.path))
            _add(acts, f"In the file this reads: “{original.text}”", place, paragraph.text)
    _add_new(text, waiting, before, acts)


def _add_new(text: ReturnedText, originals: Sequence[Original], before: SentPlace | None, acts: ActList) -> None:
    paragraph = text.places.paragraph(before) if before is not None else None
    place = None
    if paragraph is not None and paragraph.is_of_policy:
        place = BroughtPlace(paragraph.path, paragraph.end, paragraph.end)
    for words in _chunks(originals):
        _add(acts, f"In the file stands{' here' if place else ''}: “{words}”", place, "")


def _chunks(originals: Sequence[Original]) -> Iterator[str]:
    """The words of paragraphs, a line each, in parts that a remark can hold."""
    lines: list[str] = []
    for original in originals:
        if lines and sum(map(len, lines)) + len(original.text) > _MOST:
            yield "\n".join(lines)
            lines = []
        lines.append(original.text)
    if lines:
        yield "\n".join(lines)


def _add(acts: ActList, body: str, place: BroughtPlace | None, quote: str) -> None:
    acts.add(BroughtAct("comment", "", Voice(""), body, place, note=UNKNOWN_VERSION, quote=quote), body)
