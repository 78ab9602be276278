"""Whether the clause that was found is the one that was meant, where other clauses say the same of something else.

"The notice period is ten days", "The appeal period is ten days": rows, items, notes and definitions that differ in a
word or in what stands over them. Where the words of one are others now, it may be another one that stands there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reviewtui.text.placement.surroundings import Surroundings, surroundings_of
from reviewtui.text.words.sentences import Span

_WORD = re.compile(r"\w+")
_MOST = 200
"""So many other clauses are looked at."""
_Place = tuple[str, Span]


def other_clause(olds: Mapping[str, str], there: _Place, news: Mapping[str, str], here: _Place) -> str:
    """Return the words of another clause that the place `here` may be instead of the one `there`; empty for none.

    The clause is the same if it says the same, or is more like the old one than any other clause with these words is.
    """
    then, now = _clause(olds, there), _clause(news, here)
    if then == now:
        return ""
    alike = _alike(then, now)
    words = _telling(olds, there)
    for path, span in _others(olds, words, there):
        if _alike(_clause(olds, (path, span)), now) >= alike:
            return _shown(olds, (path, span))
    for path, span in _others(news, words, here):
        if _alike(then, _clause(news, (path, span))) >= alike:
            return _shown(news, (path, span))
    return ""


def _telling(texts: Mapping[str, str], place: _Place) -> list[str]:
    """Return the words of a passage; for a gap, and where they are few, with those before it."""
    path, (start, end) = place
    words = _WORD.findall(texts[path][start:end].casefold())
    return words or _WORD.findall(texts[path][max(0, start - 80) : start].casefold())[-2:]


def _others(texts: Mapping[str, str], words: Sequence[str], but: _Place) -> Iterator[_Place]:
    """Yield where else the same words stand, one after the other."""
    if not words:
        return
    pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    left = _MOST
    for path, text in texts.items():
        for match in pattern.finditer(text):
            own = path == but[0] and match.start() < max(but[1][1], but[1][0] + 1) and but[1][0] <= match.end()
            if not own:
                yield path, match.span()
                left -= 1
            if not left:
                return


def _clause(texts: Mapping[str, str], place: _Place) -> Counter[str]:
    around = surroundings_of(texts[place[0]], place[1])
    return Counter(_WORD.findall(_said(around).casefold()))


def _said(around: Surroundings) -> str:
    return " ".join((*around.headings[-1:], *around.leads, around.own))


def _shown(texts: Mapping[str, str], place: _Place) -> str:
    around = surroundings_of(texts[place[0]], place[1])
    return " ".join(_WORD.findall(_said(around)))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Return how much of the longer of two clauses the other one has."""
    return (one & other).total() / max(one.total(), other.total(), 1)
