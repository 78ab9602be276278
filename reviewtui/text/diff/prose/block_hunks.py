"""Hunks parted where the blocks of the text are: what came in before a heading is no change of that heading.

"[-Policy-]{+* Check this. ## Public policy+} makers" says the same as an item that came and a word that did; a reader
wants the second, and each has a class of its own then. What no reader sees (front matter, comments) is never a
counterpart of prose.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from reviewtui.text.diff.prose.prose_diff import Hunk, Op, TextDiff
from reviewtui.text.markdown.block import HIDDEN, Block
from reviewtui.text.markdown.document import parted_text
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.words.words import UNMARKED

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


class _Piece(NamedTuple):
    """What of one side of a hunk lies in one block."""

    start: int
    end: int
    hidden: bool
    begins: bool
    """Whether no word of its block stands before it."""
    ends: bool
    """Whether no word of its block stands behind it."""
    words: str
    """Its words with a blank between any two, without marks before them."""


def with_parted_hunks(diff: TextDiff, old: str, new: str) -> TextDiff:
    """Return a comparison with those hunks parted that lie in several blocks, or in several lines of comments.

    Between hunks both sides keep the same words; whole blocks that both sides of a hunk have are kept too.
    """
    parted: list[Hunk] = []
    kept = 0
    parted_text(old).expect([hunk.old_start for hunk in diff.hunks])
    parted_text(new).expect([hunk.new_start for hunk in diff.hunks])
    for hunk in diff.hunks:
        if "\n" not in old[hunk.old_start : hunk.old_end] and "\n" not in new[hunk.new_start : hunk.new_end]:
            parted.append(hunk)
            continue
        parts = list(_parts(hunk, old, new))
        kept += len(UNMARKED.findall(old, hunk.old_start, hunk.old_end))
        kept -= sum(len(UNMARKED.findall(old, each.old_start, each.old_end)) for each in parts)
        parted += parts
    return TextDiff(tuple(parted), diff.words_deleted - kept, diff.words_inserted - kept)


def is_hidden(text: str, span: tuple[int, int]) -> bool:
    """Say whether all words of a span stand in blocks that no reader sees."""
    if span[0] >= _all_seen_from(text):
        return span[0] < span[1] and UNMARKED.search(text, *span) is None
    return span[0] < span[1] and all(piece.hidden for piece in _pieces(text, span))


@lru_cache(maxsize=64)
def _all_seen_from(text: str) -> int:
    """Return from where on no block is hidden: behind the front matter, or nowhere, where another one may be."""
    front = front_matter_end(text)
    return len(text) + 1 if any(text.find(sign, front) >= 0 for sign in ("<", "]:")) else front


def _parts(hunk: Hunk, old: str, new: str) -> Iterator[Hunk]:
    olds = list(_pieces(old, (hunk.old_start, hunk.old_end)))
    news = list(_pieces(new, (hunk.new_start, hunk.new_end)))
    if max(len(olds), len(news)) < 2:
        yield from _by_line(hunk, old, new) if _all_hidden(olds) and _all_hidden(news) else [hunk]
        return
    at, there = hunk.old_start, hunk.new_start
    for gone, come in _paired(olds, news):
        first, last = (gone[0].start, gone[-1].end) if gone else (at, at)
        second, end = (come[0].start, come[-1].end) if come else (there, there)
        part = _hunk(first, last, second, end)
        if _all_hidden(gone) and _all_hidden(come):
            yield from _by_line(part, old, new)
        elif [piece.words for piece in gone] != [piece.words for piece in come]:
            yield part
        at, there = last, end


def _hunk(first: int, last: int, second: int, end: int) -> Hunk:
    op: Op = "insert" if first == last else "delete" if second == end else "replace"
    return Hunk(op, first, last, second, end)


def _all_hidden(pieces: "_Pieces") -> bool:
    return bool(pieces) and all(piece.hidden for piece in pieces)


def _by_line(hunk: Hunk, old: str, new: str) -> Iterator[Hunk]:
    """Yield a change of settings or comments without the lines that both sides have: they are no sentences."""
    olds, news = _lines(old, hunk.old_start, hunk.old_end), _lines(new, hunk.new_start, hunk.new_end)
    ops = Indel.opcodes(
        [" ".join(old[slice(*span)].split()) for span in olds], [" ".join(new[slice(*span)].split()) for span in news]
    )
    at, there = hunk.old_start, hunk.new_start
    first, second = at, there
    for op in ops:
        if op.tag == "equal":
            if first < at or second < there:
                yield _hunk(first, at, second, there)
            at, there = olds[op.src_end - 1][1], news[op.dest_end - 1][1]
            first, second = at, there
            continue
        if op.src_start < op.src_end:
            first = first if first < at else olds[op.src_start][0]
            at = olds[op.src_end - 1][1]
        if op.dest_start < op.dest_end:
            second = second if second < there else news[op.dest_start][0]
            there = news[op.dest_end - 1][1]
    if first < at or second < there:
        yield _hunk(first, at, second, there)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the words of each line of a span stand."""
    return [match.span() for match in _LINE.finditer(text, start, end)]


_Pieces = Sequence[_Piece]


def _paired(olds: _Pieces, news: _Pieces) -> Iterator[tuple[_Pieces, _Pieces]]:
    """Yield which pieces stand for each other: those in a block that goes on, and what is seen with what is seen."""
    head, tail = _within(olds, news, at_end=False), _within(olds, news, at_end=True)
    if sum(map(max, zip(head, tail, strict=True))) and _sizes_fit(olds, news, head, tail):
        if any(head):
            yield olds[: head[0]], news[: head[1]]
        yield from _between_equal(olds[head[0] : len(olds) - tail[0]], news[head[1] : len(news) - tail[1]])
        if any(tail):
            yield olds[len(olds) - tail[0] :], news[len(news) - tail[1] :]
    else:
        yield from _between_equal(olds, news)


def _within(olds: _Pieces, news: _Pieces, *, at_end: bool) -> tuple[int, int]:
    """Return how many pieces of each side, one at most, belong to a block of which words go on beside the hunk."""
    inside = [bool(side) and not (side[-1].ends if at_end else side[0].begins) for side in (olds, news)]
    return (1, 1) if all(inside) else (int(inside[0]), int(inside[1]))


def _sizes_fit(olds: _Pieces, news: _Pieces, head: tuple[int, int], tail: tuple[int, int]) -> bool:
    """Say whether no piece would be at both ends: then one block was cut in two, or two were made one."""
    return head[0] + tail[0] <= len(olds) and head[1] + tail[1] <= len(news)


def _between_equal(olds: _Pieces, news: _Pieces) -> Iterator[tuple[_Pieces, _Pieces]]:
    """Yield what lies between the whole blocks that both sides have: a heading amid new text is the same heading."""
    at = there = 0
    names = [
        [piece.words if piece.begins and piece.ends else number for piece in side]
        for number, side in enumerate((olds, news))
    ]
    for op in Indel.opcodes(*names):
        if op.tag == "equal":
            yield from _by_visibility(olds[at : op.src_start], news[there : op.dest_start])
            equal = zip(olds[op.src_start : op.src_end], news[op.dest_start : op.dest_end], strict=True)
            yield from (((was,), (now,)) for was, now in equal)
            at, there = op.src_end, op.dest_end
    yield from _by_visibility(olds[at:], news[there:])


def _by_visibility(olds: _Pieces, news: _Pieces) -> Iterator[tuple[_Pieces, _Pieces]]:
    """Yield the pieces in runs of what is seen and what is hidden, each with its like on the other side."""
    here, there = _runs(olds), _runs(news)
    kinds = [[run[0].hidden for run in runs] for runs in (here, there)]
    for op in Indel.opcodes(*kinds):
        if op.tag == "equal":
            yield from zip(here[op.src_start : op.src_end], there[op.dest_start : op.dest_end], strict=True)
        else:
            yield from ((run, ()) for run in here[op.src_start : op.src_end])
            yield from (((), run) for run in there[op.dest_start : op.dest_end])


def _runs(pieces: _Pieces) -> list[_Pieces]:
    cuts = [0, *(n for n in range(1, len(pieces)) if pieces[n].hidden != pieces[n - 1].hidden), len(pieces)]
    return [pieces[first:stop] for first, stop in pairwise(cuts) if first < stop]


def _pieces(text: str, span: tuple[int, int]) -> Iterator[_Piece]:
    """Yield what of a span lies in each block, without what is nothing but marks."""
    if span[0] == span[1]:
        return
    for document, base in parted_text(text).around(*span):
        for block in document.blocks_from(span[0] - base):
            if block.start + base >= span[1]:
                return
            stop = block.content_end + base
            low, high = max(span[0], block.start + base), min(span[1], stop)
            words = UNMARKED.findall(text, low, high) if low < high else ()
            if words:
                start, end = text.index(words[0], low, high), text.rindex(words[-1], low, high) + len(words[-1])
                begins = UNMARKED.search(text, _opening(block) + base, start) is None
                ends = UNMARKED.search(text, end, stop) is None
                yield _Piece(start, end, block.kind in HIDDEN, begins, ends, " ".join(words))


def _opening(block: Block) -> int:
    """Return where the words of a block begin, behind its bullet or number."""
    return block.text[0] if block.text[1] > block.text[0] else block.start
