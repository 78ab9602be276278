"""An edited copy of a text taken apart: separate edits of the text, each of which can be made by itself."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import BYTE_ORDER_MARK, trimmed, usual_line_end, with_line_ends_of
from reviewtui.text.merge.fitting import fitted_alone
from reviewtui.text.merge.inline_marks import NOTE_MARKS
from reviewtui.text.merge.joined_changes import SpanChange, joined_changes
from reviewtui.text.merge.list_items import list_around, opened_levels
from reviewtui.text.merge.renumbering import with_equal_numbers
from reviewtui.text.merge.source_part import bare_text
from reviewtui.text.span import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_LAST_WORD, _FIRST_WORD = re.compile(r"\S{1,100}\Z"), re.compile(r"\S{1,100}")
_NUMBER = re.compile(r"(?<![^\s>])\d{1,9}(?=[.)]\s)")
"""What may be the number of an item."""
_SIGN = re.compile(r"[-+*]|\d{1,9}[.)]?|[.)]")
"""What a marker of an item is, or the end of one."""
_MOST_SHIFT = 400
"""Characters by which what came or went may be cut further ahead."""
_STRUCTURE = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)]|>|#{1,6}|\||```|~~~)")
"""What begins a block: white space before it is none that a reader can pass over."""


@dataclass(frozen=True, slots=True)
class CopyEdit(Edit):
    """A change that a copy makes; `fits` says that its blocks stay whole by itself."""

    fits: bool = True


def copy_edits(text: str, copy: str) -> tuple[CopyEdit, ...]:
    """Return what somebody changed in a copy of `text`, in reading order, one edit a change.

    Line ends, white space at the end and re-wrapped lines are no change, nor is that a list counts on behind an item
    that came or went. All edits made together give the copy but for these. Another marker of an item is one of its
    whole list. An edit that does not fit by itself takes in its whole block; one that still does not is said so.
    """
    bare = bare_text(text)
    edits = _bare_edits(bare.text, bare_text(_like(text, copy)).text)
    spans = ((bare.in_file(edit.start), bare.in_file(edit.end)) for edit in edits)
    return tuple(
        CopyEdit(*span, with_line_ends_of(text, edit.words), edit.fits) for span, edit in zip(spans, edits, strict=True)
    )


def _bare_edits(text: str, copy: str) -> list[CopyEdit]:
    groups = [_with_words(text, copy, group) for group in _groups(with_equal_numbers(text), with_equal_numbers(copy))]
    groups = _with_both_marks(text, copy, groups)
    edits: list[CopyEdit] = []
    index = 0
    while index < len(groups):
        group = groups[index]
        if marked := _list_of_marker(text, group, copy):
            group, index = _widened(text, groups, index, marked)
        elif not _fits(text, group, copy):
            behind = _behind_line_before(text, group, copy)
            group, index = (behind, index) if _fits(text, behind, copy) else _widened(text, groups, index)
        if text[slice(*group.old)] != copy[slice(*group.new)]:  # of equal numbers only those of one list may differ
            edits.append(CopyEdit(*group.old, copy[slice(*group.new)], fits=_fits(text, group, copy)))
        index += 1
    return edits


def set_otherwise(text: str, copy: str, edits: Sequence[CopyEdit]) -> Span | None:
    """Return the first block that a copy sets otherwise by white space alone, as code or in an inner list."""
    made, shifts = text, []
    for edit in reversed(edits):
        made = edit.applied(made)
        shifts.append((edit.start, len(edit.words) - (edit.end - edit.start)))
    ours, theirs = _kinds(made), _kinds(_like(text, copy))
    if ours == theirs or not ours:
        return None
    first = next((n for n, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), len(ours) - 1)
    at = document_of(made).solid_blocks[first].text[0]
    for start, by in reversed(shifts):
        at = max(start, at - by) if start < at else at
    block = next((each for each in reversed(document_of(text).solid_blocks) if each.start <= at), None)
    return block.text if block is not None else None


def _like(text: str, copy: str) -> str:
    """The copy with the line ends, the byte-order mark and the end of the text."""
    body = _LINE_END.sub(usual_line_end(text), copy.removeprefix(BYTE_ORDER_MARK)).rstrip()
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    return mark + body + text[len(text.rstrip()) :]


def _groups(text: str, copy: str) -> Iterator[SpanChange]:
    """Yield the changes of words, those that belong together as one."""
    hunks = diff_texts(text, copy, exact=True).hunks
    spans = (SpanChange((hunk.old_start, hunk.old_end), (hunk.new_start, hunk.new_end)) for hunk in hunks)
    changes = (_from_line_start(text, copy, span) for span in spans)
    return joined_changes(text, copy, (each for each in changes if not _is_only_space(text, copy, each)))


def _from_line_start(text: str, copy: str, group: SpanChange) -> SpanChange:
    """Return what came or went as beginning where a line does, if the same words could have been cut so."""
    if group.old[0] != group.old[1] and group.new[0] != group.new[1]:
        return group
    source, (start, end) = (text, group.old) if group.old[0] != group.old[1] else (copy, group.new)
    by = _shift_to_line_start(source, start, end)
    return SpanChange((group.old[0] + by, group.old[1] + by), (group.new[0] + by, group.new[1] + by))


def _shift_to_line_start(source: str, start: int, end: int) -> int:
    """By how much `source[start:end]` can be cut later or earlier, giving the same rest, to begin a line; else 0."""
    for step in (1, -1):
        at = start
        while abs(at - start) <= _MOST_SHIFT:
            if at == 0 or source[at - 1] == "\n":
                return at - start
            nearer = at if step > 0 else at - 1
            if not 0 <= nearer + end - start < len(source) or source[nearer] != source[nearer + end - start]:
                break
            at += step
    return 0


def _is_only_space(text: str, copy: str, group: SpanChange) -> bool:
    """Whether only lines were wrapped anew: no blank line came or went, and no block begins behind it."""
    before, after = text[slice(*group.old)], copy[slice(*group.new)]
    if before.strip() or after.strip() or bool(before) != bool(after):
        return not before.strip() and not after.strip() and "\n" not in before + after
    if (before.count("\n") > 1) != (after.count("\n") > 1):
        return False
    return before.count("\n") == after.count("\n") or not _STRUCTURE.match(copy, group.new[1])


def _fits(text: str, group: SpanChange, copy: str) -> bool:
    """Whether a change can be made by itself and gives just these words in just these blocks.

    Marks of notes go along, and lists count on.
    """
    words = copy[slice(*group.new)]
    change = fitted_alone(text, *group.old, words)
    if not isinstance(change, Edit):
        return False
    wanted = text[: group.old[0]] + words + text[group.old[1] :]
    made, wanted = (_NUMBER.sub("0", NOTE_MARKS.sub("", each)) for each in (change.applied(text), wanted))
    return made == wanted or (made.split() == wanted.split() and _kinds(made) == _kinds(wanted))


def _kinds(text: str) -> list[tuple[str, int, tuple[str, ...]]]:
    """What each block is, and what it stands in."""
    return [(block.kind, block.level, block.within) for block in document_of(text).solid_blocks]


def _with_words(text: str, copy: str, group: SpanChange) -> SpanChange:
    """Return a change of white space alone with the word before it and the one behind it: a passage has words."""
    if text[slice(*group.old)].strip() or copy[slice(*group.new)].strip() or group.old[0] == group.old[1]:
        return group
    before, behind = _LAST_WORD.search(text, 0, group.old[0]), _FIRST_WORD.match(text, group.old[1])
    left, right = len(before[0]) if before else 0, len(behind[0]) if behind else 0
    return SpanChange((group.old[0] - left, group.old[1] + right), (group.new[0] - left, group.new[1] + right))


def _list_of_marker(text: str, group: SpanChange, copy: str) -> Span | None:
    """Return the list of which a change gives an item another marker: the item alone would cut it in two."""
    low, sign = trimmed(text, *group.old)[0], _SIGN.match(copy[slice(*group.new)].lstrip())
    blocks = document_of(text).solid_blocks
    number = bisect_right(blocks, low, key=lambda block: block.start) - 1
    if number < 0 or group.old[0] == group.old[1] or sign is None:
        return None
    for level, marker in opened_levels(blocks[number]):
        if marker[0] <= low < marker[1] and text[low : marker[1]].strip() != sign[0]:
            first, last = list_around(blocks, number, level)
            begin = dict(opened_levels(blocks[first])).get(level, (blocks[first].start,))[0]
            return begin, blocks[last].content_end
    return None


def _with_both_marks(text: str, copy: str, groups: Sequence[SpanChange]) -> list[SpanChange]:
    """Return the changes, those as one of which one puts or takes the first and one the last of two marks."""
    joined = list(groups)
    for source, side in ((text, 0), (copy, 1)):
        for pair in document_of(source).enclosures:
            first = _touching(joined, side, (pair.start, pair.inner_start))
            last = _touching(joined, side, (pair.inner_end, pair.end))
            if first is not None and last is not None and first < last:
                one, other = joined[first], joined[last]
                joined[first : last + 1] = [SpanChange((one.old[0], other.old[1]), (one.new[0], other.new[1]))]
    return joined


def _touching(groups: Sequence[SpanChange], side: int, marks: Span) -> int | None:
    """Return the number of the change that has some of the marks on one side."""
    number = bisect_right(groups, marks[0], key=lambda group: group[side][1])
    return number if number < len(groups) and groups[number][side][0] < marks[1] else None


def _widened(text: str, groups: Sequence[SpanChange], index: int, around: Span | None = None) -> tuple[SpanChange, int]:
    """Return a change with the whole blocks that it touches, and the number of the last change that these hold.

    `around` is what it takes in at least.
    """
    last = index
    while True:
        low, high = around or _block_span(text, groups[index].old[0], groups[last].old[1])
        low, high = min(low, groups[index].old[0]), max(high, groups[last].old[1])
        while index and groups[index - 1].old[1] > low:
            low = groups[index - 1].old[1]
        further = next((n for n in range(len(groups) - 1, last, -1) if groups[n].old[0] < high), last)
        if further == last:
            break
        last = further
    first_shift = groups[index].new[0] - groups[index].old[0]
    last_shift = groups[last].new[1] - groups[last].old[1]
    return SpanChange((low, high), (low + first_shift, high + last_shift)), last


def _behind_line_before(text: str, group: SpanChange, copy: str) -> SpanChange:
    """Return lines that came as put in behind the line before them instead of ahead of the next: the text is one."""
    (start, end), (low, high) = group
    if start != end or not text.endswith("\n", 0, start) or not copy.endswith("\n", 0, high):
        return group
    return SpanChange((start - 1, start - 1), (low - 1, high - 1))


def _block_span(text: str, start: int, end: int) -> tuple[int, int]:
    touched = [
        block
        for block in document_of(text).solid_blocks
        if block.start < max(end, start + 1) and start < max(block.content_end, block.start + 1)
    ]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].content_end)
