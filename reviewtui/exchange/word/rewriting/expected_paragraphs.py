"""What the document shows with one edit alone, character by character, beside what the file would show."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewtui.exchange.word.layout.edit_preview import EditPreview
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, Sign
from reviewtui.exchange.word.matching.tracked_edits import NewPiece
from reviewtui.exchange.word.rewriting.edited_span import EditedSpan
from reviewtui.exchange.word.rewriting.new_cells import NewCell, new_rows
from reviewtui.exchange.word.rewriting.unmarked_words import LOOKS
from reviewtui.text.words.spacing import single_spaced

_END: Sign = ("\0", frozenset(), "")
_LINE_END: Sign = ("\n", frozenset(), "")
"""What the end of a paragraph is in a cell."""
_BESIDE_SIGN = re.compile(r"\s+(?=[^\w\s])|(?<=[^\w\s])\s+")
_SOFT_HYPHEN = "\u00ad"
_Signs = tuple[Sign, ...]


def shows_edit(span: EditedSpan, result: EditPreview, *, looks: bool) -> bool:
    """Say whether the paragraphs show after an edit just what the document shows, with `looks` also how it looks."""
    old = [replace(each, start=each.start + result.start) for each in result.before]
    expected = _expected(span, [each for each in old if each.text or each.start == span.first.start])
    if expected is None or not _keeps_shapes(span, result):
        return False
    shown = [paragraph.signs for paragraph in result.after if paragraph.text]
    if looks and (shown == expected or list(map(_tidied, shown)) == list(map(_tidied, expected))):
        return True
    if looks and span.edit.pieces:
        return False
    wanted, given = [_words(paragraph) for paragraph in expected], [_words(paragraph) for paragraph in shown]
    if not span.edit.pieces:
        # Where words only go, one of two spaces goes along, or that before a full stop.
        wanted, given = [[_BESIDE_SIGN.sub("", each) for each in side] for side in (wanted, given)]
    return [single_spaced(each) for each in wanted] == [single_spaced(each) for each in given]


def _keeps_shapes(span: EditedSpan, result: EditPreview) -> bool:
    """Say whether what stays stands in such paragraphs as before: it does not where a heading is joined to an item."""
    if span.edit.row:
        return True
    old, new = [[each for each in side if each.text] for side in (result.before, result.after)]
    starts = [each.start + result.start for each in old]
    if span.first.start not in starts or span.last.start not in starts:
        return True
    low, high = starts.index(span.first.start), starts.index(span.last.start)
    is_cut = any(piece.run is None for piece in span.edit.pieces)
    # What stands behind a cut within one paragraph is what the document says that it is.
    is_cut = is_cut and span.start.index == span.end.index
    stays = not (is_cut or span.takes_whole_paragraphs) and span.end.at < len(span.last.text)
    head, tail = low + (span.start.at > 0), len(old) - 1 - high + stays
    shapes = [[each.shape for each in side] for side in (old, new)]
    return shapes[0][:head] == shapes[1][:head] and (not tail or shapes[0][-tail:] == shapes[1][-tail:])


def changes_anything(span: EditedSpan, result: EditPreview) -> bool:
    """Say whether a reader sees anything else after an edit: white space and soft hyphens may be nothing."""
    gone = [each.text for each in span.paragraphs[span.start.index : span.end.index + 1]]
    gone[-1] = gone[-1][: span.end.at]
    gone[0] = gone[0][span.start.at :]
    if _said(span.edit.words) != _said("\n".join(gone)):
        return True
    shown = [
        [(each.shape, _tidied(each.signs)) for each in side if each.text] for side in (result.before, result.after)
    ]
    return shown[0] != shown[1]


def _expected(span: EditedSpan, old: Sequence[SentParagraph]) -> list[_Signs] | None:
    """Return the characters of each paragraph with the edit; None where the edit is not found among those of `old`."""
    if span.edit.row:
        return _with_rows(span, old)
    low = _number_of(span.first, old)
    if low is None or old[low].text != span.first.text:
        return _with_paragraphs_behind(span, old)
    stop = span.end.index + (0 if span.takes_whole_paragraphs else 1)
    high = low + sum(1 for paragraph in span.paragraphs[span.start.index + 1 : stop] if paragraph.text)
    if high >= len(old) or old[high].text != span.last.text:
        return None
    tail = () if span.takes_whole_paragraphs else old[high].signs[span.end.at :]
    end = _LINE_END if span.first.kind == "cell" else _END
    new = _split((*old[low].signs[: span.start.at], *_signs(span.edit.pieces, end), *tail))
    return _put(old, (low, high + 1), new)


def _with_paragraphs_behind(span: EditedSpan, old: Sequence[SentParagraph]) -> list[_Signs] | None:
    """New paragraphs that are said as ones behind the paragraph before."""
    at = _number_of(span.before, old) if span.before is not None else None
    return None if at is None else _put(old, (at + 1, at + 1), _split(_signs(span.edit.pieces)))


def _with_rows(span: EditedSpan, old: Sequence[SentParagraph]) -> list[_Signs] | None:
    """Rows that come behind the one in which the edit stands, or go; a new table comes behind a paragraph."""
    cell = span.first.cell
    row = [number for number, each in enumerate(old) if each.cell and cell and each.cell.row == cell.row]
    low = _number_of(span.first, old) if cell is None else row[-1] if row else None
    if low is None:
        return None
    if span.edit.pieces:
        return _put(old, (low + 1, low + 1), [_cell_signs(each) for new in new_rows(span.edit.pieces) for each in new])
    changed = span.paragraphs[span.start.index : span.end.index + (span.end.at > 0)]
    gone = {paragraph.cell.row for paragraph in changed if paragraph.cell}
    return [paragraph.signs for paragraph in old if paragraph.cell is None or paragraph.cell.row not in gone]


def _number_of(paragraph: SentParagraph, old: Sequence[SentParagraph]) -> int | None:
    return next((number for number, each in enumerate(old) if each.start == paragraph.start), None)


def _put(old: Sequence[SentParagraph], gone: tuple[int, int], new: Sequence[_Signs]) -> list[_Signs]:
    """Return the paragraphs with new ones in the place of numbers `gone`; empty ones are not shown."""
    before, after = [each.signs for each in old[: gone[0]]], [each.signs for each in old[gone[1] :]]
    return [each for each in (*before, *new, *after) if each]


def _cell_signs(cell: NewCell) -> _Signs:
    pieces = [(*(NewPiece(run) for run in runs), NewPiece()) for runs in cell]
    return _signs([piece for each in pieces for piece in each][:-1], _LINE_END)


def _signs(pieces: Sequence[NewPiece], end: Sign = _END) -> _Signs:
    signs: list[Sign] = []
    for piece in pieces:
        if piece.run is None:
            signs.append(end)
        elif not piece.run.is_hidden:
            signs += [(sign, piece.run.looks & LOOKS, piece.run.link) for sign in piece.run.text]
    return tuple(signs)


def _split(signs: Sequence[Sign]) -> list[_Signs]:
    parts: list[list[Sign]] = [[]]
    for sign in signs:
        if sign is _END:
            parts.append([])
        else:
            parts[-1].append(sign)
    return [tuple(part) for part in parts]


def _tidied(signs: _Signs) -> _Signs:
    """A paragraph without the white space at its ends, and with one sign of it in a row: Markdown shows no more."""
    tidied: list[Sign] = []
    for sign in signs:
        if not sign[0].isspace():
            tidied += [sign] if sign[0] != _SOFT_HYPHEN else []
        elif tidied and not tidied[-1][0].isspace():
            tidied.append((" ", *sign[1:]))
    return tuple(tidied[:-1] if tidied and tidied[-1][0].isspace() else tidied)


def _said(words: str) -> list[str]:
    return words.replace(_SOFT_HYPHEN, "").split()


def _words(signs: Sequence[Sign]) -> str:
    return "".join(sign[0] for sign in signs)
