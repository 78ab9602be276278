"""The text of a block as it is shown, before it is broken into lines."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from reviewtui.text.markdown.piece import Piece
from reviewtui.text.words.visible import visible
from reviewtui.views.page.blocks.glyphs import shown_forms
from reviewtui.views.page.row import TextRun


@dataclass(frozen=True, slots=True)
class Flow:
    """Shown characters, their source offsets, and where each look begins; a newline is a forced line end."""

    text: str
    offsets: Sequence[int]
    bounds: tuple[int, ...]
    """Indices at which a look begins; the first is 0."""
    looks: tuple[tuple[str, ...], ...]
    end: int
    """Source offset behind the last character."""

    def offset(self, index: int, otherwise: int) -> int:
        """Return the source offset of a shown character; `otherwise` behind the last one."""
        return self.offsets[index] if index < len(self.offsets) else otherwise

    def runs(self, start: int, end: int) -> list[TextRun]:
        """Return the runs of the shown characters `start` to `end`."""
        runs = []
        index = bisect_right(self.bounds, start) - 1
        while start < end:
            stop = min(end, self.bounds[index + 1] if index + 1 < len(self.bounds) else end)
            offsets = self.offsets[start:stop]
            look = self.looks[index]
            runs.append(TextRun(self.text[start:stop], look, offsets[0], offsets[-1] + 1, offsets, "sign" in look))
            start = stop
            index += 1
        return runs


def flow_of(source: str, pieces: Iterable[Piece], *, marks: bool) -> Flow:
    """Return what `pieces` of `source` show; `marks` shows the marks too, dimmed, and nothing in place of them."""
    texts: list[str] = []
    spans: list[range | list[int]] = []
    bounds: list[int] = []
    looks: list[tuple[str, ...]] = []
    length = 0
    end = 0
    for piece in pieces:
        end = piece.end
        text, look = _shown(source, piece, marks=marks)
        if not text:
            continue
        if not looks or looks[-1] != look:
            bounds.append(length)
            looks.append(look)
        texts.append(text)
        own = piece.shown is None or (marks and text != piece.shown)
        spans.append(range(piece.start, piece.start + len(text)) if own else list(repeat(piece.start, len(text))))
        length += len(text)
    raw = "".join(texts)
    offsets = spans[0] if len(spans) == 1 else array("i", chain.from_iterable(spans))
    return _made_visible(raw, offsets, bounds or [0], looks or [()], end)


def _shown(source: str, piece: Piece, *, marks: bool) -> tuple[str, tuple[str, ...]]:
    text = source[piece.start : piece.end]
    if piece.mark and not marks:
        # What is struck out is not said any more, and not every terminal strikes it out.
        struck = "~" in text and not text.strip("~*_")
        return ("~" * text.count("~"), ("sign",)) if struck else ("", ())
    if piece.shown is not None and (not marks or not text.strip("\r\n")):
        return piece.shown, piece.styles
    if not piece.mark:
        return text, piece.styles
    if text.endswith("\r") and source.startswith("\n", piece.end):
        text = text[:-1]
    return text.replace("\r\n", "  ").replace("\n", " "), ("mark", *piece.styles)


def _made_visible(raw: str, offsets: Sequence[int], bounds: list[int], looks: list[tuple[str, ...]], end: int) -> Flow:
    shown = visible(raw)
    if len(shown) == len(raw) and "\r" not in raw:
        return Flow(shown, offsets, tuple(bounds), tuple(looks), end)
    forms = shown_forms(raw)
    starts = [0]
    for form in forms:
        starts.append(starts[-1] + len(form))
    spread = array("i", (offset for offset, form in zip(offsets, forms, strict=True) for _ in form))
    return Flow("".join(forms), spread, tuple(starts[bound] for bound in bounds), tuple(looks), end)
