"""Words that stayed and stand under other words than before: another heading, list, item, column or row.

"Staff must not: - post" says of posting what "- post" alone does not; the word diff sees a dash less, or white space.
Where a passage came under words that are new, or from under words that are gone, these words are the change.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple
from unicodedata import category

from reviewtui.text.diff.kept_words import KeptWordsChange, TextPair, kept_stretches
from reviewtui.text.diff.sequences.alignment import common_prefix, common_suffix
from reviewtui.text.markdown.block_parents import BINDING, NOTHING, block_parents
from reviewtui.text.markdown.document import document_of
from reviewtui.text.meaning.wording.visible_words import BULLETS
from reviewtui.text.span import Span
from reviewtui.text.words.words import holds_word

_STRUCTURE = re.compile(r"\n[ \t>]*(?=\n)|\||^[ \t>]*(?:[-*+#=:]|\d{1,9}[.)])|\*\*|__", re.MULTILINE)
"""What makes the structure of a text: empty lines, marks at the beginning of a line, cells, lines in bold."""
_MARK_AHEAD = re.compile(r"[ \t>\r\n]*(?:[-*+#=:|]|\d{1,9}[.)])")
_LIST_AHEAD = re.compile(r"(?:\n[ \t>\r]*)+(?:[-*+]|\d{1,9}[.)])[ \t]")
"""The end of a line behind which a list stands."""
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_WORD = re.compile(r"[^\s|]+")
_SIGNS = frozenset(f"{BULLETS}+=~`^<>")
"""What the word diff takes for marks, beside punctuation, and may be all that a cell says."""
_SAME = 0.4
"""From this part of the shorter one on two passages are one, by the characters of the words that stayed."""
_LONGEST_NAME = 60
"""Characters of a name that stands in a reason."""


class _Passage(NamedTuple):
    """A block, or the cell of a table, and the passages of its text that it stands under, by their numbers.

    A cell stands under the head of its column and beside the first cell of its row; `column` counts from zero.
    """

    start: int
    end: int
    parents: tuple[int, ...]
    column: int = NOTHING
    columns: int = 0


_Shared = tuple[int, int, int]
"""A passage of the old text, one of the new text, and how many characters they share."""


@dataclass(frozen=True)
class _Side:
    """The passages of one text, in reading order, and the file that it is a part of."""

    text: str
    passages: Sequence[_Passage]
    file: str

    @cached_property
    def leading(self) -> frozenset[int]:
        """The passages under which others stand."""
        return frozenset(passage.parents[0] for passage in self.passages)

    @property
    def said(self) -> frozenset[str]:
        """The words of all passages of the file."""
        return _said(self.file)

    def words(self, number: int) -> str:
        """Return the words of a passage on one line, nothing of none."""
        passage = self.passages[number] if number != NOTHING else None
        return _on_a_line(self.text, passage.start, passage.end) if passage else ""

    def size(self, number: int) -> int:
        """Return how many characters a passage has."""
        return self.passages[number].end - self.passages[number].start

    def number(self, place: int, number: int) -> int:
        """Return the passage that stands at a place, counted on from the passage `number`."""
        while number + 1 < len(self.passages) and self.passages[number + 1].start <= place:
            number += 1
        return number

    def path(self, number: int) -> list[str]:
        """Return the words of all that a passage stands under, nearest first."""
        words = []
        while (parents := self.passages[number].parents) and parents[0] != NOTHING:
            number = parents[0]
            words.append(self.words(number))
        return words


class _Kept(NamedTuple):
    """Which passages of one text are, by the words that stayed, which of the other; empty where none is."""

    forth: Mapping[int, set[int]]
    back: Mapping[int, set[int]]


def context_changes(whole: TextPair, parts: Sequence[TextPair]) -> Iterator[KeptWordsChange]:
    """Yield the passages that stayed and stand under other words that stayed; all are doubts.

    They are looked for in the parts that are not the same (`changed_parts`), and told by their place in the whole.
    """
    if not _may_stand_otherwise(*whole[:3], list(kept_stretches(*whole[:3]))):
        return
    last = ""
    for part in parts:
        here, there = _Side(part.old, _passages(part.old), whole.old), _Side(part.new, _passages(part.new), whole.new)
        kept = _kept(here, there, list(kept_stretches(*part[:3])))
        for pair in _pairs(kept):
            change = _otherwise(here, there, kept, *pair)
            if change is not None and change.reason != last:
                last = change.reason
                yield part.in_whole(change)
            yield from map(part.in_whole, _sign_cells(here, there, *pair))


def _may_stand_otherwise(
    old: str, new: str, hunks: Sequence[tuple[Span, Span]], stretches: Sequence[tuple[Span, Span]]
) -> bool:
    """Say whether the structure may have changed: without that all that stayed stands where it stood."""
    if any(_without_spaces(old, here) != _without_spaces(new, there) for here, there in stretches):
        return True
    return any(
        _STRUCTURE.findall(old, *gone) != _STRUCTURE.findall(new, *come)
        or (_is_signs(old[slice(*gone)]) and _is_signs(new[slice(*come)]))
        or _shapes(old, gone)
        or _shapes(new, come)
        for gone, come in hunks
    )


def _shapes(text: str, hunk: Span) -> bool:
    """Say whether words may make a structure where they stand: before a mark or a list, in bold or in a table."""
    line = text.rfind("\n", 0, hunk[0]) + 1
    if not text[line : hunk[0]].strip(" \t>") and _MARK_AHEAD.match(text, hunk[1]):
        return True
    newline = text.find("\n", hunk[1])
    stop = newline if newline >= 0 else len(text)
    if _LIST_AHEAD.match(text, stop) and not _ITEM.match(text, line):
        return True
    return any(text.find(sign, line, stop) >= 0 for sign in ("**", "__", "|"))


def _without_spaces(text: str, span: Span) -> str:
    """Return a stretch without the spaces beside the words that changed, of which an inserted word brings one more.

    Spaces at the beginning of a line stay, since they indent it.
    """
    words = text[slice(*span)]
    if text[span[0] - 1 : span[0]] not in ("", "\n"):
        words = words.lstrip(" ")
    bare = words.rstrip(" ")
    return words if bare.endswith("\n") else bare


def _passages(text: str) -> list[_Passage]:
    document = document_of(text)
    passages: list[_Passage] = []
    numbers: list[int] = []
    for block, parent in zip(document.blocks, block_parents(document), strict=True):
        numbers.append(len(passages) if block.kind != "blank" else NOTHING)
        if block.kind == "blank":
            continue
        above = numbers[parent] if parent != NOTHING else NOTHING
        if not block.rows:
            passages.append(_Passage(*block.text, (above,)))
            continue
        head = label = len(passages)
        for row in block.rows:
            if row and text[slice(*row[0])].strip():
                # A row that begins with an empty cell goes on with the one above it.
                label = len(passages)
            first = len(passages)
            for column, cell in enumerate(row):
                over = head + column if first > head and column < len(block.rows[0]) else above
                passages.append(_Passage(*cell, (over, label) if column else (over,), column, len(row)))
    return passages


@lru_cache(maxsize=16)
def _said(file: str) -> frozenset[str]:
    """Return the words of all passages of a file."""
    return frozenset(_on_a_line(file, *passage[:2]) for passage in _passages(file))


def _on_a_line(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _kept(here: _Side, there: _Side, stretches: Sequence[tuple[Span, Span]]) -> _Kept:
    shared: dict[tuple[int, int], int] = defaultdict(int)
    first = last = 0
    for stretch in stretches:
        for (old, new), alike in _cut_where_alike(here.text, there.text, *stretch):
            parts = (_alike_parts if alike else _words)(here, there, old, new, (first, last))
            for mine, other, size in parts:
                shared[mine, other] += size
                first, last = mine, other
    forth: dict[int, set[int]] = defaultdict(set)
    back: dict[int, set[int]] = defaultdict(set)
    for (mine, other), size in shared.items():
        if size >= _SAME * min(here.size(mine), there.size(other)):
            forth[mine].add(other)
            back[other].add(mine)
    return _Kept(forth, back)


def _cut_where_alike(old: str, new: str, here: Span, there: Span) -> Iterator[tuple[tuple[Span, Span], bool]]:
    """Yield the parts of a stretch and whether they are alike, cut between words: its beginning, the rest, its end."""
    (start, end), (begin, stop) = here, there
    most = min(end - start, stop - begin)
    head = common_prefix(old, new, start, begin, most)
    if head < max(end - start, stop - begin):
        head = max(0, *(old.rfind(gap, start, start + head) - start for gap in " \n"))
    yield ((start, start + head), (begin, begin + head)), True
    start, begin = start + head, begin + head
    tail = common_suffix(old, new, end, stop, most - head)
    spaces = [at for gap in " \n" if (at := old.find(gap, end - tail, end)) >= 0]
    tail = end - min(spaces) if spaces else 0
    if start < end - tail and begin < stop - tail:
        yield ((start, end - tail), (begin, stop - tail)), False
    if tail:
        yield ((end - tail, end), (stop - tail, stop)), True


def _alike_parts(here: _Side, there: _Side, old: Span, new: Span, numbers: tuple[int, int]) -> Iterator[_Shared]:
    """Yield what passages share in a stretch that is the same on both sides; `numbers` are those to begin with."""
    mine, other = numbers
    shift = new[0] - old[0]
    while mine < len(here.passages) and other < len(there.passages):
        was, now = here.passages[mine], there.passages[other]
        if min(was.start, now.start - shift) >= old[1]:
            return
        size = min(was.end, now.end - shift, old[1]) - max(was.start, now.start - shift, old[0])
        if size > 0:
            yield mine, other, size
        if was.end <= now.end - shift:
            mine += 1
        else:
            other += 1


def _words(here: _Side, there: _Side, old: Span, new: Span, numbers: tuple[int, int]) -> Iterator[_Shared]:
    """Yield what passages share in a stretch of which the words alone are the same."""
    mine, other = numbers
    words = zip(_places(here.text, old), _places(there.text, new), strict=False)
    for place, again in words:
        mine, other = here.number(place[0], mine), there.number(again[0], other)
        yield mine, other, place[1] - place[0] + 1


def _places(text: str, span: Span) -> Iterator[Span]:
    for match in _WORD.finditer(text, *span):
        if holds_word(match[0]):
            yield match.span()


def _pairs(kept: _Kept) -> Iterator[tuple[int, int]]:
    """Yield the passages that stayed with what they are now, in reading order."""
    for mine in sorted(kept.forth):
        yield from ((mine, other) for other in sorted(kept.forth[mine]))


def _otherwise(here: _Side, there: _Side, kept: _Kept, mine: int, other: int) -> KeptWordsChange | None:
    """Return how a passage stands otherwise than before, None where it stands as it did."""
    was, now = here.passages[mine], there.passages[other]
    span = (was.start, was.end), (now.start, now.end)
    if (was.column == NOTHING) != (now.column == NOTHING):
        return _in_or_out_of_table(here, there, mine, other)
    for relation, (over, above) in enumerate(zip(was.parents, now.parents, strict=False)):
        if not _is_same(here, there, kept, (mine, over), (other, above)):
            before, after = here.words(over)[:_LONGEST_NAME], there.words(above)[:_LONGEST_NAME]
            return KeptWordsChange(*span, _reason(relation, was.column, before, after), alarm=False)
    if was.column != now.column and was.columns == now.columns and not here.words(was.parents[0]):
        return KeptWordsChange(*span, "stands in another column", alarm=False)
    return None


def _in_or_out_of_table(here: _Side, there: _Side, mine: int, other: int) -> KeptWordsChange | None:
    """Return that a passage came under the head of a table that was there before, or from under one that stays."""
    was, now = here.passages[mine], there.passages[other]
    side, cell, others = (here, was, there) if was.column != NOTHING else (there, now, here)
    head = side.words(cell.parents[0])
    if not head or cell.columns == 1 or head not in others.said:
        return None
    reason = f"stands no longer in the column “{head}”" if side is here else f"stands in the column “{head}” now"
    return KeptWordsChange(was[:2], now[:2], reason, alarm=False)


def _sign_cells(here: _Side, there: _Side, mine: int, other: int) -> Iterator[KeptWordsChange]:
    """Yield the cells of a row with other signs than before, given the first cell of the row on both sides."""
    was, now = here.passages[mine], there.passages[other]
    if was.column or now.column or was.columns != now.columns:
        return
    for column in range(1, was.columns):
        before, after = here.words(mine + column), there.words(other + column)
        if before != after and _is_signs(before) and _is_signs(after):
            spans = here.passages[mine + column], there.passages[other + column]
            reason = f"{before or 'empty cell'} → {after or 'empty cell'}"
            yield KeptWordsChange(spans[0][:2], spans[1][:2], reason, alarm=False)


def _is_signs(cell: str) -> bool:
    """Say whether a cell says nothing but signs that are a matter of wording where words stand beside them."""
    return all(sign in _SIGNS or sign.isspace() or category(sign)[0] == "P" for sign in cell)


def _is_same(here: _Side, there: _Side, kept: _Kept, mine: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether a passage stands under the same words as before, or under others that are themselves the change.

    `mine` and `other` are a passage and what it stands under. A sentence that was cut into a list and the words that
    lead to it stands where it stood.
    """
    (passage, over), (again, above) = mine, other
    befores, afters = kept.forth.get(over, set()), kept.back.get(above, set())
    if above in befores or again in befores or passage in afters:
        return True
    if _forms_list(here, over, there, befores) or _forms_list(there, above, here, afters):
        return True
    if NOTHING in (over, above):
        return not (befores or afters)
    if not befores or not afters:
        # Where both stand on both sides, one of them moved away from over the passage, or to it.
        return here.words(over) == there.words(above) or not (
            here.words(over) in there.said and there.words(above) in here.said
        )
    return [here.words(over), *here.path(over)] == [there.words(above), *there.path(above)]


def _forms_list(side: _Side, lead: int, other: _Side, again: set[int]) -> bool:
    """Say whether a line with a colon, without words that bind, leads to a list on this side and to none on the other.

    Then the lines behind it became a list as a whole, or are one no longer.
    """
    words = side.words(lead)
    if not words.endswith(":") or BINDING.search(words) or not again:
        return False
    return again.isdisjoint(other.leading)


def _reason(relation: int, column: int, before: str, after: str) -> str:
    if relation:
        return f"stands in the row of “{after}” now, was in that of “{before}”"
    if column != NOTHING:
        return f"stands in the column “{after}” now, was in “{before}”"
    if not after:
        return f"stands no longer under “{before}”"
    return f"stands under “{after}” now" + (f", was under “{before}”" if before else "")
