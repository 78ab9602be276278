"""Putting words into the text: into HEAD's, the index's and the file's, each by itself.

An author often has edits of the same section that are not committed, or staged, when a suggestion is accepted. Each
of the three texts gets the new words in its own place and keeps everything else (docs/author.md).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.refusal import Conflict
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import with_line_ends_of
from reviewtui.text.merge.replacement_merge import EditConflict, merge_replacement
from reviewtui.text.words.spacing import single_spaced

_MARKS_BEFORE = re.compile(r"[ \t>|]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)*")
_AROUND = 400
"""So many characters on either side of a passage are looked at for words that were put beside it."""


@dataclass(frozen=True, slots=True)
class Three:
    """One file as HEAD, the index and the work tree hold it; None where it is not there."""

    head: str
    index: str | None
    work_tree: str | None


@dataclass(frozen=True, slots=True)
class TextEdit:
    """What becomes of the three texts when `before` at `start` of HEAD's becomes `after`."""

    path: str
    start: int
    before: str
    after: str
    result: Three


def settled_words(anchor: Anchor, replacement: str, text: str, span: tuple[int, int]) -> str:
    """Return the words that a suggestion for `anchor` leads to, where its passage is `span` of `text` now.

    What was changed in the passage since, and what the suggestion changes, are both kept.

    Raises:
        Conflict: both changed the same words, or put new ones beside a word that the other changed.
    """
    now = text[slice(*span)]
    merged = merge_replacement(anchor.exact, Edit(0, len(anchor.exact), replacement), now)
    if isinstance(merged, EditConflict):
        raise _overtaken(anchor.exact, replacement, now)
    if merged.text != now:
        _require_same_neighbours(anchor, replacement, text, span)
    return merged.text


def _require_same_neighbours(anchor: Anchor, replacement: str, text: str, span: tuple[int, int]) -> None:
    """Refuse where what was written next to the passage since has a say in the words that are to be changed."""
    start, end = span
    if not replacement.strip() and _is_of_whole_lines(text, span):
        # A row, an item or a paragraph goes from between its neighbours; none of them has a say in that.
        return
    now = text[max(0, start - _AROUND) : end + _AROUND]
    base = anchor.prefix + anchor.exact + anchor.suffix
    if base in now:
        return
    first = len(anchor.prefix)
    merged = merge_replacement(base, Edit(first, first + len(anchor.exact), replacement), now)
    if isinstance(merged, EditConflict):
        raise _overtaken(anchor.exact, replacement, single_spaced(text[max(0, start - 40) : end + 40]))


def _is_of_whole_lines(text: str, span: tuple[int, int]) -> bool:
    """Say whether nothing but the marks of an item or a row stands beside a passage on its lines."""
    before = text[text.rfind("\n", 0, span[0]) + 1 : span[0]]
    behind = text[span[1] :].partition("\n")[0]
    return _MARKS_BEFORE.fullmatch(before) is not None and not behind.strip(" \t\r|")


def _overtaken(exact: str, replacement: str, now: str) -> Conflict:
    return Conflict(
        "The passage was changed since this was suggested, in the same words; "
        "settle it with --as TEXT, or reattach or decline it. Nothing was changed.",
        base=exact,
        theirs=replacement,
        ours=now,
    )


def insertion_span(text: str, at: int, insertion: tuple[str, str], others: Mapping[str, str]) -> tuple[int, int]:
    """Return which characters of `text` an insertion (its thread and its words) stands for when its gap is at `at`.

    `others` are the words that other threads had put in, by thread. Those that stand in the same gap are kept in the
    order of their threads, so that the text is the same in whichever order the author accepts them. Where one of them
    put in the very same words, those are the span, and nothing is said twice.
    """
    thread, new = insertion
    low = high = at
    neighbours: list[tuple[int, int, str]] = []
    waiting = {key: words for key, words in others.items() if words.strip()}
    while True:
        starts = ((key, text.find(waiting[key], *_reach(waiting[key], low, high))) for key in waiting)
        key, start = next(((key, start) for key, start in starts if start >= 0), ("", -1))
        if start < 0:
            break
        end = start + len(waiting.pop(key))
        neighbours.append((start, end, key))
        low, high = min(low, start), max(high, end)
    same = next(((start, end) for start, end, _ in neighbours if _plain(text[start:end]) == _plain(new)), None)
    if same is not None or not neighbours:
        return same or (at, at)
    spot = max((end for _, end, other in neighbours if other < thread), default=low)
    return spot, spot


def _reach(words: str, low: int, high: int) -> tuple[int, int]:
    """Where `words` have to be to stand next to, or across, the characters `low` to `high`."""
    return max(0, low - len(words)), high + len(words)


def edit_texts(path: str, span: tuple[int, int], words: str, three: Three) -> TextEdit:
    """Return the three texts with the characters `span` of HEAD's replaced by `words`.

    Raises:
        Conflict: the index or the file has other words in that place.
    """
    start, end = span
    after = with_line_ends_of(three.head, words)
    head = three.head[:start] + after + three.head[end:]

    def elsewhere(now: str | None, what: str) -> str | None:
        if now is None:
            return None
        if now == three.head:
            return head
        merged = merge_replacement(three.head, Edit(start, end, after), now)
        if isinstance(merged, EditConflict):
            raise Conflict(
                f"You have {what} edits in the same words; commit or undo them first, or use --as TEXT after that. "
                "Nothing was changed.",
                base=merged.base,
                theirs=after,
                ours=merged.theirs,
            )
        return merged.text

    result = Three(head, elsewhere(three.index, "staged"), elsewhere(three.work_tree, "uncommitted"))
    return TextEdit(path, start, three.head[start:end], after, result)


def _plain(words: str) -> str:
    return words.replace("\r\n", "\n").strip(" ")
