"""A part of a Markdown file that reads the same by itself: what a change there comes to need not be asked of it all.

And a file without what no rule needs to know: its byte-order mark and its kind of line ends.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.seen_text import block_words
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import BYTE_ORDER_MARK, Misfit, with_line_ends_of
from reviewtui.text.span import Span

_LABEL = re.compile(r"\[(?P<label>[^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class BareText:
    """The text of a file without its byte-order mark and with plain line ends, so that no rule has to know of them.

    `mark` is how many characters the mark has, `breaks` are the line ends in `text` that have two in the file.
    """

    text: str
    mark: int
    breaks: tuple[int, ...]

    def bare(self, at: int) -> int:
        """Return where a place of the file is in `text`."""
        rest = max(0, at - self.mark)
        return rest - bisect_left(range(len(self.breaks)), rest, key=lambda n: self.breaks[n] + n)

    def in_file(self, at: int) -> int:
        """Return where a place of `text` is in the file."""
        return at + self.mark + bisect_left(self.breaks, at)

    def edit_of(self, source: str, edit: Edit) -> Edit:
        """Return an edit of `text` as one of the file, with the line ends that most of its lines have."""
        return Edit(self.in_file(edit.start), self.in_file(edit.end), with_line_ends_of(source, edit.words))


@lru_cache(maxsize=8)
def bare_text(source: str) -> BareText:
    """Return the text of a file as the rules of Markdown see it."""
    mark = len(BYTE_ORDER_MARK) if source.startswith(BYTE_ORDER_MARK) else 0
    text = source[mark:]
    ends = (match.start() - n for n, match in enumerate(re.finditer(r"\r\n", text)))
    return BareText(text.replace("\r\n", "\n"), mark, tuple(ends))


def changed_bare(
    source: str, span: Span, words: str, change: "Callable[[str, int, int, str], Edit | Misfit]"
) -> Edit | Misfit:
    """Return a change of a file that is worked out in its bare text: its line ends stay, and its mark."""
    if "\r\n" not in source and not source.startswith(BYTE_ORDER_MARK):
        return change(source, *span, words)
    bare = bare_text(source)
    made = change(bare.text, bare.bare(span[0]), bare.bare(span[1]), words.replace("\r\n", "\n"))
    return made if isinstance(made, Misfit) else bare.edit_of(source, made)


@dataclass(frozen=True, slots=True)
class SourcePart:
    """The characters `start` to `end` of a file; behind them, in `tail`, what they refer to and what refers to them."""

    start: int
    end: int
    inside: str
    tail: str = ""

    @property
    def text(self) -> str:
        """The part as a text of its own."""
        return self.inside + self.tail


def part_around(source: str, start: int, end: int) -> SourcePart:
    """Return the blocks of a span, with those before and behind them; the whole file where they read otherwise alone.

    A block of a list or quote comes with all of it: whether the next block goes on with it is told by its beginning.
    """
    document = document_of(source)
    first, last = _whole_groups(document.blocks, *_touched(document, start, end))
    if last - first < len(document.blocks):
        low, high = document.blocks[first].start, document.blocks[last - 1].end
        part = SourcePart(low, high, source[low:high], _tail(document, first, last))
        if _reads_the_same(document, first, last, part):
            return part
    return SourcePart(0, len(source), source)


def _touched(document: Document, start: int, end: int) -> tuple[int, int]:
    starts = _index(document).starts
    first = max(0, bisect_right(starts, start) - 1)
    return first, max(first, bisect_right(starts, max(start, end)) - 1) + 1


def _whole_groups(blocks: list[Block], first: int, last: int) -> tuple[int, int]:
    """The blocks `first` to `last` with what they stand in, and with one such group before and one behind."""
    for step in range(2):
        first, last = max(0, first - step), min(len(blocks), last + step)
        while first > 0 and (blocks[first].kind == "blank" or _is_one(blocks, first)):
            first -= 1
        while last < len(blocks) and (blocks[last - 1].kind == "blank" or _is_one(blocks, last)):
            last += 1
    return first, last


def _is_one(blocks: list[Block], number: int) -> bool:
    """Whether a block may stand in the same list or quote as the one before it."""
    return bool(blocks[number].within and blocks[number - 1].within)


def _tail(document: Document, first: int, last: int) -> str:
    """The definitions of all labels that the blocks have, and what leads to the notes and links that they define."""
    blocks, index = document.blocks, _index(document)
    inside = document.source[blocks[first].start : blocks[last - 1].end]
    labels = dict.fromkeys(match["label"].casefold() for match in _LABEL.finditer(inside))
    numbers = {number for label in labels for number in index.definitions.get(label, ())}
    texts = [
        document.source[blocks[number].start : blocks[number].end].rstrip()
        for number in sorted(numbers)
        if not first <= number < last
    ]
    own = [f"^{block.label}" for block in blocks[first:last] if "footnote" in block.within]
    for block in blocks[first:last]:
        if block.kind == "definition":
            own += [match["label"] for match in _LABEL.finditer(document.source, block.start, block.end)]
    texts += [f"[{label}]" for label in dict.fromkeys(own)]
    return "\n\n" + "\n\n".join(texts) + "\n" if texts else ""


def _reads_the_same(document: Document, first: int, last: int, part: SourcePart) -> bool:
    alone = document_of(part.text)
    here, own = document.blocks[first:last], alone.blocks[: last - first]
    return (
        not (part.start and part.inside.startswith("---"))
        and [_placed(block, part.start) for block in here] == [_placed(block, 0) for block in own]
        and [block_words(document, block) for block in here] == [block_words(alone, block) for block in own]
    )


def _placed(block: Block, by: int) -> tuple[object, ...]:
    """What a block is and where it stands, but for the blank lines behind it."""
    return (
        *(block.kind, block.level, block.within, block.label, block.start - by, block.content_end - by),
        *(block.text[0] - by, block.text[1] - by),
        tuple(start - by for start, _ in block.markers),
    )


@dataclass(frozen=True, slots=True)
class _Index:
    """Where the blocks of a file begin, and by label in which of them it is defined."""

    starts: list[int]
    definitions: dict[str, list[int]]


@lru_cache(maxsize=8)
def _index(document: Document) -> _Index:
    """Return the index of a file; the edits of one come one after the other."""
    definitions: dict[str, list[int]] = {}
    for number, block in enumerate(document.blocks):
        if "footnote" in block.within:
            definitions.setdefault(f"^{block.label}".casefold(), []).append(number)
        elif block.kind == "definition":
            for match in _LABEL.finditer(document.source, block.start, block.end):
                definitions.setdefault(match["label"].casefold(), []).append(number)
    return _Index([block.start for block in document.blocks], definitions)
