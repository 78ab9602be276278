"""What a change of a passage changes of its words, and when two changes touch the same ones.

Words that are retyped as they were are not touched. A word that is put into a sentence touches the two that it comes to
stand between, since "may" and "not" mean nothing apart; whole sentences and lines that are put in touch none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reviewtui.text.diff.prose.prose_diff import Hunk, Op, diff_texts
from reviewtui.text.diff.sequences.alignment import align
from reviewtui.text.markdown.parsing.lines import LINE_END, line_end, line_start
from reviewtui.text.merge.fitted_change import BYTE_ORDER_MARK
from reviewtui.text.words.words import Numbering

_SIGN = r"\s!-/:-@\[-`{-~\u00ab\u00bb\u2018-\u201f\u2013\u2014\u2026"
_WORD = re.compile(rf"[^{_SIGN}]+(?:['\u2019.,:/@_-][^{_SIGN}]+)*")
_PIECE = re.compile(rf"\s+|{_WORD.pattern}|[^\w\s]|_")
_NEW_BLOCK = re.compile(r"\n[ \t\r]*(?:\n|[-*+>#|]|[0-9]+[.)])")
_IN_VIEW = 200
"""Words are looked for so many characters on either side, so that a file without a line end costs no more."""
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "\n", ".\u201d", "!\u201d", "?\u201d")


@dataclass(frozen=True, slots=True)
class Edit:
    """`words` for the characters `start` to `end` of a text, in code points."""

    start: int
    end: int
    words: str

    def applied(self, text: str) -> str:
        """Return the text with the change made."""
        return text[: self.start] + self.words + text[self.end :]

    def lines(self, text: str) -> str:
        """Return the lines of `text` that the change makes others, as they read when it is made."""
        first = line_start(text, self.start)
        last = line_end(text, self.end) if not self.end or text[self.end - 1] not in "\r\n" else self.end
        made = f"{text[first : self.start]}{self.words}{text[self.end : last]}"
        old, new = (LINE_END.split(lines) for lines in (text[first:last], made))
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        changed = (line for step, *_, low, high in steps if step != "equal" for line in new[low:high])
        return "\n".join(changed).strip("\n").removeprefix(BYTE_ORDER_MARK)

    def shifted(self, by: int) -> "Edit":
        """Return the same edit `by` characters further on."""
        return Edit(self.start + by, self.end + by, self.words)

    def has_words(self, text: str) -> bool:
        """Say whether it changes more of `text` than white space, which two edits never quarrel about."""
        return bool((text[self.start : self.end] + self.words).strip())


@dataclass(frozen=True, slots=True)
class TouchedSpan:
    """The characters that an edit changes, whole words at least; `low` to `high` are those that it has a say in.

    An insertion changes none; inside a sentence it has a say in the words on either side.
    """

    start: int
    end: int
    low: int
    high: int

    def clashes(self, other: "TouchedSpan") -> bool:
        """Say whether the two cannot both be made without a person looking at them."""
        if self.start == self.end and other.start == other.end:
            return False
        if self.start == self.end:
            return _disturbs(self, other)
        if other.start == other.end:
            return _disturbs(other, self)
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Replacement:
    """`words` for the characters `start` to `end` (code points) of the text called `path`."""

    path: str
    start: int
    end: int
    words: str


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return what has to be changed in `old`, word by word, so that it becomes `new`."""
    return tuple(
        Edit(hunk.old_start, hunk.old_end, new[hunk.new_start : hunk.new_end]) for hunk in word_hunks(old, new)
    )


def word_hunks(old: str, new: str) -> Iterator[Hunk]:
    """Yield where two texts differ, with punctuation told from the words beside it."""
    for hunk in diff_texts(old, new, exact=True).hunks:
        if hunk.op == "replace":
            yield from _finer(hunk, old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end])
        else:
            yield hunk


def touch(text: str, edit: Edit) -> TouchedSpan:
    """Return which words of `text` an edit touches."""
    start, end = _whole_words(text, edit.start, edit.end)
    if start < end or _stands_apart(text, edit):
        return TouchedSpan(start, end, start, end)
    before = text[max(0, start - _IN_VIEW) : start]
    after = text[start : start + _IN_VIEW]
    low = start - len(before) + len(before.rstrip())
    high = start + len(after) - len(after.lstrip())
    return TouchedSpan(start, end, max(0, low - 1), min(len(text), high + 1))


def _disturbs(insertion: TouchedSpan, change: TouchedSpan) -> bool:
    inside = change.start < insertion.start < change.end
    return inside or (change.start < insertion.high and insertion.low < change.end)


def _finer(hunk: Hunk, old: str, new: str) -> Iterator[Hunk]:
    old_pieces, new_pieces = _PIECE.findall(old), _PIECE.findall(new)
    numbering = Numbering(exact=True)
    blocks = align(*numbering.pair(old_pieces, new_pieces))
    i = j = 0
    here, there = hunk.old_start, hunk.new_start
    for x, y, length in [*blocks, (len(old_pieces), len(new_pieces), 0)]:
        gone, come = sum(map(len, old_pieces[i:x])), sum(map(len, new_pieces[j:y]))
        if gone or come:
            op: Op = "replace" if gone and come else "delete" if gone else "insert"
            yield Hunk(op, here, here + gone, there, there + come)
        same = sum(map(len, old_pieces[x : x + length]))
        here, there = here + gone + same, there + come + same
        i, j = x + length, y + length


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The characters from `start` to `end`, and the rest of the words that they cut."""
    first, last = _word_around(text, start), _word_around(text, end)
    return (first[0] if first else start), (last[1] if last else end)


def _word_around(text: str, at: int) -> tuple[int, int] | None:
    """The word that `at` is inside of, as far as it is in view."""
    low, high = max(0, at - _IN_VIEW), min(len(text), at + _IN_VIEW)
    return next((m.span() for m in _WORD.finditer(text, low, high) if m.start() < at < m.end()), None)


def _stands_apart(text: str, edit: Edit) -> bool:
    """Whether what is inserted is a sentence, a line or a paragraph of its own between others."""
    words = edit.words.strip()
    before = text[max(0, edit.start - _IN_VIEW) : edit.start].rstrip(" \t")
    if not words or _NEW_BLOCK.search(edit.words):
        return True
    begins = not before or before.endswith(_SENTENCE_ENDS)
    return begins and (words.endswith(_SENTENCE_ENDS) or edit.words.rstrip(" \t").endswith("\n"))


def overlap_groups(texts: Mapping[str, str], wanted: Sequence[Replacement]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of indices of `wanted` that touch the same words, each group joined by a chain of clashes.

    It is the rule by which `merge_replacement` refuses. Insertions at one spot do not overlap, nor do suggestions that
    quote the same sentence and change different words of it.
    """
    group = list(range(len(wanted)))
    rows = sorted(_touches(texts, wanted), key=lambda row: (row[1], row[2].low, row[0]))
    for place, (index, path, here) in enumerate(rows):
        for other, other_path, there in rows[place + 1 :]:
            if other_path != path or there.low > here.high:
                break
            if _root(group, index) != _root(group, other) and here.clashes(there):
                group[_root(group, index)] = _root(group, other)
    members_by_root: dict[int, list[int]] = {}
    for index in range(len(wanted)):
        members_by_root.setdefault(_root(group, index), []).append(index)
    return tuple(sorted(tuple(members) for members in members_by_root.values() if len(members) > 1))


def _touches(texts: Mapping[str, str], wanted: Sequence[Replacement]) -> list[tuple[int, str, TouchedSpan]]:
    touches = []
    for index, edit_wanted in enumerate(wanted):
        text = texts[edit_wanted.path]
        for edit in word_edits(text[edit_wanted.start : edit_wanted.end], edit_wanted.words):
            placed = edit.shifted(edit_wanted.start)
            if placed.has_words(text):
                touches.append((index, edit_wanted.path, touch(text, placed)))
    return touches


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        index = group[index]
    return index
