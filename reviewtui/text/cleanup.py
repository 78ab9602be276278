"""Makes a comparison readable: agreement by chance inside rewritten prose is no agreement.

The idea of diff-match-patch's semantic clean-up, over words: a run that stays the same but is shorter than the
changes on both its sides joins them.
"""

from collections.abc import Iterable, Iterator

from reviewtui.text.word_changes import WordChange
from reviewtui.text.words import is_mark

_CONTENT = 3
"""A kept run of more than this many words in a row reads well whatever stands beside it, unless it is dwarfed."""


def readable_changes(changes: Iterable[WordChange], old: str, new: str) -> Iterator[WordChange]:
    """Yield `changes` between the texts `old` and `new`, joined where only a splinter stands between two of them."""
    before: WordChange | None = None
    for after in changes:
        if before is None:
            before = after
            continue
        # One word more than counts, and the rest of the text between unsplit: it may be most of the policy.
        kept = old[before.old_end : after.old_start].split(None, _CONTENT + 1)
        if len(kept) <= min(_CONTENT, max(before.old_size, before.new_size), max(after.old_size, after.new_size)):
            ends = _end(old, before.old_end, after.old_end), _end(new, before.new_end, after.new_end)
            before = _joined(before, after, kept, ends)
        else:
            yield before
            before = after
    if before is not None:
        yield before


def _end(text: str, start: int, end: int) -> int:
    """Return `end` without the white space before it, which a gap before the next word brings along."""
    return start + len(text[start:end].rstrip())


def _joined(before: WordChange, after: WordChange, kept: list[str], ends: tuple[int, int]) -> WordChange:
    size = len(kept)
    words = size - sum(map(is_mark, kept))
    return WordChange(
        before.old_start,
        ends[0],
        before.new_start,
        ends[1],
        before.old_size + size + after.old_size,
        before.new_size + size + after.new_size,
        before.old_words + words + after.old_words,
        before.new_words + words + after.new_words,
    )
