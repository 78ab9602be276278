"""Words put into a Markdown text so that its blocks stay whole; what would break one is refused with the reason."""

import re
from collections.abc import Iterator

from reviewtui.text.markdown.block import HIDDEN, LITERAL, Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.parsing.lines import line_end, line_start
from reviewtui.text.markdown.seen_text import seen_text
from reviewtui.text.meaning.wording.vocabulary.punctuation_words import JOINING, SERIAL
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import ENGLISH
from reviewtui.text.merge.block_guard import BAR, reason_against
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit, leaves_comment_open, trimmed, with_markers_of_list
from reviewtui.text.merge.inline_marks import (
    BROKEN_PAIR,
    NOTE_MARKS,
    behind_marks,
    joining_marks,
    keeps_pairs,
    with_whole_pairs,
)
from reviewtui.text.merge.list_items import items_around, last_of_item
from reviewtui.text.merge.renumbering import renumbered, takes_only
from reviewtui.text.merge.source_part import changed_bare, part_around
from reviewtui.text.merge.whole_deletion import taken_out, whole_deletion
from reviewtui.text.words.sentences import sentences_from

_BRACKET = re.compile(r"(?<!\\)([\[\]])")
_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_BREAKS = re.compile(rf"(?:{_BREAK.pattern})+")
_OPENS_BLOCK = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)]|>|#{1,6}|\||```|~~~)(?:\s|\Z|(?<=[>|`~]))")
_NEW_ITEM = re.compile(r"\s*\n(?P<indent>[ \t>]*)(?:[-+*]|\d{1,9}[.)])[ \t]")
_CLOSING_HASHES = re.compile(r"((?:\A|\s))(#+\s*)\Z")
"""What would close a heading, and not be seen, at the end of its line."""
_CLOSING = "*_)]\"'\u201d\u2019"
"""What may stand between the last word of a sentence and its end."""
_STOP_BEHIND = re.compile(r"\.(?!\w)")
"""A full stop that is none within a number or an address."""
_GOING_ON = ENGLISH | JOINING | SERIAL
"""Words behind which a sentence goes on."""
TAKES_MORE = Misfit("it would take words beside them with it")
_GOES_ALONG = re.compile(r"\[(?:\^[^\]\s]+|![A-Za-z]+)\]|(?<=[-*+.)][ \t])\[[xX]\]")
_SHORT = 4_000
"""A text of fewer characters is looked at as a whole."""


def fitted(text: str, start: int, end: int, words: str) -> Edit | Misfit:
    """Return what putting `words` in the place of `text[start:end]` comes to, or why they do not fit there.

    The list in which an item comes or goes counts on.
    """
    return changed_bare(text, (start, end), words, _fitted_in_part)


def _fitted_in_part(text: str, start: int, end: int, words: str) -> Edit | Misfit:
    part = part_around(text, start, end) if len(text) > _SHORT else None
    if part is not None and part.end - part.start < len(text):
        change = _fitted(part.text, start - part.start, end - part.start, words)
        if isinstance(change, Edit) and change.end <= len(part.inside):
            return change.shifted(part.start)
    return _fitted(text, start, end, words)


def _fitted(text: str, start: int, end: int, words: str) -> Edit | Misfit:
    stop = _lost_stop(text, start, end, words)
    if stop not in {"", "."}:
        return Misfit(f"the sentence would end without its “{stop}”; end the words as a sentence ends")
    bare = words.rstrip()
    if stop:
        words = f"{bare}{stop}{words[len(bare) :]}"
    elif start < end and bare.endswith(".") and not bare.endswith("..") and _STOP_BEHIND.match(text, end):
        # The words are a whole sentence, and the passage is one without its full stop.
        words = bare[:-1]
    return _judged(text, _shaped(document_of(text), start, end, words))


def _lost_stop(text: str, start: int, end: int, words: str) -> str:
    """Return the sign that ends a sentence and that words do not put back; empty where they do, or go on.

    It is lost where the next sentence of the block would run on, and at the end of a paragraph of which other words
    than the sign are new.
    """
    gone, last = text[start:end].rstrip(), NOTE_MARKS.sub("", words).rstrip().rstrip(_CLOSING)
    if gone[-1:] not in (".", "!", "?") or "\n" in words or not last[-1:].isalnum():
        return ""
    goes_on = gone[-1] == "." and last.split()[-1].casefold() in _GOING_ON
    if goes_on or gone[:-1].rstrip(_CLOSING) == last:
        return ""
    stop = start + len(gone)
    block = document_of(text).block_at(stop - 1)
    spans = sentences_from(text, stop - 1)
    here, behind = next(spans, (0, 0)), next(spans, (len(text), len(text)))
    if block is None or block.kind != "paragraph" or here[1] != stop:
        return ""
    runs_on = behind[0] < block.text[1]
    return gone[-1] if runs_on or (stop == block.text[1] and not block.within) else ""


def taken(text: str, start: int, end: int) -> Edit | Misfit:
    """Return what taking `text[start:end]` from its place comes to, when it is to stand at another one."""
    return changed_bare(text, (start, end), "", _taken)


def _taken(text: str, start: int, end: int, _words: str) -> Edit | Misfit:
    return _judged(text, taken_out(document_of(text), start, end), is_move=True)


def fitted_alone(text: str, start: int, end: int, words: str) -> Edit | Misfit:
    """Return how words fit into their block as `fitted` does, but leave the numbers of ordered lists as they stand."""
    return changed_bare(text, (start, end), words, _fitted_alone)


def _fitted_alone(text: str, start: int, end: int, words: str) -> Edit | Misfit:
    change = _shaped(document_of(text), start, end, words)
    reason = "" if isinstance(change, Misfit) else reason_against(text, change)
    return Misfit(reason) if reason else change


def _judged(text: str, change: Edit | Misfit, *, is_move: bool = False) -> Edit | Misfit:
    """Return a change with the numbers of its list, if it breaks nothing."""
    if isinstance(change, Misfit):
        return change
    counted, reason = renumbered(text, change), reason_against(text, change, is_move=is_move)
    # A list inside of an item that no longer begins with 1 would be no list, so it is judged with its new numbers.
    if not reason or (counted != change and takes_only(text, change, counted.applied(text))):
        return counted
    return Misfit(reason)


def _shaped(document: Document, start: int, end: int, words: str) -> Edit | Misfit:
    start, end = _whole_characters(document, start, end)
    if leaves_comment_open(document.source[start:end], words):
        return Misfit("it would begin a comment without an end, or end one early")
    parts = _parts_words(document.source, start, end, words)
    if not words.strip() and document.source[start:end].strip() and not parts:
        change = whole_deletion(document, start, end)
        return TAKES_MORE if isinstance(change, Edit) and _takes_more(document, start, end, change) else change
    words = with_markers_of_list(document, (start, end), words)
    if start == end:
        place = _insertion_place(document, start, words)
        if isinstance(place, Misfit):
            return place
        start = end = place
    return _replaced(document, start, end, words)


def _parts_words(text: str, start: int, end: int, words: str) -> bool:
    """Whether white space comes in the place of what joins two words, as of a hyphen: without it they would be one."""
    return bool(words) and "\n" not in words and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


def _takes_more(document: Document, start: int, end: int, change: Edit) -> bool:
    """Say whether a deletion takes words that a reader sees outside of the passage: whatever the cause, it may not."""
    if any(map(str.isalnum, change.words)):
        return False  # What is put in again is judged with the blocks around it.
    beside = ((change.start, min(start, change.end)), (max(end, change.start), change.end))
    spans = (part for low, high in beside for part in _without_marks(document.source, low, high))
    return any(letter.isalnum() for span in spans for letter in seen_text(document, *span).text)


def _without_marks(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Give what of a stretch is no mark of a note or a task, nor an alert's name: these go with their words."""
    for mark in _GOES_ALONG.finditer(text, low, max(low, high)):
        yield low, mark.start()
        low = mark.end()
    if low < high:
        yield low, high


def _whole_characters(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the span with all of the entities and escapes that it cuts: `&amp;` is one character."""
    block = document.block_at(start)
    for piece in document.pieces(block) if block is not None and block.kind not in HIDDEN else ():
        if "comment" in piece.styles:
            continue
        is_escape = piece.mark and document.source[piece.start : piece.end] == "\\" and start < end
        if piece.end == start and is_escape:
            start = piece.start
        elif piece.shown is not None and piece.start < end and start < piece.end:
            start, end = (min(start, piece.start), max(end, piece.end)) if start < end else (piece.end, piece.end)
    return start, end


def _insertion_place(document: Document, at: int, words: str) -> int | Misfit:
    """Return where words go that are put in at a place: behind a footnote's mark, blocks of their own behind blocks."""
    at = at if words[:1].isalnum() else behind_marks(document, at)
    blocks = document.solid_blocks
    number = next((n for n, block in enumerate(blocks) if block.start <= at <= block.content_end), None)
    if number is None or blocks[number].kind in LITERAL or not _adds_blocks(blocks[number], words):
        return at
    block, text = blocks[number], document.source
    if block.kind == "table":
        return len(text[: line_end(text, at)].rstrip("\r\n"))
    if item := _NEW_ITEM.match(words):
        for level, (opener, marker) in items_around(blocks, number).items():
            if text[line_start(text, marker[0]) : marker[0]] == item["indent"]:
                return blocks[last_of_item(blocks, opener, level)].content_end
    if at < block.text[1] and (block.within or not words.rstrip(" \t").endswith("\n")):
        return Misfit("it would cut the passage in two; name its last words")
    return max(at, block.content_end) if block.kind == "heading" else at


def _replaced(document: Document, start: int, end: int, words: str) -> Edit | Misfit:
    block = next((b for b in document.solid_blocks if b.start <= start and end <= b.content_end), None)
    if block is not None and block.kind not in LITERAL:
        words = _in_block(document, block, Edit(start, end, words))
    low, joined, high = joining_marks(document, start, end, words)
    wider = with_whole_pairs(document, start, end)
    changes = [Edit(start, end, words), Edit(start, end, _BRACKET.sub(r"\\\1", words))]
    changes.append(Edit(low, high, joined))
    if document.source.startswith("<", wider[0]):
        changes.append(Edit(*wider, words))
    fitting = next((change for change in changes if keeps_pairs(document, change)), None)
    return fitting or BROKEN_PAIR


def _in_block(document: Document, block: Block, change: Edit) -> str:
    """Return the words as a block can hold them: those of a cell or a heading stand on one line."""
    start, end, words = change.start, change.end, change.words
    ahead, whole = start == end == block.start, start <= block.start and block.content_end <= end
    if _adds_blocks(block, words) or (ahead and words.endswith("\n")) or (whole and "\n" in words):
        return words
    if block.kind == "table":
        words = _BREAK.sub("<br>", words.strip()) if "\n" in words else words
        first, last = trimmed(document.source, start, end)
        in_cell = any(low <= first and last <= high for row in block.rows for low, high in row)
        return BAR.sub(r"\\|", words) if in_cell else words
    if block.kind == "heading":
        words = _BREAKS.sub(" ", words.strip()) if "\n" in words else words
        ends_line = not document.source[end : line_end(document.source, end)].strip()
        return _CLOSING_HASHES.sub(r"\1\\\2", words) if ends_line else words
    if "\n" not in words:
        return words
    return _BREAK.sub(" ", words) if block.within and "\n" not in document.source[start:end] else words


def _adds_blocks(block: Block, words: str) -> bool:
    """Whether the words bring lines of their own: a new item, a row, a paragraph."""
    lines = words.split("\n")
    if not lines[0].strip() and len(lines) > 1:
        return True
    in_one_line = block.kind in {"heading", "table"}
    return not in_one_line and any(not line.strip() or _OPENS_BLOCK.match(line) for line in lines[1:])
