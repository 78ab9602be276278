"""A row of a table is placed in one row: the one that says most of it, and not where words of two rows meet.

Rows share words ("Member", "yes"). Where the row before or behind one went, a word diff takes such words from the next.
"""

from collections.abc import Callable

from reviewtui.text.placement.spots import Spot
from reviewtui.text.words.sentences import Span
from reviewtui.text.words.terms import terms_of

Weight = Callable[[str], float]


def in_one_row(there: tuple[str, Span], new: str, spot: Spot, weight: Weight, least: float) -> Spot | None:
    """Return `spot` cut to the row that says most of a passage out of one row; None where no row says `least` of it.

    The passage stood `there`, in a text and code points. What is no row, then and now, stays as it is.
    """
    old, passage = there
    row = _line(old, passage[0])
    if not _is_row(old, row) or passage[1] > row[1]:
        return spot
    rows = [line for line in _lines(new, (spot.start, spot.end)) if _is_row(new, line)]
    if not rows:
        return spot
    wanted = _bag(old, passage)
    said = {line: _weighed(wanted & _bag(new, line), weight) for line in rows}
    best = max(rows, key=lambda line: said[line])
    whole = old[slice(*passage)].strip() == old[slice(*row)].strip()
    if whole and said[best] < least * _weighed(wanted, weight):
        return None
    if len(rows) == 1:
        return spot
    start, end = best if whole else (max(best[0], spot.start), min(best[1], spot.end))
    return Spot(spot.path, start, end, spot.sure, spot.same)


def _is_row(text: str, line: Span) -> bool:
    return text[slice(*line)].lstrip().startswith("|")


def _line(text: str, at: int) -> Span:
    """Return the line that holds a place, without its end."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _lines(text: str, span: Span) -> list[Span]:
    """Return the lines that a span touches."""
    lines = [_line(text, span[0])]
    while lines[-1][1] + 1 < span[1]:
        lines.append(_line(text, lines[-1][1] + 1))
    return lines


def _bag(text: str, span: Span) -> frozenset[str]:
    return frozenset(term.key for term in terms_of(text, *span))


def _weighed(keys: frozenset[str], weight: Weight) -> float:
    return sum(map(weight, keys))
