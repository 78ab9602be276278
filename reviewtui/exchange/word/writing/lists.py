"""The lists of a document: which paragraphs count together, and what of the file says how they count."""

from dataclasses import dataclass, field

from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph

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
