"""Reads what stands inside the paragraphs of a story: runs with who put them in, links, fields, moves, comments."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from reviewtui.exchange.word.package.xml_names import THROUGH, attribute, child, children_of, name_of, value_of
from reviewtui.exchange.word.reading.change_attributes import KINDS, change_of
from reviewtui.exchange.word.reading.non_text import (
    is_unfilled,
    math_pieces,
    note_colour,
    note_formatting,
    note_wordless,
    text_boxes,
)
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, PLAIN, Run, RunPosition, TrackedChange
from reviewtui.exchange.word.reading.reading_state import EnclosingChanges, ReadingState
from reviewtui.exchange.word.reading.run_text import shown_characters, with_raised_signs, without_fallback
from reviewtui.exchange.word.reading.styles import looks_of, restyled_by

_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"(?P<address>[^\"]*)\"", re.IGNORECASE)


@dataclass
class FieldStack:
    """The fields that have begun and not ended; they may reach over runs and paragraphs."""

    _codes: list[str] = field(default_factory=list)
    _shown: list[bool] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """Note that a field begins, that its result follows, or that it ends."""
        if kind == "begin":
            self._codes.append("")
            self._shown.append(False)
        elif kind == "separate" and self._shown:
            self._shown[-1] = True
        elif kind == "end" and self._shown:
            self._codes.pop()
            self._shown.pop()

    def add_code(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._codes:
            self._codes[-1] += text

    @property
    def hides(self) -> bool:
        """Whether what comes now is the code of a field."""
        return not all(self._shown)

    @property
    def link(self) -> str:
        """Where the result that comes now leads to; an empty string where it is no link."""
        for code in reversed(self._codes):
            address = link_of(code)
            if address:
                return address
        return ""


_LONG_RUN = 2_000
"""A run is not joined to one that is longer, as each joining copies it."""


class RunReader:
    """Gathers the runs of one paragraph after the other; fields and moves may go on from one into the next."""

    def __init__(self, reading: ReadingState, part: str, links: dict[str, str]) -> None:
        """Begin a story, which stands in `part`; `links` are the addresses of its part by relationship id."""
        self._reading = reading
        self._part = part
        self._links = links
        self._fields = FieldStack()
        self._moves: dict[str, str] = {}
        self._style = ""
        self.runs: list[Run] = []
        self.boxes: list[Any] = []
        """The text boxes that hang at the paragraph."""
        self.bookmarks: list[str] = []
        """The bookmarks since the paragraph before."""
        self._handlers: dict[str, Callable[[Any, EnclosingChanges], None]] = {
            "w:r": self._run, "w:hyperlink": self._hyperlink, "w:fldSimple": self._simple_field, "w:sdt": self._control,
            "w:bookmarkStart": self._bookmark, "w:commentRangeStart": self._comment_start,
            "w:commentRangeEnd": self._comment_end, "m:oMath": self._math, "m:oMathPara": self._math,
            "mc:AlternateContent": self._alternatives, "w:moveFromRangeStart": self._move_start,
            "w:moveToRangeStart": self._move_start, "w:moveFromRangeEnd": self._move_end,
            "w:moveToRangeEnd": self._move_end, "w:subDoc": self._chunk, "w:contentPart": self._ink,
            "w:altChunk": self._chunk, "w:sectPr": self._section,
        }  # fmt: skip

    def read(self, paragraph: Any, style: str, around: EnclosingChanges) -> None:
        """Read a paragraph of this style."""
        self._style = style
        self._content(paragraph, around)

    def end_paragraph(self) -> None:
        """Give up what was gathered, for the next paragraph."""
        self.runs, self.boxes, self.bookmarks = [], [], []

    def read_between(self, element: Any, around: EnclosingChanges) -> None:
        """Read what may stand between paragraphs as well: bookmarks, the ends of comments and moves, foreign parts."""
        handler = self._handlers.get(name_of(element))
        if handler is not None and name_of(element) != "w:r":
            handler(element, around)

    @property
    def move(self) -> str:
        """The move that the paragraph's last words are of; some programs end it before the paragraph ends."""
        last = self.runs[-1] if self.runs else None
        changes = (last.inserted, last.deleted) if last is not None else ()
        return self._last_move() or next((change.move for change in changes if change is not None), "")

    def _content(self, element: Any, around: EnclosingChanges) -> None:
        for inner in element:
            name = name_of(inner)
            handler = self._handlers.get(name)
            if handler is not None:
                handler(inner, around)
            elif name in KINDS:
                self._move_starts_in(inner, around)
                change = change_of(inner, self._last_move() if name.startswith("w:move") else "")
                if change is not None:
                    note_wordless(inner, change, self._reading.left_out)
                    self._content(inner, around.within(change))
            elif name in THROUGH:
                self._content(inner, around)

    def _run(self, element: Any, around: EnclosingChanges) -> None:
        properties = child(element, "w:rPr")
        note_formatting(properties, self._reading.left_out)
        looks = self._looks(properties)
        for inner in element:
            name = name_of(inner)
            if name == "w:fldChar":
                self._fields.mark(attribute(inner, "w:fldCharType"))
            elif name == "w:instrText":
                self._fields.add_code(inner.text or "")
            elif name in {"w:footnoteReference", "w:endnoteReference"}:
                note = f"{name[2:].removesuffix('Reference')} {attribute(inner, 'w:id')}"
                self.runs.append(Run(NOTE_SIGN, PLAIN, "", around.inserted, around.deleted, note))
            elif name == "w:commentReference":
                self._reading.references[attribute(inner, "w:id")] = self._here()
                self._reading.borders.add(self._here())
            elif name in {"w:drawing", "w:pict", "w:object", "mc:AlternateContent"}:
                self.boxes += text_boxes(inner, self._reading.left_out)
            elif name == "w:ruby":
                self._ruby(inner, around)
            else:
                words = with_raised_signs(
                    shown_characters(inner, self._reading.left_out), properties, self._reading.left_out
                )
                note_colour(properties, words, self._reading.left_out)
                self._add(words, looks, around, restyled_by(properties))

    def _add(
        self, text: str, looks: frozenset[str], around: EnclosingChanges, restyled: TrackedChange | None = None
    ) -> None:
        if not text or self._fields.hides:
            return
        link = around.link or self._fields.link
        if "hidden" in looks:
            self._reading.left_out.count("hidden", text)
        if around.is_undone:
            self._reading.left_out.count("undone", text)
        last = self.runs[-1] if self.runs else None
        run = Run(text, looks, link, around.inserted, around.deleted, restyled=restyled)
        if (
            last is not None
            and self._here() not in self._reading.borders
            and not last.note
            and len(last.text) < _LONG_RUN
            and replace(last, text=text) == run
        ):
            self.runs[-1] = replace(last, text=last.text + text)
        else:
            self.runs.append(run)

    def _looks(self, properties: Any) -> frozenset[str]:
        looks = self._reading.styles.looks(self._style, value_of(properties, "w:rStyle"))
        looks.update(looks_of(properties))
        return frozenset(look for look, on in looks.items() if on)

    def _hyperlink(self, element: Any, around: EnclosingChanges) -> None:
        address = self._links.get(attribute(element, "r:id"), "")
        anchor = attribute(element, "w:anchor")
        link = f"{address}#{anchor}" if address and anchor else address or (f"#{anchor}" if anchor else "")
        self._content(element, replace(around, link=link))

    def _simple_field(self, element: Any, around: EnclosingChanges) -> None:
        self._content(element, replace(around, link=link_of(attribute(element, "w:instr")) or around.link))

    def _control(self, element: Any, around: EnclosingChanges) -> None:
        if not is_unfilled(element, self._reading.left_out):
            self._content(children_of(child(element, "w:sdtContent")), around)

    def _alternatives(self, element: Any, around: EnclosingChanges) -> None:
        for inner in without_fallback(element):
            name = name_of(inner)
            if name in self._handlers:
                self._handlers[name](inner, around)
            elif name in {"w:drawing", "w:pict"}:
                self.boxes += text_boxes(inner, self._reading.left_out)

    def _bookmark(self, element: Any, _around: EnclosingChanges) -> None:
        self.bookmarks.append(attribute(element, "w:name"))

    def _comment_start(self, element: Any, _around: EnclosingChanges) -> None:
        self._reading.starts[attribute(element, "w:id")] = self._here()
        self._reading.borders.add(self._here())

    def _comment_end(self, element: Any, _around: EnclosingChanges) -> None:
        self._reading.ends[attribute(element, "w:id")] = self._here()
        self._reading.borders.add(self._here())

    def _here(self) -> RunPosition:
        return RunPosition(len(self._reading.paragraphs), len(self.runs))

    def _move_start(self, element: Any, _around: EnclosingChanges) -> None:
        self._moves[attribute(element, "w:id")] = attribute(element, "w:name")

    def _move_starts_in(self, change: Any, around: EnclosingChanges) -> None:
        """LibreOffice lets a move begin inside of the first words that it takes or puts."""
        for inner in change:
            if name_of(inner) == f"{name_of(change)}RangeStart":
                self._move_start(inner, around)

    def _move_end(self, element: Any, _around: EnclosingChanges) -> None:
        self._moves.pop(attribute(element, "w:id"), None)

    def _last_move(self) -> str:
        return next(reversed(self._moves.values()), "")

    def _math(self, element: Any, around: EnclosingChanges) -> None:
        pieces = list(math_pieces(element))
        self._reading.left_out.count("math", "".join(text for text, _ in pieces))
        for text, changes in pieces:
            inside = around
            for change in changes:
                inside = inside.within(change)
            self._add(text, PLAIN, inside)

    def _ruby(self, element: Any, around: EnclosingChanges) -> None:
        """The words, and not how they are read aloud, which stands small above them."""
        reading = child(element, "w:rt")
        self._reading.left_out.count("ruby", "".join(reading.itertext()) if reading is not None else "")
        self._content(children_of(child(element, "w:rubyBase")), around)

    def _chunk(self, _element: Any, _around: EnclosingChanges) -> None:
        self._reading.left_out.count("chunk")

    def _section(self, element: Any, _around: EnclosingChanges) -> None:
        note_formatting(element, self._reading.left_out)

    def _ink(self, _element: Any, _around: EnclosingChanges) -> None:
        self._reading.left_out.count("ink")


def link_of(code: str) -> str:
    """Return the address that the code of a field leads to."""
    match = _HYPERLINK.match(code)
    return match["address"] if match else ""
