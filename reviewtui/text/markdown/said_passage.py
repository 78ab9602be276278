"""A passage as it is said: the words that a reader sees, on their own, with signs for what else they come with.

The grammar has read the text that the passage stands in; a passage that comes alone is read on its own. Signs of the
private use area stand for where a link leads, for code, for headings and blocks, for marks that are meant as letters,
and before what would begin a block if it stood there alone; so a passage as it is said can be read again and stays as
it is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.inline_run import InlineRun
from reviewtui.text.markdown.parsing.lines import line_start, line_stop
from reviewtui.text.markdown.silent_elements import looks_at, silent_elements

BLOCK_START = "\u2029"
"""Stands where a paragraph, an item, a cell or a heading begins."""
HEADING = "\ue005"
"""Stands behind it before a heading."""
TARGET = re.compile("\ue000([^\ue001]*)\ue001")
"""Where the link leads of which the words stand before it."""
CODE = re.compile("\ue002([^\ue003]*)\ue003")
"""A piece of code in a sentence."""
LISTING = re.compile("\ue006([^\ue007]*)\ue007")
"""A block of code."""
_SIGNS = "*_`[]<>&\\~|#{"
_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
_AS_LETTERS = {sign: chr(0xE010 + number) for number, sign in enumerate(_SIGNS)}
_AS_SIGNS = {letter: sign for sign, letter in _AS_LETTERS.items()}
_LETTER_SIGN = re.compile("[\ue010-\ue01f]")
IN_PROSE = "\ue008"
"""Stands at the beginning of a line that looks like an item, a heading or code, and is a part of a sentence."""
_LOOKS_LIKE_BLOCK = re.compile(r"[\n\r](?!(?<=\r)\n)(?=[ \t]*(?:[-+=:]|\d{1,9}[.)])| {0,3}\t| {4})")
PICTURE = re.compile("\ue009([^\ue00a]*)\ue00a?")
"""The text of a picture, which a reader sees where the picture is missing."""
APART = "\ue00b"
"""Stands before what an element sets apart, so that a reader may pass it by."""
APART_END = "\ue00c"
"""Stands behind it."""
_SET_OFF = {"picture": ("\ue009", "\ue00a"), "apart": (APART, APART_END), "": ("", "")}
SIGNED = re.compile("[\ue000-\ue00c]")
"""What a passage as it is said holds where it is more than words."""
_MARK = re.compile(r"[*_`\[\]<>&\\~|#]|\n[ \t]*\r?\n")
_LINE_MARK = re.compile(r"[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|---|\+\+\+| {4}|\t")
_NEXT_LINE_MARK = re.compile(rf"\n(?:{_LINE_MARK.pattern})")
_HALF_MARKS = re.compile(
    r"[`~*_](?:(?<=`)`*|(?<=~)~+|(?<=[*_])(?:(?<!\w[*_])[*_]*|(?!(?<=\b[A-Z]\*)(?!\*))[*_]*(?!\w)))"
)
"""Marks of which the other half was cut off with the words around the passage; the star of a grade "A*" is none."""
_NOTE = re.compile(r"\[\^[^\]\s]{1,100}\]")
"""The mark of a footnote that stands elsewhere in the text."""
_HIDDEN = frozenset({"strike", "comment", "footnote"})
_SILENT = frozenset({"hidden", "strike"})
_DROPPED = frozenset({"front-matter", "comment", "definition", "rule", "blank"})


@lru_cache(maxsize=16384)
def as_said(passage: str) -> str:
    """Return what a passage says that comes without the text around it."""
    if not _is_marked(passage, 0, len(passage)):
        return passage
    document = Document(passage).read()
    return said_passage(document, 0, len(passage), alone=True)


def at_line_starts(pattern: "re.Pattern[str]", form: Callable[["re.Match[str]"], str], words: str) -> str:
    """Return words with what a pattern finds at the beginning of a line in another form: `sub` tries each character."""
    parts: list[str] = []
    done = start = 0
    while True:
        if match := pattern.match(words, start):
            parts += words[done:start], form(match)
            done = start = match.end()
        start = words.find("\n", start) + 1
        if not start:
            return "".join((*parts, words[done:])) if parts else words


def without_prose_signs(said: str) -> str:
    """Return a passage as it is said, for a reader that knows no Markdown."""
    return said.replace(IN_PROSE, "")


def with_signs(words: str) -> str:
    """Return a passage as it is said with the signs that are meant as letters."""
    return words if words.isascii() else _LETTER_SIGN.sub(lambda letter: _AS_SIGNS[letter[0]], words)


def _as_letters(words: str) -> str:
    return _SIGN.sub(lambda sign: _AS_LETTERS[sign[0]], words)


def said_passage(document: Document, start: int, end: int, *, alone: bool = False) -> str:
    """Return what is said of a text from `start` to `end`; what is struck out or hidden is left out.

    In a text that is a passage `alone`, brackets may belong to a link of which the definition stands elsewhere.
    """
    if alone or not document.complete:
        return _said(document, start, end, alone=alone)
    said = document.said.get((start, end))
    if said is None:
        said = document.said[start, end] = _said(document, start, end, alone=False)
    return said


def _said(document: Document, start: int, end: int, *, alone: bool) -> str:
    if not _is_marked(document.source, start, end) and not _has_silence(document):
        block = document.block_at(start)
        fresh = block is not None and start <= block.text[0]
        words = document.source[start:end]
        return _as_prose(f"{_opening(block)}{words}" if block and fresh else words)
    parts: list[str] = []
    at = bisect_right(document.blocks, start, key=attrgetter("end"))
    for block in document.blocks[at : bisect_left(document.blocks, end, lo=at, key=attrgetter("start"))]:
        if block.kind not in _DROPPED:
            if start <= block.text[0]:
                parts.append(_opening(block))
            parts += _block_parts(document, block, (max(start, block.start), min(end, block.content_end)), alone=alone)
    return _as_prose("".join(parts))


def _is_marked(text: str, start: int, end: int) -> bool:
    """Say whether a passage may say something else than what stands there."""
    if _MARK.search(text, start, end) or _NEXT_LINE_MARK.search(text, start, end):
        return True
    return (not start or text[start - 1] == "\n") and _LINE_MARK.match(text, start, end) is not None


def _as_prose(words: str) -> str:
    """Return words with a sign before each that would begin a block, if the words came alone."""
    return _LOOKS_LIKE_BLOCK.sub(rf"\g<0>{IN_PROSE}", f"\n{words}")[1:]


def _opening(block: Block) -> str:
    return f"{BLOCK_START}\n{HEADING if block.kind == 'heading' else ''}"


@lru_cache(maxsize=64)
def _has_silence(document: Document) -> bool:
    """Say whether anything in a text is struck out or hidden."""
    return bool(silent_elements(document)) or any(next(document.spans_of(look), None) for look in _HIDDEN)


def _block_parts(document: Document, block: Block, span: tuple[int, int], *, alone: bool) -> Iterator[str]:
    low, high = span
    set_off = ""
    links = [link for link in document.links_within(low, high) if link.kind in {"inline", "reference"}]
    cells = iter([cell[0] for row in block.rows for cell in row if low < cell[0]])
    cell = next(cells, None)
    for piece in document.pieces(block, low, high):
        while cell is not None and cell <= piece.start:
            yield f"{BLOCK_START}\n"
            cell = next(cells, None)
        while links and links[0].end <= piece.start:
            yield _target(links.pop(0).target)
        looks = looks_at(document, piece.start)
        if piece.mark or not (_HIDDEN.isdisjoint(piece.styles) and _SILENT.isdisjoint(looks)):
            continue
        now = "picture" if "image" in piece.styles else "apart" if "apart" in looks else ""
        if now != set_off and piece.is_seen:
            yield f"{_SET_OFF[set_off][1]}{_SET_OFF[now][0]}"
            set_off = now
        yield from _piece_part(document, piece, block, alone=alone)
    yield _SET_OFF[set_off][1]
    yield from (_target(link.target) for link in links)


def _piece_part(document: Document, piece: InlineRun, block: Block, *, alone: bool) -> Iterator[str]:
    if "marker" in piece.styles:
        yield "done " if "x" in document.source[piece.start : piece.end].lower() else "undone "
    elif piece.shown == "\n" or "html" in piece.styles:
        yield f"{BLOCK_START}\n" if piece.shown and "html" in piece.styles else " "
    elif piece.is_seen:
        source = document.source[piece.start : piece.end]
        words = piece.shown or (_without_reference_marks(document, piece) if alone else source)
        if block.kind == "code":
            yield f"\ue006{_as_letters(words)}\ue007"
        elif "code" in piece.styles:
            yield f"\ue002{_as_letters(words)}\ue003"
        else:
            yield _without_signs(document, piece, words) if _SIGN.search(words) else words


def _without_signs(document: Document, piece: InlineRun, words: str) -> str:
    """Return words without halves of marks, and with what is left of their signs as letters.

    A star behind a backslash is no mark: it calls a note.
    """
    words = _without_cell_edges(document, piece, words)
    if words.startswith("*") and document.source[piece.start - 1 : piece.start] == "\\":
        return _as_letters(words[0]) + _without_signs(document, piece, words[1:])
    if "[^" in words:
        words = _NOTE.sub("", words)
    return _as_letters(_HALF_MARKS.sub("", words))


def _without_cell_edges(document: Document, piece: InlineRun, words: str) -> str:
    """Return words without the bars of a row that came alone; a bar between words stays."""
    if "|" not in words:
        return words
    line = document.source[line_start(document.source, piece.start) : line_stop(document.source, piece.end)]
    return words.replace("|", " ") if "|" in {line.strip(" \t>")[:1], line.rstrip()[-1:]} else words


def _target(address: str) -> str:
    return f"\ue000{_as_letters(address)}\ue001"


def _without_reference_marks(document: Document, piece: InlineRun) -> str:
    """Return the words of a piece without the brackets and labels of links of which no definition is known."""
    source, text, at = document.source, "", piece.start
    if "[" not in source[piece.start : piece.end] and "]" not in source[piece.start : piece.end]:
        return source[piece.start : piece.end]
    for start, end in document.reference_marks_within(at, piece.end):
        if end > at:
            text += f"{source[at : max(at, start)]} "
            at = max(at, end)
    return text + source[at : piece.end]
