"""Paints one visual line: its runs, what is marked in them, the gutter before them and the labels behind."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from rich.segment import Segment
from textual.strip import Strip

from reviewtui.text.words.visible import visible_line
from reviewtui.tui.appearance.page_geometry import GUTTER, MARGIN, measure_within
from reviewtui.tui.reader.highlight import FINDING, Highlight, MarkedPassages
from reviewtui.tui.reader.reader_styles import Palette
from reviewtui.views.findings.finding_marks import BARRING_FLAW, FLAW
from reviewtui.views.page.cells import char_width, is_narrow, text_width
from reviewtui.views.page.layout import PinnedLine
from reviewtui.views.page.row import TextRun, VisualLine

_LEAST_LABEL = 6
_KEPT = 200
"""Painted lines that are kept; some screens."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What is marked on the page now; offsets are code points of the source."""

    passages: MarkedPassages = field(default_factory=MarkedPassages)
    selection: tuple[int, int] = (0, 0)
    focused: bool = True
    """Whether keys move the caret; else it is shown as one that waits."""


@dataclass(frozen=True, slots=True)
class PageMeasure:
    """Where the text stands on the page, in cells."""

    left: int
    text: int
    page: int

    @classmethod
    def within(cls, page: int, widest: int) -> "PageMeasure":
        """Return the measure of a page `page` cells wide: at most `widest`, in the middle when there is room."""
        return cls(*measure_within(page, widest), page)

    @property
    def start(self) -> int:
        """The cell where the text begins."""
        return self.left + GUTTER


_FLAWS = frozenset((FLAW, BARRING_FLAW))


class Painter:
    """Paints lines for one measure and marking."""

    def __init__(self, palette: Palette, measure: PageMeasure, marking: Marking) -> None:
        self._palette = palette
        self._measure = measure
        self._marking = marking
        self.kept: dict[PinnedLine, Strip] = {}

    def keep(self, pin: PinnedLine, strip: Strip) -> Strip:
        """Keep a painted line for the next time it comes into sight, and return it; only without a caret in it."""
        if len(self.kept) >= _KEPT:
            self.kept.clear()
        self.kept[pin] = strip
        return strip

    def paint(self, line: VisualLine, gaps: list[Highlight], caret: int | None) -> Strip:
        """Return the line as cells; `gaps` are the insertion points it shows, `caret` the caret's cell in it."""
        remarks = self._marking.passages.touching(line.start, max(line.end, line.start + 1)) if _is_text(line) else []
        remarks = [each for each in remarks if not each.is_gap]
        findings = [each for each in remarks if each.is_finding]
        remarks = [each for each in remarks if not each.is_finding]
        segments = [
            *self._gutter(line, remarks, gaps, findings),
            *self._text(line, [*remarks, *(each for each in findings if each.active)]),
        ]
        used = self._measure.start + line.width
        segments += self._behind(line, [*remarks, *gaps, *findings], used)
        strip = Strip(segments)
        for patch in self._over(line, [*remarks, *findings], gaps, caret):
            strip = self._patched(strip, patch)
        return strip.adjust_cell_length(self._measure.page, self._palette.style(()))

    def empty(self, hint: str) -> Strip:
        """Return a line without text, or with a hint of the reader's own."""
        blank = self._palette.style(())
        segments = [Segment(" " * self._measure.start, blank), Segment(hint, self._palette.style((), ("hint",)))]
        return Strip(segments).adjust_cell_length(self._measure.page, blank)

    def _gutter(
        self, line: VisualLine, remarks: list[Highlight], gaps: list[Highlight], findings: list[Highlight]
    ) -> Iterator[Segment]:
        style, flaw = self._palette.style, _flaw_sign(line, findings)
        yield Segment(" " * self._measure.left, style(()))
        begun = [each for each in remarks if each.start >= line.start] + gaps
        alone = not remarks and not gaps
        active = any(each.active for each in (findings if alone else (*remarks, *gaps)))
        kind = FINDING if alone else begun[0].kind if begun else remarks[0].kind
        letter, sign = (flaw if alone else " "), " "
        if len(begun) > 1:
            letter, sign = (str(len(begun)) if len(begun) < 10 else "#"), begun[0].sign
        elif begun:
            letter, sign = ("\u25c7" if begun[0].is_gap else begun[0].letter), begun[0].sign
        elif remarks:
            letter = "\u2503" if active else "\u2502"
        yield Segment(letter, style((), (kind, "active") if active else (kind,)))
        yield Segment("\u25b8" if active and (begun or letter in _FLAWS) else sign, style((), ("gutter",)))
        changed = self._marking.passages.changed_in(line.start, max(line.end, line.start + 1)) if _is_text(line) else []
        new = any(each.new for each in changed)
        went = bool(changed) and all(each.start == each.end for each in changed)
        bar = " " if not changed else "\u25b4" if went else "\u2590" if new else "\u2595"
        yield Segment(bar, style((), ("new" if new else "changed",)))
        # Where a person's remark has the first cell, a finding that begins here has to do with the last.
        yield Segment(flaw if flaw in _FLAWS and not alone else " ", style((), (FINDING,)))

    def _text(self, line: VisualLine, remarks: list[Highlight]) -> Iterator[Segment]:
        start, end = self._marking.selection
        selected = start < line.end and end > line.start and start < end
        for run in line.runs:
            if not run.offsets or not (remarks or selected):
                yield Segment(run.text, self._palette.style(run.styles))
            else:
                yield from self._cut(run, remarks)

    def _cut(self, run: TextRun, remarks: list[Highlight]) -> Iterator[Segment]:
        """Give the run in pieces that are marked alike."""
        spans = [(each.start, each.end) for each in remarks]
        bounds = {at for span in (*spans, self._marking.selection) for at in span}
        places = sorted({_place(run, at) for at in bounds if run.source_start < at < run.source_end})
        for first, last in zip([0, *places], [*places, len(run.text)], strict=True):
            if first < last:
                marks = self._marks_at(run.offsets[first], remarks)
                yield Segment(run.text[first:last], self._palette.style(run.styles, marks))

    def _marks_at(self, offset: int, remarks: list[Highlight]) -> tuple[str, ...]:
        there = [each for each in remarks if each.start <= offset < each.end]
        marks: tuple[str, ...] = ()
        if there:
            first = min(there, key=lambda each: (not each.active, not each.is_open, each.end - each.start))
            marks = (first.kind, "remark") if first.is_open else ("decided",)
            marks += ("overlap",) if len(there) > 1 else ()
            marks += ("active",) if first.active else ()
        start, end = self._marking.selection
        return (*marks, "selection") if start <= offset < end else marks

    def _behind(self, line: VisualLine, remarks: list[Highlight], used: int) -> Iterator[Segment]:
        """Give the labels of the remarks that begin here, where the page is wide enough for them."""
        edge = self._measure.start + self._measure.text + MARGIN
        room = self._measure.page - edge - 1
        labels = [visible_line(each.label) for each in remarks if each.label and each.start >= line.start]
        if not labels or room < _LEAST_LABEL or used > edge:
            return
        yield Segment(" " * (edge - used), self._palette.style(()))
        yield Segment(_shortened(", ".join(labels), room), self._palette.style((), ("label",)))

    def _over(
        self, line: VisualLine, remarks: list[Highlight], gaps: list[Highlight], caret: int | None
    ) -> Iterator["_Patch"]:
        """Give cells to paint over: brackets around the active remark, insertion points, the caret."""
        for remark in remarks:
            if remark.active:
                yield from self._brackets(line, remark)
        for gap in gaps:
            x = line.cell_of(gap.start)
            if x is not None:
                place = _blank_beside(line, x)
                whole = _Patch(x, line.cells_at(x), None, ("gap", "selection"))
                yield whole if place is None else _Patch(place, 1, "\u25c7", ("gap",))
        start, end = self._marking.selection
        if not line.width and start <= line.start < end:
            yield _Patch(0, 1, None, ("selection",))
        if caret is not None:
            yield _Patch(caret, line.cells_at(caret), None, ("caret" if self._marking.focused else "waiting",))

    def _brackets(self, line: VisualLine, remark: Highlight) -> Iterator["_Patch"]:
        first, last = line.cell_of(remark.start), line.cell_of(remark.end)
        if line.start <= remark.start and first is not None and _is_blank(line, first - 1):
            yield _Patch(first - 1, 1, "\u2590", ("gap",))
        if last is not None and remark.end <= line.stop and _is_blank(line, last):
            yield _Patch(last, 1, "\u258c", ("gap",))

    def _patched(self, strip: Strip, patch: "_Patch") -> Strip:
        """Return the strip with some cells painted anew, and replaced where the patch has a text."""
        x = self._measure.start + patch.x
        end = min(x + patch.cells, self._measure.page)
        if x >= end:
            return strip
        strip = strip.adjust_cell_length(max(strip.cell_length, end), self._palette.style(()))
        before, here, after = strip.divide([x, end, strip.cell_length])
        own = next((segment.style for segment in here if segment.style), self._palette.style(()))
        over = self._palette.over(own, patch.marks)
        return Strip.join([before, Strip([Segment(patch.text or here.text, over)]), after])


@dataclass(frozen=True, slots=True)
class _Patch:
    """Cells of a line, counted from where its text begins, to paint over."""

    x: int
    cells: int
    text: str | None
    marks: tuple[str, ...]


def _flaw_sign(line: VisualLine, findings: list[Highlight]) -> str:
    """What the gutter shows of findings: a sign where one begins."""
    begun = {each.letter for each in findings if each.start >= line.start}
    if begun:
        return BARRING_FLAW if BARRING_FLAW in begun else FLAW
    return " "


def _is_text(line: VisualLine) -> bool:
    return any(run.offsets for run in line.runs)


def _place(run: TextRun, offset: int) -> int:
    """Return the index in the run where the characters from `offset` on begin, never inside a cell."""
    index = bisect_left(run.offsets, offset)
    if not is_narrow(run.text):
        while index < len(run.text) and index and not char_width(run.text[index]):
            index += 1
    return index


def _is_blank(line: VisualLine, x: int) -> bool:
    """Say whether cell `x` of a line holds nothing but a space; the cell before it and those behind it do."""
    return x == -1 or x >= line.width or (x >= 0 and line.char_at(x) == " ")


def _blank_beside(line: VisualLine, x: int) -> int | None:
    return next((place for place in (x - 1, x) if _is_blank(line, place)), None)


def _shortened(text: str, room: int) -> str:
    if text_width(text) <= room:
        return text
    while text and text_width(text) >= room:
        text = text[:-1]
    return text + "\u2026"
