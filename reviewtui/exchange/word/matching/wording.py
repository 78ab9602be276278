"""A change in Word as a change of the Markdown file: what is tried is taken only if it shows just what Word shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewtui.exchange.word.layout.effect import Effect, effect
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, Sign
from reviewtui.exchange.word.markdown.run_markdown import Writing, run_markdown
from reviewtui.exchange.word.matching.block_prefix import new_block
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, PLAIN, Run
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.quotes import whole_marks

_LOOKS = frozenset({"bold", "italic", "strike", "code"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The characters `start` to `end` of a file become `words`; `plain` says that how they look is not kept."""

    path: str
    start: int
    end: int
    words: str
    plain: bool = False


def wording(edit: TrackedEdit, places: SentPlaces, sources: dict[str, str]) -> Wording | None:
    """Return what an edit comes to in the file; None where nothing in Markdown shows the same."""
    span = _span(edit, places)
    if span is None or any(piece.run is not None and NOTE_SIGN in piece.run.text for piece in edit.pieces):
        return None
    first, last = span
    paragraph = places.paragraph(first)
    source = sources.get(paragraph.path)
    if source is None or paragraph.path != places.paragraph(last).path or paragraph.kind in {"html", "rule"}:
        return None
    tried = _Tried(edit, places, source, first, last)
    for candidate in tried.candidates():
        result = effect(source, (candidate.start, candidate.end), candidate.words)
        if result is not None and tried.shows(result, looks=not candidate.plain):
            return candidate
    return None


def _span(edit: TrackedEdit, places: SentPlaces) -> tuple[SentPlace, SentPlace] | None:
    if edit.sent is not None:
        return edit.sent if places.paragraph(edit.sent[0]).is_of_policy else None
    if not edit.tracked:
        return None
    first = places.of(edit.start)
    last = places.of(edit.end, opens=edit.inserts_only) if edit.end != edit.start else first
    if first is None or last is None or not places.paragraph(first).is_of_policy:
        return None
    return (first, last) if (first.index, first.at) <= (last.index, last.at) else None


class _Tried:
    """One edit, and the ways in which it may be said in Markdown."""

    def __init__(self, edit: TrackedEdit, places: SentPlaces, source: str, first: SentPlace, last: SentPlace) -> None:
        self._edit = edit
        self._places = places
        self._source = source
        self._first, self._last = first, last
        self._paragraphs = places.document.paragraphs
        # Paragraphs that go as a whole leave the one behind them as it was.
        self._whole = first.at == 0 and last.at == 0 and first.index < last.index

    def candidates(self) -> Iterator[Wording]:
        """Give what may be tried, the plainest first."""
        path = self._paragraphs[self._first.index].path
        seen: set[tuple[int, int, str]] = set()
        for plain in (False, True):
            for start, end in dict.fromkeys(self._spans()):
                for words in self._words(start, plain=plain):
                    if (start, end, words) not in seen:
                        seen.add((start, end, words))
                        yield Wording(path, start, end, words, plain)

    def _spans(self) -> Iterator[tuple[int, int]]:
        first, last = self._paragraphs[self._first.index], self._paragraphs[self._last.index]
        if self._edit.row and self._edit.pieces:
            yield from self._behind_row()
            return
        if self._whole:
            last = self._paragraphs[self._last.index - 1]
            yield first.start, last.end
            return
        if self._first == self._last:
            yield from ((gap, gap) for gap in first.gap(self._first.at))
            yield from self._beside(first)
            return
        start = first.source(self._first.at, self._first.at + 1)[0] if self._first.at < len(first.text) else first.end
        end = last.source(self._last.at - 1, self._last.at)[1] if self._last.at else last.start
        yield start, end
        enclosures = document_of(self._source).enclosures
        yield from (
            (paragraph.start, paragraph.end)
            for paragraph in enclosures
            if (paragraph.inner_start, paragraph.inner_end) == (start, end)
        )
        yield whole_marks((start, end), enclosures)
        whole = self._first.index == self._last.index and (self._first.at, self._last.at) == (0, len(first.text))
        if whole:
            yield first.start, first.end

    def _beside(self, paragraph: SentParagraph) -> Iterator[tuple[int, int]]:
        """New paragraphs before the first word stand behind the paragraph before."""
        before = self._before()
        if self._first.at == 0 and before is not None:
            yield before.end, before.end
        if self._first.at == len(paragraph.text):
            yield paragraph.end, paragraph.end

    def _before(self) -> SentParagraph | None:
        index = self._first.index - 1
        while index >= 0 and not self._paragraphs[index].text:
            index -= 1
        paragraph = self._paragraphs[index] if index >= 0 else None
        here = self._paragraphs[self._first.index]
        return (
            paragraph
            if paragraph is not None and (paragraph.path, paragraph.kind == "cell") == (here.path, False)
            else None
        )

    def _behind_row(self) -> Iterator[tuple[int, int]]:
        first = self._paragraphs[self._first.index]
        row = [
            paragraph
            for paragraph in self._paragraphs
            if paragraph.cell and first.cell and _row(paragraph) == _row(first)
        ]
        if row:
            end = self._source.find("\n", row[-1].end)
            at = len(self._source) if end < 0 else end
            yield at, at

    def _words(self, start: int, *, plain: bool) -> Iterator[str]:
        for looks, link in dict.fromkeys((self._around(start), (PLAIN, ""))):
            for escaped in (False, True):
                words = self._written(Writing(looks, link, escaped=escaped, formatted=not plain), start)
                if words is not None:
                    yield words

    def _around(self, start: int) -> tuple[frozenset[str], str]:
        """The looks of the marks in which a place of the file stands, and the link."""
        paragraph = self._paragraphs[self._first.index]
        run = next((run for run in paragraph.runs if run.start <= start < run.end), None)
        before = next((run for run in paragraph.runs if run.end == start), None)
        held = before if before is not None else run
        return (held.looks, held.link) if held is not None else (PLAIN, "")

    def _written(self, writing: Writing, start: int) -> str | None:
        """The new words as Markdown: behind each end of a paragraph the marks with which the next one begins."""
        if self._edit.row:
            return _row_words(self._edit.pieces, writing) if self._edit.pieces else ""
        index = self._first.index - (1 if self._starts_behind(start) else 0)
        before = list(self._paragraphs[: max(0, index) + 1])
        pieces = _rotated(self._edit.pieces) if self._starts_behind(start) else self._edit.pieces
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
        """Whether new paragraphs before the first word are said as ones behind the paragraph before."""
        before = self._before() if self._first == self._last and self._first.at == 0 else None
        return before is not None and start == before.end and bool(self._edit.pieces)

    def shows(self, result: Effect, *, looks: bool) -> bool:
        """Say whether the paragraphs show after an edit just what the document shows."""
        expected = self._expected(result)
        if expected is None:
            return False
        shown = [paragraph.signs for paragraph in result.after if paragraph.text]
        if looks and shown == expected:
            return True
        spare = self._edit.pieces == () or not looks
        wanted, given = [_words_of(paragraph) for paragraph in expected], [_words_of(paragraph) for paragraph in shown]
        alike = [_unspaced(paragraph) for paragraph in wanted] == [_unspaced(paragraph) for paragraph in given]
        return (wanted == given or alike) if spare else False

    def _expected(self, result: Effect) -> list[tuple[Sign, ...]] | None:
        """The characters of each paragraph as the document shows them with this edit alone."""
        old = [
            replace(paragraph, start=paragraph.start + result.start) for paragraph in result.before if paragraph.text
        ]
        if self._edit.row:
            return self._expected_rows(old)
        first, last = self._paragraphs[self._first.index], self._paragraphs[self._last.index]
        if self._whole:
            last = self._paragraphs[self._last.index - 1]
        low = next(
            (n for n, paragraph in enumerate(old) if (paragraph.start, paragraph.text) == (first.start, first.text)),
            None,
        )
        if low is None:
            return self._expected_behind(old)
        behind = self._last.index + (0 if self._whole else 1)
        high = low + sum(1 for paragraph in self._paragraphs[self._first.index + 1 : behind] if paragraph.text)
        if high >= len(old) or old[high].text != last.text:
            return None
        tail = () if self._whole else old[high].signs[self._last.at :]
        new = _split((*old[low].signs[: self._first.at], *_signs(self._edit.pieces), *tail))
        return [
            paragraph
            for paragraph in (
                *(paragraph.signs for paragraph in old[:low]),
                *new,
                *(paragraph.signs for paragraph in old[high + 1 :]),
            )
            if paragraph
        ]

    def _expected_behind(self, old: Sequence[SentParagraph]) -> list[tuple[Sign, ...]] | None:
        """New paragraphs that are said as ones behind the paragraph before."""
        before = self._before()
        at = next(
            (n for n, paragraph in enumerate(old) if before is not None and paragraph.start == before.start), None
        )
        if at is None:
            return None
        new = [paragraph for paragraph in _split(_signs(self._edit.pieces)) if paragraph]
        return [
            *(paragraph.signs for paragraph in old[: at + 1]),
            *new,
            *(paragraph.signs for paragraph in old[at + 1 :]),
        ]

    def _expected_rows(self, old: Sequence[SentParagraph]) -> list[tuple[Sign, ...]] | None:
        first = self._paragraphs[self._first.index]
        row = [
            n
            for n, paragraph in enumerate(old)
            if paragraph.cell and first.cell and paragraph.cell.row == first.cell.row
        ]
        if not row:
            return None
        if self._edit.pieces:
            new = [paragraph for paragraph in _split(_signs(self._edit.pieces)) if paragraph]
            return [
                *(paragraph.signs for paragraph in old[: row[-1] + 1]),
                *new,
                *(paragraph.signs for paragraph in old[row[-1] + 1 :]),
            ]
        last = self._last.index + (self._last.at > 0)
        gone = {paragraph.cell.row for paragraph in self._paragraphs[self._first.index : last] if paragraph.cell}
        return [paragraph.signs for paragraph in old if paragraph.cell is None or paragraph.cell.row not in gone]


def _row(paragraph: SentParagraph) -> tuple[int, int]:
    return (paragraph.cell.table, paragraph.cell.row) if paragraph.cell is not None else (0, 0)


def _rotated(pieces: Sequence[NewPiece]) -> list[NewPiece]:
    """New paragraphs that end before what was there, as ones that begin behind what was there before."""
    rotated: list[NewPiece] = []
    runs: list[NewPiece] = []
    for piece in pieces:
        if piece.run is not None:
            runs.append(piece)
        else:
            rotated += [NewPiece(None, piece.ended, piece.ended), *runs]
            runs = []
    return [*rotated, *runs]


def _row_words(pieces: Sequence[NewPiece], writing: Writing) -> str:
    cells: list[list[Run]] = [[]]
    for piece in pieces:
        if piece.run is not None:
            cells[-1].append(piece.run)
        else:
            cells.append([])
    words = [run_markdown(cell, writing).replace("\\\n", "<br>") for cell in (cells if cells[-1] else cells[:-1])]
    return "\n| " + " | ".join(words) + " |"


def _signs(pieces: Sequence[NewPiece]) -> tuple[Sign, ...]:
    signs: list[Sign] = []
    for piece in pieces:
        if piece.run is None:
            signs.append(_END)
        elif not piece.run.is_hidden:
            signs += [(sign, piece.run.looks & _LOOKS, piece.run.link) for sign in piece.run.text]
    return tuple(signs)


_END: Sign = ("\0", frozenset(), "")


def _split(signs: Sequence[Sign]) -> list[tuple[Sign, ...]]:
    parts: list[list[Sign]] = [[]]
    for sign in signs:
        if sign is _END:
            parts.append([])
        else:
            parts[-1].append(sign)
    return [tuple(part) for part in parts]


def _words_of(signs: Sequence[Sign]) -> str:
    return "".join(sign[0] for sign in signs)


def _unspaced(text: str) -> str:
    return "".join(text.split())
