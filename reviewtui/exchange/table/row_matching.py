"""Which rows of a returned table are remarks that were sent out, or came in with an earlier copy of it."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reviewtui.domain.review.import_content import BroughtAct
from reviewtui.exchange.formats.remark_text import without_signs
from reviewtui.exchange.table.commenting_form import FormRow, ReadRow

_MATCHES = ((0, 2, 5, 6), (5, 6), (0, 2, 5), (0, 2, 6), (0, 2, 3, 1))
"""The cells by which a row of ours is known again, the surest first; the last of them has to say something."""
_LIKE, _APART = 60, 10
"""How alike a row must be, of 100, to be one of ours that was edited, and by how much more than to any other."""
_LONGEST_LIKE = 4_000
_MOST_COMPARED = 200_000
_SHORT = 20
"""Characters of a remark that may stand inside of any other by chance."""


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row that was sent out: its cells, the thread, and the act that it is where that thread is not known here."""

    thread: str
    row: FormRow
    act: BroughtAct | None = None
    name: str = ""
    """Whose remark it is."""
    said: frozenset[str] = frozenset()
    """What its cells may have said whenever they were sent out, with one blank between words."""
    item: str = ""
    """What named it in the table that it came in with, if it did."""
    is_kept: bool = False
    """Whether its cells are those that were sent, and not those of today."""


@dataclass(frozen=True, slots=True)
class RowMatches:
    """The remark that each row is, by the row's number; `brought` are those that came in with an earlier copy."""

    known: dict[int, KnownRow]
    brought: frozenset[int]
    items: dict[int, str]
    """What names each row: all that it says but the author's column, and the how manieth of its kind it is."""


def match_rows(rows: Sequence[ReadRow], sent: Sequence[KnownRow]) -> RowMatches:
    """Return which row is which remark: one that came in before, one that says what was sent, one that was edited."""
    counts = Counter[str]()
    items = {read.number: _item(read.row, counts) for read in rows}
    by_item = {known.item: known for known in sent if known.item}
    # What such a row says may stand in other cells of ours.
    brought = {number: by_item[item] for number, item in items.items() if item in by_item}
    known = brought | _matched([read for read in rows if read.number not in brought], _left(brought, sent))
    known |= _edited([read for read in rows if read.number not in known], _left(known, sent))
    return RowMatches(known, frozenset(brought), items)


def _item(row: FormRow, counts: Counter[str]) -> str:
    digest = hashlib.sha256("\0".join(row[:7]).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    counts[digest] += 1
    return digest if counts[digest] == 1 else f"{digest}-{counts[digest]}"


def _matched(rows: Sequence[ReadRow], sent: Sequence[KnownRow]) -> dict[int, KnownRow]:
    """Which row is which remark of ours, wherever it stands: by all its words, else by most, if that is one alone."""
    matched: dict[int, KnownRow] = {}
    left = list(sent)
    for keys in _MATCHES:
        offered: dict[tuple[str, ...], list[KnownRow]] = {}
        for known in left:
            offered.setdefault(_key(known.row, keys), []).append(known)
        for read in rows:
            key = _key(read.row, keys)
            candidates = offered.get(key, [])
            is_sure = {5, 6} <= set(keys) or (len(candidates) == 1 and bool(key[-1]))
            if read.number not in matched and candidates and is_sure:
                matched[read.number] = candidates.pop(0)
        left = _left(matched, left)
    return matched


def _left(matched: dict[int, KnownRow], sent: Sequence[KnownRow]) -> list[KnownRow]:
    taken = {known.thread for known in matched.values()}
    return [known for known in sent if known.thread not in taken]


def _edited(rows: Sequence[ReadRow], sent: Sequence[KnownRow]) -> dict[int, KnownRow]:
    """Which row is one of ours that somebody wrote into: by its name and clause, and words that are like one alone."""
    offered: dict[tuple[str, ...], list[KnownRow]] = {}
    for known in sent:
        offered.setdefault(_key(known.row, (0, 2)), []).append(known)
    edited: dict[int, KnownRow] = {}
    compared = 0
    for read in rows:
        candidates = offered.get(_key(read.row, (0, 2)), [])
        compared += len(candidates)
        if not candidates or compared > _MOST_COMPARED:
            continue
        ranked = sorted(((_likeness(read.row, known.row), known) for known in candidates), key=lambda each: -each[0])
        other = next((score for score, known in ranked if known.thread != ranked[0][1].thread), 0.0)
        if ranked[0][0] >= max(_LIKE, other + _APART):
            edited[read.number] = ranked[0][1]
            candidates[:] = [known for known in candidates if known.thread != ranked[0][1].thread]
    return edited


def _likeness(row: FormRow, known: FormRow) -> float:
    words, own = (without_signs(f"{each.comments} {each.change}")[:_LONGEST_LIKE] for each in (row, known))
    return 100.0 if len(own) > _SHORT and own in words else fuzz.ratio(words, own, score_cutoff=_LIKE - _APART)


def _key(row: FormRow, cells: Sequence[int]) -> tuple[str, ...]:
    return tuple(without_signs(row[cell]) for cell in cells)
