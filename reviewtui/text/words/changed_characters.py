"""Which characters differ inside one small change of words, for showing a typo as a typo."""

from diff_match_patch import diff_match_patch

from reviewtui.text.span import Span
from reviewtui.text.words.unspaced import whole_letters

LONGEST = 400
_DELETED, _INSERTED = -1, 1
_SAME_SHARE = 0.5
"""Words of which less is the same are another word, and no typo."""


def changed_characters(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of `old` and of `new` (code points) that the two do not share.

    Empty on both sides where it would not help a reader: a pure deletion or insertion, passages of more than LONGEST
    characters, or words that have less than half of their characters in common. Without a time limit, so the same
    everywhere. A letter is never cut from its marks.
    """
    if not old or not new or max(len(old), len(new)) > LONGEST:
        return (), ()
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    pieces = engine.diff_main(old, new, False)  # noqa: FBT003 - the library's own signature
    engine.diff_cleanupSemantic(pieces)
    same = sum(len(piece) for kind, piece in pieces if kind not in {_DELETED, _INSERTED})
    if same < _SAME_SHARE * max(len(old), len(new)):
        return (), ()
    return whole_letters(old, _spans(pieces, _DELETED)), whole_letters(new, _spans(pieces, _INSERTED))


def _spans(pieces: list[tuple[int, str]], wanted: int) -> tuple[Span, ...]:
    other = _INSERTED if wanted == _DELETED else _DELETED
    spans, position = [], 0
    for kind, piece in pieces:
        if kind == other:
            continue
        if kind == wanted:
            spans.append((position, position + len(piece)))
        position += len(piece)
    return tuple(spans)
