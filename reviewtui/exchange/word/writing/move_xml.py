"""Both ends of a tracked move as XML: the range that names it, and the ends of paragraphs that go or come with it."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from reviewtui.exchange.word.writing.range_marks import NumberedMove
from reviewtui.exchange.word.writing.run_xml import ChangedBy, RunWriter

_FIRST_RANGE = 500_000_000
"""Far behind the numbers of bookmarks and changes, which the ranges of moves must not share."""


def opened(move: NumberedMove, tag: str) -> str:
    """Return where a range begins; both ranges of a move have one name."""
    return f"<{tag}RangeStart {move.by.attributes(_range(move, tag))} w:name={quoteattr(f'move{move.number}')}/>"


def closed(move: NumberedMove, tag: str) -> str:
    """Return where a range ends."""
    return f'<{tag}RangeEnd w:id="{_range(move, tag)}"/>'


def mark(tag: str, by: ChangedBy, runs: RunWriter) -> str:
    """Return the look of the end of a paragraph that goes or comes."""
    return f"<w:rPr>{runs.mark(tag, by)}</w:rPr>"


def mark_gone(moves: Sequence[NumberedMove], runs: RunWriter) -> str:
    """Return the look of the end of a paragraph: one that goes as a whole takes it along."""
    whole = [each for each in moves if each.move.paragraphs]
    return mark("w:moveFrom", whole[0].by, runs) if whole else ""


def opened_at(moves: Sequence[NumberedMove], index: int, place: int) -> Iterator[str]:
    """Give the ranges of what goes that begin before a character of paragraph `index`."""
    for each in moves:
        if (each.move.about.first, each.move.about.start) == (index, place):
            yield opened(each, "w:moveFrom")


def closed_at(moves: Sequence[NumberedMove], place: int) -> Iterator[str]:
    """Give the ranges of words that go which end before a character."""
    for each in moves:
        if each.move.runs and each.move.about.end == place:
            yield closed(each, "w:moveFrom")


def closed_behind(moves: Sequence[NumberedMove], index: int) -> Iterator[str]:
    """Give the ranges of whole paragraphs that end behind paragraph `index`, so that its end is in them."""
    for each in moves:
        if each.move.paragraphs and each.move.about.last == index:
            yield closed(each, "w:moveFrom")


def _range(move: NumberedMove, tag: str) -> int:
    return _FIRST_RANGE + 2 * move.number + (tag == "w:moveTo")
