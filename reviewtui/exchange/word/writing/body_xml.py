"""The paragraphs and tables of a document as XML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from xml.sax.saxutils import quoteattr

from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.writing import move_xml
from reviewtui.exchange.word.writing.range_marks import ParagraphMarks
from reviewtui.exchange.word.writing.run_xml import RunWriter

BULLETED = 1
_FIRST = 2


@dataclass
class ListNumbers:
    """Gives each item the number of its list, in reading order; `starts` are the first number of each ordered list."""

    starts: list[tuple[int, int]] = field(default_factory=list)
    """Depth and first number of the lists, from list number 2 on."""
    _open: list[tuple[bool, int]] = field(default_factory=list)

    def number(self, paragraph: SentParagraph) -> int:
        """Return the number of the list of a paragraph that has an item's marker; 0 for any other."""
        if not paragraph.depth:
            self._open.clear()
            return 0
        if not paragraph.first:
            return 0
        depth = paragraph.depth
        del self._open[depth:]
        while len(self._open) < depth - 1:
            self._open.append((False, BULLETED))
        known = self._open[depth - 1] if len(self._open) == depth else None
        if known is None or known[0] != paragraph.ordered:
            del self._open[depth - 1 :]
            self._open.append((paragraph.ordered, self._new(paragraph)))
        return self._open[depth - 1][1]

    def _new(self, paragraph: SentParagraph) -> int:
        if not paragraph.ordered:
            return BULLETED
        self.starts.append((min(paragraph.depth, 9) - 1, paragraph.number))
        return _FIRST + len(self.starts) - 1

    def inside(self) -> str:
        """Return what stands behind the kinds of lists in the part of the file that defines them."""
        lists = [f'<w:num w:numId="{BULLETED}"><w:abstractNumId w:val="0"/></w:num>']
        for index, (depth, start) in enumerate(self.starts):
            own = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            lists.append(f'<w:num w:numId="{_FIRST + index}"><w:abstractNumId w:val="1"/>{own}</w:num>')
        return "".join(lists)


_INDENT = 567
_BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>'
_STYLES = {"title": "Title", "code": "SourceCode", "html": "SourceCode", "note": "FootnoteText", "told": "Subtitle"}


@dataclass
class BodyWriter:
    """Writes paragraphs with what stands on them; `names` are the bookmarks by which a paragraph finds home."""

    marks: ParagraphMarks
    runs: RunWriter
    lists: ListNumbers
    names: Sequence[str]
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def body(self, paragraphs: Sequence[tuple[int, SentParagraph]]) -> Iterator[str]:
        """Give the body; `paragraphs` come with their numbers in the document."""
        for table, group in groupby(paragraphs, key=lambda pair: pair[1].cell.table if pair[1].cell else 0):
            if table:
                cells = list(group)
                yield from self._table(cells)
                for index, _ in cells:
                    yield from self._arrivals(index)
            else:
                for index, paragraph in group:
                    yield self.paragraph(index, paragraph)
                    yield from move_xml.closed_behind(self.marks.going[index], index)
                    yield from self._arrivals(index)

    def paragraph(self, index: int, paragraph: SentParagraph, first: str = "") -> str:
        """Return one paragraph; `first` stands before its words."""
        name = self.names[index] if index < len(self.names) else ""
        number = next(self._numbers)
        start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>' if name else ""
        end = f'<w:bookmarkEnd w:id="{number}"/>' if name else ""
        inside = "".join(self._inside(index, paragraph))
        mark = move_xml.mark_gone(self.marks.going[index], self.runs)
        return f"<w:p>{self._properties(paragraph, mark)}{first}{start}{inside}{end}</w:p>"

    def _arrivals(self, index: int) -> Iterator[str]:
        """The paragraphs that come behind one, as whole ones of their own."""
        for coming in self.marks.coming[index]:
            for number, paragraph in enumerate(coming.move.paragraphs):
                start = move_xml.opened(coming, "w:moveTo") if not number else ""
                runs = "".join(self.runs.changed(paragraph.path, paragraph.runs, "w:moveTo", coming.by))
                mark = move_xml.mark("w:moveTo", coming.by, self.runs)
                yield f"<w:p>{self._properties(paragraph, mark)}{start}{runs}</w:p>"
            yield move_xml.closed(coming, "w:moveTo") if coming.move.paragraphs else ""

    def _properties(self, paragraph: SentParagraph, mark: str = "") -> str:
        style = f"Heading{min(paragraph.level, 6)}" if paragraph.kind == "heading" else _STYLES.get(paragraph.kind, "")
        if paragraph.quote and not style:
            style = "Quote"
        parts = [f'<w:pStyle w:val="{style}"/>' if style else ""]
        number = self.lists.number(paragraph)
        if number:
            depth = min(paragraph.depth, 9) - 1
            parts.append(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
        parts.append(_BORDER if paragraph.kind == "rule" else "")
        if not number and paragraph.depth and paragraph.kind != "note":
            parts.append(f'<w:ind w:left="{_INDENT * paragraph.depth}"/>')
        inside = "".join((*parts, mark))
        return f"<w:pPr>{inside}</w:pPr>" if inside else ""

    def _inside(self, index: int, paragraph: SentParagraph) -> Iterator[str]:
        cuts = self.marks.cuts(index, len(paragraph.text))
        for number, place in enumerate(cuts):
            yield from move_xml.closed_at(self.marks.going[index], place)
            yield from self._ends(index, place)
            starts, empty = self.marks.starts[index].get(place, []), self._empty(index, place)
            # A range of no characters holds what is put in there only if it is about that.
            yield from (_start(each) + _end(each) for each in empty if each not in self.marks.of_changes)
            yield from (_start(each) for each in starts if each not in empty or each in self.marks.of_changes)
            yield from self._insertions(index, paragraph, place)
            yield from (_end(each) for each in empty if each in self.marks.of_changes)
            yield from move_xml.opened_at(self.marks.going[index], index, place)
            if number + 1 < len(cuts):
                yield from self._stretch(index, paragraph, (place, cuts[number + 1]))

    def _stretch(self, index: int, paragraph: SentParagraph, span: tuple[int, int]) -> Iterator[str]:
        runs = paragraph.cut(*span)
        for change, by in self.marks.changes[index]:
            if change.about.start <= span[0] and span[1] <= change.about.end:
                yield from self.runs.changed(paragraph.path, runs, "w:del", by)
                return
        for going in self.marks.going[index]:
            if going.move.paragraphs or (going.move.about.start <= span[0] and span[1] <= going.move.about.end):
                yield from self.runs.changed(paragraph.path, runs, "w:moveFrom", going.by)
                return
        yield from self.runs.runs(paragraph.path, runs)

    def _insertions(self, index: int, paragraph: SentParagraph, place: int) -> Iterator[str]:
        """What is put in stands before what goes, so that a comment on both begins before them."""
        for change, by in self.marks.changes[index]:
            if change.about.start == place and change.runs:
                yield from self.runs.changed(paragraph.path, change.runs, "w:ins", by)
        for coming in self.marks.coming[index]:
            if coming.move.runs and coming.move.at == place:
                yield move_xml.opened(coming, "w:moveTo")
                yield from self.runs.changed(paragraph.path, coming.move.runs, "w:moveTo", coming.by)
                yield move_xml.closed(coming, "w:moveTo")

    def _ends(self, index: int, place: int) -> Iterator[str]:
        empty = self._empty(index, place)
        yield from (_end(each) for each in self.marks.ends[index].get(place, []) if each not in empty)

    def _empty(self, index: int, place: int) -> list[int]:
        """The comments that end where they begin."""
        starts = self.marks.starts[index].get(place, [])
        return [number for number in self.marks.ends[index].get(place, []) if number in starts]

    def _table(self, cells: Sequence[tuple[int, SentParagraph]]) -> Iterator[str]:
        first = cells[0][1].cell
        columns = first.columns if first is not None else 1
        width = 9000 // max(1, columns)
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        for row, group in groupby(cells, key=lambda pair: pair[1].cell.row if pair[1].cell else 0):
            head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if row == 0 else ""
            own = list(group)
            inside = [self.paragraph(index, paragraph) for index, paragraph in own[:columns]]
            inside += ["<w:p/>"] * (columns - len(inside))
            size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            yield f"<w:tr>{head}{''.join(f'<w:tc>{size}{pair}</w:tc>' for pair in inside)}</w:tr>"
        yield "</w:tbl><w:p/>"


def _start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    sign = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{number}"/>{sign}'
