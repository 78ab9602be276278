"""Which of several equal passages one is, told by what they stand in; where that does not tell, it is not told.

"Records are kept for two years." can stand under ten headings. Where one of these goes, a word diff may take any of the
others for it: what tells them apart is the rest of their own block, the headings and labels over them, and the words
before and behind them, in this order.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.parsing.lines import line_stop
from reviewtui.text.placement.surroundings import REFERS_BACK, headings_and_leads
from reviewtui.text.span import Span
from reviewtui.text.words.units import Corpus

_MOST = 250
"""So many equal passages are looked at; of more no place is certain."""
_MOST_PAIRS = 2500
"""So many pairs of an old and a new one are held against each other to find another place than the found one."""
_KEPT = 2 * _MOST
"""What stands around so many passages is kept: each is compared with all its equals."""
_REACH = 600
"""So many characters before and behind a passage tell it from its equals."""
_EDGE = "\0"
"""Where a file begins or ends."""
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+")
_PART_NUMBER = re.compile(r"\A\W*\d+(?:\.\d+)*[.):]?\s")
_LONGEST = 80
"""Words of the longest passage that is looked for in other marks; a longer one hardly stands anywhere twice."""
_BESIDE = 60
"""So many characters on either side tell a gap from others."""


class EqualPlaces(NamedTuple):
    """Where a passage with equals may be instead of where it was found, in code points; none where that holds.

    `decided` says that it is at the first of these, though it was found elsewhere.
    """

    spans: tuple[Span, ...]
    decided: bool


FOUND_PLACE_HOLDS = EqualPlaces((), decided=False)


class _Vote(Enum):
    """Whether a passage rather than its rival is at a place: `SPLIT` where some words say so and others deny it."""

    FOR = auto()
    AGAINST = auto()
    SPLIT = auto()
    NONE = auto()


class _Occurrence(NamedTuple):
    """One of several equal passages: the characters `start` to `end` of `text`."""

    text: str
    start: int
    end: int


def has_twin(text: str, passage: str) -> bool:
    """Say whether the words of `passage` stand in `text` more than once, whatever marks and letter case they have."""
    if text.find(passage, text.find(passage) + 1) >= 0:
        return True
    words = _LETTERS.findall(passage)
    if not words or len(words) > _LONGEST:
        return False
    found = _words_in_a_row(tuple(words)).finditer(text)
    return next(found, None) is not None and next(found, None) is not None


def has_twin_gap(text: str, at: int) -> bool:
    """Say whether the words right before a gap and behind it stand in `text` more than once in a row."""
    before = _LETTERS.findall(text[max(0, at - _BESIDE) : at])[-2:]
    behind = _LETTERS.findall(text[at : at + _BESIDE])[:2]
    found = _words_in_a_row((*before, *behind)).finditer(text)
    return next(found, None) is not None and next(found, None) is not None


@lru_cache(maxsize=512)
def _words_in_a_row(words: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def place_among_equals(old: Corpus, there: tuple[str, Span], new: Corpus, here: tuple[str, Span]) -> EqualPlaces:
    """Return where a passage stands of which there are equal ones: at the place that was found, at another, or unsaid.

    The passage stood `there`, in file and code points, and was found word for word `here`.
    """
    stretch = _stretch(old, *there)
    own, place = (_found(corpus.texts[path], span, stretch) for corpus, (path, span) in ((old, there), (new, here)))
    if own is None or place is None:
        return FOUND_PLACE_HOLDS
    words = own.text[own.start : own.end]
    before, after = list(_equals(own.text, words)), list(_equals(place.text, words))
    if max(len(before), len(after)) > _MOST or (not after and _came_elsewhere(old, new, here[0], words)):
        return EqualPlaces((here[1],), decided=False)
    place = next((each for each in after if each.start < here[1][1] and here[1][0] < each.end), place)
    rivals = [rival for rival in before if rival != own]
    came = _left_elsewhere(old, there[0], new, words)
    if _holds(own, rivals, place, after) and all(_vote(own, rival, place) is _Vote.FOR for rival in came):
        return FOUND_PLACE_HOLDS
    if place in after:
        places, decided = _other_places(own, [*rivals, *came], after)
    else:
        places, decided = after, False
    return EqualPlaces(tuple(_shifted(each, own, there, here) for each in places) or (here[1],), decided)


def _left_elsewhere(old: Corpus, path: str, new: Corpus, words: str) -> list[_Occurrence]:
    """Return the same words of those other old files that lost some of them: they may have come to any file."""
    lost = (
        text
        for other, text in old.texts.items()
        if other != path and words in text and text.count(words) > new.texts.get(other, "").count(words)
    )
    return [each for text in lost for each in _equals(text, words)][:_MOST]


def _came_elsewhere(old: Corpus, new: Corpus, path: str, words: str) -> bool:
    """Say whether the very words came to another new file than `path`, where they are set otherwise."""
    return any(
        other != path and words in text and text.count(words) > old.texts.get(other, "").count(words)
        for other, text in new.texts.items()
    )


def _holds(own: _Occurrence, rivals: Sequence[_Occurrence], place: _Occurrence, after: Sequence[_Occurrence]) -> bool:
    """Say whether a passage surely is at the place where it was found, and none of its equals is."""
    if place not in after:
        return len(after) <= len(rivals) and all(_vote(own, rival, place) is _Vote.FOR for rival in rivals)
    if not rivals and len(after) == 1:
        return True
    as_many = len(after) == len(rivals) + 1 and not REFERS_BACK.match(own.text, own.start)
    clear = {_Vote.FOR, _Vote.NONE} if as_many else {_Vote.FOR}
    return _all_votes(own, rivals, place, after) <= clear and _keeps_label(own, rivals, place)


def _other_places(
    own: _Occurrence, rivals: Sequence[_Occurrence], after: Sequence[_Occurrence]
) -> tuple[list[_Occurrence], bool]:
    """Return where a passage may be, and whether it certainly is there; nowhere where too many would be asked."""
    many = len(after) * (len(rivals) + 1) > _MOST_PAIRS
    places = [each for each in after if not many or _keeps_label(own, rivals, each)]
    if len(places) * (len(rivals) + 1) > _MOST_PAIRS:
        return [], False
    votes = {each: _all_votes(own, rivals, each, after) for each in places}
    sure = [each for each in places if votes[each] <= {_Vote.FOR} and _keeps_label(own, rivals, each)]
    return sure or [each for each in places if _Vote.AGAINST not in votes[each]] or places, len(sure) == 1


def _all_votes(
    own: _Occurrence, rivals: Sequence[_Occurrence], place: _Occurrence, places: Sequence[_Occurrence]
) -> "set[_Vote]":
    """Return what speaks for a passage being at a place, against each of its equals and each equal place."""
    against_rivals = {_vote(own, rival, place) for rival in rivals}
    return against_rivals | {_vote(place, other, own) for other in places if other != place}


def _keeps_label(own: _Occurrence, rivals: Sequence[_Occurrence], place: _Occurrence) -> bool:
    """Say whether one of the titles and labels that tell a passage from its equals stands over a place as well."""
    if not rivals:
        return True
    telling = _labels(own).difference(*map(_labels, rivals))
    return not telling or not telling.isdisjoint(_labels(place))


@lru_cache(maxsize=_KEPT)
def _labels(each: _Occurrence) -> frozenset[str]:
    """Return what stands over a passage, without the numbers of parts and the letter case."""
    return frozenset(" ".join(_LETTERS.findall(_PART_NUMBER.sub("", label.casefold()))) for label in _over(each))


def _shifted(each: _Occurrence, own: _Occurrence, there: tuple[str, Span], here: tuple[str, Span]) -> Span:
    """Return the characters of an equal sentence that the passage is of its own, however their lines are wrapped."""
    if each.text[each.start : each.end] == own.text[own.start : own.end]:
        start = each.start + there[1][0] - own.start
        return start, start + here[1][1] - here[1][0]
    places, own_places = _flat(each.text)[1], _flat(own.text)[1]
    shift = bisect_left(places, each.start) - bisect_left(own_places, own.start)
    first, stop = (bisect_left(own_places, at) + shift for at in there[1])
    start = places[first]
    return start, places[stop - 1] + 1 if stop > first else start


def _stretch(corpus: Corpus, path: str, span: Span) -> Span:
    """Return how far the sentences of a passage reach before and behind it, in code points.

    A gap behind the last word of a line belongs to the sentence that ends there.
    """
    units = corpus.touched(path, *span)
    if span[0] == span[1] and not any(unit.start <= span[0] < unit.end for unit in units):
        text = corpus.texts[path]
        ends_line = not text[span[0] : line_stop(text, span[0])].strip()
        units = [unit for unit in corpus.units(path) if unit.end == span[0]] if ends_line else []
    if not units:
        return 0, 0
    return max(0, span[0] - units[0].start), max(0, units[-1].end - span[1])


def _found(text: str, span: Span, stretch: Span) -> _Occurrence | None:
    start, end = span[0] - stretch[0], span[1] + stretch[1]
    return _Occurrence(text, start, end) if 0 <= start < end <= len(text) else None


def _equals(text: str, words: str) -> Iterator[_Occurrence]:
    """Yield where `text` has the same words, however their lines are wrapped."""
    found = text.find(words)
    if found >= 0 and text.count(max(words.split(), key=len, default="")) == 1:
        yield _Occurrence(text, found, found + len(words))  # its longest word stands there once: nothing equals it
        return
    flat, places = _flat(text)
    wanted = _flat(words)[0]
    at = -1
    for _ in range(_MOST + 1):
        at = flat.find(wanted, at + 1)
        if at < 0 or not wanted:
            return
        yield _Occurrence(text, places[at], places[at + len(wanted) - 1] + 1)


@lru_cache(maxsize=8)
def _flat(text: str) -> tuple[str, list[int]]:
    """Return a text on one line, without the signs of quotes, and where each of its characters stands."""
    words = [match for match in _WORD.finditer(text) if match[0].strip(">")]
    places: list[int] = []
    for match in words:
        places.extend(range(match.start(), match.end() + 1))
    return " ".join(match[0] for match in words), places


def _vote(own: _Occurrence, rival: _Occurrence, place: _Occurrence) -> "_Vote":
    """Say whether a passage rather than an equal one is what stands at a place.

    What stands over it decides where the rest of its block does not, and where words before and behind it disagree,
    except that a sentence that speaks of the one before it ("They must …") belongs to that one. Against what stands
    over it only a whole block tells it.
    """
    within, over = (
        _verdict(_votes(*(_within_block(each) for each in (own, rival, place)))),
        _over_vote(own, rival, place),
    )
    if within in {_Vote.FOR, _Vote.AGAINST}:
        is_whole = _within_block(place) in (_within_block(own), _within_block(rival))
        if is_whole or over in {_Vote.NONE, within}:
            return within
        return over if _block_words_vote(own, rival, place) is over else _Vote.SPLIT
    if over is not _Vote.NONE:
        return over
    before, behind = _votes(*(_around(each) for each in (own, rival, place)))
    return _verdict((before, 0 if REFERS_BACK.match(own.text, own.start) else behind))


def _block_words_vote(own: _Occurrence, rival: _Occurrence, place: _Occurrence) -> "_Vote":
    """Say whether more words of the block of a passage than of an equal one's are in the block of a place."""
    own_words, rival_words, there = (Counter(chain(*_within_block(each))) for each in (own, rival, place))
    more = (own_words & there).total() - (rival_words & there).total()
    return _Vote.NONE if not more else _Vote.FOR if more > 0 else _Vote.AGAINST


def _over_vote(own: _Occurrence, rival: _Occurrence, place: _Occurrence) -> "_Vote":
    """Say whether what stands over a passage, and not over an equal one, stands over a place."""
    over_own, over_rival, over_place = (_over(each) for each in (own, rival, place))
    if over_own != over_rival and over_place in (over_own, over_rival):
        return _Vote.FOR if over_place == over_own else _Vote.AGAINST
    labels, other, there = (_labels(each) for each in (own, rival, place))
    says_own, says_rival = (labels - other) & there, (other - labels) & there
    if bool(says_own) == bool(says_rival):
        return _Vote.NONE
    return _Vote.FOR if says_own else _Vote.AGAINST


def _verdict(votes: tuple[int, ...]) -> "_Vote":
    if not any(votes):
        return _Vote.NONE
    return _Vote.FOR if min(votes) >= 0 else _Vote.AGAINST if max(votes) <= 0 else _Vote.SPLIT


def _votes(
    own: Sequence[Sequence[str]], rival: Sequence[Sequence[str]], place: Sequence[Sequence[str]]
) -> tuple[int, ...]:
    """Return for the words before and for those behind: 1 where more of the own ones stand there, -1 the reverse."""
    return tuple(
        (more := _alike(one, there) - _alike(other, there)) // max(abs(more), 1)
        for one, other, there in zip(own, rival, place, strict=True)
    )


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words are the same, from the first on."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@lru_cache(maxsize=_KEPT)
def _around(each: _Occurrence) -> tuple[list[str], list[str]]:
    """Return the words before a passage, the nearest first, and those behind it."""
    before = _WORD.findall(f"{_EDGE} {each.text[: each.start]}"[-_REACH:])
    return before[::-1], _WORD.findall(f"{each.text[each.end :]} {_EDGE}"[:_REACH])


@lru_cache(maxsize=_KEPT)
def _within_block(each: _Occurrence) -> tuple[list[str], list[str]]:
    """Return the same of its own paragraph, item or row alone."""
    low, high = _own_block(each)
    before = _WORD.findall(each.text[max(min(low, each.start), each.start - _REACH) : each.start])
    return before[::-1], _WORD.findall(each.text[each.end : min(max(high, each.end), each.end + _REACH)])


def _own_block(each: _Occurrence) -> Span:
    block = document_of(each.text).block_at(each.start)
    if block is None:
        return each.start, each.end
    rows = (row for row in block.rows if row and row[0][0] <= each.start <= row[-1][1])
    row = next(rows, None)
    return (row[0][0], row[-1][1]) if row else block.text


@lru_cache(maxsize=_KEPT)
def _over(each: _Occurrence) -> tuple[str, ...]:
    """Return the headings over a passage and the words that lead to it."""
    headings, leads = headings_and_leads(each.text, (each.start, each.end))
    return (*headings, *leads)
