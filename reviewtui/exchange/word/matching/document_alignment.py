"""Which paragraph of a document is which of the text that was sent, and where each character of it stands there."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, TableCell
from reviewtui.exchange.word.layout.sent_text import SentDocument
from reviewtui.exchange.word.reading.original_document import Original
from reviewtui.exchange.word.reading.paragraph import Cell
from reviewtui.text.diff.sequences.unique_runs import increasing
from reviewtui.text.words.spacing import single_spaced


@dataclass(frozen=True, slots=True)
class Moved:
    """Paragraphs `first` to `last` of what was sent, which stand behind paragraph `behind` now (-1: before all)."""

    first: int
    last: int
    behind: int


def moved(pairs: Mapping[int, int], sent: Sequence[int]) -> tuple[Moved, ...]:
    """Return what stands elsewhere, paragraphs that went together as one; `sent` are their numbers where they stood."""
    kept = dict(increasing(sorted(pairs.items())))
    groups: list[Moved] = []
    behind = previous = -1
    for place in sorted(pairs):
        index = sent[pairs[place]]
        if place in kept:
            behind = previous = index
            continue
        last = groups[-1] if groups else None
        follows = pairs[place] > 0 and last is not None and sent[pairs[place] - 1] == last.last == previous
        if last is not None and follows:
            groups[-1] = Moved(last.first, index, last.behind)
        else:
            groups.append(Moved(index, index, behind))
        previous = index
    return tuple(groups)


_ALIKE = 0.6
"""From this likeness on a paragraph whose words were changed without tracking is taken for the same one."""
_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
_MOST_NEAR = 40
"""With so many paragraphs at most one is compared."""
_LONGEST = 20_000
"""Characters of a paragraph that is compared word by word."""


@dataclass(frozen=True, slots=True)
class DocumentHunk:
    """Characters of the text that was sent, and those that stand for them in the document, untracked."""

    sent: tuple[int, int]
    own: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """A paragraph of the document and the one that was sent, by their numbers, and how their words differ."""

    own: int
    sent: int
    hunks: tuple[DocumentHunk, ...] = ()

    def sent_at(self, at: int, *, opens: bool) -> int | None:
        """Return before which character that was sent a character of the document stands; None inside of a difference.

        At the edge of one, `opens` says that what begins here belongs to what follows.
        """
        number = bisect_right([hunk.own[0] for hunk in self.hunks], at) - 1
        if number < 0:
            return at
        hunk = self.hunks[number]
        if hunk.own[0] < at < hunk.own[1]:
            return None
        if at == hunk.own[0] and (not opens or hunk.own[0] < hunk.own[1]):
            return hunk.sent[0]
        return at - hunk.own[1] + hunk.sent[1] if at >= hunk.own[1] else hunk.sent[0]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs by the number of the document's paragraph, and what has no counterpart on either side."""

    pairs: dict[int, ParagraphPair]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    moved: tuple[Moved, ...] = ()
    """What stands elsewhere than it was sent."""


def align(document: SentDocument, paragraphs: Sequence[Original]) -> Alignment:
    """Return how the paragraphs of a document stand to those that were sent."""
    own = [original for original in paragraphs if not original.is_empty]
    sent = [index for index, original in enumerate(document.paragraphs) if original.text]
    texts = [document.paragraphs[index].text for index in sent]
    each = _by_words(texts, own) | _by_name(document, sent, own)
    matched = _ordered(each, own)
    pairs = {
        own[a].number: ParagraphPair(own[a].number, sent[b], _hunks(texts[b], own[a]))
        for a, b in matched.items()
        if single_spaced(own[a].text) == single_spaced(texts[b])
    }
    named = _by_name(document, sent, own, same_words=False)
    pairs |= _alike(texts, own, sent, matched, named)
    pairs |= _headings(document, own, sent, matched)
    pairs |= _cells_in_place(document, pairs, paragraphs)
    taken = {pair.sent for pair in pairs.values()}
    gone = tuple(index for index in sent if index not in taken)
    new = tuple(original.number for original in own if original.number not in pairs and original.text)
    return Alignment(pairs, new, gone, moved(matched, sent))


def _by_words(texts: Sequence[str], own: Sequence[Original]) -> dict[int, int]:
    """Pairs of equal words, in order, however wide the spaces between them are."""
    words, others = [single_spaced(original.text) for original in own], list(map(single_spaced, texts))
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return {block.a + step: block.b + step for block in matcher.get_matching_blocks() for step in range(block.size)}


def _by_name(
    document: SentDocument, sent: Sequence[int], own: Sequence[Original], *, same_words: bool = True
) -> dict[int, int]:
    """Pairs that have one bookmark, which stands once in the document, and equal words if that is asked for."""
    names = {document.bookmark(index): place for place, index in enumerate(sent)}
    counts = Counter(name for original in own for name in original.bookmarks)
    return {
        place: names[name]
        for place, original in enumerate(own)
        for name in original.bookmarks
        if name and name in names and counts[name] == 1
        if not same_words or original.text == document.paragraphs[sent[names[name]]].text
    }


def _ordered(pairs: dict[int, int], own: Sequence[Original]) -> dict[int, int]:
    """Each paragraph that was sent stands for one of the document, the first that claims it."""
    taken: set[int] = set()
    kept: dict[int, int] = {}
    for place in range(len(own)):
        other = pairs.get(place)
        if other is not None and other not in taken:
            kept[place] = other
            taken.add(other)
    return kept


def _alike(
    texts: Sequence[str], own: Sequence[Original], sent: Sequence[int], matched: dict[int, int], named: dict[int, int]
) -> dict[int, ParagraphPair]:
    """Pairs of paragraphs between two equal ones that are much alike, or have one bookmark: changed untracked."""
    pairs: dict[int, ParagraphPair] = {}
    taken = set(matched.values())
    bounds = _bounds(len(own), len(texts), matched)
    for place, original in enumerate(own):
        if place in matched or not original.text:
            continue
        low, high = bounds[place]
        near = [other for other in range(low, high) if other not in taken][:_MOST_NEAR]
        if (same := named.get(place, -1)) in near:
            matched[place] = same
            taken.add(same)
            pairs[original.number] = _changed(original, sent[same], texts[same])
            continue
        likeness, best = max(((_likeness(texts[other], original.text), -other) for other in near), default=(0.0, 0))
        if likeness >= _ALIKE:
            matched[place] = -best
            taken.add(-best)
            pairs[original.number] = ParagraphPair(original.number, sent[-best], _hunks(texts[-best], original))
    return pairs


def _changed(original: Original, index: int, text: str) -> ParagraphPair:
    """A paragraph in the place of another: word by word where they are alike, else as a whole."""
    if _likeness(text, original.text) >= _ALIKE:
        return ParagraphPair(original.number, index, _hunks(text, original))
    return ParagraphPair(original.number, index, (DocumentHunk((0, len(text)), (0, len(original.text))),))


def _headings(
    document: SentDocument, own: Sequence[Original], sent: Sequence[int], matched: dict[int, int]
) -> dict[int, ParagraphPair]:
    """A heading that alone of its level stands where one alone is gone is that one: nothing else tells its section."""
    pairs: dict[int, ParagraphPair] = {}
    taken = set(matched.values())
    bounds = _bounds(len(own), len(sent), matched)
    free = {n: (own[n].first.level, bounds[n]) for n in range(len(own)) if n not in matched and own[n].first.level}
    rivals = Counter(free.values())
    for place, (level, between) in free.items():
        original = own[place]
        if not original.text or rivals[level, between] > 1:
            continue
        alike = [n for n in range(*between) if n not in taken and _level(document.paragraphs[sent[n]]) == level]
        if len(alike) == 1:
            index = sent[alike[0]]
            matched[place] = alike[0]
            taken.add(alike[0])
            pairs[original.number] = _changed(original, index, document.paragraphs[index].text)
    return pairs


def _cells_in_place(
    document: SentDocument, pairs: dict[int, ParagraphPair], paragraphs: Sequence[Original]
) -> dict[int, ParagraphPair]:
    """Cells that nothing is like, or that were sent empty, where it is known which row theirs was."""
    sent = [(index, each.cell, each.text) for index, each in enumerate(document.paragraphs) if each.cell is not None]
    taken = {pair.sent for pair in pairs.values()}
    free = {(cell.table, cell.row, cell.column): index for index, cell, _ in sent if index not in taken}
    cells = [(original, original.first.cell) for original in paragraphs if original.first.cell is not None]
    twins = [
        (cell, twin)
        for original, cell in cells
        if original.number in pairs and (twin := document.paragraphs[pairs[original.number].sent].cell) is not None
    ]
    rows = _rows_as_sent(twins, [cell for _, cell in cells], [cell for _, cell, _ in sent])
    found: dict[int, ParagraphPair] = {}
    for original, cell in cells:
        row = rows.get((cell.table, cell.row)) if original.number not in pairs else None
        place = (*row, cell.column) if row is not None else (0, 0, 0)
        index = free.get(place)
        text = document.paragraphs[index].text if index is not None else ""
        if index is not None and (original.text or not text):
            del free[place]
            hunks = (DocumentHunk((0, len(text)), (0, len(original.text))),) if original.text else ()
            found[original.number] = ParagraphPair(original.number, index, hunks)
    return found


def _rows_as_sent(
    twins: Sequence[tuple[Cell, TableCell]], own: Sequence[Cell], sent: Sequence[TableCell]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Tables and rows of the document, and which they were: by a known cell, or all of a table with as many rows."""
    rows: dict[tuple[int, int], tuple[int, int]] = {}
    tables: dict[int, set[tuple[int, int, int]]] = {}
    for cell, twin in twins:
        tables.setdefault(cell.table, set()).add((twin.table, twin.row - cell.row, twin.column - cell.column))
    ends = [{each.table: each.row for each in cells} for cells in (own, sent)]
    for cell in own:
        [(table, *moved), *others] = tables.get(cell.table, {(-1, 1, 1)})
        if not any(moved) and not others and ends[0][cell.table] == ends[1][table]:
            rows[cell.table, cell.row] = table, cell.row
    return rows | {(c.table, c.row): (twin.table, twin.row) for c, twin in twins if c.column == twin.column}


def _level(paragraph: SentParagraph) -> int:
    return paragraph.level if paragraph.kind == "heading" else int(paragraph.kind == "title")


def _bounds(count: int, others: int, matched: dict[int, int]) -> list[tuple[int, int]]:
    """Between which of the others each paragraph has to stand: behind the pair before it, before the one behind."""
    lows, highs = [0] * count, [others] * count
    # What was moved says nothing about where its neighbours stand.
    matched = dict(increasing(sorted(matched.items())))
    last = 0
    for place in range(count):
        last = matched[place] + 1 if place in matched else last
        lows[place] = last
    last = others
    for place in reversed(range(count)):
        last = matched.get(place, last)
        highs[place] = last
    return list(zip(lows, highs, strict=True))


def _likeness(first: str, second: str) -> float:
    if max(len(first), len(second)) > _LONGEST:
        return 0.0
    matcher = SequenceMatcher(None, first.split(), second.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _hunks(sent: str, original: Original) -> tuple[DocumentHunk, ...]:
    own = original.text
    if sent == own:
        return ()
    # A tab is a space in Markdown.
    first = _TOKEN.findall(sent.replace("\t", " "))
    # What stays typed beside words that somebody tracked is no one word with them.
    edges = sorted({0, len(own), *original.edges})
    parts = (own[low:high].replace("\t", " ") for low, high in pairwise(edges))
    second = [token for part in parts for token in _TOKEN.findall(part)]
    starts, others = _starts(first), _starts(second)
    return tuple(
        DocumentHunk((starts[a], starts[b]), (others[c], others[d]))
        for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
        if tag != "equal"
    )


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts
