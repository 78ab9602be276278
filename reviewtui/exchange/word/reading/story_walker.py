"""Walks through one story of a Word file (the body, a note, a header, a text box) and gives its paragraphs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.word.package.names import attribute, child, name_of, value_of
from reviewtui.exchange.word.reading.beside_words import (
    math_pieces,
    note_colour,
    note_formatting,
    note_placeholder,
    note_table,
    note_wordless,
    text_boxes,
)
from reviewtui.exchange.word.reading.changes import (
    KINDS,
    cell_change,
    change_in,
    change_of,
    format_change,
    mark_changes,
)
from reviewtui.exchange.word.reading.fields import FieldStack, link_of
from reviewtui.exchange.word.reading.numbering import ListCounters
from reviewtui.exchange.word.reading.paragraph import (
    BODY,
    NOTE_SIGN,
    PLAIN,
    Cell,
    Paragraph,
    Run,
    RunPosition,
    TrackedChange,
)
from reviewtui.exchange.word.reading.paragraph_kind import heading_level, list_item
from reviewtui.exchange.word.reading.run_text import shown_characters, without_fallback
from reviewtui.exchange.word.reading.styles import Styles, looks_of, restyled_by
from reviewtui.exchange.word.reading.table_cells import THROUGH, cells_in, children_of, rows_in
from reviewtui.exchange.word.reading.tally import Tally

_MOST_PARAGRAPHS = 60_000
"""Some two thousand pages; what is longer takes longer to read than anybody waits."""
_LONG_RUN = 2_000
"""A run is not joined to one that is longer, as each joining copies it."""


@dataclass
class Reading:
    """What all stories of a file share: styles, lists, links, counts, and what has been read so far."""

    styles: Styles
    numbering: ListCounters
    tally: Tally
    paragraphs: list[Paragraph] = field(default_factory=list)
    starts: dict[str, RunPosition] = field(default_factory=dict)
    ends: dict[str, RunPosition] = field(default_factory=dict)
    references: dict[str, RunPosition] = field(default_factory=dict)
    """Where comments begin, end, and have their sign, by id."""
    borders: set[RunPosition] = field(default_factory=set)
    """The places at which a comment begins or ends, so that runs are not joined over them."""
    tables: int = 0
    chunks: dict[str, Callable[[], bool]] = field(default_factory=dict)
    """By the id with which the body names a part in another format: what reads it here, and says whether it could."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for all that stands inside: who inserted and deleted it, where it leads."""

    inserted: TrackedChange | None = None
    deleted: TrackedChange | None = None
    link: str = ""

    @property
    def is_undone(self) -> bool:
        """Whether whoever put it in took it out again."""
        return self.inserted is not None and self.deleted is not None and self.inserted.author == self.deleted.author

    def within(self, change: TrackedChange) -> "_Around":
        """Return what holds inside of one more change."""
        if change.kind in {"insert", "move-to"}:
            return replace(self, inserted=change)
        return replace(self, deleted=change)


class StoryWalker:
    """Walks through one story; `links` are the addresses of its part by relationship id."""

    def __init__(self, reading: Reading, part: str, links: dict[str, str]) -> None:
        self._reading = reading
        self._part = part
        self._links = links
        self._fields = FieldStack()
        self._runs: list[Run] = []
        self._boxes: list[Any] = []
        self._bookmarks: list[str] = []
        self._moves: dict[str, str] = {}
        self._style = ""
        self._inline: dict[str, Callable[[Any, _Around], None]] = {
            "w:r": self._run, "w:hyperlink": self._hyperlink, "w:fldSimple": self._simple_field, "w:sdt": self._control,
            "w:bookmarkStart": self._bookmark, "w:commentRangeStart": self._comment_start,
            "w:commentRangeEnd": self._comment_end, "m:oMath": self._math, "m:oMathPara": self._math,
            "mc:AlternateContent": self._alternatives, "w:moveFromRangeStart": self._move_start,
            "w:moveToRangeStart": self._move_start, "w:moveFromRangeEnd": self._move_end,
            "w:moveToRangeEnd": self._move_end, "w:subDoc": self._chunk, "w:contentPart": self._ink,
            "w:altChunk": self._chunk, "w:sectPr": self._section,
        }  # fmt: skip

    def walk(self, blocks: Iterable[Any], cell: Cell | None = None, row: _Around = _Around()) -> None:
        """Read paragraphs and tables one after the other."""
        for block in blocks:
            name = name_of(block)
            if name == "w:p":
                self._paragraph(block, cell, row)
            elif name == "w:tbl":
                self._table(block, row)
            elif name == "w:sdt":
                note_placeholder(block, self._reading.tally)
                self.walk(children_of(child(block, "w:sdtContent")), cell, row)
            elif name in KINDS and (change := change_of(block)) is not None:
                self.walk(block, cell, row.within(change))
            elif name == "mc:AlternateContent":
                self.walk(without_fallback(block), cell, row)
            elif name in THROUGH:
                self.walk(block, cell, row)
            elif name in self._inline and name != "w:r":
                self._inline[name](block, row)

    def _table(self, table: Any, around: _Around) -> None:
        note_table(table, self._reading.tally)
        self._reading.tables += 1
        number = self._reading.tables
        rows = [row for inner in table for row in rows_in(inner)]
        for index, row in enumerate(rows):
            inserted, deleted = change_in(child(row, "w:trPr"))
            inside = replace(around, inserted=inserted or around.inserted, deleted=deleted or around.deleted)
            column = 0
            for holder in [cell for inner in row for cell in cells_in(inner)]:
                properties = child(holder, "w:tcPr")
                span = value_of(properties, "w:gridSpan")
                merge = child(properties, "w:vMerge")
                merged = merge is not None and attribute(merge, "w:val") != "restart"
                width = int(span) if span.isdigit() and 0 < int(span) < 100 else 1
                note_formatting(properties, self._reading.tally)
                cell = Cell(number, index, column, width, merged, cell_change(properties))
                self.walk(holder, cell, inside)
                column += width

    def _paragraph(self, element: Any, cell: Cell | None, around: _Around) -> None:
        if len(self._reading.paragraphs) >= _MOST_PARAGRAPHS:
            raise Refused(f"The file is too long: it has more than {_MOST_PARAGRAPHS} paragraphs; send it in parts.")
        properties = child(element, "w:pPr")
        outer = (self._runs, self._style, self._bookmarks)
        self._runs, self._bookmarks = [], self._bookmarks
        self._style = value_of(properties, "w:pStyle") or self._reading.styles.default
        note_formatting(properties, self._reading.tally)
        self._content(element, around)
        self._reading.paragraphs.append(self._finished(properties, cell, around))
        self._runs, self._style, _ = outer
        self._bookmarks = []
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            StoryWalker(self._reading, "text box", self._links).walk(box)

    def _finished(self, properties: Any, cell: Cell | None, around: _Around) -> Paragraph:
        """The paragraph whose runs have been read."""
        styles = self._reading.styles
        inserted, deleted = mark_changes(properties, self._last_move() or self._move_of_runs())
        return Paragraph(
            self._part,
            tuple(self._runs),
            styles.name(self._style),
            heading_level(styles, self._style, properties),
            list_item(styles, self._reading.numbering, self._style, properties),
            cell,
            mark_inserted=inserted or around.inserted,
            mark_deleted=deleted or around.deleted,
            row_change=(around.inserted or around.deleted) if cell else None,
            bookmarks=tuple(self._bookmarks),
            reshaped=format_change(properties, "w:pPrChange"),
        )

    def _content(self, element: Any, around: _Around) -> None:
        for inner in element:
            name = name_of(inner)
            handler = self._inline.get(name)
            if handler is not None:
                handler(inner, around)
            elif name in KINDS:
                self._move_starts_in(inner, around)
                change = change_of(inner, self._last_move() if name.startswith("w:move") else "")
                if change is not None:
                    note_wordless(inner, change, self._reading.tally)
                    self._content(inner, around.within(change))
            elif name in THROUGH:
                self._content(inner, around)

    def _run(self, element: Any, around: _Around) -> None:
        properties = child(element, "w:rPr")
        note_formatting(properties, self._reading.tally)
        looks = self._looks(properties)
        for inner in element:
            name = name_of(inner)
            if name == "w:fldChar":
                self._fields.mark(attribute(inner, "w:fldCharType"))
            elif name == "w:instrText":
                self._fields.add_code(inner.text or "")
            elif name in {"w:footnoteReference", "w:endnoteReference"}:
                note = f"{name[2:].removesuffix('Reference')} {attribute(inner, 'w:id')}"
                self._runs.append(Run(NOTE_SIGN, PLAIN, "", around.inserted, around.deleted, note))
            elif name == "w:commentReference":
                self._reading.references[attribute(inner, "w:id")] = self._here()
                self._reading.borders.add(self._here())
            elif name in {"w:drawing", "w:pict", "w:object", "mc:AlternateContent"}:
                self._boxes += text_boxes(inner, self._reading.tally)
            elif name == "w:ruby":
                self._ruby(inner, around)
            else:
                words = shown_characters(inner, self._reading.tally)
                note_colour(properties, words, self._reading.tally)
                self._add(words, looks, around, restyled_by(properties))

    def _add(self, text: str, looks: frozenset[str], around: _Around, restyled: TrackedChange | None = None) -> None:
        if not text or self._fields.hides:
            return
        link = around.link or self._fields.link
        if "hidden" in looks:
            self._reading.tally.count("hidden", text)
        if around.is_undone:
            self._reading.tally.count("undone", text)
        last = self._runs[-1] if self._runs else None
        run = Run(text, looks, link, around.inserted, around.deleted, restyled=restyled)
        if (
            last is not None
            and self._here() not in self._reading.borders
            and not last.note
            and len(last.text) < _LONG_RUN
            and replace(last, text=text) == run
        ):
            self._runs[-1] = replace(last, text=last.text + text)
        else:
            self._runs.append(run)

    def _looks(self, properties: Any) -> frozenset[str]:
        looks = self._reading.styles.looks(self._style, value_of(properties, "w:rStyle"))
        looks.update(looks_of(properties))
        return frozenset(look for look, on in looks.items() if on)

    def _hyperlink(self, element: Any, around: _Around) -> None:
        address = self._links.get(attribute(element, "r:id"), "")
        anchor = attribute(element, "w:anchor")
        link = f"{address}#{anchor}" if address and anchor else address or (f"#{anchor}" if anchor else "")
        self._content(element, replace(around, link=link))

    def _simple_field(self, element: Any, around: _Around) -> None:
        self._content(element, replace(around, link=link_of(attribute(element, "w:instr")) or around.link))

    def _control(self, element: Any, around: _Around) -> None:
        note_placeholder(element, self._reading.tally)
        content = child(element, "w:sdtContent")
        if content is not None:
            self._content(content, around)

    def _alternatives(self, element: Any, around: _Around) -> None:
        for inner in without_fallback(element):
            name = name_of(inner)
            if name in self._inline:
                self._inline[name](inner, around)
            elif name in {"w:drawing", "w:pict"}:
                self._boxes += text_boxes(inner, self._reading.tally)

    def _bookmark(self, element: Any, _around: _Around) -> None:
        self._bookmarks.append(attribute(element, "w:name"))

    def _comment_start(self, element: Any, _around: _Around) -> None:
        self._reading.starts[attribute(element, "w:id")] = self._here()
        self._reading.borders.add(self._here())

    def _comment_end(self, element: Any, _around: _Around) -> None:
        self._reading.ends[attribute(element, "w:id")] = self._here()
        self._reading.borders.add(self._here())

    def _here(self) -> RunPosition:
        return RunPosition(len(self._reading.paragraphs), len(self._runs))

    def _move_start(self, element: Any, _around: _Around) -> None:
        self._moves[attribute(element, "w:id")] = attribute(element, "w:name")

    def _move_starts_in(self, change: Any, around: _Around) -> None:
        """LibreOffice lets a move begin inside of the first words that it takes or puts."""
        for inner in change:
            if name_of(inner) == f"{name_of(change)}RangeStart":
                self._move_start(inner, around)

    def _move_end(self, element: Any, _around: _Around) -> None:
        self._moves.pop(attribute(element, "w:id"), None)

    def _last_move(self) -> str:
        return next(reversed(self._moves.values()), "")

    def _move_of_runs(self) -> str:
        """The move that the paragraph's last words are of; some programs end it before the paragraph ends."""
        last = self._runs[-1] if self._runs else None
        changes = (last.inserted, last.deleted) if last is not None else ()
        return next((change.move for change in changes if change is not None), "")

    def _math(self, element: Any, around: _Around) -> None:
        pieces = list(math_pieces(element))
        self._reading.tally.count("math", "".join(text for text, _ in pieces))
        for text, changes in pieces:
            inside = around
            for change in changes:
                inside = inside.within(change)
            self._add(text, PLAIN, inside)

    def _ruby(self, element: Any, around: _Around) -> None:
        """The words, and not how they are read aloud, which stands small above them."""
        reading = child(element, "w:rt")
        self._reading.tally.count("ruby", "".join(reading.itertext()) if reading is not None else "")
        self._content(children_of(child(element, "w:rubyBase")), around)

    def _chunk(self, element: Any, _around: _Around) -> None:
        read = self._reading.chunks.get(attribute(element, "r:id")) if self._part == BODY else None
        if read is None or not read():
            self._reading.tally.count("chunk")

    def _section(self, element: Any, _around: _Around) -> None:
        note_formatting(element, self._reading.tally)

    def _ink(self, _element: Any, _around: _Around) -> None:
        self._reading.tally.count("ink")
