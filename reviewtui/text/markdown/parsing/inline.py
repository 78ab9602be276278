"""Turns what stands inside a block into pieces: text, emphasis, code, links, HTML, entities, line ends."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from reviewtui.text.markdown.inline_run import Enclosure, FootnoteReference, InlineRunTable, Link, LinkKind
from reviewtui.text.markdown.parsing.closed_marks import TEMPLATES, marked_spans
from reviewtui.text.markdown.parsing.html import LINE_TAG
from reviewtui.text.markdown.parsing.lines import LINE_END
from reviewtui.text.markdown.parsing.parser_events import EventAct
from reviewtui.text.span import Span

IMAGE_SIGN = "\u25a3 "
_STYLES = {
    "Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strike", "Link": "link", "Image": "image",
}  # fmt: skip
_KINDS: dict[str, LinkKind] = {"Inline": "inline", "Autolink": "autolink", "Email": "autolink"}
_ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?'\")\]}*_~]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ShownPart = tuple[int, int, str | None]
"""Start and end in the source, and what stands for it where that is not the source itself."""
_TICKS = re.compile(r"`+")


class InlineReader:
    """Collects the pieces of one document, event by event; `quote` is in how many quotes the present block stands."""

    def __init__(self, source: str) -> None:
        self.pieces = InlineRunTable()
        self.links: list[Link] = []
        self.footnotes: list[FootnoteReference] = []
        self.enclosures: list[Enclosure] = []
        self.quote = 0
        self._source = source
        self._looks: tuple[str, ...] = ()
        self._open: list[tuple[int, int, Any, tuple[str, ...], int]] = []
        """What has begun and not ended: its span and data, the looks outside of it, the number of its first piece."""
        self._span = (-1, -1)
        """From the first mark of the present block to behind the last one that encloses something."""
        self._first = 0

    def acts(self) -> tuple[dict[str, EventAct], dict[str, Callable[[], None]], dict[str, EventAct]]:
        """Return what is done about elements that begin, about those that end, and about what stands inside."""
        begin: dict[str, EventAct] = {name: self._beginning(style) for name, style in _STYLES.items()}
        end = {name: self._end_link if name in {"Link", "Image"} else self._end for name in _STYLES}
        inside: dict[str, EventAct] = {
            "Text": self._text, "Code": self._code, "InlineHtml": self._html, "SoftBreak": self._soft_break,
            "HardBreak": self._hard_break, "FootnoteReference": self._footnote, "TaskListMarker": self._task,
        }  # fmt: skip
        return begin, end, inside

    def begin_block(self) -> int:
        """Begin a block, and return the number of its first piece."""
        self._first = len(self.pieces)
        self._span = (-1, -1)
        return self._first

    def block_span(self, otherwise: int) -> tuple[int, int]:
        """Return where the words of the present block begin and end, with their own marks; a gap if it has none."""
        count = len(self.pieces)
        low, high = self._span
        if count > self._first:
            start, end = self.pieces.start(self._first), self.pieces.end(count - 1)
            return (start if low < 0 else min(low, start)), max(high, end)
        return (low, high) if low >= 0 else (otherwise, otherwise)

    def add(self, start: int, end: int, look: str, shown: str | None = None) -> None:
        """Add a piece of one look more than what encloses it."""
        looks = (*self._looks, look)
        if shown is None:
            self.pieces.add(start, end, looks)
        else:
            self.pieces.add_stand_in(start, end, looks, shown)

    def add_html_text(self, start: int, end: int) -> None:
        """Add text that stands between tags, its entities as what they stand for."""
        at = start
        for match in _ENTITY.finditer(self._source, start, end):
            if (shown := unescape(match[0])) != match[0] and shown:
                if at < match.start():
                    self.add(at, match.start(), "html-text")
                self.add(*match.span(), "html-text", shown)
                at = match.end()
        if at < end:
            self.add(at, end, "html-text")

    def _beginning(self, style: str) -> EventAct:
        def begin(data: Any, start: int, end: int) -> None:
            if style == "link" and data["link_type"] == "Collapsed" and self._source.startswith("[]", end):
                end += 2  # the parser leaves them out
            self._open.append((start, end, data, self._looks, len(self.pieces)))
            self._reach(start, end)
            if style not in self._looks:
                self._looks = (*self._looks, style)
            if style == "image":
                self.pieces.add_stand_in(start, start + 2, (*self._looks, "sign"), IMAGE_SIGN)

        return begin

    def _end(self) -> None:
        start, end, _, self._looks, first = self._open.pop()
        self._enclose(start, end, first)

    def _end_link(self) -> None:
        start, end, data, looks, _ = self._open[-1]
        is_image = self._looks != looks and self._looks[-1] == "image"
        kind = _KINDS.get(str(data["link_type"]), "reference")
        self._end()
        self.links.append(Link(start, end, data["dest_url"], kind, is_image, data["title"]))

    def _reach(self, start: int, end: int) -> None:
        low, high = self._span
        self._span = (start if low < 0 else min(low, start), max(high, end))

    def _enclose(self, start: int, end: int, first: int) -> None:
        """Note where the words of an element begin and end: its first piece is number `first`, its last the newest."""
        inner_start = inner_end = end
        if first < len(self.pieces):
            inner_start = max(start, self.pieces.start(first))
            inner_end = min(end, self.pieces.end(len(self.pieces) - 1))
        self.enclosures.append(Enclosure(start, end, inner_start, inner_end))

    def _text(self, shown: Any, start: int, end: int) -> None:
        if end - start != len(shown) or not self._source.startswith(shown, start):
            self.add(start, end, "entity", shown.replace("\n", " "))
        elif ("://" in shown or "{" in shown) and "link" not in self._looks:
            self._bare(start, end)
        else:
            self.pieces.add(start, end, self._looks)

    def _bare(self, start: int, end: int) -> None:
        """Add text with addresses and templates that stand in it without marks."""
        at = start
        addresses = [match.span() for match in _ADDRESS.finditer(self._source, start, end)]
        templates = [span for mark in TEMPLATES for span in marked_spans(self._source, mark, start, end)]
        for low, high in sorted((*addresses, *templates)):
            if low < at:
                continue
            if at < low:
                self.pieces.add(at, low, self._looks)
            is_link = self._source[low] != "{"
            self.add(low, high, "link" if is_link else "html")
            if is_link:
                self.links.append(Link(low, high, self._source[low:high], "bare"))
            at = high
        if at < end:
            self.pieces.add(at, end, self._looks)

    def _code(self, shown: Any, start: int, end: int) -> None:
        first = len(self.pieces)
        self._reach(start, end)
        for low, high, stand_in in _aligned_code(self._source, (start, end), shown, self.quote):
            self.add(low, high, "code", stand_in)
        self._enclose(start, end, first)

    def _html(self, data: Any, start: int, end: int) -> None:
        if data.startswith("<!--"):
            self.add(start, end, "comment")
        else:
            self.add(start, end, "html", "\n" if LINE_TAG.match(data) else None)

    def _soft_break(self, _data: Any, start: int, end: int) -> None:
        self.pieces.add_stand_in(start, end, self._looks, " ")

    def _hard_break(self, _data: Any, start: int, end: int) -> None:
        words = self._source[start:end]
        self.pieces.add_stand_in(start + len(words) - len(words.lstrip("\\ \t")), end, self._looks, "\n")

    def _footnote(self, label: Any, start: int, end: int) -> None:
        self.add(start, end, "footnote")
        self.footnotes.append(FootnoteReference(start, end, label))

    def _task(self, _data: Any, start: int, end: int) -> None:
        self.add(start, end, "marker")
        self._first = len(self.pieces)


def _aligned_code(source: str, span: Span, shown: str, quote: int) -> Iterator[_ShownPart]:
    """Give the parts of the code at `span` that show as `shown`, and what stands for each that differs.

    A line end shows as a space; the marks of `quote` quotes and the indentation behind it are not seen.
    """
    start, end = span
    ticks = _TICKS.match(source, start, end)
    size = len(ticks[0]) if ticks else 0
    low, high = start + size, end - size
    at = source.find(shown, low, high) if shown else low
    if at >= 0:
        yield at, at + len(shown), None
        return
    parts = list(_aligned(source, (low, high), shown, quote))
    if "".join(source[a:b] if text is None else text for a, b, text in parts) == shown:
        yield from parts
    else:
        yield start, end, shown


def _aligned(source: str, span: Span, shown: str, quote: int) -> Iterator[_ShownPart]:
    prefix = re.compile(rf"(?:[ \t]*>[ \t]?){{0,{quote}}}[ \t]*")
    at, end = span
    done = 0
    while at < end and done < len(shown):
        if line_end := LINE_END.match(source, at, end):
            if shown[done] == " ":
                yield at, line_end.end(), " "
                done += 1
            behind = prefix.match(source, line_end.end(), end)
            at = behind.end() if behind else line_end.end()
            continue
        if source[at] == shown[done]:
            yield at, at + 1, None
            done += 1
        at += 1
