"""The sentences of both texts that hold one change: what one side says in one, the other may say in three.

From the sentences that a hunk touches on one side their ends are followed through the words that stayed to the other
side, and back, until both sides begin and end at the same words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reviewtui.text.diff.tuning import MOST_ALIGNED
from reviewtui.text.words.sentences import Span, sentence_spans

Hunk = tuple[Span, Span]
_MARKS = re.compile(r"(?:\s|[-*+\u2022](?=\s)|\d{1,3}[.)](?=\s))+")


def aligned_sentences(
    old: str, new: str, hunk: Hunk, hunks: Sequence[Hunk]
) -> tuple[Sequence[Span], Sequence[Span]] | None:
    """Return the sentences of both sides that hold a hunk, None where it is not all in them, or they are too many.

    `hunks` are all changes of the two texts, in order.
    """
    here, there = hunk
    for _ in range(MOST_ALIGNED):
        before = touched_sentences(old, here)
        here = _hull(here, before)
        there = _hull(there, [_across(here, hunks, 0)])
        after = touched_sentences(new, there)
        there = _hull(there, after)
        wider = _hull(here, [_across(there, hunks, 1)])
        if len(before) > MOST_ALIGNED or len(after) > MOST_ALIGNED:
            return None
        if wider == here:
            whole = _holds(old, before, hunk[0]) and _holds(new, after, hunk[1])
            return (before, after) if whole else None
        here = wider
    return None


def _holds(text: str, sentences: Sequence[Span], hunk: Span) -> bool:
    """Say whether sentences hold all of a hunk but the marks of items before its words."""
    begin = _MARKS.match(text, *hunk)
    start = begin.end() if begin else hunk[0]
    return start == hunk[1] or bool(sentences and sentences[0][0] <= start and hunk[1] <= sentences[-1][1])


def touched_sentences(text: str, span: Span) -> Sequence[Span]:
    """Return the sentences that hold a part of a span, or an empty span strictly inside."""
    spans = sentence_spans(text)
    first = bisect_right(spans, span[0], key=lambda each: each[1])
    return spans[first : bisect_left(spans, span[1], lo=first, key=lambda each: each[0])]


def _hull(span: Span, others: Sequence[Span]) -> Span:
    return min([span[0], *(other[0] for other in others)]), max([span[1], *(other[1] for other in others)])


def _across(span: Span, hunks: Sequence[Hunk], side: int) -> Span:
    """Return where a span of a side, 0 or 1, stands on the other; an end inside of a hunk takes in all of it."""
    return _place(span[0], hunks, side, 0), _place(span[1], hunks, side, 1)


def _place(at: int, hunks: Sequence[Hunk], side: int, end: int) -> int:
    index = bisect_right(hunks, at, key=lambda hunk: hunk[side][0]) - 1
    if index < 0:
        return at
    here, there = hunks[index][side], hunks[index][1 - side]
    return there[end] if here[0] <= at < here[1] else there[1] + max(0, at - here[1])
