"""An edit of a returned document as one of the Markdown file: the ways to say it, the plainest first, tried out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from reviewtui.exchange.word.layout.edit_preview import preview_edit
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.markdown.run_markdown import Writing, run_markdown
from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.structure_changes import shape_now, shape_sent
from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, PLAIN, Run
from reviewtui.exchange.word.rewriting.block_prefix import new_block
from reviewtui.exchange.word.rewriting.edited_span import EditedSpan, edited_span
from reviewtui.exchange.word.rewriting.expected_paragraphs import changes_anything, shows_edit
from reviewtui.exchange.word.rewriting.new_cells import new_rows
from reviewtui.exchange.word.rewriting.unmarked_words import unmarked_words
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.quotes import whole_marks

_LAST_WORD = re.compile(r"\S+\s*\Z")
_FIRST_WORD = re.compile(r"\s*\S+")


@dataclass(frozen=True, slots=True)
class MarkdownEdit:
    """The characters `start` to `end` of a file become `words`; `plain` says that how they look is not kept."""

    path: str
    start: int
    end: int
    words: str
    plain: bool = False
    seen: bool = True
    """Whether the text shows anything else then: an empty paragraph of Word is nothing in Markdown."""
    wider: bool = False
    """Whether it takes words beside the change along."""


def markdown_edit(edit: TrackedEdit, places: SentPlaces, sources: Mapping[str, str]) -> MarkdownEdit | None:
    """Return what an edit comes to in the file; None where nothing in Markdown shows the same.

    `sources` are the texts of the files by path.
    """
    span = edited_span(edit, places)
    if span is None or any(piece.run is not None and NOTE_SIGN in piece.run.text for piece in edit.pieces):
        return None
    source = sources.get(span.first.path)
    if source is None or span.first.path != places.paragraph(span.end).path or span.first.kind in {"html", "rule"}:
        return None
    if (plain := unmarked_words(span, source)) is not None:
        changes = source[plain[0] : plain[1]] != plain[2]
        return MarkdownEdit(span.first.path, *plain, seen=changes, wider=edit.inserts_only and plain[0] < plain[1])
    return _tried_edit(span, source)


def _tried_edit(span: EditedSpan, source: str) -> MarkdownEdit | None:
    for candidate in _EditCandidates(span, source).all():
        result = preview_edit(source, (candidate.start, candidate.end), candidate.words)
        if result is not None and shows_edit(span, result, looks=not candidate.plain):
            return candidate if changes_anything(span, result) else replace(candidate, seen=False)
    return None


class _EditCandidates:
    """Which characters of the file an edit may replace, and with which words."""

    def __init__(self, span: EditedSpan, source: str) -> None:
        """Take the edit and the text of its file."""
        self._span = span
        self._source = source

    def all(self) -> Iterator[MarkdownEdit]:
        """Give each way once: with the looks of the words before those without, narrow spans before wide ones."""
        ways = (
            MarkdownEdit(self._span.first.path, start, end, words, plain)
            for plain in (False, True)
            for start, end in dict.fromkeys(self._spans())
            for words in self._words(start, plain=plain)
        )
        tried: set[tuple[int, int, str]] = set()
        for way in chain(ways, self._with_neighbours()):
            if (key := (way.start, way.end, way.words)) not in tried:
                tried.add(key)
                yield way

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Give the characters of the file that may be replaced."""
        span = self._span
        if span.edit.row:
            yield from self._new_rows() if span.edit.pieces else self._whole_rows()
        elif span.takes_whole_paragraphs:
            yield span.first.start, span.last.end
        elif span.inserts_only:
            yield from ((gap, gap) for gap in span.first.gap(span.start.at))
            yield from self._beside_paragraph()
        else:
            yield from self._replaced()

    def _replaced(self) -> Iterator[tuple[int, int]]:
        """The words that go, with the marks around them and without."""
        first, start = self._span.first, self._span.start
        last, end = self._span.last, self._span.end
        low = first.source(start.at, start.at + 1)[0] if start.at < len(first.text) else first.end
        high = last.source(end.at - 1, end.at)[1] if end.at else last.start
        yield low, high
        enclosures = document_of(self._source).enclosures
        yield from ((each.start, each.end) for each in enclosures if (each.inner_start, each.inner_end) == (low, high))
        yield whole_marks((low, high), enclosures)
        if self._span.covers_paragraph:
            yield first.start, first.end

    def _with_neighbours(self) -> Iterator[MarkdownEdit]:
        """Paragraphs made one, or one cut in two: the words on both sides, else all of them, are said anew.

        What comes behind letters of a word is said with these: by itself it would be a word of its own.
        """
        span, source = self._span, self._source
        is_cut = any(piece.run is None for piece in span.edit.pieces)
        is_joined = span.start.index < span.end.index
        if span.edit.row or span.takes_whole_paragraphs or not (is_cut or is_joined or span.inserts_only):
            return
        low, high = (span.first.gap(span.start.at)[0],) * 2 if span.inserts_only else next(self._replaced())
        before, behind = source[span.first.start : low], source[high : span.last.end]
        first, last = _LAST_WORD.search(before), _FIRST_WORD.match(behind)
        near = (len(first[0]) if first else 0, len(last[0]) if last and (is_cut or is_joined) else 0)
        ends_with_cut = is_cut and span.edit.pieces[-1].run is None
        for left, right in (near, (len(before), len(behind))) if is_cut or is_joined else (near,):
            for words in self._words(low, plain=False):
                kept = source[high : high + right]
                # White space with which a paragraph would begin, or behind other white space, is nothing.
                kept = kept.lstrip(" ") if ends_with_cut or words.endswith(" ") else kept
                around = source[low - left : low] + words + kept
                yield MarkdownEdit(span.first.path, low - left, high + right, around, wider=left + right > 0)

    def _beside_paragraph(self) -> Iterator[tuple[int, int]]:
        """New paragraphs before the first word stand behind the paragraph before."""
        first, before = self._span.first, self._span.before
        if self._span.start.at == 0 and before is not None:
            yield before.end, before.end
        if self._span.start.at == len(first.text):
            yield first.end, first.end

    def _new_rows(self) -> Iterator[tuple[int, int]]:
        """Give the end of the row behind which new ones come, or of the paragraph behind which a new table does."""
        first = self._span.first
        row = [each for each in self._span.paragraphs if each.cell and first.cell and _row(each) == _row(first)]
        if first.cell is None and self._span.start.at == len(first.text):
            yield first.end, first.end
        elif row:
            line_end = self._source.find("\n", row[-1].end)
            if row[-1].cell is not None and not row[-1].cell.row:
                # The line below the head is no row.
                line_end = self._source.find("\n", line_end + 1)
            at = len(self._source) if line_end < 0 else line_end
            yield at, at

    def _whole_rows(self) -> Iterator[tuple[int, int]]:
        """Give the cells of all rows that go, the empty ones too, else a row without words would stay."""
        rows = {_row(self._span.first), _row(self._span.last)}
        cells = [each for each in self._span.paragraphs if each.cell and min(rows) <= _row(each) <= max(rows)]
        if cells:
            yield cells[0].start, cells[-1].end
            block = document_of(self._source).block_at(cells[0].start)
            if block is not None and block.kind == "table":
                # A table of which every row goes has no line below its head either.
                yield block.start, block.content_end

    def _words(self, start: int, *, plain: bool) -> Iterator[str]:
        """Give the new words as Markdown for a span that begins at `start`."""
        for looks, link in dict.fromkeys((self._looks_at(start), (PLAIN, ""))):
            for escaped in (False, True):
                words = self._written(Writing(looks, link, escaped=escaped, formatted=not plain), start)
                if words is not None:
                    yield words

    def _looks_at(self, start: int) -> tuple[frozenset[str], str]:
        """Return the looks of the marks in which a place of the file stands, and the link."""
        runs = self._span.first.runs
        holder = next((run for run in runs if run.end == start), None)
        holder = holder or next((run for run in runs if run.start <= start < run.end), None)
        return (holder.looks, holder.link) if holder is not None else (PLAIN, "")

    def _written(self, writing: Writing, start: int) -> str | None:
        """Return the new words: behind each end of a paragraph the marks with which the next one begins."""
        edit, index = self._span.edit, self._span.start.index
        if edit.row:
            is_table = edit.pieces and self._span.first.cell is None
            return _table_words(edit.pieces, writing) if is_table else "".join(_row_words(edit.pieces, writing))
        if self._span.first.kind == "cell":
            return _cell_words(edit.pieces, writing)
        pieces: Sequence[NewPiece] = edit.pieces
        if self._starts_behind(start):
            pieces, index = _begun_behind(pieces), max(0, index - 1)
        elif self._span.takes_whole_paragraphs and pieces and pieces[-1].run is None:
            # The end of the last new paragraph is that of the last one that goes, if the first may stand as that did.
            first = next(piece.ended for piece in pieces if piece.run is None)
            if first is None or shape_now(first) != shape_sent(self._span.first):
                return None
            pieces = pieces[:-1]
        before = list(self._span.paragraphs[: index + 1])
        text, runs = "", list[Run]()
        for piece in pieces:
            if piece.run is not None:
                runs.append(piece.run)
                continue
            text += run_markdown(runs, writing)
            runs = []
            block = new_block(self._source, before, piece.following) if piece.following is not None and before else None
            if block is None or before[-1].kind == "cell":
                return None
            text += block
        return text + run_markdown(runs, writing)

    def _starts_behind(self, start: int) -> bool:
        """Say whether new paragraphs before the first word are said as ones behind the paragraph before."""
        span = self._span
        before = span.before if span.inserts_only and span.start.at == 0 else None
        return before is not None and start == before.end and bool(span.edit.pieces)


def _row(paragraph: SentParagraph) -> tuple[int, int]:
    return (paragraph.cell.table, paragraph.cell.row) if paragraph.cell is not None else (0, 0)


def _begun_behind(pieces: Sequence[NewPiece]) -> list[NewPiece]:
    """New paragraphs that end before what was there, as ones that begin behind what was there before."""
    turned: list[NewPiece] = []
    runs: list[NewPiece] = []
    for piece in pieces:
        if piece.run is not None:
            runs.append(piece)
        else:
            turned += [NewPiece(None, piece.ended, piece.ended), *runs]
            runs = []
    return [*turned, *runs]


def _row_words(pieces: Sequence[NewPiece], writing: Writing) -> Iterator[str]:
    """Give a line for each new row."""
    for row in new_rows(pieces):
        words = ["<br>".join(_in_cell(run_markdown(runs, writing)) for runs in cell) for cell in row]
        yield "\n| " + " | ".join(words) + " |"


def _table_words(pieces: Sequence[NewPiece], writing: Writing) -> str:
    """A new table, of which the first row is the head."""
    head, *rows = _row_words(pieces, writing)
    below = "\n|" + " --- |" * len(new_rows(pieces)[0])
    return "\n" + head + below + "".join(rows)


def _cell_words(pieces: Sequence[NewPiece], writing: Writing) -> str:
    """New words in a cell, in which a new paragraph is a new line."""
    parts: list[list[Run]] = [[]]
    for piece in pieces:
        if piece.run is not None:
            parts[-1].append(piece.run)
        else:
            parts.append([])
    return "<br>".join(_in_cell(run_markdown(part, writing)) for part in parts)


def _in_cell(words: str) -> str:
    return words.replace("\\\n", "<br>")
