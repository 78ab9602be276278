"""Marks of emphasis, code and links come in pairs: what changes one of a pair has to keep or take the other."""

from collections.abc import Sequence
from functools import lru_cache

from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.piece import Enclosure
from reviewtui.text.markdown.seen_text import block_words

_MARKS = frozenset("*_~`")


def with_whole_marks(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the span with the marks of all that it empties: `**never**` goes as a whole when "never" goes."""
    pairs = [(piece.start, piece.end, piece.inner_start, piece.inner_end) for piece in document.enclosures]
    pairs += [
        (piece.start, piece.end, *_words_of_link(document.source, piece.start, piece.end)) for piece in document.links
    ]
    while True:
        wider = start, end
        for first, last, inner_start, inner_end in pairs:
            if inner_start < inner_end and start <= inner_start and inner_end <= end and first < end and start < last:
                start, end = min(start, first), max(end, last)
        if (start, end) == wider:
            return wider


def _words_of_link(text: str, start: int, end: int) -> tuple[int, int]:
    closing = max(text.rfind("](", start, end), text.rfind("][", start, end))
    if text[start : start + 1] != "[" or closing < 0:
        return start, end
    return start + 1, closing


def joining_marks(document: Document, start: int, end: int, words: str = "") -> tuple[int, str, int]:
    """Return the span and the words with the marks that the part before it needs closed, and the part behind opened."""
    text = document.source
    before = [
        piece for piece in document.enclosures if piece.start < start <= piece.inner_end < end and piece.end <= end
    ]
    behind = [piece for piece in document.enclosures if start <= piece.start < piece.inner_start <= end < piece.end]
    # A pair of which nothing else is left goes with the words.
    low = min([start, *(piece.start for piece in before if not text[piece.inner_start : start].strip())])
    high = max([end, *(piece.end for piece in behind if not text[end : piece.inner_end].strip())])
    closing = closing_marks(text, [piece for piece in before if piece.start < low])
    opening = opening_marks(text, [piece for piece in behind if piece.end > high])
    if not closing and not opening:
        return low, words, high
    first, last = low, high
    while closing and low > 0 and text[low - 1] in " \t":
        low -= 1
    while opening and high < len(text) and text[high] in " \t":
        high += 1
    space = " " if low < first or high > last else ""
    inner = f"{text[low:first]}{words}{text[last:high]}" if words.strip() else space
    return low, f"{closing}{inner}{opening}", high


def opening_marks(text: str, nested: Sequence[Enclosure]) -> str:
    """Return the marks with which pairs begin that stand in each other, given from the inside."""
    marks, inner = "", len(text)
    for pair in nested:
        # The words of a pair begin behind the marks of the pairs in it.
        marks = text[pair.start : min(pair.inner_start, inner)] + marks
        inner = pair.start
    return marks


def closing_marks(text: str, nested: Sequence[Enclosure]) -> str:
    """Return the marks with which pairs end that stand in each other, given from the inside."""
    marks, inner = "", 0
    for pair in nested:
        marks += text[max(pair.inner_end, inner) : pair.end]
        inner = pair.end
    return marks


def loose_marks(text: str, start: int, end: int, words: str) -> int:
    """Return how many marks a reader would see as characters that nobody wrote to be seen."""
    changed = text[:start] + words + text[end:]
    return _seen_marks(changed) - _seen_marks(text) - _seen_marks(words)


@lru_cache(maxsize=8)
def _seen_marks(text: str) -> int:
    """How many marks a reader sees; the edits of one file come one after the other."""
    document = document_of(text)
    words = [block_words(document, block) for block in document.blocks]
    return sum(block.count(mark) for block in words for mark in _MARKS)
