"""A section as a row of paragraphs that are heard one after the other, each with where it stands in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.review.draft import Draft
from reviewtui.text.markdown.block import HIDDEN, Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.inline_run import InlineRun, Link
from reviewtui.text.span import Span
from reviewtui.text.words.sentences import sentences_within
from reviewtui.text.words.spacing import single_spaced

_SILENT = HIDDEN | {"blank", "rule"}
_LOOKS = {"strike": "struck out", "image": "picture", "footnote": "note"}
"""What is said of words whose look says something that their letters do not."""


@dataclass(frozen=True, slots=True)
class SpokenParagraph:
    """A paragraph, a heading, a list item or a row of a table; `span` are its words in the file, without marks.

    `kind` says what it is where it is more than a paragraph; `start` is where its lines begin.
    """

    kind: str
    words: str
    start: int
    span: Span

    @property
    def sentence(self) -> str:
        """What is heard."""
        return f"{self.kind}: {self.words}" if self.kind else self.words


def spoken_paragraphs(draft: Draft, section: Section) -> tuple[SpokenParagraph, ...]:
    """Return the paragraphs of a section; what no reader of the page sees is left out."""
    document = document_of(draft.policy.texts[section.path].text)
    blocks = (block for block in document.blocks if section.start <= block.start < section.end)
    return tuple(each for block in blocks if block.kind not in _SILENT for each in _paragraphs(document, block))


def sentences_of(draft: Draft, section: Section, paragraph: SpokenParagraph) -> tuple[tuple[Span, str], ...]:
    """Return the sentences of a paragraph: where each stands in the file, and how it is heard."""
    source = draft.policy.texts[section.path].text
    document = document_of(source)
    block = document.block_at(paragraph.span[0])
    if block is None or block.kind in {"code", "html"}:
        return ((paragraph.span, paragraph.words),)
    return tuple((span, _words(document, block, span)) for span in sentences_within(source, *paragraph.span))


def links_of(draft: Draft, section: Section, paragraph: SpokenParagraph) -> tuple[Link, ...]:
    """Return the links of a paragraph."""
    document = document_of(draft.policy.texts[section.path].text)
    return tuple(document.links_within(*paragraph.span))


def paragraph_at(paragraphs: tuple[SpokenParagraph, ...], offset: int) -> int:
    """Return the number of the paragraph that holds a character of the file, counted from 0."""
    return max(0, sum(each.start <= offset for each in paragraphs) - 1)


def _paragraphs(document: Document, block: Block) -> Iterator[SpokenParagraph]:
    if block.kind == "table":
        yield from _rows(document, block)
        return
    if block.kind in {"code", "html"}:
        kind = " ".join(filter(None, ("code" if block.kind == "code" else "page code", block.label))).capitalize()
        words = single_spaced(document.source[slice(*block.text)])
    else:
        begin = block.markers[-1][1] if block.markers else block.text[0]
        kind, words = _kind(document.source, block), _words(document, block, (begin, block.text[1]))
    if words:
        yield SpokenParagraph(kind, words, block.start, block.text)


def _kind(source: str, block: Block) -> str:
    if block.kind == "heading":
        return f"Heading, level {block.level}"
    if block.kind == "alert":
        return block.label.capitalize() or "Notice"
    if block.label and "footnote" in block.within:
        return f"Note {block.label}"
    parts = ["Quote"] if block.quote else []
    if block.markers:
        marker = source[slice(*block.markers[-1])].strip(" .)(")
        depth = sum(within == "item" for within in block.within)
        parts.append(f"Item {marker}" if marker.isalnum() else "Item")
        parts += [f"level {depth}"] if depth > 1 else []
    return ", ".join(parts)


def _rows(document: Document, block: Block) -> Iterator[SpokenParagraph]:
    """Yield the rows of a table, each cell behind the head of its column."""
    heads = [_words(document, block, cell) for cell in block.rows[0]] if block.rows else []
    for number, row in enumerate(block.rows):
        cells = [_words(document, block, cell) or "empty" for cell in row]
        if number:
            cells = [f"{head}: {cell}" if head else cell for head, cell in zip(heads, cells, strict=False)]
        kind = f"Table, row {number} of {len(block.rows) - 1}" if number else f"Table of {len(block.rows) - 1} rows"
        start = block.start if not number else document.source.rfind("\n", 0, row[0][0]) + 1
        yield SpokenParagraph(kind, "; ".join(cells), start, (row[0][0], row[-1][1]))


def _words(document: Document, block: Block, span: Span) -> str:
    """Return words as they are heard: without marks, with a word for what only their look says."""
    heard = "".join(_heard(document.source, piece) for piece in document.pieces(block, *span))
    return single_spaced(heard)


def _heard(source: str, piece: InlineRun) -> str:
    if not piece.is_seen:
        return ""
    words = piece.shown if piece.shown is not None else source[piece.start : piece.end]
    if "marker" in piece.styles and words.startswith("["):
        return "(to do) " if words == "[ ]" else "(done) "
    look = next((said for style, said in _LOOKS.items() if style in piece.styles), "")
    return f"({look}: {words.strip('[]^')})" if look and words.strip() else words
