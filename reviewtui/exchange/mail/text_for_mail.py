"""The policy as the plain text of a mail: as a reader sees it, so that a quote of it is found again."""

from collections.abc import Iterator

from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.text.markdown.block import HIDDEN, Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.seen_text import block_words
from reviewtui.text.words.visible import visible, visible_line

RULE = "=" * 60


def text_for_mail(sent: Outgoing) -> Iterator[str]:
    """Give the lines of the text."""
    for section in sent.sections:
        document = document_of(sent.text(section).text)
        yield from (RULE, "")
        for block in document.blocks:
            if section.start <= block.start < section.end and block.kind not in HIDDEN and block.kind != "blank":
                yield from _block_lines(document, block)


def _block_lines(document: Document, block: Block) -> Iterator[str]:
    if block.kind == "rule":
        return
    words = visible(block_words(document, block))
    if block.kind == "table":
        for row in block.rows:
            yield " | ".join(_between(document, block, first, last) for first, last in row)
        yield ""
        return
    if not words.strip():
        return
    marker = visible_line(document.source[slice(*block.markers[-1])]) if block.markers else ""
    indent = "  " * max(0, len(block.within) - 1)
    lines = words.splitlines() if block.kind == "code" else [" ".join(words.split())]
    yield f"{indent}{marker}{' ' if marker else ''}{visible_line(lines[0])}"
    yield from (visible_line(line) for line in lines[1:])
    yield ""


def _between(document: Document, block: Block, start: int, end: int) -> str:
    pieces = [piece for piece in document.seen(block) if start <= piece.start < end]
    return visible_line("".join(document.source[p.start : p.end] if p.shown is None else p.shown for p in pieces))
