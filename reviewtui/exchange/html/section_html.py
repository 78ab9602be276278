"""The blocks of a section as HTML: headings, paragraphs, lists, quotes, tables and code, all from our own grammar."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from reviewtui.exchange.html.inline_html import InlineWriter
from reviewtui.text.markdown.block import HIDDEN, Block
from reviewtui.text.markdown.seen_text import block_words
from reviewtui.text.words.visible import visible_line
from reviewtui.views.excerpt import clipped

_CLOSING = {"item": "</li>", "quote": "</blockquote>", "footnote": "</div>", "definition": "</div>"}
_DEEPEST = 6


@dataclass
class SectionWriter:
    """Writes the blocks of one section, one behind the other; `level` is the level of its highest heading."""

    inline: InlineWriter
    level: int = 2
    _open: list[tuple[str, str]] = field(default_factory=list)
    """The containers that are open: kind, and tag of the list around an item."""
    _last: int = 0
    """The level of the last heading."""

    def write(self, start: int, end: int) -> Iterator[str]:
        """Give the HTML of the blocks from `start` to `end`."""
        blocks = [block for block in self.inline.document.blocks if start <= block.start < end]
        top = min((block.level for block in blocks if block.kind == "heading"), default=1)
        self._last = self.level - 1
        for block in blocks:
            if block.kind not in HIDDEN and block.kind != "blank":
                yield from self._nest(block)
                yield self._block(block, top)
        yield from self._close(0)

    def _nest(self, block: Block) -> Iterator[str]:
        """Close the containers that a block is not in, and open those that begin with it."""
        kinds = list(block.within)
        fresh = self._fresh(block)
        ordered = {at: self._is_ordered(block, at, fresh) for at in range(fresh, len(kinds))}
        keep = self._open[fresh] if fresh < len(self._open) and fresh < len(kinds) else None
        again = keep is not None and kinds[fresh] == "item" and keep == ("item", _list(ordered[fresh]))
        yield from self._close(fresh, keep_list=again)
        for at in range(fresh, len(kinds)):
            kind = kinds[at]
            tag = _list(ordered[at]) if kind == "item" else ""
            yield f"<{tag}>" if tag and not (again and at == fresh) else ""
            yield self._opening(block, kind, at)
            self._open.append((kind, tag))

    def _fresh(self, block: Block) -> int:
        """How many of the containers that are open the block still stands in."""
        kinds = block.within
        marked = [at for at, kind in enumerate(kinds) if kind != "quote"]
        begun = marked[-len(block.markers)] if block.markers and len(block.markers) <= len(marked) else len(kinds)
        same = 0
        for have, want in zip(self._open, kinds, strict=False):
            if have[0] != want:
                break
            same += 1
        return min(begun, same)

    def _is_ordered(self, block: Block, at: int, fresh: int) -> bool:
        marked = [number for number in range(fresh, len(block.within)) if block.within[number] != "quote"]
        if at not in marked or len(marked) > len(block.markers):
            return False
        start, end = block.markers[len(block.markers) - len(marked) + marked.index(at)]
        return self.inline.document.source[start:end][:1].isdigit()

    def _opening(self, block: Block, kind: str, at: int) -> str:
        if kind == "quote":
            return "<blockquote>"
        if kind == "footnote":
            return f'<div class="note"><span class="label">{escape(visible_line(block.label))}</span>'
        if kind == "definition":
            return '<div class="definition">'
        marked = [number for number in range(len(block.within)) if block.within[number] != "quote"]
        behind = len(marked) - marked.index(at)
        if 0 < behind <= len(block.markers):
            start, end = block.markers[-behind]
            digits = self.inline.document.source[start:end].rstrip(".)")
            if digits.isascii() and digits.isdigit():
                return f'<li value="{int(digits)}">'
        return "<li>"

    def _close(self, depth: int, *, keep_list: bool = False) -> Iterator[str]:
        while len(self._open) > depth:
            kind, tag = self._open.pop()
            is_kept = keep_list and len(self._open) == depth
            yield _CLOSING.get(kind, "</div>") + (f"</{tag}>" if tag and not is_kept else "")

    def _block(self, block: Block, top: int) -> str:
        if block.kind == "rule":
            return "<hr>\n"
        words = clipped(self._words(block), 60)
        button = (
            f'<button type="button" class="mark" data-from="{block.text[0]}" data-to="{max(block.text)}"'
            f' aria-label="Remark on: {escape(words)}">+</button>'
            if words
            else ""
        )
        return f'<div class="b">{self._inside(block, top)}{button}</div>\n'

    def _words(self, block: Block) -> str:
        return visible_line(" ".join(block_words(self.inline.document, block).split()))

    def _inside(self, block: Block, top: int) -> str:
        if block.kind == "table":
            return self._table(block)
        inside = self.inline.block(block)
        if block.kind == "heading" and inside:
            level = min(self.level + block.level - top, self._last + 1, _DEEPEST)
            self._last = max(level, self.level)
            return f"<h{self._last}>{inside}</h{self._last}>"
        if block.kind == "code":
            return f"<pre>{inside}</pre>"
        look = ' class="alert"' if block.kind == "alert" else ""
        return f"<p{look}>{inside}</p>"

    def _table(self, block: Block) -> str:
        pieces = list(self.inline.document.seen(block))
        at = 0
        rows = []
        for number, row in enumerate(block.rows):
            cells = []
            for first, last in row:
                own = []
                while at < len(pieces) and pieces[at].start < last:
                    own += [pieces[at]] if pieces[at].start >= first else []
                    at += 1
                inside = self.inline.pieces(own, (first, last), block)
                is_head = number == 0 and inside
                cells.append(f'<th scope="col">{inside}</th>' if is_head else f"<td>{inside}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        head, body = rows[:1], rows[1:]
        return f"<table><thead>{''.join(head)}</thead><tbody>{''.join(body)}</tbody></table>"


def _list(ordered: bool) -> str:  # noqa: FBT001 - a tag for each kind of list
    return "ol" if ordered else "ul"
