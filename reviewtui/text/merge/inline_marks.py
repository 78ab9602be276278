"""The marks of emphasis, code and links, of which one never stays without the other, and those of footnotes."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.inline_run import Enclosure
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import MOST_RECORDED, Misfit
from reviewtui.text.span import Span

NOTE_MARKS = re.compile(r"(?:\[\^[^\]\s]+\])+")
"""The marks of footnotes behind a passage, which belong to it."""
_WORD = re.compile(r"[^\W_]+")
_NEAR = 400
"""Within so many characters of a change words are looked for that got another sentence."""
_MARK = re.compile(r"\[\^[^\]\s]+\]")
_SENTENCE_END = re.compile(r"[.!?]+[\"'\u2019\u201d)]*(?:\[\^[^\]\s]+\])*(?=\s|\Z)")
"""The end of a sentence with the marks behind it."""
BROKEN_PAIR = Misfit("it would break emphasis, code or a link; mark all of that, with both of its marks")


def with_whole_pairs(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the span with the marks of all that it empties: `**never**` goes as a whole when "never" goes."""
    while True:
        wider = start, end
        for pair in document.enclosures:
            emptied = start <= pair.inner_start < pair.inner_end <= end
            if emptied and pair.start < end and start < pair.end:
                start, end = min(start, pair.start), max(end, pair.end)
        if (start, end) == wider:
            return wider


def joining_marks(document: Document, start: int, end: int, words: str = "") -> tuple[int, str, int]:
    """Return the span and the words with the marks that the part before it needs closed, and the part behind opened."""
    text = document.source
    before = [
        piece for piece in document.enclosures if piece.start < start <= piece.inner_end < end and piece.end <= end
    ]
    behind = [piece for piece in document.enclosures if start <= piece.start < piece.inner_start <= end < piece.end]
    # A pair of which nothing else is left goes with the words.
    low = min([start, *(piece.start for piece in before if not text[piece.inner_start : start].strip())])
    high = max([end, *(piece.end for piece in behind if not text[end : piece.inner_end].strip())])
    closing = closing_marks(text, [piece for piece in before if piece.start < low])
    opening = opening_marks(text, [piece for piece in behind if piece.end > high])
    if not closing and not opening:
        return low, words, high
    first, last = low, high
    while closing and low > 0 and text[low - 1] in " \t":
        low -= 1
    while opening and high < len(text) and text[high] in " \t":
        high += 1
    space = " " if low < first or high > last else ""
    inner = f"{text[low:first]}{words}{text[last:high]}" if words.strip() else space
    return low, f"{closing}{inner}{opening}", high


def opening_marks(text: str, nested: Sequence[Enclosure]) -> str:
    """Return the marks with which pairs begin that stand in each other, given from the inside."""
    marks, inner = "", len(text)
    for pair in nested:
        # The words of a pair begin behind the marks of the pairs in it.
        marks = text[pair.start : min(pair.inner_start, inner)] + marks
        inner = pair.start
    return marks


def closing_marks(text: str, nested: Sequence[Enclosure]) -> str:
    """Return the marks with which pairs end that stand in each other, given from the inside."""
    marks, inner = "", 0
    for pair in nested:
        marks += text[max(pair.inner_end, inner) : pair.end]
        inner = pair.end
    return marks


def keeps_pairs(document: Document, change: Edit) -> bool:
    """Say whether each pair that a change cuts or stands in is one afterwards, and a link or code just as far."""
    text, start, end = document.source, change.start, change.end
    cut = [pair for pair in document.enclosures if pair.start < start < pair.end or pair.start < end < pair.end]
    if not cut:
        return True
    longer, behind = len(change.words) - (end - start), start + len(change.words)
    pairs = {(pair.start, pair.end) for pair in document_of(change.applied(text)).enclosures}
    opening = {low for low, high in pairs if high >= start}
    closing = {high for low, high in pairs if low <= behind}
    for pair in cut:
        opens, closes = pair.start in opening, pair.end + longer in closing
        if not (opens if pair.start < start else closes):
            return False
        is_around = pair.start < start and end < pair.end
        if is_around and text[pair.start] not in "*_~" and (pair.start, pair.end + longer) not in pairs:
            return False
    return True


def behind_note_marks(text: str, at: int) -> int:
    """Return the place behind the marks of footnotes that stand at a place."""
    marks = NOTE_MARKS.match(text, at)
    return marks.end() if marks else at


def behind_marks(document: Document, at: int, *, emphasis: bool = False) -> int:
    """Return the place behind the footnote marks, and the link, code and, if asked, `emphasis` that end at a place."""
    for pair in document.enclosures:
        if pair.inner_end == at and (emphasis or document.source[pair.start] not in "*_~"):
            at = pair.end
    return behind_note_marks(document.source, at)


def with_note_marks(document: Document, deletion: Edit) -> Edit | Misfit:
    """Return the deletion of blocks with the marks in the text of all footnotes that go."""
    text, start, end = document.source, deletion.start, deletion.end
    gone = {
        block.label.casefold()
        for block in document.blocks
        if block.markers and "footnote" in block.within and start <= block.start < end
    }
    marks = [
        (mark.start - (text[mark.start - 1 : mark.start] == " "), mark.end)
        for mark in document.footnotes
        if mark.label.casefold() in gone and not start <= mark.start < end
    ]
    low, high = min([start, *(first for first, _ in marks)]), max([end, *(last for _, last in marks)])
    if high - low > MOST_RECORDED and marks:
        return Misfit("its mark stands too far away to go with it; suggest the deletion of the mark first")
    words = text[low:high]
    for first, last, put in sorted([(start, end, deletion.words), *((*mark, "") for mark in marks)], reverse=True):
        words = words[: first - low] + put + words[last - low :]
    return Edit(low, high, words)


class _NoteMark(NamedTuple):
    """A mark of a footnote as it is written, the words of the sentence that it belongs to, and those before it."""

    sign: str
    sentence: tuple[str, ...]
    before: tuple[str, ...]


def note_marks_told(text: str, change: Edit) -> str:
    """Return in words which marks of footnotes a change takes, or leaves to other words; empty where it does none.

    What a footnote says of a sentence it says of all its words, so a mark is told when some of them get another
    sentence, or when those before it go.
    """
    if "[^" not in text:
        return ""
    made = change.applied(text)
    before = list(_marks(text, change.start, change.end))
    after = {mark.sign: mark for mark in _marks(made, change.start, change.start + len(change.words))}
    near = set(_words(made[max(0, change.start - _NEAR) : change.start + len(change.words) + _NEAR]))
    stood = set(_words(text[max(0, change.start - _NEAR) : change.end + _NEAR]))
    left = {made[reference.start : reference.end] for reference in document_of(made).footnotes}
    told = []
    for mark in before:
        now = after.get(mark.sign)
        if now is None:
            stays = f"\n{mark.sign}:" in made and mark.sign not in left
            unseen = ", and no page shows its note then" if stays else ""
            told.append(f"the footnote mark {mark.sign} goes{unseen}")
        elif _is_another_sentence(mark, now, near, stood) or _is_shortened(mark.before, now.before):
            told.append(f"the footnote mark {mark.sign} then belongs to “{' '.join(now.sentence)}”")
    return "; ".join(dict.fromkeys(told))


def _is_another_sentence(mark: _NoteMark, now: _NoteMark, near: set[str], stood: set[str]) -> bool:
    """Say whether words left the sentence of a mark for one beside it, or several came into it from there."""
    was, then = set(mark.sentence), set(now.sentence)
    return bool(near & (was - then)) or len(stood & (then - was)) > 1


def _is_shortened(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Say whether the last words before a mark went, so that it stands behind earlier ones."""
    return len(now) < len(before) and before[-1:] != now[-1:]


def _marks(text: str, start: int, end: int) -> Iterator[_NoteMark]:
    """Yield the marks in the sentences that a span touches, and right behind them."""
    document = document_of(text)
    for block in document.blocks:
        if block.kind == "blank" or block.content_end < start or block.start > end or "footnote" in block.within:
            continue
        for reference in document.footnotes:
            if not block.text[0] <= reference.start < block.content_end:
                continue
            low, high = _host(text, block.text, (reference.start, reference.end))
            if low <= end and start <= max(high, reference.end):
                words, ahead = _words(text[low:high]), _words(text[low : reference.start])
                yield _NoteMark(text[reference.start : reference.end], words, ahead)


def _host(text: str, room: Span, mark: Span) -> Span:
    """Return from where to where the sentence goes that a mark stands in, or right behind."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, *room)]
    behind = next((end for end in ends if mark[0] < end and end >= mark[1]), room[1])
    low = max((end for end in ends if end <= mark[0] or end < behind), default=room[0])
    return low, behind


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_MARK.sub(" ", text).lower()))
