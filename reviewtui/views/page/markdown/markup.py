"""What the inline marks of a block say: which characters are marks, how the others look, where links lead."""

from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the span of what is shown of it, and the span of where it leads to (a target or a reference)."""

    start: int
    end: int
    target_start: int
    target_end: int
    is_reference: bool = False
    """Whether the target is the label of a definition elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that look alike; `shown` stands for them where it is not the source itself."""

    start: int
    end: int
    styles: tuple[str, ...] = ()
    mark: bool = False
    shown: str | None = None


@dataclass(slots=True)
class Markup:
    """Collects what is found in a text; offsets count from the text's own beginning."""

    length: int
    marks: list[tuple[int, int]] = field(default_factory=list)
    styles: list[tuple[int, int, str]] = field(default_factory=list)
    stand_ins: list[tuple[int, int, str, str]] = field(default_factory=list)
    """Start, end, what is shown instead of these characters, and its style."""
    links: list[Link] = field(default_factory=list)

    def pieces(self, base: int, look: tuple[str, ...] = ()) -> list[Piece]:
        """Return the text as pieces that follow each other without a gap.

        `base` is the text's offset in the source, which the pieces count from; `look` is what all of it looks like.
        """
        start, end = 0, self.length
        cuts = {start, end}
        for spans in (self.marks, self.styles, self.stand_ins):
            cuts.update(at for first, last, *_ in spans for at in (first, last) if start < at < end)
        bounds = sorted(cuts)
        marks = _covered(bounds, self.marks)
        stand_ins = {first: (text, style) for first, _, text, style in self.stand_ins}
        styles: list[tuple[str, ...]] = [look] * len(bounds)
        place = {at: index for index, at in enumerate(bounds)}
        for first, last, style in self.styles:
            for index in range(place.get(first, 0), place.get(last, len(bounds) - 1)):
                if style not in styles[index]:
                    styles[index] = (*styles[index], style)
        pieces = []
        for index, (first, last) in enumerate(pairwise(bounds)):
            text, style = stand_ins.get(first, (None, ""))
            looks = (*styles[index], style) if style else styles[index]
            pieces.append(Piece(base + first, base + last, looks, marks[index] and text is None, text))
        return pieces


def _covered(bounds: list[int], spans: list[tuple[int, int]]) -> list[bool]:
    covered = [False] * len(bounds)
    place = {at: index for index, at in enumerate(bounds)}
    for first, last in spans:
        for index in range(place.get(first, 0), place.get(last, len(bounds) - 1)):
            covered[index] = True
    return covered
