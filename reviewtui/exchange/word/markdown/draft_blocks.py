"""The paragraphs of a Word document as blocks of Markdown, in the words that they had before any tracked change."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from reviewtui.exchange.word.markdown.run_markdown import escaped_line_start, run_markdown
from reviewtui.exchange.word.reading.original_document import Original
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, Run

DraftBlockKind = Literal["heading", "paragraph", "item", "code", "quote", "table"]
_CODE = frozenset({"source code", "html preformatted", "plain text", "code"})
_QUOTE = frozenset({"quote", "intense quote", "block text", "quotations"})
_EDGE_BREAKS = re.compile(r"\A(?:\s*\\\n)+|(?:\\\n\s*)+\Z")
_LONG_HEADING = 200
"""A paragraph longer than this is no heading, whatever it looks like."""
_SENTENCE = 100
"""Nor is one that is longer than this and ends as a sentence does."""


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One block: its Markdown without the marks before it, what it is, and the footnotes that it has marks of."""

    kind: DraftBlockKind
    text: str
    level: int = 0
    depth: int = 0
    ordered: bool = False
    label: str = ""
    notes: tuple[str, ...] = ()
    words: str = ""


@dataclass
class DraftReading:
    """Goes through the paragraphs of a document, and notes what cannot be kept."""

    counts: Counter[str] = field(default_factory=Counter)
    labels: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)

    def blocks(self, originals: Sequence[Original]) -> Iterator[DraftBlock]:
        """Give the blocks of body and text boxes in reading order."""
        bold = not any(original.first.level and original.text.strip() for original in originals)
        for is_table, group in groupby(originals, key=_is_in_table):
            if is_table:
                yield from self._tables(list(group))
            else:
                for original in group:
                    if original.first.part in {"body", "text box"}:
                        yield from self._block(original, bold=bold)

    def _tables(self, cells: Sequence[Original]) -> Iterator[DraftBlock]:
        """Give tables that follow each other, each whole: one in a cell of another stands behind that."""
        numbers = [number for number, _ in groupby(map(_table, cells))]
        self.counts["nested table"] += len(numbers) - len(set(numbers))
        for number in dict.fromkeys(numbers):
            yield self._table([cell for cell in cells if _table(cell) == number])

    def _block(self, original: Original, *, bold: bool) -> Iterator[DraftBlock]:
        paragraph = original.paragraphs[-1]
        style = paragraph.style.casefold()
        if not original.text.strip():
            self.counts["empty heading"] += bool(paragraph.level)
            return
        if style.startswith("toc ") or style == "toc heading":
            self.counts["contents"] += 1
            return
        self.counts["text box"] += paragraph.part == "text box"
        block = replace(self.written(original), words=original.text)
        if paragraph.level and not self._is_long(original.text):
            yield self._heading(original, block, paragraph.level)
        elif bold and _is_bold(original) and not self._is_long(original.text) and paragraph.item is None:
            self.counts["bold heading"] += 1
            yield self._heading(original, block, 1)
        elif paragraph.item is not None:
            item = paragraph.item
            if item.label.strip("().") and not item.label.rstrip(".").isdigit():
                self.items.append(item.label)
            yield replace(block, kind="item", depth=item.depth, ordered=item.ordered, label=item.label)
        elif style in _CODE:
            yield replace(block, kind="code", text=original.text)
        else:
            yield replace(block, kind="quote" if style in _QUOTE else "paragraph")

    def _heading(self, original: Original, block: DraftBlock, level: int) -> DraftBlock:
        item = original.paragraphs[-1].item
        if item is not None and item.label:
            self.labels.append(f"{item.label} {' '.join(original.text.split())[:40]}")
        plain = [replace(run, looks=run.looks - {"bold"}) for run in _runs(original)]
        text = " ".join(self._marked(plain).replace("\\\n", " ").split())
        return replace(block, kind="heading", text=text, level=min(6, level))

    def _is_long(self, text: str) -> bool:
        long = len(text) > _LONG_HEADING or (len(text) > _SENTENCE and text.rstrip()[-1:] in ".;:")
        self.counts["long heading"] += long
        return long

    def written(self, original: Original) -> DraftBlock:
        """Return a paragraph as Markdown, whatever it is."""
        runs = _runs(original)
        lines = _EDGE_BREAKS.sub("", self._marked(runs)).strip().split("\n")
        text = "\n".join(escaped_line_start(line) for line in lines)
        return DraftBlock("paragraph", text, notes=tuple(run.note for run in runs if run.note))

    def _marked(self, runs: Sequence[Run]) -> str:
        """Runs as Markdown, with the marks of footnotes; a link to a place inside of the file leads nowhere here."""
        outside = [replace(run, link="") if run.link.startswith("#") else run for run in runs]
        self.counts["inner link"] += sum(run.link.startswith("#") for run in runs)
        parts: list[str] = []
        waiting: list[Run] = []
        for run in outside:
            if run.note:
                parts += [run_markdown(waiting), f"[^{note_label(run.note)}]"]
                waiting = []
            else:
                waiting.append(run)
        return "".join([*parts, run_markdown(waiting)]).replace(NOTE_SIGN, "")

    def _table(self, cells: Sequence[Original]) -> DraftBlock:
        rows: dict[int, dict[int, list[str]]] = {}
        notes: list[str] = []
        for original in cells:
            cell = original.first.cell
            if cell is None:
                continue
            self.counts["merged cell"] += cell.merged or cell.span > 1
            written = self.written(original)
            notes += written.notes
            words = written.text.replace("\\\n", "<br>").replace("\n", "<br>")
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(words)
        width = max((max(row) for row in rows.values()), default=0) + 1
        lines = [_row([_cell(row.get(column, [])) for column in range(width)]) for row in rows.values()]
        text = "\n".join([lines[0], _row(["---"] * width), *lines[1:]])
        return DraftBlock("table", text, notes=tuple(notes))


def note_label(note: str) -> str:
    """Return the label of a footnote or endnote in Markdown."""
    kind, _, number = note.partition(" ")
    return number if kind == "footnote" else f"e{number}"


def _runs(original: Original) -> list[Run]:
    return [piece.run for piece in original.pieces if piece.run is not None and piece.run.inserted is None]


def _is_bold(original: Original) -> bool:
    runs = [run for run in _runs(original) if run.text.strip()]
    return bool(runs) and all("bold" in run.looks for run in runs) and original.text.rstrip()[-1:] not in ".;,"


def _is_in_table(original: Original) -> bool:
    return original.first.cell is not None and original.first.part == "body"


def _table(original: Original) -> int:
    return original.first.cell.table if original.first.cell is not None else 0


def _cell(paragraphs: Sequence[str]) -> str:
    return "<br>".join(words for words in paragraphs if words)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
