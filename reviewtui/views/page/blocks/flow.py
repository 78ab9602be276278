"""The text of a block as it is shown, before it is broken into lines."""

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from reviewtui.text.markdown.inline_run import InlineRun
from reviewtui.text.words.visible import JOINERS, visible
from reviewtui.views.page.cells import EMOJI_VARIATION
from reviewtui.views.page.row import TextRun

_MARKS_BEFORE = 8


@dataclass(frozen=True, slots=True)
class Flow:
    """Shown characters, their source offsets, and where each look begins; a newline is a forced line end."""

    text: str
    offsets: Sequence[int]
    bounds: tuple[int, ...]
    """Indices at which a look begins; the first is 0."""
    looks: tuple[tuple[str, ...], ...]

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


def flow_of(source: str, pieces: Iterable[InlineRun], *, marks: bool) -> Flow:
    """Return what `pieces` of `source` show; `marks` shows the marks too, dimmed, and nothing in place of them."""
    texts: list[str] = []
    spans: list[range | list[int]] = []
    bounds: list[int] = []
    looks: list[tuple[str, ...]] = []
    length = 0
    for piece in pieces:
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
    return _made_visible(raw, offsets, bounds or [0], looks or [()])


def _shown(source: str, piece: InlineRun, *, marks: bool) -> tuple[str, tuple[str, ...]]:
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


def _made_visible(raw: str, offsets: Sequence[int], bounds: list[int], looks: list[tuple[str, ...]]) -> Flow:
    shown = visible(raw)
    if len(shown) == len(raw) and "\r" not in raw:
        return Flow(shown, offsets, tuple(bounds), tuple(looks))
    forms = [_form(raw, index, char) for index, char in enumerate(raw)]
    starts = [0]
    for form in forms:
        starts.append(starts[-1] + len(form))
    spread = array("i", (offset for offset, form in zip(offsets, forms, strict=True) for _ in form))
    return Flow("".join(forms), spread, tuple(starts[bound] for bound in bounds), tuple(looks))


def _form(text: str, index: int, char: str) -> str:
    if " " <= char <= "~" or char == "\n":
        return char
    if char in JOINERS:
        return char if char in visible(text[max(0, index - 1) : index + 2]) else visible(char)
    if char == EMOJI_VARIATION:
        return char if char in visible(text[max(0, index - 1) : index + 1]) else visible(char)
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me"}:
        window = visible(text[max(0, index - _MARKS_BEFORE) : index + 1])
        return char if window.endswith(char) else window[window.rfind("\u2039") :]
    return visible(char)
