"""Deleting words takes the whole thing: the marks around them, an item with its marker, a row, one of two spaces."""

import re

from reviewtui.text.markdown.block import LITERAL, Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.parsing.lines import line_end, line_start
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.inline_marks import (
    BROKEN_PAIR,
    NOTE_MARKS,
    behind_note_marks,
    joining_marks,
    keeps_pairs,
    with_note_marks,
    with_whole_pairs,
)
from reviewtui.text.merge.list_items import has_empty_line, opener_of
from reviewtui.text.merge.renumbering import joined_lists
from reviewtui.text.span import Span
from reviewtui.text.words.sentences import sentences_from

_ENDS = frozenset(".!?")
_PAUSES = frozenset(",;")
_CLOSING = frozenset(".,;:!?)]\u201d\u2019")
_AROUND = {"(": ")", "[": "]", "\u201c": "\u201d", "\u2018": "\u2019", "\u00ab": "\u00bb", '"': '"'}
_AROUND |= {dash: dash for dash in "\u2013\u2014"}
"""Signs that stand around words, and go when nothing is left between them."""
_STOPS = ".!?\u2026\u3002\uff01\uff1f"
_LINK_OR_NOTE = r"\]\([^()\s]*\)|\[\^[^\]\s]{1,100}\]"
_CLOSINGS = rf"(?:{_LINK_OR_NOTE}|[\"'\u201d\u2019\u00bb)\]*_~`])*"
_ENDING = re.compile(rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]+)(?P<closings>{_CLOSINGS})[\s>]*\Z")
"""The end of a sentence at the end of a passage, with the sign of the quote in the next line."""
_ONLY_CLOSINGS = re.compile(_CLOSINGS)
_LOOSE = re.compile(r"(?:&\w+;)?(?P<loose>[\s,;:\u2013\u2014-]*)\Z")
"""What stands loose behind a word when what followed it is gone; no part of an entity."""
_LOOSE_REACH = 40
_OPENS = {")": "(", "]": "[", "\u201d": "\u201c", "\u2019": "\u2018", "\u00bb": "\u00ab"}


def whole_deletion(document: Document, start: int, end: int) -> Edit | Misfit:
    """Return what goes when the characters `start` to `end` of a Markdown text are deleted.

    A footnote goes with its marks in the text. Where the beginning of a sentence stays, its full stop stays too.
    """
    change = taken_out(document, start, end)
    if isinstance(change, Edit) and not change.words and (stop := _stop_of_rest(document, start, end)):
        change = _with_stop(document.source, change, stop)
    return change if isinstance(change, Misfit) else with_note_marks(document, change)


def _stop_of_rest(document: Document, start: int, end: int) -> str:
    """Return the signs that end a sentence of which a deletion leaves only the beginning, nothing where it does not."""
    text = document.source
    ending = _ENDING.search(text, start, end)
    if ending is None or not any(map(str.isalnum, text[start : ending.start()])):
        return ""
    sentences = list(sentences_from(text, start, ending.end("closings")))
    behind_note = "[^" in ending["closings"] and not text[end : end + 1].strip()
    if not sentences or not (behind_note or _ONLY_CLOSINGS.fullmatch(text, end, max(end, sentences[-1][1]))):
        return ""
    before = text[sentences[0][0] : start].rstrip(" \t\r\n>*_")
    left = NOTE_MARKS.sub("", before)
    if not any(map(str.isalnum, left)) or (left != before and left[-1] in _ENDS):
        return ""
    gone = text[start:end]
    signs = re.sub(_LINK_OR_NOTE, "", ending["closings"])
    kept = (sign for sign in signs if _was_opened_before(sign, gone))
    return ending["stop"] + "".join(kept)


def _was_opened_before(sign: str, gone: str) -> bool:
    """Whether a sign closes what was opened before the words that go; a straight quotation mark opens and closes."""
    if sign == '"':
        return gone.count(sign) % 2 == 1
    return sign in _OPENS and gone.count(_OPENS[sign]) < gone.count(sign)


def _with_stop(text: str, change: Edit, stop: str) -> Edit | Misfit:
    """Return a deletion that leaves a sentence its full stop, behind the last word that stays."""
    loose = _LOOSE.search(text, max(0, change.start - _LOOSE_REACH), change.start)
    at = loose.start("loose") if loose else change.start
    last, gone = text[max(0, at - 1) : at], text[change.start : change.end]
    if not last or not (last.isalnum() or _ONLY_CLOSINGS.fullmatch(last)):
        return Misfit("the sentence that stays would have no full stop; leave its end, or suggest other words")
    return Edit(at, change.end, stop + gone[len(gone.rstrip(" \t\r\n>")) :])


def taken_out(document: Document, start: int, end: int) -> Edit | Misfit:
    """Return what goes when characters are only taken from their place, to stand at another one."""
    change = _whole(document, *with_whole_pairs(document, start, end))
    return change if isinstance(change, Misfit) or keeps_pairs(document, change) else BROKEN_PAIR


def _whole(document: Document, start: int, end: int) -> Edit | Misfit:
    blocks = [block for block in document.solid_blocks if block.start < end and start < block.content_end]
    if not blocks:
        return Edit(start, end, "")
    table = next((block for block in blocks if block.kind == "table"), None)
    if table is not None and not (start <= table.start and table.content_end <= end):
        return _from_table(document, table, start, end) if len(blocks) == 1 else _across()
    if blocks[0].kind == "paragraph":
        start, end = with_its_stop(document.source, (blocks[0].text[0], blocks[-1].text[1]), start, end)
    if all(_is_emptied(document, block, start, end) for block in blocks):
        return _whole_blocks(document, blocks)
    return _inside(document, blocks[0], (start, end), (blocks[0].text[0], blocks[-1].text[1]))


def with_its_stop(text: str, room: Span, start: int, end: int) -> Span:
    """Return the span with the full stop of a sentence of which it takes all words, and with the footnote's mark.

    `room` is the block or cell in which the sentence stands.
    """
    before = NOTE_MARKS.sub("", text[room[0] : start]).rstrip(" \t\r\n>*_")
    begins = not before or before[-1] in _ENDS
    stop = end
    while stop < room[1] and text[stop] in _ENDS:
        stop += 1
    if begins and stop > end and text[end - 1] not in _ENDS and not text[stop : stop + 1].isalnum():
        end = stop
    if begins or text[end - 1] not in _ENDS:
        end = behind_note_marks(text, end)
    return start, end


def _is_emptied(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether a reader sees nothing of a block any more."""
    if start <= block.text[0] and block.text[1] <= end:
        return True
    if block.pieces[0] == block.pieces[1]:
        return False
    left = (
        document.source[piece.start : min(piece.end, start)] + document.source[max(piece.start, end) : piece.end]
        for piece in document.seen(block)
        if "marker" not in piece.styles
    )
    return not "".join(left).strip()


def _whole_blocks(document: Document, gone: list[Block]) -> Edit | Misfit:
    text, blocks = document.source, document.solid_blocks
    first, last = blocks.index(gone[0]), blocks.index(gone[-1])
    following = blocks[last + 1] if last + 1 < len(blocks) else None
    if first and blocks[first - 1].kind == "alert" and not _is_one_quote(text, gone[-1], following):
        first -= 1
        gone = [blocks[first], *gone]
    before = blocks[first - 1] if first else None
    if reason := _reason_to_stay(text, blocks, first, last):
        return Misfit(reason)
    low = gone[0].start
    high = line_end(text, gone[-1].content_end)
    behind_before = line_end(text, before.content_end) if before is not None else low
    if following is None or before is None:
        return Edit(behind_before, gone[-1].end, "")
    if behind_before < low and high < gone[-1].end:
        if len(following.within) < len(gone[-1].within):
            return Edit(behind_before, high, "")
        return Edit(low, gone[-1].end, "")
    return Edit(low, high, "")


def _is_one_quote(text: str, block: Block, following: Block | None) -> bool:
    return following is not None and following.quote > 0 and not has_empty_line(text, block, following)


def _reason_to_stay(text: str, blocks: list[Block], first: int, last: int) -> str:
    """Return why whole blocks cannot go by themselves."""
    if last + 1 == len(blocks):
        return ""
    opener = opener_of(blocks, last + 1)
    if opener is not None and opener >= first:
        return "more hangs on this item; suggest what becomes of all of it"
    return joined_lists(text, blocks, (first, last))


def _from_table(document: Document, table: Block, start: int, end: int) -> Edit | Misfit:
    text = document.source
    row = next((row for row in table.rows if row and row[0][0] <= start and end <= row[-1][1]), ())
    cell = next((span for span in row if span[0] <= start and end <= span[1]), None)
    low, high = line_start(text, start), line_end(text, max(start, end - 1))
    if cell is not None:
        before, behind = text[low : cell[0]].strip(" \t>"), text[cell[1] : high].strip()
        if text[start:end].strip() != text[slice(*cell)].strip() or (before and behind):
            # The mark of a note in a cell without a full stop is a thing of its own, which stays.
            marked = with_its_stop(text, cell, start, end) if text[end : end + 1] in _ENDS else (start, end)
            return _inside(document, table, marked, cell)
        return Edit(start, end, "|")  # without a bar beside it an empty cell at an edge would be none
    whole = not (text[low:start] + text[end:high]).strip(" \t\r\n|>")
    if not whole:
        return Misfit("it would cut through the cells of a table; suggest other words for one cell, or the whole row")
    if low <= line_start(text, table.text[0]) or (len(table.rows) > 1 and low < line_start(text, table.rows[1][0][0])):
        return Misfit("a table cannot be without the rows at its head")
    return Edit(low, high, "")


def _across() -> Misfit:
    return Misfit("it reaches into a table; suggest the deletion of whole rows by themselves")


def _inside(document: Document, block: Block, span: Span, room: Span) -> Edit:
    """Some words of a block go, or whole lines of it; `room` is the cell in which they stand, or all of the blocks."""
    text, (start, end) = document.source, span
    if block.kind in LITERAL:
        low, high = line_start(text, start), line_end(text, end)
        whole = not (text[low:start] + text[end:high]).strip()
        if block.kind == "front-matter" and whole and not _settings_beside(text, block, (low, high)):
            return Edit(block.start, line_end(text, block.content_end), "")
        return Edit(*((low, high) if whole else _with_one_space(text, start, end, block.text)), "")
    if lines := _emptied_lines(document, block, span, room):
        return Edit(*lines, "")
    low, words, high = joining_marks(document, start, end)
    if words:
        words = words.lstrip() if low <= block.text[0] or text[low - 1] == " " else words
        return Edit(low, high, words.rstrip() if text[high : high + 1] in {"", "\n", " ", *_CLOSING} else words)
    rooms = [(span.inner_start, span.inner_end) for span in document.enclosures]
    room = next((each for each in rooms if each[0] <= low and high <= each[1]), room)
    return Edit(*_with_one_space(text, *with_signs_around(text, low, high, room), room), "")


def _settings_beside(text: str, block: Block, gone: Span) -> str:
    """Return what stands between the signs of front matter besides the lines that go."""
    first, last = line_end(text, block.start), line_start(text, block.content_end)
    return (text[first : max(first, gone[0])] + text[min(last, gone[1]) : last]).strip()


def _emptied_lines(document: Document, block: Block, span: Span, room: Span) -> Span | None:
    """Return the lines of a paragraph or cell that a deletion empties, each with one of its breaks."""
    text, (start, end) = document.source, span
    breaks = [each for each in _breaks(document, block) if room[0] <= each[0] and each[1] <= room[1]]
    before = next((each for each in reversed(breaks) if each[1] <= start), None)
    behind = next((each for each in breaks if each[0] >= end), None)
    low, high = before[1] if before else room[0], behind[0] if behind else room[1]
    if not breaks or (text[low:start] + text[end:high]).strip():
        return None
    return (low, behind[1]) if behind else (before[0], high) if before else None


def _breaks(document: Document, block: Block) -> list[Span]:
    """Return where the lines of a block are divided, with the signs that the next one begins with."""
    text, pieces = document.source, list(document.pieces(block))
    breaks = []
    for number, piece in enumerate(pieces):
        if piece.shown not in {" ", "\n"} or not ("\n" in text[piece.start : piece.end] or "html" in piece.styles):
            continue
        before, behind = pieces[max(0, number - 1)], pieces[min(number + 1, len(pieces) - 1)]
        is_sign = before.mark and not text[before.start : before.end].strip(" \t\\")
        is_margin = behind.mark and not text[behind.start : behind.end].strip(" \t>")
        breaks.append((before.start if is_sign else piece.start, behind.end if is_margin else piece.end))
    return breaks


def with_signs_around(text: str, start: int, end: int, room: Span) -> Span:
    """Return the span with the brackets, quotation marks or dashes that have nothing left between them."""
    while True:
        low, high = start, end
        while low > room[0] and text[low - 1] == " ":
            low -= 1
        while high < room[1] and text[high] == " ":
            high += 1
        inside = room[0] < low and high < room[1]
        if not inside or _AROUND.get(text[low - 1]) != text[high]:
            return start, end
        start, end = low - 1, high + 1


def _with_one_space(text: str, start: int, end: int, room: Span) -> Span:
    """Return the span with one of the spaces around it, and with a comma that would stand before a full stop."""
    left, right = text[start - 1 : start] if start > room[0] else "", text[end : end + 1] if end < room[1] else ""
    if right == " " and left in {"", " ", "\n"}:
        end += 1
    elif left == " " and (right in {"", "\n", "\r"} or right in _CLOSING or NOTE_MARKS.match(text, end)):
        while start > room[0] and text[start - 1] == " ":
            start -= 1
    elif not left and right in _PAUSES:
        end += 2 if text[end + 1 : end + 2] == " " else 1
    left, right = text[start - 1 : start] if start > room[0] else "", text[end : end + 1]
    if left in _PAUSES and right in _ENDS | _PAUSES:
        start -= 1
    return start, end
