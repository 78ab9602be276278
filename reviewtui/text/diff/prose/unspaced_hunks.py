"""Changes in scripts without spaces, cut down to the words that changed: there a whole paragraph is one run.

Only changes that hold such letters come here; all others stay as they are.
"""

from collections.abc import Sequence

from reviewtui.text.diff.prose.word_runs import changed_runs
from reviewtui.text.diff.sequences.alignment import SpanPair
from reviewtui.text.span import Span
from reviewtui.text.words.unspaced import has_unspaced, piece_spans
from reviewtui.text.words.words import Numbering, is_mark


def in_unspaced_words(old: str, new: str, run: SpanPair) -> tuple[list[SpanPair], int, int] | None:
    """Return what of a change, as offsets of both sides, differs by words; and how many words go and come.

    None where no such letter stands in it.
    """
    start, end, other, stop = run
    gone, come = old[start:end], new[other:stop]
    if not has_unspaced(gone) and not has_unspaced(come):
        return None
    olds, news = _pieces(old, start, end), _pieces(new, other, stop)
    here, there = [old[slice(*span)] for span in olds], [new[slice(*span)] for span in news]
    deleted = inserted = 0
    runs = changed_runs(*Numbering().pair(here, there), (0, len(here), 0, len(there)))
    for i, x, j, y in runs:
        deleted += _count(here[i:x])
        inserted += _count(there[j:y])
    cut = [(*_span(olds, i, x, end), *_span(news, j, y, stop)) for i, x, j, y in _joined(runs)]
    return cut, deleted - _count(gone.split()), inserted - _count(come.split())


def _joined(runs: Sequence[SpanPair]) -> list[SpanPair]:
    """Return the runs with those made one that a single word keeps apart: 必须 and 不必 share a letter by chance."""
    joined: list[SpanPair] = []
    for i, x, j, y in runs:
        if joined and i - joined[-1][1] <= 1:
            first, _, other, _ = joined.pop()
            i, j = first, other  # noqa: PLW2901 - the run begins where the one before it did
        joined.append((i, x, j, y))
    return joined


def _span(spans: Sequence[Span], first: int, stop: int, end: int) -> Span:
    if first < stop:
        return spans[first][0], spans[stop - 1][1]
    at = spans[first][0] if first < len(spans) else end
    return at, at


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """Return where the words of `text[start:end]` stand, runs of such letters cut."""
    spans: list[Span] = []
    at = start
    for token in text[start:end].split():
        at = text.index(token, at)
        spans += piece_spans(token, at)
        at += len(token)
    return spans


def _count(pieces: Sequence[str]) -> int:
    """Count the words among pieces; a mark of punctuation is none."""
    return sum(len(piece) > 1 or piece.isalnum() for piece in pieces if not is_mark(piece))
