"""A passage before and after as one run of words: what goes, what comes, what stays."""

import re

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.thread import Thread
from reviewtui.text.diff.prose.prose_diff import Hunk, TextDiff, diff_texts
from reviewtui.views.excerpt import clipped, gist, last_words
from reviewtui.views.rendered_text import rendered_change
from reviewtui.views.styled_text import Styled, StyledLine

_SPACE = re.compile(r"\s+")
_AS_MARKS = str.maketrans({"\u2022": "*", "\u2502": "|", "\u258c": ">"})
"""What is drawn on the screen, by the marks of Markdown, each as long."""
_BULLET = re.compile(r"^ *\u2022 \Z", re.MULTILINE)
_AROUND = 40
"""Characters of unchanged words that a short change shows."""


def word_change(old: str, new: str) -> StyledLine:
    """Return the pieces of `old` and `new` in reading order."""
    diff = word_diff(old, new)
    pieces: list[Styled] = []
    done = 0
    for hunk in diff.hunks:
        gone, come = old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end]
        before, behind = _lost_spaces(old, new, hunk) if gone.strip() and not come else ("", "")
        pieces.append(Styled(new[done : hunk.new_start] + before))
        if gone.strip():
            pieces.append(Styled(gone, "gone"))
        if gone.strip() and come.strip():
            own_lines = "\n" in gone + come and (hunk.new_start == 0 or new[hunk.new_start - 1] == "\n")
            pieces.append(Styled("\n" if own_lines else " "))
        if come:
            pieces.append(Styled(come, "come"))
        pieces.append(Styled(behind))
        done = hunk.new_end
    pieces.append(Styled(new[done:]))
    return tuple(piece for piece in pieces if piece.text)


def cut_alike(old: str, new: str, most: int) -> tuple[tuple[str, str], list[StyledLine]]:
    """Return two long passages with about the first `most` characters of each, and a line that says what is left out.

    Both are cut where they are the same, or within one change: else what only one of them still shows would look
    as if it had gone or come.
    """
    if max(len(old), len(new)) <= most:
        return (old, new), []
    hunks = word_diff(old, new).hunks
    at, there = (0, 0) if hunks else (_blank_behind(old, most, len(old)), _blank_behind(new, most, len(new)))
    for hunk in hunks:
        if at + there and max(hunk.old_end, hunk.new_end) > most:
            break
        at = _blank_behind(old, max(most, hunk.old_start + most // 2), hunk.old_end)
        there = _blank_behind(new, max(most, hunk.new_start + most // 2), hunk.new_end)
    before, now = len(old[at:].split()), len(new[there:].split())
    if not before + now:
        return (old, new), []
    counts = f"{now} more words" if not old or before == now else f"{before} more words before, {now} now"
    return (old[:at], new[:there]), [(Styled(f"\u2026 ({counts})", "muted"),)]


def _blank_behind(text: str, at: int, end: int) -> int:
    """Return the first blank behind a place and before an end, that end where there is none."""
    blank = text.find(" ", at, end)
    return blank if blank >= 0 else end


def _lost_spaces(old: str, new: str, hunk: Hunk) -> tuple[str, str]:
    """Return the space that stood before and behind words that go, where it went with them."""
    before = old[max(0, hunk.old_start - 1) : hunk.old_start], new[max(0, hunk.new_start - 1) : hunk.new_start]
    behind = old[hunk.old_end : hunk.old_end + 1], new[hunk.new_end : hunk.new_end + 1]
    first, last = (was if was.isspace() and now and not now.isspace() else "" for was, now in (before, behind))
    return first, last


def gist_line(thread: Thread, width: int) -> StyledLine:
    """Return the gist of a remark; of a suggestion without words of its own what goes and what comes."""
    if thread.body or thread.is_move or not thread.replacement:
        return (Styled(gist(thread, width)),)
    return (Styled("\u2192 "), *short_change(*rendered_change(thread.anchors[0].exact, thread.replacement), width))


def short_change(old: str, new: str, width: int) -> StyledLine:
    """Return what goes and comes on one line of about `width` characters, with a few words around it."""
    pieces: list[Styled] = []
    for number, piece in enumerate(change := word_change(old, new)):
        if not piece.look and piece.text.strip() and sum(len(each.text) for each in pieces) > width:
            return (*pieces, Styled(" \u2026"))
        if piece.look:
            pieces.append(piece._replace(text=clipped(piece.text, width // 2)))
        else:
            kept = _AROUND if 0 < number < len(change) - 1 else _AROUND // 2
            pieces.append(Styled(_shortened(piece.text, kept, at_end=number == 0, at_start=number == len(change) - 1)))
    return tuple(pieces)


def _shortened(words: str, most: int, *, at_end: bool, at_start: bool) -> str:
    """Return unchanged words beside a change: a few of those next to it."""
    flat = _SPACE.sub(" ", words)
    if len(flat) <= most:
        return flat
    if at_end:
        return last_words(flat, most)
    if at_start:
        return f"{flat[:most].rpartition(' ')[0] or flat[:most]}…"
    return f"{flat[: most // 2]}…{flat[-(most // 2) :]}"


def change_counts(old: str, new: str) -> str:
    """Return in words how much changes: "3 words out, 5 in"."""
    diff = word_diff(old, new)
    if not diff.hunks:
        return "nothing changes"
    if not (diff.words_deleted or diff.words_inserted):
        return "only marks or spaces change"
    return f"{counted(diff.words_deleted, 'word')} out, {diff.words_inserted} in"


def word_diff(old: str, new: str) -> TextDiff:
    """Compare words as they are shown; where only marks or spaces differ, characters in and between them.

    What is drawn before items and between cells is no word, by which chance would join two of them.
    """
    diff = diff_texts(old.translate(_AS_MARKS), new.translate(_AS_MARKS))
    if diff.hunks or old == new:
        return diff._replace(hunks=tuple(_with_bullet(hunk, old, new) for hunk in diff.hunks))
    return diff_texts(old, new, exact=True)


def _with_bullet(hunk: Hunk, old: str, new: str) -> Hunk:
    """Return a hunk with the bullet of the item that goes or comes whole."""
    if hunk.op == "delete" and (bullet := _BULLET.search(old[: hunk.old_start])):
        return hunk._replace(old_start=bullet.start())
    if hunk.op == "insert" and (bullet := _BULLET.search(new[: hunk.new_start])):
        return hunk._replace(new_start=bullet.start())
    return hunk
