"""Lays the policy out as paragraphs: the same text gives the same ones, so that what comes back can be compared."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.exchange.word.layout.sent_paragraph import SentKind, SentParagraph, SentRun, TableCell
from reviewtui.text.markdown.block import HIDDEN, Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.inline_run import InlineRun

_LOOKS = {"strong": "bold", "emphasis": "italic", "strike": "strike", "code": "code"}
_NUMBER = re.compile(r"(\d{1,9})[.)]")
_UNSOUND = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold; a sign stands for each."""
NOTE_SIGN = "\ufffc"


@dataclass
class _Layout:
    """What has been laid out so far, over all sections."""

    tables: int = 0
    notes: set[str] = field(default_factory=set)
    """The footnotes that a mark has been set for, by section and label: Word has one mark a note."""


def sent_paragraphs(policy: Policy, sections: Sequence[Section]) -> list[SentParagraph]:
    """Return the paragraphs of sections in reading order; those of footnotes stand behind the others."""
    layout = _Layout()
    paragraphs = [part for section in sections for part in _section(layout, policy, section)]
    notes = [part for part in paragraphs if part.kind == "note"]
    return [*(part for part in paragraphs if part.kind != "note"), *_in_order(paragraphs, notes)]


def _in_order(paragraphs: Sequence[SentParagraph], notes: Sequence[SentParagraph]) -> Iterator[SentParagraph]:
    """Give the paragraphs of footnotes in the order of their marks."""
    order = {(part.path, run.note): None for part in paragraphs for run in part.runs if run.note}
    ranks = {key: rank for rank, key in enumerate(order)}
    yield from sorted(notes, key=lambda note: ranks.get((note.path, note.label), len(ranks)))


def _section(layout: _Layout, policy: Policy, section: Section) -> Iterator[SentParagraph]:
    document = document_of(policy.texts[section.path].text)
    blocks = [block for block in document.blocks if section.start <= block.start < section.end]
    referenced = {part.label for part in document.footnotes}
    before: Block | None = None
    for block in blocks:
        if block.kind in HIDDEN or block.kind == "blank":
            continue
        yield from _block(layout, section, document, block, _Beside(before, frozenset(referenced)))
        before = block


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a block is laid out by besides itself: the one before it, and which footnotes the text has marks of."""

    before: Block | None
    referenced: frozenset[str]


def _block(
    layout: _Layout, section: Section, document: Document, block: Block, beside: _Beside
) -> Iterator[SentParagraph]:
    runs = list(_runs(layout, section.path, document, block))
    if block.kind == "table":
        layout.tables += 1
        yield from _cells(layout.tables, section, block, runs)
        return
    marker = document.source[slice(*block.markers[-1])] if block.markers else ""
    number = _NUMBER.match(marker)
    in_note = "footnote" in block.within and block.label in beside.referenced
    start, end = block.text
    yield SentParagraph(
        section.path,
        section.name,
        _kind(block, in_note=in_note),
        tuple(_shown_label(block, runs, in_note=in_note)),
        start=start,
        end=end,
        level=block.level,
        depth=block.within.count("item"),
        quote=block.quote + block.within.count("definition"),
        ordered=number is not None,
        number=int(number[1]) if number else 0,
        first=bool(marker) and block.within[-1:] == ("item",),
        opens=not _goes_on(block, beside.before),
        label=block.label if in_note else "",
    )


def _kind(block: Block, *, in_note: bool) -> SentKind:
    if in_note:
        return "note"
    if block.kind in {"heading", "code", "html", "rule"}:
        return block.kind
    return "item" if "item" in block.within else "paragraph"


def _shown_label(block: Block, runs: list[SentRun], *, in_note: bool) -> Iterable[SentRun]:
    """A footnote that nothing refers to keeps its label, since it has no mark that leads to it."""
    if "footnote" in block.within and not in_note and block.markers:
        start, end = block.markers[-1]
        return [SentRun(f"[^{block.label}]: ", start, end), *runs]
    return runs


def _goes_on(block: Block, before: Block | None) -> bool:
    """Whether an item follows another of the same list."""
    if before is None or not block.markers or "item" not in before.within:
        return False
    return before.within.count("item") >= block.within.count("item") and before.end >= block.start


def _cells(table: int, section: Section, block: Block, runs: Sequence[SentRun]) -> Iterator[SentParagraph]:
    for row, cells in enumerate(block.rows):
        for column, (start, end) in enumerate(cells):
            inside = tuple(run for run in runs if start <= run.start and run.end <= max(end, start))
            cell = TableCell(table, row, column, len(block.rows[0]))
            yield SentParagraph(section.path, section.name, "cell", inside, start, end, cell=cell)


def _runs(layout: _Layout, path: str, document: Document, block: Block) -> Iterator[SentRun]:
    """Give the runs of a block: what a reader sees, and of HTML the source."""
    if block.kind == "html":
        start, end = block.text
        yield SentRun(document.source[start:end], start, end, frozenset({"code"}))
        return
    trimmed = block.kind == "code"
    pieces = list(document.seen(block))
    for index, piece in enumerate(pieces):
        words = piece.shown if piece.shown is not None else document.source[piece.start : piece.end]
        end = piece.end
        if trimmed and index == len(pieces) - 1 and words.endswith("\n"):
            words, end = words[:-1], piece.end - 1
        if words:
            yield _run(layout, path, document, piece, (_UNSOUND.sub("\ufffd", words), end))


def _run(layout: _Layout, path: str, document: Document, piece: InlineRun, shown: tuple[str, int]) -> SentRun:
    words, end = shown
    if "footnote" in piece.styles:
        label = next((part.label for part in document.footnotes if part.start == piece.start), "")
        if label and f"{path}\0{label}" not in layout.notes:
            layout.notes.add(f"{path}\0{label}")
            return SentRun(NOTE_SIGN, piece.start, piece.end, note=label)
        return SentRun(words, piece.start, end)
    looks = frozenset(_LOOKS[style] for style in piece.styles if style in _LOOKS)
    link = document.link_at(piece.start) if "link" in piece.styles or "image" in piece.styles else None
    return SentRun(words.replace("\r", ""), piece.start, end, looks, link.target if link and not link.image else "")


EXPORT = "reviewtui-export"
POLICY = "reviewtui-policy"
VERSION = "reviewtui-version"
TITLE = "reviewtui-title"
SECTION = "reviewtui-section-"
"""The names of the properties by which a file finds home; of each section its blob and name."""
TOLD = (
    "This is a draft for review, version {version}. Change the words as you would have them, and add comments: what "
    "you change is tracked under your name. Send the file back when you are done."
)
"""What we write above the text."""


@dataclass(frozen=True, slots=True)
class SentDocument:
    """The paragraphs of a document in the order in which they stand in it, footnotes last."""

    title: str
    version: str
    sections: tuple[Section, ...]
    paragraphs: tuple[SentParagraph, ...]

    def bookmark(self, index: int) -> str:
        """Return the name of a paragraph's bookmark: its file, and where it stands in it."""
        paragraph = self.paragraphs[index]
        if not paragraph.is_of_policy or not paragraph.text:
            return ""
        paths = list(dict.fromkeys(section.path for section in self.sections))
        return f"rt_{paths.index(paragraph.path)}_{paragraph.start}_{paragraph.end}"


def sent_document(title: str, version: str, policy: Policy, sections: Sequence[Section]) -> SentDocument:
    """Return the document of sections of a policy."""
    head = [_own("title", title), _own("told", TOLD.format(version=version[:10]))]
    return SentDocument(title, version, tuple(sections), (*head, *sent_paragraphs(policy, sections)))


def _own(kind: SentKind, words: str) -> SentParagraph:
    return SentParagraph("", "", kind, (SentRun(words, 0, 0),))
