"""What the terminal shows, cell by cell: only cells that become others are sent to it, since a line may be slow.

Textual sends all that a widget or a screen consists of, several times where it is arranged anew. Here each update is
held against what was sent before; what is the same already is left out.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

_GAP = 16
"""Cells that are sent though they stay the same, rather than to go to those behind them, which takes as many bytes."""
Piece = tuple[int, int, Strip]
"""Where something is painted, line and column, and what."""


class TerminalCells:
    """The characters and looks that the terminal shows; nothing is known of a line that was not painted yet."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[list[str], list[str]]] = {}

    def forget(self) -> None:
        """Take nothing for granted any more: the terminal has another size, or somebody else wrote to it."""
        self._lines.clear()

    def changed(self, update: CompositorUpdate, console: Console) -> str:
        """Return what makes the terminal show an update, and remember it."""
        pieces = _pieces(update)
        if pieces is None:
            self.forget()
            return update.render_segments(console)
        pen = _Pen()
        for y, x, strip in pieces:
            self._paint(pen, (y, x), strip, console)
        return pen.ended()

    def _paint(self, pen: "_Pen", place: tuple[int, int], strip: Strip, console: Console) -> None:
        y, x = place
        end = x + strip.cell_length
        cells = _cells(strip, console)
        characters, looks = self._line(y, end)
        if cells is None:
            # What takes two cells, or none, is sent whole each time: a terminal may count it otherwise.
            characters[x:end] = looks[x:end] = [""] * (end - x)
            pen.put_whole(place, strip.render(console))
            return
        shown, styled = cells
        if characters[x:end] == shown and looks[x:end] == styled:
            return
        before = zip(characters[x:end], looks[x:end], strict=True)
        now = zip(shown, styled, strict=True)
        differing = [number for number, (is_now, was) in enumerate(zip(now, before, strict=True)) if is_now != was]
        characters[x:end], looks[x:end] = shown, styled
        for first, last in _runs(differing):
            pen.put((y, x + first), shown[first:last], styled[first:last])

    def _line(self, y: int, width: int) -> tuple[list[str], list[str]]:
        characters, looks = self._lines.setdefault(y, ([], []))
        missing = width - len(characters)
        if missing > 0:
            characters += [""] * missing
            looks += [""] * missing
        return characters, looks


class _Pen:
    """Writes cells: it knows where it stands and in which look it writes, and names only what becomes another one."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._place = (-1, -1)
        self._look: str | None = None

    def put(self, place: tuple[int, int], characters: list[str], looks: list[str]) -> None:
        """Write cells from a place on."""
        self._go_to(place)
        at = 0
        for look, run in groupby(looks):
            width = len(list(run))
            if look != self._look:
                self._parts.append(_change(self._look, look))
                self._look = look
            self._parts.append("".join(characters[at : at + width]))
            at += width
        self._place = (place[0], place[1] + at)

    def put_whole(self, place: tuple[int, int], rendered: str) -> None:
        """Write what brings its own looks along; where it ends only the terminal knows."""
        self._go_to(place)
        self._parts += ["\x1b[0m" if self._look else "", rendered]
        self._look, self._place = "", (-1, -1)

    def ended(self) -> str:
        """Return all that was written; the look is none again."""
        return "".join((*self._parts, "\x1b[0m")) if self._look else "".join(self._parts)

    def _go_to(self, place: tuple[int, int]) -> None:
        if place != self._place:
            self._parts.append(f"\x1b[{place[0] + 1};{place[1] + 1}H")


class TerminalUpdate(CompositorUpdate):
    """An update of which only what changes is sent."""

    def __init__(self, update: CompositorUpdate, cells: TerminalCells) -> None:
        self._update = update
        self._cells = cells

    def render_segments(self, console: Console) -> str:
        """Return what is to be sent."""
        return self._cells.changed(self._update, console)


def _pieces(update: CompositorUpdate) -> list[Piece] | None:
    if isinstance(update, LayoutUpdate):
        return list(_rows(update))
    if isinstance(update, ChopsUpdate):
        return list(_spans(update))
    return None


def _rows(update: LayoutUpdate) -> Iterator[Piece]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield y, x, strip
            x += strip.cell_length


def _spans(update: ChopsUpdate) -> Iterator[Piece]:
    """Yield what stands in the lines and columns that are to be painted anew, as Textual would send it."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                yield y, x, strip if x >= first and end <= last else strip.crop(0, min(end, last) - x)


def _cells(strip: Strip, console: Console) -> tuple[list[str], list[str]] | None:
    """Return character and look of each cell; None where a character does not take exactly one."""
    colours = console._color_system or ColorSystem.TRUECOLOR  # noqa: SLF001 - as Textual itself asks for it
    characters: list[str] = []
    looks: list[str] = []
    for segment in strip:
        text, style, control = segment
        if control or segment.cell_length != len(text) or (style is not None and style._link):  # noqa: SLF001
            return None
        look = Strip.render_ansi(style, colours) if style is not None else ""
        characters += text
        looks += [look] * len(text)
    return (characters, looks) if len(characters) == strip.cell_length else None


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the cells from the first to behind the last of those that stand close together."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number - last > _GAP:
            yield first, last + 1
            first = number
        last = number
    yield first, last + 1


@lru_cache(4096)
def _change(before: str | None, now: str) -> str:
    """Return what turns one look into another: only a colour where nothing else becomes another."""
    kept, looks = _parts_of(before or ""), _parts_of(now)
    if before is None or kept[0] != looks[0]:
        return f"\x1b[0;{now}m" if now else "\x1b[0m"
    ink = [looks[1] or "39"] if looks[1] != kept[1] else []
    ground = [looks[2] or "49"] if looks[2] != kept[2] else []
    return f"\x1b[{';'.join((*ink, *ground))}m"


def _parts_of(look: str) -> tuple[str, str, str]:
    """Return the attributes, the colour and the background of a look."""
    attributes, ink, ground = [], "", ""
    codes = iter(look.split(";") if look else ())
    for code in codes:
        number = int(code)
        if number in {38, 48}:
            mode = next(codes)
            code = ";".join((code, mode, *(next(codes) for _ in range(1 if mode == "5" else 3))))  # noqa: PLW2901
        if 30 <= number <= 38 or 90 <= number <= 97:
            ink = code
        elif 40 <= number <= 48 or 100 <= number <= 107:
            ground = code
        else:
            attributes.append(code)
    return ";".join(attributes), ink, ground
