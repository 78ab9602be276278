"""Putting words into the text: into HEAD's, the index's and the file's, each by itself.

An author often has edits of the same section that are not committed, or staged, when a suggestion is accepted. Each
of the three texts gets the new words in its own place and keeps everything else (docs/author.md).
"""

from dataclasses import dataclass

from reviewtui.domain.refusal import Conflict
from reviewtui.text.merging import Clash, merge_replacement


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


def settled_words(exact: str, replacement: str, now: str) -> str:
    """Return the words that a suggestion leads to when its passage reads `now` instead of `exact`.

    Raises:
        Conflict: both changed the same words.

    """
    if exact.split() == now.split():
        return replacement
    merged = merge_replacement(exact, 0, len(exact), replacement, now)
    if isinstance(merged, Clash):
        raise Conflict(
            "The passage was changed since this was suggested, in the same words; "
            "settle it with --as TEXT, or reattach or decline it. Nothing was changed.",
            base=exact,
            theirs=replacement,
            ours=now,
        )
    return merged.text


def edit_texts(path: str, span: tuple[int, int], words: str, three: Three) -> TextEdit:
    """Return the three texts with the characters `span` of HEAD's replaced by `words`.

    Raises:
        Conflict: the index or the file has other words in that place.

    """
    start, end = span
    after = _with_line_ends_of(three.head, words)
    head = three.head[:start] + after + three.head[end:]
    index = _elsewhere(three, three.index, (start, end, after), head, "staged")
    work_tree = _elsewhere(three, three.work_tree, (start, end, after), head, "uncommitted")
    return TextEdit(path, start, three.head[start:end], after, Three(head, index, work_tree))


def _elsewhere(three: Three, now: str | None, change: tuple[int, int, str], head: str, what: str) -> str | None:
    if now is None:
        return None
    if now == three.head:
        return head
    start, end, words = change
    merged = merge_replacement(three.head, start, end, words, now)
    if isinstance(merged, Clash):
        raise Conflict(
            f"You have {what} edits in the same words; commit or undo them first, or use --as TEXT after that. "
            "Nothing was changed.",
            base=merged.base,
            theirs=words,
            ours=merged.theirs,
        )
    return merged.text


def _with_line_ends_of(text: str, words: str) -> str:
    """The words with the line ends that the file has, so that one file does not get two kinds."""
    plain = words.replace("\r\n", "\n")
    returns = text.count("\r\n")
    return plain.replace("\n", "\r\n") if returns and returns * 2 > text.count("\n") else plain
