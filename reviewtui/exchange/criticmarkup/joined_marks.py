"""Marks of one sentence that hang together: taken apart they would say what nobody wrote, so they are one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewtui.exchange.criticmarkup.marked_acts import Marked, voice_of
from reviewtui.text.diff.prose.prose_diff import Hunk
from reviewtui.text.meaning.dependent_changes import PieceChange
from reviewtui.text.merge.joined_changes import runs_as_one
from reviewtui.text.words.sentences import sentence_spans


def joined_marks(base: str, marked: Sequence[Marked], hunks: Sequence[Hunk]) -> list[Marked]:
    """Return marks in reading order, those by one person that hang together in a sentence as one.

    `base` is the text without marks, `hunks` are what was changed in it unmarked, which keeps marks apart.
    """
    voices = [voice_of(each) for each in marked]
    joined: list[Marked | None] = list(marked)
    for voice in dict.fromkeys(each for each in voices if each is not None):
        own = [number for number, each in enumerate(voices) if each == voice]
        changes = [PieceChange(marked[n].start, marked[n].end, marked[n].mark.new) for n in own]
        for run in runs_as_one(base, changes, lambda: sentence_spans(base)):
            first, *others = own[run]
            low, high = marked[first].start, marked[others[-1]].end
            if not any(hunk.new_start <= high and low <= hunk.new_end for hunk in hunks):
                joined[first] = _as_one(base, [marked[n] for n in (first, *others)])
                for number in others:
                    joined[number] = None
    return [each for each in joined if each is not None]


def _as_one(base: str, marked: Sequence[Marked]) -> Marked:
    first, last = marked[0], marked[-1]
    words, at = "", first.start
    for each in marked:
        words += base[at : each.start] + each.mark.new
        at = each.end
    mark = first.mark._replace(kind="replace", end=last.mark.end, old=base[first.start : last.end], new=words)
    return replace(first, mark=mark, end=last.end, comments=list(_comments(marked)))


def _comments(marked: Iterable[Marked]) -> Iterable[str]:
    """What was said at the marks, as one comment of whoever said it."""
    said = [comment for each in marked for comment in each.comments]
    return dict.fromkeys(said)
